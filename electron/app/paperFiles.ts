import type { WrittenFile } from '../contract/circulars.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { circularPage, writeCircular } from './circulars.ts';
import type { Context } from './context.ts';
import { paperOf } from './paperRegister.ts';
import { documentOf } from './paperView.ts';

/** The print page of a paper: of a draft as it reads now, of an issued one as it was printed. */
export async function paperPage(context: Context, { id }: Args<'papers.page'>): Promise<{ readonly html: string }> {
  return circularPage(documentOf(context, paperOf(context.store().read, id)));
}

/** Writes a paper as Word document, print page or PDF; an issued one always the same. */
export async function writePaper(
  context: Context,
  { id, format, template, out }: Args<'papers.write'>,
): Promise<WrittenFile> {
  const document = documentOf(context, paperOf(context.store().read, id));
  if (template === 'office') throw new Refusal('template_none');
  return writeCircular(context, { document, format, out });
}
