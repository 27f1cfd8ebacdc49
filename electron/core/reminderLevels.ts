import type { OwedStatus, ReminderLevel, ReminderSettings } from '../contract/reminders.ts';
import type { Period } from '../contract/time.ts';
import { chineseDay } from './period.ts';

/** What decides the level of one thing owed. */
export interface LevelFacts {
  readonly status: OwedStatus;
  /** Past its due moment. */
  readonly isOverdue: boolean;
  /** Natural days after the due day. */
  readonly daysLate: number;
  /** Natural days until the due day. */
  readonly daysLeft: number;
  readonly lateBefore: number;
  readonly chased: number;
  /** False: it is not the unit's to send, and so never late. */
  readonly assigned: boolean;
}

/**
 * Level of a thing owed, and why in words a unit can be told: blue while not yet due, yellow when late, red when late for long, late
 * again, or chased in vain. A zero report beside data is not late: something came, and which of the two holds is to be settled; only
 * chasing in vain makes it red.
 */
export function reminderLevel(
  facts: LevelFacts,
  settings: ReminderSettings,
): { readonly level: ReminderLevel; readonly levelReason: string } {
  if (!facts.isOverdue) return { level: 'blue', levelReason: whyBlue(facts) };
  const grave = graveReasons(facts, settings);
  const days = facts.status === 'contradicted' ? [CONTRADICTED] : grave.isLong ? [] : [lateFor(facts.daysLate)];
  return {
    level: grave.reasons.length === 0 ? 'yellow' : 'red',
    levelReason: [...days, ...grave.reasons].join('，'),
  };
}

/** What the colours mean under the settings, printed under the list, and what a list of everything (`period` null) leaves out. */
export function levelNote(settings: ReminderSettings, period: Period | null): string {
  const { soonDays, redAfterDays, redWhenLateBefore, periodsBefore, redWhenChased, since = null } = settings;
  const bygone = since === null || period !== null ? '' : `${chineseDay(since)}以前到期而没有报来的不列入。`;
  const grave = [
    `逾期超过${redAfterDays}天`,
    ...(redWhenLateBefore === 0 ? [] : [`已逾期且之前${periodsBefore}期中有${redWhenLateBefore}期以上未按时报送`]),
    ...(redWhenChased === 0 ? [] : [`已逾期且催报${redWhenChased}次以上`]),
  ];
  return `级别：蓝色为${soonDays === 0 ? '当天' : `${soonDays}天内`}到期或尚未到期的退回件；黄色为已过截止时间；红色为${grave.join('，或')}。${bygone}`;
}

function whyBlue({ status, daysLeft, assigned }: LevelFacts): string {
  if (!assigned) return '退回待重报，非应报';
  if (status === 'contradicted') return CONTRADICTED;
  const left = daysLeft === 0 ? '今天到期' : `${daysLeft}天后到期`;
  return status === 'returned' ? `退回待重报，${left}` : left;
}

const CONTRADICTED = '零报送与数据并存';

function lateFor(days: number): string {
  return days === 0 ? '已过截止时间' : `逾期${days}天`;
}

function graveReasons(
  { status, daysLate, lateBefore, chased }: LevelFacts,
  { redAfterDays, redWhenLateBefore, periodsBefore, redWhenChased }: ReminderSettings,
): { readonly isLong: boolean; readonly reasons: string[] } {
  const isLate = status !== 'contradicted';
  const isLong = isLate && daysLate > redAfterDays;
  const isAgain = isLate && redWhenLateBefore > 0 && lateBefore >= redWhenLateBefore;
  const isInVain = redWhenChased > 0 && chased >= redWhenChased;
  const reasons = [
    ...(isLong ? [lateFor(daysLate)] : []),
    ...(isAgain ? [`之前${periodsBefore}期有${lateBefore}期未按时报送`] : []),
    ...(isInVain ? [`已催${chased}次`] : []),
  ];
  return { isLong, reasons };
}
