import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * The file below `folder` that a URL path (still percent-encoded, `/a/b.js`) names, or null when it names none or leaves the
 * folder: by `..`, an absolute path, a drive letter, a backslash, a zero byte or a link.
 */
export async function fileBelow(folder: string, urlPath: string): Promise<string | null> {
  const parts = decodedParts(urlPath);
  if (parts === null) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, ...parts));
    return isBelow(root, file) ? file : null;
  } catch {
    return null;
  }
}

/** True when `file` is inside `folder` (both absolute); the folder itself is not. */
export function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/**
 * The last part of a name that came from outside, fit to be a file name on Windows, macOS and Linux: no separators, control or
 * forbidden characters, no reserved device name, no trailing dot or blank, at most 200 bytes and its ending, which is kept.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    // Direction marks can disguise an ending (`附件‮xslx.exe`).
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/[. ]+$/u, '')
    .trimStart();
  const named = plain === '' || DEVICE_NAME.test(plain) ? `_${plain}` : plain;
  const ending = path.extname(named);
  if (ending.length > LONGEST_ENDING) return shortened(named);
  return shortened(named.slice(0, named.length - ending.length)) + ending;
}

const LONGEST_ENDING = 10;

// Linux counts 255 bytes, Windows 255 characters; the folder above needs its part of Windows' 260, too.
const LONGEST_NAME_BYTES = 200;

function shortened(name: string): string {
  const characters = [...name];
  while (Buffer.byteLength(characters.join('')) > LONGEST_NAME_BYTES) characters.pop();
  return characters.join('');
}

const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function decodedParts(urlPath: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const parts = decoded.split('/').filter((part) => part !== '');
  const isUnsafe = parts.some((part) => part === '..' || part === '.' || /[\\\0:]/.test(part));
  return isUnsafe || parts.length === 0 ? null : parts;
}
