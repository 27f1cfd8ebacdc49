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
 * forbidden characters, no reserved device name, no trailing dot or blank, at most 120 characters with its ending kept.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    // Direction marks can disguise an ending (`附件‮xslx.exe`).
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .replace(/[. ]+$/u, '')
    .trimStart();
  const named = plain === '' || DEVICE_NAME.test(plain) ? `_${plain}` : plain;
  const ending = path.extname(named).slice(0, 20);
  return [...named.slice(0, named.length - path.extname(named).length)].slice(0, 100).join('') + ending;
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
