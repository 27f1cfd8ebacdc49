import type { FileHandle } from 'node:fs/promises';
import type { Article } from '../../contract/sheets.ts';
import { articleOf } from '../../core/article.ts';
import type { FileFormat } from './formats.ts';
import { readDocx } from './readDocx.ts';
import { readEml } from './readEml.ts';
import type { ZipArchive } from './zipArchive.ts';

/** What a Word document or a mail says; null for papers and pictures, whose words no program reads. */
export async function readArticle(
  format: FileFormat,
  file: FileHandle,
  zip: ZipArchive | null,
): Promise<Article | null> {
  if (format === 'docx' && zip) return readDocx(file, zip);
  if (format !== 'eml') return null;
  const { mail, text } = await readEml(await file.readFile());
  return { ...articleOf(text), title: mail.subject, day: mail.sentAt?.slice(0, 10) ?? null };
}
