import type { Cadence, DueRule, RecordTerm, Shift } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import { addWorkdays, shiftDay, type WorkCalendar } from './calendar.ts';
import { occasionsIn } from './campaigns.ts';
import { addDays, daysBetween, firstDay, lastDay, nextPeriod, periodOf, periodsOf, weekdayOf } from './period.ts';
import { Refusal } from './refusal.ts';

/**
 * The moment by which a period's submission is on time; `shift` is the office's setting, which the rule's own overrides. Never before the
 * period begins: where the working day before lies there, the next one takes its place.
 */
export function dueMoment(rule: DueRule, period: Period, shift: Shift, calendar: WorkCalendar): Moment {
  const plain = plainDueDay(rule, period, calendar);
  const shifted = shiftDay(plain, rule.shift ?? shift, calendar);
  return `${shifted < firstDay(period) ? shiftDay(plain, 'next', calendar) : shifted}T${rule.time}`;
}

/**
 * The due day before rest days move it. A weekday is the period's last such day (a week has one), a day of the month is one of the
 * period's last month; a day the month lacks is its last (cli.md: 30 February). Days after the period count from its last day as day 0;
 * only working days ask the calendar. Campaigns and chosen days: the last of them that begins in the period; a period without one, for
 * which nothing is owed, ends on its last day.
 */
export function plainDueDay(rule: DueRule, period: Period, calendar: WorkCalendar): Day {
  const end = lastDay(period);
  switch (rule.rule) {
    case 'weekday':
      return addDays(end, -((weekdayOf(end) - rule.weekday + 7) % 7));
    case 'day-of-month':
      return dayWithin(periodOf('month', end), rule.day);
    case 'day-of-next-month':
      return dayWithin(nextPeriod(periodOf('month', end)), rule.day);
    case 'period-end':
      return end;
    case 'fixed-date': {
      const month = periodsOf('month', periodOf('year', firstDay(period)))[rule.month - 1];
      if (month === undefined) throw new Refusal('resource_invalid', `fixed-date month ${rule.month}`);
      return dayWithin(month, rule.day);
    }
    case 'days-after-period':
      return rule.unit === 'working' ? addWorkdays(end, rule.days, calendar) : addDays(end, rule.days);
    case 'campaign':
    case 'dates': {
      const last = occasionsIn(rule, period).reduce((latest, one) => (one.last > latest ? one.last : latest), '');
      return addDays(last === '' ? end : last, last === '' || rule.rule === 'dates' ? 0 : rule.days);
    }
  }
}

/** The due rule of a duty whose notice names no day (cli.md, Periods): Friday 18:00 for weekly ones, else the period's last day. */
export function defaultDueRule(cadence: Cadence, settings: OfficeSettings): DueRule | null {
  switch (cadence) {
    case 'weekly':
      return { rule: 'weekday', ...settings.weeklyDue };
    case 'monthly':
    case 'quarterly':
    case 'half-yearly':
    case 'yearly':
      return { rule: 'period-end', time: settings.dueTime };
    case 'once':
    case 'event':
    case 'irregular':
      return null;
  }
}

/** Last day on which a record is timely; the decision day is day 0 (domain.md §5.2). */
export function recordDueDay(decision: Day, term: RecordTerm, calendar: WorkCalendar): Day {
  return term.unit === 'working'
    ? addWorkdays(decision, term.days, calendar)
    : shiftDay(addDays(decision, term.days), term.shift, calendar);
}

/**
 * Whether a record was received within its term. False without a decision date and for a decision after the receipt (cli.md, Clock and
 * Small print). The calendar is asked, and may refuse its year, only where rest days can decide.
 */
export function isTimely(decision: Day | null, receivedDay: Day, term: RecordTerm, calendar: WorkCalendar): boolean {
  if (decision === null || decision > receivedDay) return false;
  const elapsed = daysBetween(decision, receivedDay);
  const shift = term.unit === 'working' ? 'next' : term.shift;
  if (shift === 'previous' ? elapsed > term.days : elapsed > longestTerm(term)) return false;
  if (shift === 'previous' ? elapsed + REST_DAYS <= term.days : elapsed <= term.days) return true;
  return receivedDay <= recordDueDay(decision, term, calendar);
}

/** The record's own term as Chinese words: `自作出决定之日起7日内（决定日不计入，末日遇休息日顺延）`. */
export function recordTermSentence(term: RecordTerm): string {
  if (term.unit === 'working') return `自作出决定之日起${term.days}个工作日内（决定日不计入）`;
  const ends: Readonly<Record<Shift, string>> = {
    none: '遇休息日不顺延',
    next: '遇休息日顺延',
    previous: '遇休息日提前',
  };
  return `自作出决定之日起${term.days}日内（决定日不计入，末日${ends[term.shift]}）`;
}

/** No run of rest days is longer; the longest known, Spring Festival 2020, had ten. */
export const REST_DAYS = 20;

/** More natural days than a term can ever take: at least every second day of any long span is worked. */
export function longestTerm(term: RecordTerm): number {
  if (term.unit === 'working') return term.days * 2 + REST_DAYS;
  return term.shift === 'next' ? term.days + REST_DAYS : term.days;
}

/** Day `n` of a month, or its last where it has fewer. */
function dayWithin(month: Period, n: number): Day {
  const day = addDays(firstDay(month), n - 1);
  const end = lastDay(month);
  return day < end ? day : end;
}
