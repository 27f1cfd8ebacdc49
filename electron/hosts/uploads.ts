import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { safeFileName } from '../io/safePath.ts';
import { answerJson, answerText } from './answers.ts';

/** Largest file a page may hand over, in bytes. The intake has a smaller limit of its own and says so in its own sentence. */
export const MAX_UPLOAD = 300 * 1024 * 1024;

/**
 * Answers `POST /api/uploads?name=<relative path>`: streams the raw bytes into a new folder below `folder` and tells the path
 * and the name to show: what `imports.preview` takes as a source. 413 above `limit` bytes; a broken transfer leaves nothing.
 */
export async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  options: { readonly folder: string; readonly name: string; readonly limit: number },
): Promise<void> {
  const name = shownName(options.name);
  if (name === '') return answerText(response, 400, '上传的文件没有名称。');
  if (Number(request.headers['content-length'] ?? 0) > options.limit) return answerText(response, 413, TOO_LARGE);
  const folder = path.join(options.folder, randomBytes(9).toString('base64url'));
  const file = path.join(folder, safeFileName(name));
  await mkdir(folder, { recursive: true });
  try {
    // The request stays open when writing fails, so that the page can be told.
    const bytes = request.iterator({ destroyOnReturn: false });
    await pipeline(bytes, limiter(options.limit), createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // The page went away in the middle: there is nobody to answer.
    if (request.destroyed && !request.complete) return;
    if (!response.headersSent) response.setHeader('Connection', 'close');
    if (error instanceof TooLarge) return answerText(response, 413, TOO_LARGE);
    throw error;
  }
  answerJson(response, 200, { path: file, name });
}

/** Removes what earlier runs left in the uploads folder; a file locked by another program stays for the next time. */
export async function clearUploads(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  }
}

const TOO_LARGE = '文件过大，没有上传。';

class TooLarge extends Error {}

/** The relative path with forward slashes and without empty, `.` and `..` parts; only for showing. */
function shownName(name: string): string {
  return name
    .replaceAll(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(0, 500);
}

function limiter(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(new TooLarge());
      else done(null, chunk);
    },
  });
}
