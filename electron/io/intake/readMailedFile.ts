import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isLitter } from '../../contract/litter.ts';
import type { IntakeResult } from '../../contract/sheets.ts';
import { Refusal } from '../../core/refusal.ts';
import { FORMATS } from './formats.ts';
import { refused } from './intakeMessages.ts';
import type { IntakeLimits } from './limits.ts';
import { readArticle } from './readArticle.ts';
import { READERS } from './readers.ts';
import { ReadFault } from './readFault.ts';
import { sniff } from './sniff.ts';

/**
 * Reads one mailed file: workbook, attachment, or refused with its reason. `name` is the name it was sent under.
 * Throws `Refusal` only where the file cannot be opened at all (`file_missing`, `file_locked`).
 */
export async function readMailedFile(
  path: string,
  { name, passwords }: { readonly name: string; readonly passwords: readonly string[] },
  limits: IntakeLimits,
): Promise<IntakeResult> {
  if (/(?:^|[\\/›]\s*)~\$[^\\/]*$/u.test(name)) return refused('temporary_file', '表格软件的临时文件');
  if (isLitter(name)) return refused('temporary_file', '操作系统留下的文件');
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return refused('empty', '0 字节');
    if (size > limits.maxBytes) {
      return refused(
        'too_large',
        `${Math.ceil(size / MEGABYTE)} MB，超过 ${Math.floor(limits.maxBytes / MEGABYTE)} MB`,
      );
    }
    const { format, zip } = await sniff(file, size, name, limits);
    const reader = READERS[format];
    if (reader) return { kind: 'workbook', workbook: await reader({ file, zip, name, passwords, limits }) };
    const { label, attachment } = FORMATS[format];
    if (!attachment) return refused('unsupported_format', label);
    return {
      kind: 'attachment',
      code: WORKBOOK_NAME.test(name) ? 'not_a_workbook' : null,
      detail: label,
      article: await readArticle(format, file, zip),
    };
  } catch (error) {
    if (error instanceof ReadFault) return refused(error.code, error.detail);
    throw error;
  } finally {
    await file.close();
  }
}

const MEGABYTE = 1024 * 1024;
const WORKBOOK_NAME = /\.(?:xlsx?|xlsm|et|csv)$/iu;
const LOCKED: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const ATTEMPTS = 4;
const PAUSE_MS = 150;

/** Opens a file that WPS or a virus scanner may hold for a moment. */
async function openFile(path: string): Promise<FileHandle> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openPlainFile(path);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (!LOCKED.has(code)) throw new Refusal('file_missing', path);
      if (attempt === ATTEMPTS) throw new Refusal('file_locked', path);
      await wait(PAUSE_MS);
    }
  }
}

async function openPlainFile(path: string): Promise<FileHandle> {
  const file = await open(path, 'r');
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new Refusal('file_missing', path);
}
