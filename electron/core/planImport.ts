import type { Finding } from '../contract/findings.ts';
import type { Question, Remark, RowDifference, TablePlan } from '../contract/imports.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { AnalysedRecord, AnalysedTable } from './analysed.ts';
import { periodsAtArrival } from './arrivalPeriod.ts';
import { MARKED } from './blankMark.ts';
import { compareRow, firstReceiptJudge } from './compareRow.ts';
import { withCrossChecks } from './crossChecks.ts';
import { type EarlierRecord, earlierRecords, withMendedKeys } from './earlierRecords.ts';
import { findingSentence } from './findingSentence.ts';
import { removedQuestion, resendQuestion, reusedQuestion } from './importQuestions.ts';
import { changedEarlier, returnedState, scopeRemarks } from './importRemarks.ts';
import { periodKind, periodTitle, previousPeriod } from './period.ts';
import type { PlanContext } from './planContext.ts';
import { rowDifferences } from './rowDifferences.ts';

/** Unit, duty, period and template of a table, and the one text that names them. */
export interface Scope {
  readonly unit: string;
  readonly duty: string;
  readonly period: string;
  readonly template: string;
}

export const scopeKey = (scope: Scope): string => [scope.unit, scope.duty, scope.period, scope.template].join('|');

/**
 * What a commit will do with one record. `renew`: the row is stored, but judged otherwise now (its date is no longer in the future, a
 * finding was confirmed). `known`: stored in an earlier period of the year, and repeated by this file as it is.
 */
export interface PlannedRecord {
  readonly record: AnalysedRecord;
  readonly act: 'add' | 'change' | 'keep' | 'renew' | 'known';
  /** The row came earlier than was known: its first receipt moves back. */
  readonly movesReceipt?: boolean;
  /** The earlier period of the year whose record the row is; else it belongs to the table's own. */
  readonly period?: Period;
  /** Confirmations carried over from the stored record: rule and field → who and when. */
  readonly vouched?: ReadonlyMap<string, { readonly by: string; readonly at: Moment }>;
}

/** One table of a file with what a commit would do. `scope` is null while unit, duty or period is asked. */
export interface PlannedTable {
  readonly table: AnalysedTable;
  readonly scope: Scope | null;
  readonly question: Question | null;
  readonly records: readonly PlannedRecord[];
  /** Keys of stored records that the file no longer holds and the clerk wants removed. */
  readonly removedKeys: readonly string[];
  readonly unchanged: boolean;
  readonly differences: readonly RowDifference[];
  readonly returned: TablePlan['returned'];
}

/** Whether a commit has something to write of a table. */
export function writes(table: PlannedTable): boolean {
  return (
    table.question === null &&
    table.scope !== null &&
    !table.unchanged &&
    table.records.length + table.removedKeys.length > 0
  );
}

/**
 * Compares the tables of one file with what is stored (cli.md, “Re-sent files”) and brings `known` up to date, so that the files of one
 * call are compared as if imported one after the other. Two sheets of one scope are parts of one submission.
 */
export function planFile(tables: readonly AnalysedTable[], context: PlanContext): PlannedTable[] {
  const parts = tables.map((table) => ({ table, scope: table.question === null ? scopeOf(table) : null }));
  const groups = new Map<string, { scope: Scope; members: AnalysedTable[] }>();
  for (const { table, scope } of parts) {
    if (!scope) continue;
    const group = groups.get(scopeKey(scope)) ?? { scope, members: [] };
    group.members.push(table);
    groups.set(scopeKey(scope), group);
  }
  const decided = new Map<AnalysedTable, PlannedTable>();
  for (const { scope, members } of groups.values())
    for (const [index, plan] of planGroup(members, scope, context).entries())
      decided.set(members[index] ?? plan.table, plan);
  return withCrossChecks(
    parts.map(({ table }) => decided.get(table) ?? asked(table)),
    context,
  );
}

function scopeOf(table: AnalysedTable): Scope | null {
  if (!table.unit || !table.duty || !table.period) return null;
  return { unit: table.unit.id, duty: table.duty.id, period: table.period, template: table.template };
}

/** A table that cannot be compared before its question is answered. */
function asked(table: AnalysedTable): PlannedTable {
  const records = table.records.map((record) => ({ record, act: 'add' as const }));
  const nothing = { removedKeys: [], unchanged: false, differences: [], returned: null };
  return { table, scope: null, question: table.question, records, ...nothing };
}

/** Plans the tables of one scope, in their order. */
function planGroup(sent: readonly AnalysedTable[], scope: Scope, context: PlanContext): PlannedTable[] {
  const slip = context.returnOf(scope);
  const members = withMendedKeys(sent, scope, context);
  const settled = members.filter((table) => context.isStored(table, scope));
  const fresh = members.filter((table) => !settled.includes(table));
  const repeated = settled.length > 0 ? null : repeatsLastPeriod(members, scope, context);
  const remarks = scopeRemarks(scope, slip, context);
  const state = slip && returnedState(slip, members);
  const plans = new Map([
    ...settled.map((table) => [table, keepAll(table, scope, context)] as const),
    ...planFresh(fresh, settled, scope, context).map((plan, index) => [fresh[index], plan] as const),
  ]);
  return members.flatMap((member) => {
    const plan = plans.get(member);
    return plan ? [{ ...plan, table: told(plan.table, remarks, repeated), returned: state }] : [];
  });
}

function told(table: AnalysedTable, remarks: readonly Remark[], finding: Finding | null): AnalysedTable {
  if (remarks.length === 0 && finding === null) return table;
  return {
    ...table,
    remarks: [...table.remarks, ...remarks],
    otherFindings: finding === null ? table.otherFindings : [...table.otherFindings, finding],
  };
}

/** The very bytes again: rows that were changed since stay as they are, the others are judged anew. */
function keepAll(table: AnalysedTable, scope: Scope, context: PlanContext): PlannedTable {
  const known = context.known(scope);
  const judge = firstReceiptJudge(scope, context);
  const records = table.records.map((record): PlannedRecord => {
    const before = known.get(record.key);
    if (before?.hash === record.sent) return compareRow(record, before, scope, context);
    return { record: before ? judge(record, before.receivedAt) : record, act: 'keep' };
  });
  remember(records, [], scope, context);
  const rest = { removedKeys: [], differences: [], returned: null };
  return { table, scope, question: null, records, unchanged: records.length > 0 && records.every(isIdle), ...rest };
}

/** Plans tables beside others of their scope that are stored already, as if all had come at once. */
function planFresh(
  members: readonly AnalysedTable[],
  settled: readonly AnalysedTable[],
  scope: Scope,
  context: PlanContext,
): PlannedTable[] {
  const known = context.known(scope);
  const stored = new Map(known);
  const parts = withOwnKeys([...settled, ...members]).slice(settled.length);
  const incoming = new Set(parts.flatMap((part) => part.records.map(({ record }) => record.key)));
  const beside = new Set(settled.flatMap((table) => table.records.map((record) => record.key)));
  const compared = [...stored.keys()].filter((key) => incoming.has(key) || !beside.has(key));
  const missing = compared.filter((key) => !incoming.has(key));
  const overlap = compared.length - missing.length;
  const answers = Object.assign({}, ...members.map((table) => context.answersFor(table)));
  const earlier = earlierRecords(scope, context);

  const isCorrection = overlap * 2 >= compared.length && overlap > 0;
  const relation = overlap === 0 ? 'addition' : isCorrection ? 'correction' : (answers.resend ?? 'ask');
  const question =
    reusedReturn(members, overlap, context) ??
    (relation === 'ask'
      ? resendQuestion(overlap, compared.length)
      : relation === 'correction' && missing.length > 0 && answers.removedRows === undefined
        ? removedQuestion(missing.length, compared.length)
        : null);
  const removedKeys = relation === 'correction' && answers.removedRows === 'remove' ? missing : [];
  const isNew = !context.isReported(scope);

  const plans = parts.map(({ table, records: rows }, index): PlannedTable => {
    const records = rows.map(({ record, isTwin }): PlannedRecord => {
      if (isTwin) return { record, act: 'keep' };
      const before = stored.get(record.key);
      const there = before ? undefined : earlier(record);
      return there ? compareEarlier(record, there, scope, context) : compareRow(record, before, scope, context);
    });
    const removed = index === 0 ? removedKeys : [];
    // What would leave is shown while it is asked, too: nobody can answer without seeing it.
    const leaving = index === 0 && question?.code === 'removed_rows' ? missing : removed;
    // A file without news is the unit's submission of the period all the same, once.
    const reports = isNew && rows.some(({ isTwin }) => !isTwin);
    return {
      table: told(table, changedEarlier(records, context), null),
      scope,
      question,
      records,
      removedKeys: removed,
      unchanged: question === null && removed.length === 0 && records.length > 0 && !reports && records.every(isIdle),
      differences: rowDifferences(table, records, leaving, scope, context),
      returned: null,
    };
  });
  if (question === null) for (const plan of plans) remember(plan.records, plan.removedKeys, scope, context);
  return plans;
}

/** A row of which an earlier period holds the record: compared there, counted there. */
function compareEarlier(
  record: AnalysedRecord,
  there: EarlierRecord,
  scope: Scope,
  context: PlanContext,
): PlannedRecord {
  const { period, key, before } = there;
  const planned = compareRow({ ...record, key }, before, { ...scope, period }, context);
  return { ...planned, act: planned.act === 'keep' ? 'known' : planned.act, period };
}

/** Whether a file that was returned came back with other rows, and nobody said of which period they are. */
function reusedReturn(
  members: readonly AnalysedTable[],
  overlap: number,
  { receivedAt, calendar, scheduleOf }: PlanContext,
): Question | null {
  const table = members.find(({ mark, periodEvidence }) => mark?.isReturned && periodEvidence === MARKED);
  if (!table?.period || overlap > 0 || table.records.length === 0) return null;
  const kind = periodKind(table.period);
  const schedule = table.duty ? scheduleOf?.(table.duty.id) : undefined;
  const [arrived] = periodsAtArrival(receivedAt, { kind, schedule, calendar });
  return arrived === table.period ? null : reusedQuestion(table.period, arrived);
}

/** Whether a commit writes nothing of a row. */
const isIdle = ({ act, movesReceipt }: PlannedRecord): boolean =>
  (act === 'keep' || act === 'known') && movesReceipt !== true;

interface OwnKeyed {
  readonly table: AnalysedTable;
  readonly records: readonly { readonly record: AnalysedRecord; readonly isTwin: boolean }[];
}

/** Two tables may hold the same key: the same row is one record (the later a twin), another row is a record of its own. */
function withOwnKeys(members: readonly AnalysedTable[]): OwnKeyed[] {
  const seen = new Map<string, string>();
  return members.map((table) => ({
    table,
    records: table.records.map((record) => {
      const twin = seen.get(record.key);
      if (twin === record.sent) return { record, isTwin: true };
      if (twin !== undefined)
        return { record: { ...record, key: `${record.key}#${table.sheet}${table.part}` }, isTwin: false };
      seen.set(record.key, record.sent);
      return { record, isTwin: false };
    }),
  }));
}

/** The very rows of the period before, sent again: told once per table, about the file. */
function repeatsLastPeriod(members: readonly AnalysedTable[], scope: Scope, context: PlanContext): Finding | null {
  const last = previousPeriod(scope.period);
  const hashes = new Set([...context.known({ ...scope, period: last }).values()].map((record) => record.hash));
  const rows = members.flatMap((table) => table.records);
  if (hashes.size === 0 || rows.length !== hashes.size) return null;
  if (!rows.every((record) => hashes.has(record.sent))) return null;
  const message = findingSentence('same_as_last_period', '', '', periodTitle(last));
  const severity = context.severities.same_as_last_period;
  const about = { row: null, cell: null, column: null, field: null, value: '' };
  return { ...about, rule: 'same_as_last_period', severity, message };
}

function remember(
  records: readonly PlannedRecord[],
  removedKeys: readonly string[],
  scope: Scope,
  context: PlanContext,
): void {
  const { receivedAt } = context;
  const own = context.known(scope);
  for (const key of removedKeys) own.delete(key);
  for (const { record, act, movesReceipt, period } of records) {
    const known = period === undefined ? own : context.known({ ...scope, period });
    const before = known.get(record.key);
    const first = before && before.receivedAt < receivedAt ? before.receivedAt : receivedAt;
    if (act !== 'keep' && act !== 'known')
      known.set(record.key, { hash: record.sent, receivedAt: first, planned: record });
    else if (before && movesReceipt) known.set(record.key, { ...before, receivedAt: first });
  }
}
