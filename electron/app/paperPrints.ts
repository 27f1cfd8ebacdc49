import { createHash } from 'node:crypto';
import { findPrint, keepPrint, type PrintForm } from '../../db/queries/paperPrints.ts';
import type { StoredPaper } from '../../db/queries/papers.ts';
import { Refusal } from '../core/refusal.ts';
import { archiveBytes, archivedBytes } from '../io/originals.ts';
import { circularFile } from './circulars.ts';
import type { Context } from './context.ts';
import { paperOf } from './paperRegister.ts';
import { documentOf, isClosed } from './paperView.ts';

/**
 * The file of a paper in one form. What left the office comes out as it did the first time, byte by byte, also where a later program or
 * another machine's typefaces would lay it out otherwise (red line 6); of a draft it is made each time. A kept file that is gone or damaged
 * is kept again where it can be made the same, byte by byte; else it is refused (`file_missing`): another one would be passed off as it.
 */
export async function printOf(
  context: Context,
  paper: StoredPaper,
  form: PrintForm,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (!isClosed(paper)) return make();
  const { dataFolder } = context.deps;
  const kept = findPrint(context.store().read, paper.id, form);
  if (kept !== undefined) {
    const bytes = await archivedBytes(dataFolder, kept, ENDINGS[form]);
    if (bytes !== null) return bytes;
    const again = await make();
    if (createHash('sha256').update(again).digest('hex') === kept) {
      await archiveBytes(dataFolder, again, ENDINGS[form]);
      return again;
    }
    const file = `${kept}.${ENDINGS[form]}`;
    throw new Refusal('file_missing', `${file}（《${paper.title}》印发时的存档，请从备份恢复“originals”文件夹）`);
  }
  const made = await make();
  await archive(context, paper.id, form, made);
  const first = findPrint(context.store().read, paper.id, form);
  // Another request may have been first.
  return (first === undefined ? null : await archivedBytes(dataFolder, first, ENDINGS[form])) ?? made;
}

const ENDINGS: Readonly<Record<PrintForm, string>> = { docx: 'docx', html: 'html', pdf: 'pdf', office: 'docx' };

/** Keeps what a paper came out as; the first of a form stays. */
export async function archive(context: Context, id: number, form: PrintForm, bytes: Uint8Array): Promise<void> {
  const sha256 = await archiveBytes(context.deps.dataFolder, bytes, ENDINGS[form]);
  context.store().write((db) => keepPrint(db, { paper: id, form, sha256, at: context.deps.now() }));
}

/** Makes and keeps the Word document and the print page of a paper that was issued just now, before anybody updates the program. */
export async function keepPrints(context: Context, id: number): Promise<void> {
  const paper = paperOf(context.store().read, id);
  const document = documentOf(context, paper);
  for (const form of ['docx', 'html'] as const)
    await printOf(context, paper, form, () => circularFile(context, document, form, document.title));
}
