import type { ByteSource } from './compoundFileBytes.ts';
import { ReadFault } from './readFault.ts';

/** The streams at the top level of an OLE compound file ([MS-CFB]), found by name in any letter case. */
export interface CompoundFile {
  readonly names: readonly string[];
  /** `null` where there is no such stream; `truncated` where its sectors are not all there. */
  stream(name: string): ByteSource | null;
}

/**
 * Opens a compound file. Streams of embedded objects are not seen, so a document with a table in it is no workbook.
 * Chains that break off, run in circles or leave the file are refused as `truncated`.
 */
export function openCompoundFile(bytes: ByteSource): CompoundFile {
  const header = bytes.read(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES) throw damaged();
  const sectorBytes = 1 << header.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw damaged();
  const sectors: Sectors = {
    bytes,
    sectorBytes,
    // The header takes a whole sector, however large sectors are.
    placeOf: (sector) => (sector + 1) * sectorBytes,
    table: readTable(bytes, header, sectorBytes),
  };
  const directory = chainOf(sectors, header.readUInt32LE(48), MAX_DIRECTORY_SECTORS);
  const entries = readDirectory(chained(sectors, directory, directory.length * sectorBytes));
  const top = topEntries(entries);
  const miniSectors = lazy(() => openMiniSectors(sectors, header, entries[0]));
  const cutoff = header.readUInt32LE(56);
  return {
    names: top.map((entry) => entry.name),
    stream(name) {
      const entry = top.find((known) => known.name.toUpperCase() === name.toUpperCase());
      if (!entry) return null;
      return streamOf(entry.size < cutoff ? miniSectors() : sectors, entry);
    },
  };
}

interface Sectors {
  readonly bytes: ByteSource;
  readonly sectorBytes: number;
  readonly placeOf: (sector: number) => number;
  /** Sector → the next of its chain. */
  readonly table: Uint32Array;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
const HEADER_TABLES = 109;
const MAX_DIRECTORY_SECTORS = 4096;
/** This and above: no sector (end of chain, free, part of a table). */
const NO_SECTOR = 0xfffffffa;

/** The allocation table, put together from the sectors that the header and its continuations list. */
function readTable(bytes: ByteSource, header: Buffer, sectorBytes: number): Uint32Array {
  const perSector = sectorBytes / 4;
  const mostSectors = Math.ceil(bytes.size / sectorBytes);
  const list: number[] = [];
  const take = (listing: Buffer, from: number, count: number) => {
    for (let i = 0; i < count; i++) {
      const sector = listing.readUInt32LE(from + i * 4);
      if (sector < NO_SECTOR) list.push(sector);
    }
    // A list in a circle would name the same tables for ever.
    if (list.length > mostSectors / perSector + HEADER_TABLES) throw damaged();
  };
  take(header, 76, HEADER_TABLES);
  let next = header.readUInt32LE(68);
  for (let count = 0; next < NO_SECTOR; count++) {
    const listing = bytes.read((next + 1) * sectorBytes, sectorBytes);
    if (listing.length < sectorBytes || count > mostSectors / perSector) throw damaged();
    take(listing, 0, perSector - 1);
    next = listing.readUInt32LE(sectorBytes - 4);
  }
  const table = new Uint32Array(list.length * perSector).fill(NO_SECTOR);
  list.forEach((sector, index) => {
    const part = bytes.read((sector + 1) * sectorBytes, sectorBytes);
    if (part.length === 0) throw damaged();
    for (let i = 0; i + 4 <= part.length; i += 4) table[index * perSector + i / 4] = part.readUInt32LE(i);
  });
  return table;
}

/** Sectors from `start` to the end of the chain, `most` of them at most; a circle is longer than any chain. */
function chainOf({ table }: Sectors, start: number, most: number): Uint32Array {
  const chain: number[] = [];
  for (let sector = start; sector < NO_SECTOR && chain.length < most; sector = table[sector] ?? NO_SECTOR) {
    if (sector >= table.length || chain.length > table.length) throw damaged();
    chain.push(sector);
  }
  return Uint32Array.from(chain);
}

function streamOf(sectors: Sectors, { start, size }: Entry): ByteSource {
  const needed = Math.ceil(size / sectors.sectorBytes);
  if (needed > sectors.table.length) throw damaged();
  const chain = chainOf(sectors, start, needed);
  if (chain.length < needed) throw damaged();
  return chained(sectors, chain, size);
}

/** The bytes of a chain; neighbouring sectors are read together. */
function chained({ bytes, sectorBytes, placeOf }: Sectors, chain: Uint32Array, size: number): ByteSource {
  return {
    size,
    read(at, wanted) {
      const parts: Buffer[] = [];
      const end = Math.min(at + wanted, size);
      for (let position = at; position < end; ) {
        const index = Math.floor(position / sectorBytes);
        const first = chain[index] ?? NO_SECTOR;
        let run = 1;
        while (chain[index + run] === first + run && (index + run) * sectorBytes < end) run++;
        const skipped = position - index * sectorBytes;
        const length = Math.min(run * sectorBytes - skipped, end - position);
        const part = bytes.read(placeOf(first) + skipped, length);
        if (part.length < length) throw damaged();
        parts.push(part);
        position += length;
      }
      const [only = Buffer.alloc(0)] = parts;
      return parts.length <= 1 ? only : Buffer.concat(parts);
    },
  };
}

function readDirectory(bytes: ByteSource): Entry[] {
  const listing = bytes.read(0, bytes.size);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= listing.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(listing.readUInt16LE(at + 64), 64);
    entries.push({
      name: nameBytes < 2 ? '' : listing.toString('utf16le', at, at + nameBytes - 2),
      isStream: listing[at + 66] === 2,
      left: listing.readUInt32LE(at + 68),
      right: listing.readUInt32LE(at + 72),
      child: listing.readUInt32LE(at + 76),
      start: listing.readUInt32LE(at + 116),
      // The upper half of the size may hold rubbish in files of version 3; no mailed file needs it.
      size: listing.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** Streams directly below the root. Where a careless program left the tree out, every stream counts. */
function topEntries(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? NO_SECTOR];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    if (entry.isStream) found.push(entry);
    waiting.push(entry.right, entry.left);
  }
  return seen.size > 0 ? found : entries.filter((entry) => entry.isStream);
}

/** Streams below the cutoff lie in sectors of 64 bytes inside the stream of the root entry. */
function openMiniSectors(sectors: Sectors, header: Buffer, root: Entry | undefined): Sectors {
  if (!root) throw damaged();
  const chain = chainOf(sectors, header.readUInt32LE(60), sectors.table.length);
  const listing = chained(sectors, chain, chain.length * sectors.sectorBytes);
  const bytes = listing.read(0, listing.size);
  const table = new Uint32Array(bytes.length / 4);
  for (let i = 0; i < table.length; i++) table[i] = bytes.readUInt32LE(i * 4);
  return {
    bytes: streamOf(sectors, root),
    sectorBytes: MINI_SECTOR_BYTES,
    placeOf: (sector) => sector * MINI_SECTOR_BYTES,
    table,
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function damaged(): ReadFault {
  return new ReadFault('truncated', '旧版 Office 文件结构不完整；若 WPS 能打开，请另存为 .xlsx');
}
