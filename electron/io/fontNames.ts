import { closeSync, openSync, readSync } from 'node:fs';
import iconv from 'iconv-lite';

/** A face of a font file: every name its family goes by, in any language, and whether it is bold. */
export interface FontFace {
  readonly families: readonly string[];
  readonly bold: boolean;
}

/**
 * The faces of a TrueType, OpenType or TTC file, from its `name` and `OS/2` tables (OpenType 1.9): a few kilobytes are read of it. None of
 * what is damaged, cut off or no font; never throws for what is inside.
 */
export function readFontFaces(file: string): readonly FontFace[] {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return [];
  }
  try {
    return facesOf((position, length) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, position));
    });
  } catch {
    return [];
  } finally {
    closeSync(handle);
  }
}

/** Reads up to so many bytes from a position. */
type Read = (position: number, length: number) => Buffer;

/** More faces, tables or names than any font has: damaged. */
const MOST = { faces: 64, tables: 256, names: 4096, table: 1 << 20 };

function facesOf(read: Read): FontFace[] {
  const head = read(0, 12);
  if (head.length < 12) return [];
  if (head.toString('latin1', 0, 4) !== 'ttcf') return faceAt(read, 0);
  const count = Math.min(head.readUInt32BE(8), MOST.faces);
  const offsets = read(12, count * 4);
  return Array.from({ length: Math.floor(offsets.length / 4) }, (_, index) => offsets.readUInt32BE(index * 4)).flatMap(
    (offset) => faceAt(read, offset),
  );
}

/** One face, or none where it is damaged: its neighbours in the file stand. */
function faceAt(read: Read, offset: number): FontFace[] {
  const head = read(offset, 12);
  if (head.length < 12 || !SIGNATURES.has(head.readUInt32BE(0))) return [];
  const directory = read(offset + 12, Math.min(head.readUInt16BE(4), MOST.tables) * 16);
  const tables = new Map<string, { readonly at: number; readonly length: number }>();
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    const tag = directory.toString('latin1', at, at + 4);
    tables.set(tag, { at: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) });
  }
  const name = tables.get('name');
  if (name === undefined) return [];
  const families = familiesIn(read(name.at, Math.min(name.length, MOST.table)));
  return families.length === 0 ? [] : [{ families, bold: isBold(read, tables.get('OS/2')?.at) }];
}

/** TrueType, `OTTO`, `true`. */
const SIGNATURES = new Set([0x00010000, 0x4f54544f, 0x74727565]);
/** Family, and the family that styles beyond bold and italic share. */
const FAMILY_NAMES = new Set([1, 16]);

function familiesIn(table: Buffer): string[] {
  if (table.length < 6) return [];
  const count = Math.min(table.readUInt16BE(2), MOST.names);
  const texts = table.readUInt16BE(4);
  const families = new Set<string>();
  for (let index = 0; index < count; index++) {
    const at = 6 + index * 12;
    if (at + 12 > table.length) break;
    if (!FAMILY_NAMES.has(table.readUInt16BE(at + 6))) continue;
    const from = texts + table.readUInt16BE(at + 10);
    const to = from + table.readUInt16BE(at + 8);
    if (to > table.length) continue;
    const bytes = table.subarray(from, to);
    const text = nameText(bytes, table.readUInt16BE(at), table.readUInt16BE(at + 2)).trim();
    if (text !== '' && !text.includes('\0') && !text.includes('\ufffd')) families.add(text);
  }
  return [...families];
}

/** A name by platform and encoding: Unicode, Windows (3: GBK of old Chinese fonts) or Macintosh (25: simplified Chinese). */
function nameText(bytes: Buffer, platform: number, encoding: number): string {
  if (platform === 1) return encoding === 25 ? iconv.decode(bytes, 'gbk') : bytes.toString('latin1');
  if (platform === 3 && encoding === 3) {
    const wide = iconv.decode(bytes, 'utf-16be');
    return /^[\p{Script=Han}\w\s_-]+$/u.test(wide)
      ? wide
      : iconv.decode(
          bytes.filter((byte) => byte !== 0),
          'gbk',
        );
  }
  return iconv.decode(bytes.subarray(0, bytes.length & ~1), 'utf-16be');
}

/** Bit 5 of `fsSelection`. */
function isBold(read: Read, at: number | undefined): boolean {
  if (at === undefined) return false;
  const table = read(at, 64);
  return table.length === 64 && (table.readUInt16BE(62) & 0x20) !== 0;
}
