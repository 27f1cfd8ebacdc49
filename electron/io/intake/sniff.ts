import type { FileHandle } from 'node:fs/promises';
import type { FileFormat } from './formats.ts';
import type { IntakeLimits } from './limits.ts';
import { sniffOle } from './sniffOle.ts';
import { sniffText } from './sniffText.ts';
import { sniffZip } from './sniffZip.ts';
import { openZip, type ZipArchive } from './zipArchive.ts';

/** What a file is; a zip comes along opened, so that its reader need not open it again. */
export interface Sniffed {
  readonly format: FileFormat;
  readonly zip: ZipArchive | null;
}

/** What the bytes of an open, non-empty file are; the name decides only between formats of one container. */
export async function sniff(file: FileHandle, size: number, name: string, limits: IntakeLimits): Promise<Sniffed> {
  const head = await readHead(file, size);
  const known = MAGIC.find(([bytes]) => bytes.every((byte, i) => head[i] === byte))?.[1];
  if (known === 'zip') {
    const zip = await openZip(file, limits);
    return { format: await sniffZip(zip, name), zip };
  }
  if (known === 'ole') return { format: sniffOle(file, size, name), zip: null };
  return { format: known ?? (isWebp(head) ? 'webp' : sniffText(head, name)), zip: null };
}

function isWebp(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
}

const HEAD_BYTES = 8192;

const MAGIC: readonly (readonly [readonly number[], FileFormat])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'rar'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], '7z'],
  [[0x1f, 0x8b, 0x08], 'gzip'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0xff, 0xd8, 0xff], 'jpg'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'png'],
  [[0x47, 0x49, 0x46, 0x38], 'gif'],
  [[0x49, 0x49, 0x2a, 0x00], 'tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tiff'],
  // BIFF2–BIFF5 streams without the OLE container.
  [[0x09, 0x00, 0x04, 0x00], 'xls'],
  [[0x09, 0x02, 0x06, 0x00], 'xls'],
  [[0x09, 0x04, 0x06, 0x00], 'xls'],
  [[0x09, 0x08, 0x08, 0x00], 'xls'],
  [[0x09, 0x08, 0x10, 0x00], 'xls'],
];

async function readHead(file: FileHandle, size: number): Promise<Buffer> {
  const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  return head.subarray(0, bytesRead);
}
