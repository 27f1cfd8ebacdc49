import type { StoredPaper } from '../../db/queries/papers.ts';
import type { WrittenFile } from '../contract/circulars.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import type { ChartPicture } from '../io/documents/annexSection.ts';
import { circularPage, writeCircular } from './circulars.ts';
import type { Context } from './context.ts';
import { outputPath, writeOutput } from './outputs.ts';
import { paperOf } from './paperRegister.ts';
import { documentOf, isClosed } from './paperView.ts';
import { chosenTemplate, inOfficeTemplate, type StoredTemplate } from './wordTemplate.ts';

/** The print page of a paper: of a draft as it reads now, of an issued one as it was printed. */
export async function paperPage(context: Context, { id }: Args<'papers.page'>): Promise<{ readonly html: string }> {
  return circularPage(documentOf(context, paperOf(context.store().read, id)));
}

/** Writes a paper as Word document, print page or PDF; an issued one always the same. */
export async function writePaper(
  context: Context,
  { id, format, template, out }: Args<'papers.write'>,
): Promise<WrittenFile> {
  const db = context.store().read;
  const paper = paperOf(db, id);
  const document = documentOf(context, paper);
  if (template === undefined) return writeCircular(context, { document, format, out });
  if (format !== 'docx') throw new Refusal('format_unsupported', `本办模板只能写出 Word 文档：${format}`);
  const chosen = isClosed(paper) ? frozenTemplate(paper) : chosenTemplate(db);
  // The renderer of pictures is large: it loads with the first chart.
  const picture: ChartPicture = async (spec, widthMm) =>
    (await import('../io/charts/chartPng.ts')).chartPng(spec, widthMm);
  const filled = await inOfficeTemplate(context, document, { picture, template: chosen });
  return writeOutput(await outputPath(context, out, `${document.title}.docx`), filled);
}

/** An issued paper comes out in the template of then, also when the office has chosen another one since; without one of then in none. */
function frozenTemplate({ frozen, title }: StoredPaper): StoredTemplate {
  if (!frozen?.template)
    throw new Refusal('paper_state', `《${title}》印发时没有选用本办的 Word 模板，不能按模板输出，请用程序的版式`);
  return frozen.template;
}
