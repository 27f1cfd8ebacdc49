import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../../electron/contract/time.ts';
import { record } from '../schema.ts';
import type { ReadDb } from '../types.ts';
import { elapsedDays } from './lateness.ts';
import type { RecordVersion } from './recordVersions.ts';

/** A version of a table with a decision date, and where it is counted; `timely` null: its duty gave it no term. */
export type DatedVersion = Pick<
  RecordVersion,
  'id' | 'lineage' | 'state' | 'batch' | 'unit' | 'duty' | 'period' | 'template' | 'receivedAt'
> & { readonly decisionDate: Day | null; readonly timely: boolean | null };

/** Decisions of some days, `before` excluded (null: without end), and what their term leaves to rest days (`undecidedDays`; null: no term). */
export interface JudgedSpan {
  readonly from: Day;
  readonly before: Day | null;
  readonly undecided: { readonly over: number; readonly upTo: number } | null;
}

/**
 * Versions of a duty in these templates, those taken back left out, that the terms of these spans may judge otherwise than is stored. What has
 * no decision date goes by its first receipt.
 */
export function datedVersions(
  db: ReadDb,
  {
    duty,
    templates,
    spans,
  }: { readonly duty: string; readonly templates: readonly string[]; readonly spans: readonly JudgedSpan[] },
): readonly DatedVersion[] {
  const { id, lineage, state, batch, unit, period, template, receivedAt, decisionDate, timely } = record;
  return db
    .select({ id, lineage, state, batch, unit, duty: record.duty, period, template, receivedAt, decisionDate, timely })
    .from(record)
    .where(
      and(
        eq(record.duty, duty),
        inArray(template, [...templates]),
        ne(state, 'undone'),
        or(...spans.map((span) => and(decidedIn(span), mayDiffer(span)))),
      ),
    )
    .all();
}

function decidedIn({ from, before }: JudgedSpan): SQL {
  const decided = sql`coalesce(${record.decisionDate}, substr(${record.receivedAt}, 1, 10))`;
  return before === null ? sql`${decided} >= ${from}` : sql`(${decided} >= ${from} and ${decided} < ${before})`;
}

/** Whether the stored judgement is not surely that of the term. */
function mayDiffer({ undecided }: JudgedSpan): SQL {
  const { timely } = record;
  if (undecided === null) return sql`${timely} is not null`;
  const { over, upTo } = undecided;
  return sql`(${timely} is null or case
    when ${elapsedDays} is null or ${elapsedDays} < 0 or ${elapsedDays} > ${upTo} then ${timely} = 1
    when ${elapsedDays} <= ${over} then ${timely} = 0
    else 1 end)`;
}
