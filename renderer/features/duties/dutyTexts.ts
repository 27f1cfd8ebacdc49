import type { Duty, EventTerm, Quota, RecordTerm, SamplingRule } from '../../../electron/contract/duties.ts';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { COVER_WORDS, DRAW_WORDS, TERM_UNIT_WORDS } from '../../words/dutyParts.ts';

/** `至少 1 篇`, `由信用办分配（份问卷）`, `未定量`. */
export function quotaText(quota: Quota | null): string {
  if (!quota) return W.noQuota;
  if (quota.count !== null) return `至少 ${quota.count} ${quota.of}`;
  return quota.of === '' ? W.quotaAllotted : `${W.quotaAllotted}（${quota.of}）`;
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

/** `自收到异议之日起 3 个工作日内办结`, `自公示之日起满 3 个月后方可办理`. */
export function eventTermText(term: EventTerm | null): string {
  if (!term) return W.noEventTerm;
  const unit = term.unit === 'months' ? TERM_UNIT_WORDS.months : `个${TERM_UNIT_WORDS[term.unit]}`;
  const span = `${term.count} ${unit}`;
  return `自${term.from}之日起${term.meaning === 'within' ? ` ${span}内办结` : `满 ${span}后方可办理`}`;
}

/** `每季度抽 30%，半年覆盖全部单位`. */
export function samplingText({ draw, cover, share }: SamplingRule): string {
  return `${DRAW_WORDS[draw]} ${Math.round(share * 100)}%，${COVER_WORDS[cover]}`;
}
