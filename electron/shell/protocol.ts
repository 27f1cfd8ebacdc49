import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Protocol, protocol } from 'electron';
import { APP_HOST, APP_SCHEME } from './origin.ts';

/** Declares `app://` as a standard, secure scheme. Before `ready`; security guide §18 (no `file://`). */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of the built page, and nothing outside its folder, at `app://credit-desk/`. */
export function servePage(target: Protocol, folder: string): void {
  target.handle(APP_SCHEME, (request) => pageResponse(folder, request));
}

/** 200 with the file, 403 for a foreign host or a path that would leave `folder`, 404, 405. Every answer carries the headers. */
export async function pageResponse(
  folder: string,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, null, 'text/plain');
  const file = fileOf(folder, request.url);
  if (file === null) return answer(403, null, 'text/plain');
  const type = TYPES[path.extname(file).toLowerCase()];
  // A kind of file the page does not consist of is not there.
  if (type === undefined) return answer(404, null, 'text/plain');
  try {
    const body = await readFile(file);
    return answer(200, request.method === 'HEAD' ? null : new Uint8Array(body), type);
  } catch {
    return answer(404, null, 'text/plain');
  }
}

/**
 * Scripts only from the page's own files. Styles also inline: the component library writes its style sheets at run time.
 * Nothing may be framed, submitted or loaded from elsewhere.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

function answer(status: number, body: Uint8Array<ArrayBuffer> | null, type: string): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/** Absolute path of the file the address names, or null when the address is not one of ours or would leave the folder. */
function fileOf(folder: string, address: string): string | null {
  let decoded: string;
  try {
    const url = new URL(address);
    if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
    decoded = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  // A backslash or colon (drive, stream) is never in our names; a percent sign would be a second layer of encoding.
  if (/[\\:%]/.test(decoded) || decoded.includes('\0')) return null;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  if (segments.includes('..') || segments.includes('.')) return null;
  const file = path.join(folder, ...(segments.length === 0 ? ['index.html'] : segments));
  const inside = path.relative(folder, file);
  return inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
