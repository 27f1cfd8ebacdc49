import type { Duty, Quota, RecordTerm } from '../../../electron/contract/duties.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';

/** `至少 1 篇`, `按县信用办分配数量`, `未定量`. */
export function quotaText(quota: Quota | null): string {
  if (!quota) return W.noQuota;
  return quota.count === null ? quota.of || W.quotaAllotted : `至少 ${quota.count} ${quota.of}`;
}

/** `7 个自然日`, `7 个工作日`, `不计时`. */
export function termText(term: RecordTerm | null): string {
  return term ? `${term.days} 个${term.unit === 'natural' ? W.natural : W.working}` : W.noRecordTerm;
}

/** The due rule as the service words it, with the record's own clock beside it. */
export function dueTextOf(duty: Duty): string {
  const due = duty.dueText || W.noDue;
  return duty.recordTerm ? `${due}；逐条：决定后 ${termText(duty.recordTerm)}` : due;
}
