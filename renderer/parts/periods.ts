import dayjs, { type Dayjs } from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import type { Day, Moment, Period, PeriodKind } from '../../electron/contract/time.ts';

dayjs.extend(isoWeek);

const HALF_TITLES = ['上半年', '下半年'] as const;
const QUARTER_TITLES = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

/** Kind of a period by its grammar; for display and picking only, the service decides what is owed. */
export function kindOfPeriod(period: Period): PeriodKind {
  if (/W/.test(period)) return 'week';
  if (/Q/.test(period)) return 'quarter';
  if (/H/.test(period)) return 'half';
  return period.length > 4 ? 'month' : 'year';
}

/** First day of a period. */
export function startOfPeriod(period: Period): Dayjs {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(5).replace(/\D/g, '')) || 1;
  switch (kindOfPeriod(period)) {
    case 'week':
      // 4 January is always in ISO week 1.
      return dayjs(`${year}-01-04`)
        .startOf('isoWeek')
        .add(part - 1, 'week');
    case 'month':
      return monthOf(year, part);
    case 'quarter':
      return monthOf(year, part * 3 - 2);
    case 'half':
      return monthOf(year, part * 6 - 5);
    case 'year':
      return monthOf(year, 1);
  }
}

/** The period of a kind that holds a day. */
export function periodHolding(kind: PeriodKind, day: Dayjs): Period {
  switch (kind) {
    case 'week':
      return `${day.isoWeekYear()}-W${String(day.isoWeek()).padStart(2, '0')}`;
    case 'month':
      return day.format('YYYY-MM');
    case 'quarter':
      return `${day.year()}-Q${Math.floor(day.month() / 3) + 1}`;
    case 'half':
      return `${day.year()}-H${day.month() < 6 ? 1 : 2}`;
    case 'year':
      return day.format('YYYY');
  }
}

/**
 * The period of another kind that shows the same days: today's where today is in view, else the first. A week counts for
 * the month its Friday is in, as the service counts it, so that going there and back ends where it began.
 */
export function periodOfKind(kind: PeriodKind, period: Period, now?: Moment): Period {
  const today = dayjs(now);
  const own = kindOfPeriod(period);
  if (now !== undefined && periodHolding(own, today) === period) return periodHolding(kind, today);
  const start = startOfPeriod(period);
  if (own === 'week') return periodHolding(kind, start.add(4, 'day'));
  return periodHolding(kind, kind === 'week' ? start.add((12 - start.day()) % 7, 'day') : start);
}

/** The period `steps` further on, of the same kind. */
export function stepPeriod(period: Period, steps: number): Period {
  const kind = kindOfPeriod(period);
  const months: Record<PeriodKind, number> = { week: 0, month: 1, quarter: 3, half: 6, year: 12 };
  const start = startOfPeriod(period);
  return periodHolding(kind, kind === 'week' ? start.add(steps, 'week') : start.add(steps * months[kind], 'month'));
}

/** The same period of another year; not every year has a week 53. */
export function sameInYear(period: Period, year: number): Period {
  if (kindOfPeriod(period) === 'week') return `${year}-W${period.slice(6) === '53' ? '52' : period.slice(6)}`;
  return `${year}${period.slice(4)}`;
}

/** Last day of a period. */
export function lastDayOf(period: Period): Day {
  return startOfPeriod(stepPeriod(period, 1)).subtract(1, 'day').format('YYYY-MM-DD');
}

/** `2022年4月`, `2022年第17周（4月25日—5月1日）`, `2022年第二季度`. */
export function periodTitle(period: Period): string {
  const year = period.slice(0, 4);
  const part = Number(period.slice(5).replace(/\D/g, ''));
  const start = startOfPeriod(period);
  switch (kindOfPeriod(period)) {
    case 'week':
      return `${year}年第${part}周（${start.format('M月D日')}—${start.add(6, 'day').format('M月D日')}）`;
    case 'month':
      return `${year}年${part}月`;
    case 'quarter':
      return `${year}年${QUARTER_TITLES[part - 1] ?? ''}`;
    case 'half':
      return `${year}年${HALF_TITLES[part - 1] ?? ''}`;
    case 'year':
      return `${year}年`;
  }
}

/** `第17周`, `4月`: where the year is plain from what stands around it. */
export function periodShort(period: Period): string {
  const part = Number(period.slice(5).replace(/\D/g, ''));
  if (kindOfPeriod(period) === 'week') return `第${part}周`;
  return periodTitle(period).slice(kindOfPeriod(period) === 'year' ? 0 : 5);
}

/** `2022-04-29 16:00`; null: —. */
export function momentText(moment: Moment | null | undefined): string {
  return moment ? moment.slice(0, 16).replace('T', ' ') : '—';
}

/** `2022-04-29` of a day or moment; null: —. */
export function dayText(day: Day | Moment | null | undefined): string {
  return day ? day.slice(0, 10) : '—';
}

function monthOf(year: number, month: number): Dayjs {
  return dayjs(`${year}-${String(month).padStart(2, '0')}-01`);
}
