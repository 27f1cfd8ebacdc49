import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { logAction } from '../../db/queries/audit.ts';
import { getSetting, putSetting } from '../../db/queries/settings.ts';
import type { ReadDb } from '../../db/types.ts';
import type { CircularDocument } from '../contract/circulars.ts';
import { templateFault } from '../contract/templateFault.ts';
import type { Moment } from '../contract/time.ts';
import type { Args, Result } from '../contract.ts';
import { lackingTags } from '../core/officeTags.ts';
import { Refusal } from '../core/refusal.ts';
import type { ChartPicture } from '../io/documents/annexSection.ts';
import { archiveOriginal, findOriginal } from '../io/originals.ts';
import type { Context } from './context.ts';
import { outputPath, writeOutput } from './outputs.ts';

const KEY = 'wordTemplate';

/** What the setting holds: the file lies among the originals. */
export interface StoredTemplate {
  readonly name: string;
  readonly sha256: string;
  readonly at: Moment;
  readonly by: string;
}

/** The template that the office has chosen; null: none. A paper keeps the one it was issued under. */
export const chosenTemplate = (db: ReadDb): StoredTemplate | null =>
  getSetting<{ readonly template: StoredTemplate | null }>(db, KEY)?.template ?? null;

/** The office's own Word template, checked against what the program can fill in now; null: it has none. */
export async function getWordTemplate(context: Context): Promise<Result<'wordTemplate.get'>> {
  const template = chosenTemplate(context.store().read);
  if (template === null) return null;
  const { name, at, by } = template;
  return { name, at, by, ...(await check(await templateBytes(context, template), name)) };
}

/** Looks at a file that may become the template. */
export async function checkWordTemplate(
  context: Context,
  { path }: Args<'wordTemplate.check'>,
): Promise<Result<'wordTemplate.check'>> {
  const name = basename(path);
  return { name, at: context.deps.now(), by: '', ...(await check(await bytesOf(path), name)) };
}

/**
 * Takes a template into the data folder; refuses `template_tags` one with placeholders that nobody would fill, `template_lacks` one without a place
 * for the title or the text.
 */
export async function saveWordTemplate(
  context: Context,
  { path, by = '' }: Args<'wordTemplate.save'>,
): Promise<Result<'wordTemplate.save'>> {
  const name = basename(path);
  const bytes = await bytesOf(path);
  const checked = await check(bytes, name);
  if (checked.unknown.length > 0) throw new Refusal('template_tags', checked.unknown.map(templateFault).join('；'));
  const lacking = lackingTags(checked);
  if (lacking.length > 0) throw new Refusal('template_lacks', lacking.join('、'));
  // Of the bytes that were checked: what was saved in WPS since is refused by the archive.
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await archiveOriginal(context.deps.dataFolder, path, sha256);
  const at = context.deps.now();
  put(context, { name, sha256, at, by }, by);
  return { name, at, by, ...checked };
}

/** Goes back to the program's own layout. The file stays among the originals. */
export function removeWordTemplate(context: Context, { by = '' }: Args<'wordTemplate.remove'>): null {
  put(context, null, by);
  return null;
}

/** Writes a template to begin from. Refuses `format_unsupported` a file that is no `.docx` by its name. */
export async function sampleWordTemplate(
  context: Context,
  { out }: Args<'wordTemplate.sample'>,
): Promise<Result<'wordTemplate.sample'>> {
  if (out !== undefined && extname(out).toLowerCase() !== '.docx')
    throw new Refusal('format_unsupported', `${basename(out)}（模板是 Word 文档，文件名要以 .docx 结尾）`);
  const path = await outputPath(context, out, '通报模板.docx');
  const { writeOfficeTemplateSample } = await import('../io/documents/officeTemplateSample.ts');
  return writeOutput(path, await writeOfficeTemplateSample());
}

/** A paper in the office's own template, or in the one it was issued under. Refuses `template_none` where there is none. */
export async function inOfficeTemplate(
  context: Context,
  document: CircularDocument,
  { template, ...drawing }: { readonly picture: ChartPicture; readonly template: StoredTemplate | null },
): Promise<Uint8Array> {
  if (template === null) throw new Refusal('template_none');
  const { fillOfficeTemplate } = await import('../io/documents/officeTemplate.ts');
  return fillOfficeTemplate(await templateBytes(context, template), document, drawing);
}

function put(context: Context, template: StoredTemplate | null, by: string): void {
  const before = chosenTemplate(context.store().read);
  context.store().write((db) => {
    // A setting is never null itself.
    putSetting(db, KEY, { template });
    const action = template === null ? 'wordTemplate.remove' : 'wordTemplate.save';
    logAction(
      db,
      context.deps.now(),
      action,
      (template ?? before)?.name ?? '',
      JSON.stringify({ before, template }),
      by,
    );
  });
}

async function check(bytes: Uint8Array, name: string) {
  // The library is loaded with the first template.
  const { checkOfficeTemplate } = await import('../io/documents/officeTemplate.ts');
  return checkOfficeTemplate(bytes, name);
}

async function templateBytes(context: Context, { sha256, name }: StoredTemplate): Promise<Uint8Array> {
  return bytesOf(await findOriginal(context.deps.dataFolder, sha256, name));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > MOST_BYTES) throw new Refusal('template_unreadable', `${basename(path)}（超过20兆，模板不会这么大）`);
  return new Uint8Array(
    await readFile(path).catch(() => {
      throw new Refusal('file_missing', path);
    }),
  );
}

/** A template with a letterhead's picture is some hundred kB. */
const MOST_BYTES = 20 * 1024 * 1024;
