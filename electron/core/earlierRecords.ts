import type { Template } from '../contract/templates.ts';
import type { Period } from '../contract/time.ts';
import type { AnalysedRecord, AnalysedTable } from './analysed.ts';
import { withStoredKeys } from './mendedKeys.ts';
import type { KnownRecord, PlanContext } from './planContext.ts';
import type { Scope } from './planImport.ts';
import { namesRecord } from './recordKey.ts';

/** A record that an earlier period of the year holds, and that a cumulative file (Jan–Oct, month after month) repeats. */
export interface EarlierRecord {
  readonly period: Period;
  /** Its stored key, which may bear a number behind it. */
  readonly key: string;
  readonly before: KnownRecord;
}

/**
 * Finds the stored record of an earlier period that a row repeats: the equal row, or the one of the same identifying key, of which the row
 * is a correction. Only templates whose rows name a day hold events; the same line of a standing list is owed every time.
 */
export function earlierRecords(
  scope: Scope,
  context: PlanContext,
): (record: AnalysedRecord) => EarlierRecord | undefined {
  const template = context.templateOf(scope.template);
  if (!template || !holdsEvents(template)) return () => undefined;
  const byHash = new Map<string, EarlierRecord>();
  const byKey = new Map<string, EarlierRecord>();
  for (const period of context.earlierPeriods(scope))
    for (const [key, before] of context.known({ ...scope, period })) {
      const earlier = { period, key, before };
      if (!byHash.has(before.hash)) byHash.set(before.hash, earlier);
      if (namesRecord(key, template) && !byKey.has(key)) byKey.set(key, earlier);
    }
  return ({ sent, key }) => byHash.get(sent) ?? byKey.get(key);
}

/** The tables with the stored keys of records that were mended in their key, of the period and of earlier ones that the tables repeat. */
export function withMendedKeys(
  sent: readonly AnalysedTable[],
  scope: Scope,
  context: PlanContext,
): readonly AnalysedTable[] {
  const template = context.templateOf(scope.template);
  const own = withStoredKeys(sent, context.known(scope), template, context.returnOf(scope));
  if (!template || !holdsEvents(template)) return own;
  const incoming = new Set(own.flatMap((table) => table.records.map((record) => record.key)));
  return context.earlierPeriods(scope).reduce((tables, period) => {
    const there = { ...scope, period };
    const stored = context.known(there);
    const repeated = [...stored.keys()].filter((key) => incoming.has(key)).length;
    // Two parties of one decision may come in two weeks: only a file that repeats a period can mend what it holds.
    return repeated * 2 >= stored.size && repeated > 0
      ? withStoredKeys(tables, stored, template, context.returnOf(there))
      : tables;
  }, own);
}

const holdsEvents = ({ columns }: Template): boolean => columns.some((column) => column.type === 'date');
