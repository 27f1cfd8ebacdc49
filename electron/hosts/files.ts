import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileBelow } from '../io/safePath.ts';
import { answerText } from './answers.ts';

/** Answers a GET with a file of the renderer build; screens are in the hash, so there is one page. */
export async function answerPageFile(response: ServerResponse, folder: string, urlPath: string): Promise<void> {
  const file = await fileBelow(folder, urlPath === '/' ? '/index.html' : urlPath);
  if (file === null) return answerText(response, 404, '没有这个文件。');
  // Names below assets/ carry a hash of their content.
  if (urlPath.startsWith('/assets/')) response.setHeader('Cache-Control', 'max-age=31536000, immutable');
  await sendFile(response, file);
}

/** Answers `GET /api/outputs/<name>` with a download of that file of the outputs folder. */
export async function answerOutput(response: ServerResponse, folder: string, encodedName: string): Promise<void> {
  const file = encodedName.includes('/') ? null : await fileBelow(folder, encodedName);
  if (file === null) return answerText(response, 404, '没有这个文件。');
  response.setHeader('Content-Disposition', contentDisposition(path.basename(file)));
  await sendFile(response, file);
}

/** RFC 6266 with RFC 5987: an ASCII name for old readers, the Chinese one in UTF-8. */
export function contentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function sendFile(response: ServerResponse, file: string): Promise<void> {
  const details = await stat(file);
  if (!details.isFile()) return answerText(response, 404, '没有这个文件。');
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': details.size,
  });
  await pipeline(createReadStream(file), response);
}
