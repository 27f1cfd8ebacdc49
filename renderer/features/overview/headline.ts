import dayjs from 'dayjs';
import type { Overview } from '../../../electron/contract/overview.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import { periodShort } from '../../parts/periods.ts';
import { rateText } from '../../words.ts';

/** The state of the week and month in one sentence: what is late, then what is due next. */
export function headlineOf(overview: Overview): {
  readonly late: string;
  readonly next: string;
  /**
   * `owing`: this week and month are in order, but what was due before is not, or what came has errors or came late. `empty`: nothing is owed
   * at all, so that nothing can be in order.
   */
  readonly tone: 'late' | 'owing' | 'calm' | 'empty';
} {
  const missing = overview.progress.reduce((sum, one) => sum + one.missing, 0);
  const next = nextWords(overview);
  if (missing > 0) return { late: `本周和本月逾期未报 ${missing} 项`, next, tone: 'late' };
  if (overview.late.length > 0) return { late: '本周和本月没有逾期未报，此前的还没有报齐', next, tone: 'owing' };
  if (overview.progress.length === 0) return { late: '本周和本月没有应报事项', next: '', tone: 'empty' };
  const late = '本周和本月没有逾期未报';
  const below = lowRates(overview.rates);
  if (below.length > 0) return { late: `${late}，但${below.join('、')}`, next, tone: 'owing' };
  return { late, next, tone: 'calm' };
}

/** Rates of the month below the 100 % of the notice, where something was due or came. */
function lowRates(rates: Overview['rates']): string[] {
  const told = [
    ['上报率', rates?.total.reportRate],
    ['合规率', rates?.total.complianceRate],
    ['及时率', rates?.total.timelinessRate],
  ] as const;
  return told.flatMap(([name, rate]) =>
    typeof rate === 'number' && rate < 100 ? [`${name}为 ${rateText(rate)}`] : [],
  );
}

/** What falls due next: one duty by its name, several of one moment by their number. */
function nextWords({ progress, asOf }: Overview): string {
  const open = progress.filter((one) => one.pending > 0 && one.due >= asOf);
  const due = open.map((one) => one.due).toSorted()[0];
  const next = open.filter((one) => one.due === due);
  const [only] = next;
  if (due === undefined || only === undefined) return '本周和本月没有待报事项';
  if (next.length === 1)
    return `下一个截止：${only.title}（${periodShort(only.period)}），${dueWords(due, asOf)}，还差 ${only.pending} 个单位`;
  const pending = next.reduce((sum, one) => sum + one.pending, 0);
  return `下一个截止：${next.length} 个事项${dueWords(due, asOf)}，还差 ${pending} 项`;
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
