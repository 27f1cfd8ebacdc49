import type { Tally } from '../../db/queries/tallies.ts';
import type { CircularDocument, DocumentFormat, WrittenFile } from '../contract/circulars.ts';
import type { Period } from '../contract/time.ts';
import { composeCircular } from '../core/circular.ts';
import { circularHtml } from '../core/circularHtml.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { asPrinted } from './asPrinted.ts';
import { type Context, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { describeOutput, outputPath, writeOutput } from './outputs.ts';
import { cellsOf, faultyOf, ratesOf, talliesOf } from './status.ts';

interface CircularQuery {
  readonly period: Period;
  readonly asOf?: string | undefined;
  readonly no?: number | undefined;
}

/** Composes the circular of a period from the data as it stands. */
export function composeFor(context: Context, query: CircularQuery): CircularDocument {
  const db = context.store().read;
  const directory = readDirectory(db);
  const at = { period: query.period, asOf: nowOf(query.asOf, context.deps.now) };
  const cells = cellsOf(db, directory, at, context);
  const { templates } = context.resources;
  const titleOf = (id: string): string => templates.find((template) => template.id === id)?.title ?? id;
  const { circularTexts, neutralTexts } = context.resources;
  const texts = circularTexts.get(directory.office.id) ?? neutralTexts;
  const tallies = talliesOf(db, directory, at, context);
  return composeCircular({
    ...at,
    office: directory.office,
    no: query.no ?? null,
    date: dayOf(at.asOf),
    // A paper about an earlier period shows the names and rules of then.
    ...asPrinted(db, directory, at),
    cells,
    rates: ratesOf(db, directory, at, context, cells),
    findings: faultyOf(db, directory, at, context, texts.limits.rowsPerUnit).map(({ name, ...record }) => ({
      ...record,
      templateTitle: titleOf(record.template),
      subject: name,
    })),
    findingTotals: faultyPerUnit(tallies),
    counts: tallies.map(({ unit, template, records, compliant }) => ({
      unit,
      template,
      templateTitle: titleOf(template),
      records,
      compliant,
    })),
    texts,
  });
}

/** The print page of a circular. */
export function circularPage(document: CircularDocument): { readonly html: string } {
  return { html: circularHtml(document) };
}

/** Writes a circular as Word document, print page or PDF. The PDF is the print page, printed by the browser at hand. */
export async function writeCircular(
  context: Context,
  {
    document,
    format,
    out,
  }: { readonly document: CircularDocument; readonly format: DocumentFormat; readonly out?: string | undefined },
): Promise<WrittenFile> {
  const path = await outputPath(context, out, `${document.title}.${format}`);
  switch (format) {
    case 'docx': {
      // The library is large and rarely needed: it loads with the first document, not with the program.
      const { writeCircularDocx } = await import('../io/documents/circularDocx.ts');
      return writeOutput(path, await writeCircularDocx(document));
    }
    case 'html':
      return writeOutput(path, circularHtml(document));
    case 'pdf':
      if (!context.deps.printHtmlToPdf) throw new Refusal('format_unsupported', 'pdf');
      await context.deps.printHtmlToPdf(circularHtml(document), path);
      return describeOutput(path);
    default:
      throw new Refusal('format_unsupported', format satisfies never);
  }
}

function faultyPerUnit(tallies: readonly Tally[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { unit, records, compliant } of tallies) sums.set(unit, (sums.get(unit) ?? 0) + records - compliant);
  return sums;
}
