import type { RecordTerm } from '../contract/duties.ts';
import type { Finding, RuleCode, Severity } from '../contract/findings.ts';
import type { Question } from '../contract/imports.ts';
import type { Moment } from '../contract/time.ts';
import type { AnalysedRecord, AnalysedTable } from './analysed.ts';
import type { WorkCalendar } from './calendar.ts';
import { isTimely } from './due.ts';
import { findingSentence } from './findingSentence.ts';
import { dayOf, periodTitle, previousPeriod } from './period.ts';

/** What is stored of one record, as far as a later file is compared with it. */
export interface KnownRecord {
  readonly hash: string;
  /** Its first receipt, which alone decides whether it is timely. */
  readonly receivedAt: Moment;
}

/** Records held by one submission scope (unit, duty, period, template), by record key. */
export type KnownRecords = Map<string, KnownRecord>;

/** Unit, duty, period and template of a table, and the one text that names them. */
export interface Scope {
  readonly unit: string;
  readonly duty: string;
  readonly period: string;
  readonly template: string;
}

export const scopeKey = (scope: Scope): string => [scope.unit, scope.duty, scope.period, scope.template].join('|');

/** What a commit will do with one record. */
export interface PlannedRecord {
  readonly record: AnalysedRecord;
  readonly hash: string;
  readonly act: 'add' | 'change' | 'keep';
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
}

export interface PlanContext {
  /** Stored records of a scope; called once per scope, the answer is kept up to date by the plan. */
  readonly known: (scope: Scope) => KnownRecords;
  readonly hash: (content: string) => string;
  readonly receivedAt: Moment;
  readonly termOf: (duty: string) => RecordTerm | null;
  readonly calendar: WorkCalendar;
  readonly severities: Readonly<Record<RuleCode, Severity>>;
  /** This very sheet of the very same bytes is stored in the scope: whatever came since, nothing is changed back. */
  readonly isStored: (sheet: string, scope: Scope) => boolean;
  readonly answersFor: (sheet: string) => {
    readonly removedRows?: 'remove' | 'keep' | undefined;
    readonly resend?: 'correction' | 'addition' | undefined;
  };
}

/**
 * Compares the tables of one file with what is stored (cli.md, “Re-sent files”) and brings `known` up to date, so that the files of one
 * call are compared as if imported one after the other. Two sheets of one scope are parts of one submission.
 */
export function planFile(tables: readonly AnalysedTable[], context: PlanContext): PlannedTable[] {
  const parts = tables.map((table) => ({ table, scope: table.question === null ? scopeOf(table) : null }));
  const groups = new Map<string, AnalysedTable[]>();
  for (const { table, scope } of parts)
    if (scope) groups.set(scopeKey(scope), [...(groups.get(scopeKey(scope)) ?? []), table]);
  const decided = new Map<AnalysedTable, PlannedTable>();
  for (const members of groups.values()) {
    const repeated = repeatsLastPeriod(members, context);
    for (const plan of planGroup(members, context)) decided.set(plan.table, repeated ? told(plan, repeated) : plan);
  }
  return parts.map(
    ({ table }) =>
      decided.get(table) ?? {
        table,
        scope: null,
        question: table.question,
        records: table.records.map((record) => ({ record, hash: context.hash(record.content), act: 'add' as const })),
        removedKeys: [],
        unchanged: false,
      },
  );
}

function scopeOf(table: AnalysedTable): Scope | null {
  if (!table.unit || !table.duty || !table.period) return null;
  return { unit: table.unit.id, duty: table.duty.id, period: table.period, template: table.template };
}

function planGroup(members: readonly AnalysedTable[], context: PlanContext): PlannedTable[] {
  const scope = scopeOf(members[0] as AnalysedTable); // a group has at least one member, all of one scope
  if (!scope) return [];
  const [settled, fresh] = [true, false].map((is) =>
    members.filter((table) => context.isStored(table.sheet, scope) === is),
  ) as [AnalysedTable[], AnalysedTable[]]; // two filters, two lists
  return [...settled.map((table) => keepAll(table, scope, context)), ...planFresh(fresh, scope, context)];
}

function keepAll(table: AnalysedTable, scope: Scope, context: PlanContext): PlannedTable {
  const known = context.known(scope);
  const records = table.records.map((record) => {
    const first = known.get(record.key)?.receivedAt;
    const judged = first === undefined ? record : judgeByFirstReceipt(record, first, scope.duty, context);
    return { record: judged, hash: context.hash(record.content), act: 'keep' as const };
  });
  return { table, scope, question: null, records, removedKeys: [], unchanged: records.length > 0 };
}

function planFresh(members: readonly AnalysedTable[], scope: Scope, context: PlanContext): PlannedTable[] {
  const known = context.known(scope);
  const stored = new Map(known);
  const parts = withOwnKeys(members, context.hash);
  const incoming = new Set(parts.flatMap((part) => part.records.map(({ record }) => record.key)));
  const overlap = [...incoming].filter((key) => stored.has(key)).length;
  const missing = [...stored.keys()].filter((key) => !incoming.has(key));
  const answers = Object.assign({}, ...members.map((table) => context.answersFor(table.sheet)));

  const isCorrection = overlap * 2 >= stored.size && overlap > 0;
  const relation =
    stored.size === 0 || overlap === 0 ? 'addition' : isCorrection ? 'correction' : (answers.resend ?? 'ask');
  const question =
    relation === 'ask'
      ? resendQuestion(overlap, stored.size)
      : relation === 'correction' && missing.length > 0 && answers.removedRows === undefined
        ? removedQuestion(missing.length, stored.size)
        : null;
  const removedKeys = relation === 'correction' && answers.removedRows === 'remove' ? missing : [];

  const plans = parts.map(({ table, records: rows }, index): PlannedTable => {
    const records = rows.map(({ record, hash, isTwin }): PlannedRecord => {
      const before = stored.get(record.key);
      if (isTwin) return { record, hash, act: 'keep' };
      if (!before) return { record, hash, act: 'add' };
      const judged = judgeByFirstReceipt(record, before.receivedAt, scope.duty, context);
      return { record: judged, hash, act: before.hash === hash ? 'keep' : 'change' };
    });
    const removed = index === 0 ? removedKeys : [];
    return {
      table,
      scope,
      question,
      records,
      removedKeys: removed,
      unchanged:
        question === null && removed.length === 0 && records.length > 0 && records.every((r) => r.act === 'keep'),
    };
  });
  if (question === null) remember(known, plans, context.receivedAt);
  return plans;
}

interface OwnKeyed {
  readonly table: AnalysedTable;
  readonly records: readonly { readonly record: AnalysedRecord; readonly hash: string; readonly isTwin: boolean }[];
}

/** Two sheets may hold the same key: the same row is one record (the later a twin), another row is a record of its own. */
function withOwnKeys(members: readonly AnalysedTable[], hash: (content: string) => string): OwnKeyed[] {
  const seen = new Map<string, string>();
  return members.map((table) => ({
    table,
    records: table.records.map((record) => {
      const own = hash(record.content);
      const twin = seen.get(record.key);
      if (twin === own) return { record, hash: own, isTwin: true };
      if (twin !== undefined)
        return { record: { ...record, key: `${record.key}#${table.sheet}` }, hash: own, isTwin: false };
      seen.set(record.key, own);
      return { record, hash: own, isTwin: false };
    }),
  }));
}

/** The very rows of the period before, sent again: told once per table, about the file. */
function repeatsLastPeriod(members: readonly AnalysedTable[], context: PlanContext): Finding | null {
  const scope = scopeOf(members[0] as AnalysedTable); // a group has at least one member, all of one scope
  if (!scope || members.some((table) => context.isStored(table.sheet, scope))) return null;
  const last = previousPeriod(scope.period);
  const hashes = new Set([...context.known({ ...scope, period: last }).values()].map((record) => record.hash));
  const rows = members.flatMap((table) => table.records);
  if (hashes.size === 0 || rows.length !== hashes.size) return null;
  if (!rows.every((record) => hashes.has(context.hash(record.content)))) return null;
  const message = findingSentence('same_as_last_period', '', '', periodTitle(last));
  const severity = context.severities.same_as_last_period;
  return {
    row: null,
    cell: null,
    column: null,
    field: null,
    rule: 'same_as_last_period',
    severity,
    value: '',
    message,
  };
}

function told(plan: PlannedTable, finding: Finding): PlannedTable {
  return { ...plan, table: { ...plan.table, otherFindings: [...plan.table.otherFindings, finding] } };
}

/** A correction neither cures nor causes lateness: the clock ends with the first receipt. */
function judgeByFirstReceipt(
  record: AnalysedRecord,
  first: Moment,
  duty: string,
  context: PlanContext,
): AnalysedRecord {
  const term = context.termOf(duty);
  if (record.timely === null || term === null || first >= context.receivedAt) return record;
  const timely = isTimely(record.decisionDate, dayOf(first), term, context.calendar);
  return {
    ...record,
    timely,
    findings: timely ? record.findings.filter((f) => f.rule !== 'late_record') : record.findings,
  };
}

function remember(known: KnownRecords, plans: readonly PlannedTable[], receivedAt: Moment): void {
  for (const plan of plans) {
    for (const key of plan.removedKeys) known.delete(key);
    for (const { record, hash, act } of plan.records) {
      if (act === 'keep') continue;
      const before = known.get(record.key)?.receivedAt ?? receivedAt;
      known.set(record.key, { hash, receivedAt: before < receivedAt ? before : receivedAt });
    }
  }
}

function removedQuestion(missing: number, stored: number): Question {
  return {
    code: 'removed_rows',
    message: `这是一份更正件，但已入库 ${stored} 条中有 ${missing} 条不在其中。请选择保留还是删除这些记录。`,
    candidates: [
      { value: 'keep', label: `保留这 ${missing} 条`, evidence: '', choice: { removedRows: 'keep' } },
      { value: 'remove', label: `删除这 ${missing} 条`, evidence: '', choice: { removedRows: 'remove' } },
    ],
  };
}

function resendQuestion(overlap: number, stored: number): Question {
  return {
    code: 'resend_or_addition',
    message: `已入库 ${stored} 条中只有 ${overlap} 条再次出现。请说明这是更正件还是补充件。`,
    candidates: [
      { value: 'correction', label: '更正件（以本次为准）', evidence: '', choice: { resend: 'correction' } },
      { value: 'addition', label: '补充件（在原有基础上增加）', evidence: '', choice: { resend: 'addition' } },
    ],
  };
}
