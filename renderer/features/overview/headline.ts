import dayjs from 'dayjs';
import type { DutyProgress, Overview } from '../../../electron/contract/overview.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { periodShort } from '../../parts/periods.ts';

/** The state of the week and month in one sentence: what is late, then what is due next. */
export function headlineOf(overview: Overview): {
  readonly late: string;
  readonly next: string;
  /** `owing`: this week and month are in order, but what was due before is not. */
  readonly tone: 'late' | 'owing' | 'calm';
} {
  const missing = overview.progress.reduce((sum, one) => sum + one.missing, 0);
  const isOwing = overview.late.length > 0;
  const inOrder = isOwing ? '本周和本月没有逾期未报，此前的还没有报齐' : '本周和本月没有逾期未报';
  const next = nextDue(overview);
  return {
    late: missing === 0 ? inOrder : `本周和本月逾期未报 ${missing} 项`,
    next: next
      ? `下一个截止：${next.title}（${periodShort(next.period)}），${dueWords(next.due, overview.asOf)}，还差 ${next.pending} 个单位`
      : '本周和本月没有待报事项',
    tone: missing > 0 ? 'late' : isOwing ? 'owing' : 'calm',
  };
}

/** `今天 18:00 截止`, `还有 3 天`, `已过 2 天`: the distance in calendar days, as people say it. */
export function dueWords(due: Moment, asOf: Moment): string {
  const days = dayjs(due.slice(0, 10)).diff(dayjs(asOf.slice(0, 10)), 'day');
  const time = due.slice(11, 16);
  if (due < asOf) return days === 0 ? `今天 ${time} 已截止` : `已过 ${-days} 天`;
  if (days === 0) return `今天 ${time} 截止`;
  if (days === 1) return `明天 ${time} 截止`;
  return `还有 ${days} 天`;
}

function nextDue(overview: Overview): DutyProgress | undefined {
  return overview.progress
    .filter((one) => one.pending > 0 && one.due >= overview.asOf)
    .toSorted((a, b) => a.due.localeCompare(b.due))[0];
}
