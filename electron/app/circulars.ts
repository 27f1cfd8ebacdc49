import type { ChartSpec } from '../contract/charts.ts';
import type { CircularDocument, DocumentForm, DocumentFormat, WrittenFile } from '../contract/circulars.ts';
import { PLAIN_FORM } from '../contract/circulars.ts';
import type { CircularKind, PaperScope, PaperView } from '../contract/papers.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { composeCircular, composeDraft } from '../core/circular.ts';
import { circularAdvice } from '../core/circularAdvice.ts';
import { circularHtml } from '../core/circularHtml.ts';
import type { CircularInput } from '../core/circularInput.ts';
import { circularKindOf } from '../core/circularKind.ts';
import { annexesOf, annexesToChoose } from '../core/circularTables.ts';
import { CIRCULAR_ANNEXES, type CircularAnnex } from '../core/circularTexts.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { chartsOf } from './charts.ts';
import { circularInput } from './circularData.ts';
import type { Context } from './context.ts';
import { nowOf } from './moments.ts';
import { outputPath, writeOutput } from './outputs.ts';
import { printedPdf } from './printedPdf.ts';

/** Composes the circular of a period from the data as it stands, numbered and without edits. */
export function composeFor(context: Context, query: Args<'circulars.compose'>): CircularDocument {
  const asOf = nowOf(query.asOf, context.deps.now);
  const { period, scope = WHOLE, no = null } = query;
  const kind = circularKindOf(period, query.kind);
  const date = dayOf(asOf);
  const input = circularInput(context, { kind, period, asOf, scope, no, date, form: PLAIN_FORM, annexes: null });
  return composeCircular(withCharts(context, input));
}

/** All duties, all units. */
const WHOLE: PaperScope = { duties: null, units: null };

/** What decides the draft of a circular. */
export interface DraftQuestion {
  readonly kind: CircularKind;
  readonly period: Period;
  readonly asOf: Moment;
  readonly scope: PaperScope;
  readonly form: DocumentForm;
  /** Annexes in order, unknown ones passed over; null: as the texts give them. */
  readonly annexes: readonly string[] | null;
  /** 成文日期 */
  readonly date: Day;
}

/** What the data say in a circular now, before edits and numbers, which annexes there are, and what to look at before it is signed. */
export interface CircularDraft {
  readonly draft: CircularDocument;
  readonly annexChoice: PaperView['annexChoice'];
  readonly advice: readonly string[];
}

/** Composes the draft of a circular; refuses a kind that is not about such a period (`paper_kind`), unknown duties and units of the scope. */
export function draftFor(context: Context, { annexes, ...question }: DraftQuestion): CircularDraft {
  const kind = circularKindOf(question.period, question.kind);
  const chosen = annexes?.filter((annex): annex is CircularAnnex => CIRCULAR_ANNEXES.some((known) => known === annex));
  const input = withCharts(context, circularInput(context, { ...question, kind, annexes: chosen ?? null, no: null }));
  return { draft: composeDraft(input), annexChoice: annexesToChoose(input), advice: circularAdvice(input) };
}

/** Charts are counted only for a paper that has them. */
function withCharts(context: Context, input: CircularInput): CircularInput {
  if (!annexesOf(input).some(({ annex }) => annex === 'charts')) return input;
  const { period, asOf, scope } = input;
  return { ...input, charts: chartsOf(context, { period, asOf, duties: scope.duties, units: scope.units }) };
}

/** The print page of a paper, its charts drawn. */
export async function circularPage(document: CircularDocument): Promise<{ readonly html: string }> {
  // Echarts is large: only who draws waits for it.
  if (!document.tables.some(({ charts }) => charts)) return { html: circularHtml(document) };
  const { chartSvg } = await import('../io/charts/chartSvg.ts');
  return { html: circularHtml(document, { draw: chartSvg }) };
}

/** Writes a circular as Word document, print page or PDF. */
export async function writeCircular(
  context: Context,
  {
    document,
    format,
    out,
  }: { readonly document: CircularDocument; readonly format: DocumentFormat; readonly out?: string | undefined },
): Promise<WrittenFile> {
  const path = await outputPath(context, out, `${document.title}.${format}`);
  return writeOutput(path, await circularFile(context, document, format, path));
}

/** The bytes of a circular as Word document, print page or PDF. The PDF is the print page, printed by the browser at hand; `out`: where it is to go, for a refusal. */
export async function circularFile(
  context: Context,
  document: CircularDocument,
  format: DocumentFormat,
  out: string,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx': {
      // The library is large and rarely needed: it loads with the first document, not with the program.
      const { writeCircularDocx } = await import('../io/documents/circularDocx.ts');
      return writeCircularDocx(document, { picture: drawPicture });
    }
    case 'html':
      return new TextEncoder().encode((await circularPage(document)).html);
    case 'pdf':
      return printedPdf(context, (await circularPage(document)).html, out);
    default:
      throw new Refusal('format_unsupported', format satisfies never);
  }
}

/** Draws a chart for a Word document. The renderer of pictures is large: it loads with the first chart. */
export async function drawPicture(spec: ChartSpec, widthMm: number) {
  const { chartPng } = await import('../io/charts/chartPng.ts');
  return chartPng(spec, widthMm);
}
