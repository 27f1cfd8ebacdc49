import { type FindingLine, findingLines, reasonsFor, countFindings as storedCount } from '../../db/queries/findings.ts';
import type { ReadDb } from '../../db/types.ts';
import type { WrittenFile } from '../contract/circulars.ts';
import type { FindingCount, RecordQuery } from '../contract/records.ts';
import type { Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { writeWhole } from '../io/wholeFile.ts';
import { type FindingRow, writeFindingsWorkbook } from '../io/workbooks/findingsWorkbook.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { describeOutput, outputPath } from './outputs.ts';
import { periodsIn } from './status.ts';

/** Findings of the records asked for, per rule, most frequent first. */
export function countFindings(context: Context, query: RecordQuery): readonly FindingCount[] {
  const { db, periods } = asked(context, query);
  return storedCount(db, query, periods);
}

/** Reasons written before for a rule, most used first; those for the field asked for come before the rule's others. */
export function listReasons(context: Context, { rule, field }: Args<'findings.reasons'>): readonly string[] {
  const db = context.store().read;
  const own = field === undefined ? [] : reasonsFor(db, rule, field);
  return [...new Set([...own, ...reasonsFor(db, rule, undefined)])];
}

/** The findings of the records asked for as a workbook (问题清单). */
export async function writeFindings(context: Context, { query, out }: Args<'findings.write'>): Promise<WrittenFile> {
  const { db, directory, periods } = asked(context, query);
  const place = query.period === undefined ? '全部' : periodTitle(query.period);
  const unit = directory.units.find((one) => one.id === query.unit)?.name;
  const name = ['问题清单', ...(unit === undefined ? [] : [unit]), place].join('-');
  const path = await outputPath(context, out, `${name}.xlsx`);
  await writeWhole(path, (partial) =>
    writeFindingsWorkbook(partial, name, rows(context, { db, directory, query, periods })),
  ).catch(() => {
    throw new Refusal('output_failed', path);
  });
  return describeOutput(path);
}

interface Asked {
  readonly db: ReadDb;
  readonly directory: Directory;
  readonly periods: readonly Period[] | null;
}

function asked(context: Context, query: RecordQuery): Asked {
  const db = context.store().read;
  const directory = readDirectory(db);
  if (query.template !== undefined && !context.resources.templates.some((t) => t.id === query.template))
    throw new Refusal('template_unknown', query.template);
  if (query.unit !== undefined && !directory.units.some((u) => u.id === query.unit))
    throw new Refusal('unit_unknown', query.unit);
  const periods = query.period === undefined ? null : periodsIn(directory, query.period, context.calendar);
  return { db, directory, periods };
}

const PAGE = 2000;

/** The lines one after the other, a page in memory at a time. */
function* rows(
  { resources }: Context,
  { db, directory, query, periods }: Asked & { readonly query: RecordQuery },
): Generator<FindingRow> {
  const named = (list: readonly { readonly id: string; readonly title: string }[], id: string): string =>
    list.find((one) => one.id === id)?.title ?? id;
  for (let offset = 0; ; offset += PAGE) {
    const lines: readonly FindingLine[] = findingLines(db, query, periods, { offset, page: PAGE });
    for (const line of lines)
      yield {
        ...line,
        unit: directory.units.find((one) => one.id === line.unit)?.name ?? line.unit,
        duty: named(directory.duties, line.duty),
        template: named(resources.templates, line.template),
        period: periodTitle(line.period),
      };
    if (lines.length < PAGE) return;
  }
}
