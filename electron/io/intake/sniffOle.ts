import type { FileHandle } from 'node:fs/promises';
import type { FileFormat } from './formats.ts';
import { ReadFault } from './readFault.ts';

/**
 * What an OLE compound file holds, by the names of its streams ([MS-CFB]): a workbook, a document, a mail.
 * An encrypted `.xlsx` is a compound file too and is refused as `encrypted`.
 */
export async function sniffOle(file: FileHandle, size: number, name: string): Promise<FileFormat> {
  const streams = await streamNames(file, size);
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo'))
    throw new ReadFault('encrypted', '设有打开密码');
  if (streams.has('Workbook') || streams.has('Book')) {
    return /\.ett?$/iu.test(name) || [...streams].some((stream) => /^ET/u.test(stream)) ? 'et' : 'xls';
  }
  if (streams.has('WordDocument')) return /\.wpt?s?$/iu.test(name) || streams.has('WpsCustomData') ? 'wps' : 'doc';
  if (streams.has('PowerPoint Document')) return 'ppt';
  if (streams.has('__properties_version1.0')) return 'msg';
  return 'ole';
}

const END_OF_CHAIN = 0xfffffffa; // this and above: no further sector
const ENTRY_BYTES = 128;
const MAX_DIRECTORY_SECTORS = 4096;

async function streamNames(file: FileHandle, size: number): Promise<Set<string>> {
  const header = await readAt(file, 0, 512);
  const sectorBytes = 1 << header.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw damaged();
  const sectorAt = (sector: number) => (sector + 1) * sectorBytes;
  const names = new Set<string>();
  let sector = header.readUInt32LE(48);
  for (let count = 0; sector < END_OF_CHAIN && count < MAX_DIRECTORY_SECTORS; count++) {
    if (sectorAt(sector) >= size) throw damaged();
    const entries = await readAt(file, sectorAt(sector), sectorBytes);
    for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
      const length = entries.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.add(entries.toString('utf16le', at, at + length - 2));
    }
    sector = await nextSector(file, header, sector, sectorBytes);
  }
  return names;
}

/** Follows the allocation table; tables beyond the 109 listed in the header end the walk, which is no loss here. */
async function nextSector(file: FileHandle, header: Buffer, sector: number, sectorBytes: number): Promise<number> {
  const perSector = sectorBytes / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return END_OF_CHAIN;
  const tableSector = header.readUInt32LE(76 + table * 4);
  if (tableSector >= END_OF_CHAIN) return END_OF_CHAIN;
  const entry = await readAt(file, (tableSector + 1) * sectorBytes + (sector % perSector) * 4, 4);
  return entry.readUInt32LE(0);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < Math.min(length, 128) && bytesRead < length) throw damaged();
  return bytes;
}

function damaged(): ReadFault {
  return new ReadFault('truncated', '文件结构不完整');
}
