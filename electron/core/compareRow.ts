import type { Finding, StoredFinding } from '../contract/findings.ts';
import type { Moment } from '../contract/time.ts';
import type { AnalysedRecord } from './analysed.ts';
import { isCompliant } from './confirmFindings.ts';
import { isTimely } from './due.ts';
import { dayOf } from './period.ts';
import type { KnownRecord, PlanContext, Standing } from './planContext.ts';
import type { PlannedRecord, Scope } from './planImport.ts';
import { sameValues } from './rowDifferences.ts';

/**
 * What a commit does with a row of which a version is stored under its key, or none. Rows are compared as sent: what the office mended
 * stays while the unit sends the same row again, and gives way when it sends another. What a clerk confirmed stands as long as the same
 * finding about the same value does.
 */
export function compareRow(
  record: AnalysedRecord,
  before: KnownRecord | undefined,
  scope: Scope,
  context: PlanContext,
): PlannedRecord {
  if (!before) return { record, act: 'add' };
  const standing = standingOf(record.key, before, scope, context);
  const judged = firstReceiptJudge(scope, context)(record, before.receivedAt);
  const movesReceipt = context.receivedAt < before.receivedAt;
  const carried = carryConfirmations(judged, standing?.findings ?? []);
  if (before.hash !== record.sent) return { ...carried, act: 'change' };
  if (record.content !== record.sent) {
    const stored = before.planned ?? context.contents(scope, [record.key]).get(record.key);
    if (!stored || !sameValues(stored, record)) return { ...carried, act: 'change' };
  } else if (standing?.corrected) {
    const mended = mendedRecord(judged, standing, scope, context);
    return { ...kept(carryConfirmations(mended, standing.findings), standing), movesReceipt };
  }
  return { ...kept(carried, standing), movesReceipt };
}

/** A stored row stays, unless it is judged otherwise now. */
function kept(carried: Pick<PlannedRecord, 'record' | 'vouched'>, standing: Standing | undefined): PlannedRecord {
  const isSame = verdict(carried.record.findings) === verdict(standing?.findings ?? []);
  return { ...carried, act: isSame ? 'keep' : 'renew' };
}

/** A correction neither cures nor causes lateness: the clock ends with the first receipt. */
export function firstReceiptJudge(
  scope: Scope,
  { termOf, calendar, receivedAt }: PlanContext,
): (record: AnalysedRecord, first: Moment) => AnalysedRecord {
  return (record, first) => {
    if (record.timely === null || first >= receivedAt) return record;
    const term = termOf(scope.duty, record.decisionDate ?? dayOf(first));
    if (term === null) return record;
    const timely = isTimely(record.decisionDate, dayOf(first), term, calendar);
    const findings = timely ? record.findings.filter((f) => f.rule !== 'late_record') : record.findings;
    return { ...record, timely, findings, compliant: isCompliant(findings) };
  };
}

function standingOf(key: string, { planned }: KnownRecord, scope: Scope, context: PlanContext): Standing | undefined {
  if (!planned) return context.standing(scope).get(key);
  const findings = planned.findings.map((finding) => ({
    ...finding,
    id: 0,
    confirmedReason: finding.reason ?? null,
    confirmedBy: null,
    confirmedAt: null,
  }));
  return { findings, corrected: planned.content !== planned.sent };
}

/** Names a finding of a record among its others. */
export const findingKey = ({ rule, field }: Pick<Finding, 'rule' | 'field'>): string => `${rule}|${field ?? ''}`;

/** Confirmations of the stored record hold for the same finding about the same value. */
export function carryConfirmations(
  record: AnalysedRecord,
  stored: readonly StoredFinding[],
): Pick<PlannedRecord, 'record' | 'vouched'> {
  const confirmed = stored.filter((finding) => finding.confirmedReason !== null);
  if (confirmed.length === 0) return { record };
  const vouched = new Map<string, { by: string; at: Moment }>();
  const findings = record.findings.map((finding) => {
    const before = confirmed.find((f) => findingKey(f) === findingKey(finding) && f.value === finding.value);
    if (!before || before.confirmedReason === null) return finding;
    if (finding.reason !== undefined && finding.reason !== before.confirmedReason) return finding;
    // One without a moment comes with this very call.
    if (before.confirmedAt !== null)
      vouched.set(findingKey(finding), { by: before.confirmedBy ?? '', at: before.confirmedAt });
    return { ...finding, reason: before.confirmedReason };
  });
  return { record: { ...record, findings, compliant: isCompliant(findings) }, vouched };
}

/** The row as the office mended it, at its place in this file; what a clerk confirms in this call is confirmed of it, too. */
function mendedRecord(record: AnalysedRecord, standing: Standing, scope: Scope, context: PlanContext): AnalysedRecord {
  const stored = context.contents(scope, [record.key]).get(record.key);
  const findings = standing.findings.map(
    ({ id: _id, confirmedAt: _at, confirmedBy: _by, confirmedReason: _r, ...f }) => {
      const sent = record.findings.find((now) => findingKey(now) === findingKey(f) && now.value === f.value);
      return {
        ...f,
        row: record.row,
        cell: f.cell === null ? null : f.cell.replace(/\d+$/u, String(record.row)),
        ...(sent?.reason === undefined ? {} : { reason: sent.reason }),
      };
    },
  );
  const { values, decisionDate, timely } = stored ?? record;
  return { ...record, values, decisionDate, timely, findings, compliant: isCompliant(findings) };
}

/** What decides about compliance: the errors, and what was confirmed. Marks in a cell's style alone make no other judgement. */
function verdict(findings: readonly (Finding | StoredFinding)[]): string {
  const lines = findings.flatMap((finding) => {
    const reason = 'confirmedReason' in finding ? finding.confirmedReason : (finding.reason ?? null);
    return finding.severity === 'error' || reason !== null ? [`${findingKey(finding)}|${reason ?? ''}`] : [];
  });
  return lines.sort().join('\n');
}
