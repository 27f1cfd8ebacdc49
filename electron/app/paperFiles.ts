import type { StoredPaper } from '../../db/queries/papers.ts';
import type { DocumentFormat, WrittenFile } from '../contract/circulars.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { circularFile, drawPicture } from './circulars.ts';
import type { Context } from './context.ts';
import { outputPath, writeOutput } from './outputs.ts';
import { printOf } from './paperPrints.ts';
import { paperOf } from './paperRegister.ts';
import { documentOf, isClosed } from './paperView.ts';
import { printedPdf } from './printedPdf.ts';
import { chosenTemplate, inOfficeTemplate, type StoredTemplate } from './wordTemplate.ts';

/** The print page of a paper: of a draft as it reads now, of an issued one as it was printed. */
export async function paperPage(context: Context, { id }: Args<'papers.page'>): Promise<{ readonly html: string }> {
  const paper = paperOf(context.store().read, id);
  const page = await printOf(context, paper, 'html', () => file(context, paper, 'html', paper.title));
  return { html: new TextDecoder().decode(page) };
}

/** Writes a paper as Word document, print page or PDF; an issued one always the same bytes. */
export async function writePaper(
  context: Context,
  { id, format, template, out }: Args<'papers.write'>,
): Promise<WrittenFile> {
  const paper = paperOf(context.store().read, id);
  if (template !== undefined && format !== 'docx')
    throw new Refusal('format_unsupported', `本办模板只能写出 Word 文档：${format}`);
  const document = documentOf(context, paper);
  const path = await outputPath(context, out, `${document.title}.${format}`);
  if (template !== undefined) {
    const chosen = isClosed(paper) ? frozenTemplate(paper) : chosenTemplate(context.store().read);
    const make = () => inOfficeTemplate(context, document, { picture: drawPicture, template: chosen });
    return writeOutput(path, await printOf(context, paper, 'office', make));
  }
  return writeOutput(path, await printOf(context, paper, format, () => file(context, paper, format, path)));
}

/** Of a closed paper the PDF is its kept page printed: what is read on screen and on paper is one. */
async function file(context: Context, paper: StoredPaper, format: DocumentFormat, out: string): Promise<Uint8Array> {
  if (format === 'pdf') return printedPdf(context, (await paperPage(context, paper)).html, out);
  return circularFile(context, documentOf(context, paper), format, out);
}

/** An issued paper comes out in the template of then, also when the office has chosen another one since; without one of then in none. */
function frozenTemplate({ frozen, title }: StoredPaper): StoredTemplate {
  if (!frozen?.template)
    throw new Refusal('paper_state', `《${title}》印发时没有选用本办的 Word 模板，不能按模板输出，请用程序的版式`);
  return frozen.template;
}
