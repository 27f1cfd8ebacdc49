import type { Entry } from 'yauzl';

/**
 * The name of a zip entry as its writer meant it: UTF-8 where the entry says so or carries a Unicode path (0x7075), UTF-8 where the bytes
 * can be nothing else, otherwise GB18030, as Chinese Windows writes. Parts are joined by `/`; what could lead out of a folder is gone.
 */
export function memberName(entry: Pick<Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>): string {
  return plainPath(writtenName(entry));
}

/** A relative path with `/`: without drive letter, leading slash, `.`, `..` and control characters. Empty if nothing is left. */
export function plainPath(name: string): string {
  return name
    .replaceAll(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[\\/]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/u.test(part))
    .join('/');
}

const UTF8_NAME = 0x800;
const UNICODE_PATH = 0x7075;

function writtenName({
  generalPurposeBitFlag,
  fileNameRaw,
  extraFields,
}: Pick<Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>): string {
  if ((generalPurposeBitFlag & UTF8_NAME) !== 0) return fileNameRaw.toString('utf8');
  const unicode = extraFields.find((field) => field.id === UNICODE_PATH)?.data;
  // Version 1, checksum of the other name, then the name.
  if (unicode?.[0] === 1 && unicode.length > 5) return unicode.subarray(5).toString('utf8');
  return chineseText(fileNameRaw);
}

/** Text of bytes whose encoding nobody wrote down: UTF-8 where they are valid, otherwise GB18030. */
export function chineseText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
