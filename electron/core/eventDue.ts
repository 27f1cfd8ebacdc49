import type { EventTerm, Shift } from '../contract/duties.ts';
import type { DutyEvent } from '../contract/events.ts';
import type { Day } from '../contract/time.ts';
import { addWorkdays, shiftDay, type WorkCalendar } from './calendar.ts';
import { addDays, lastDayOfMonth } from './period.ts';

/**
 * The day an event's term ends; its own day is day 0. A term within which something must be done ends by the office's `shift` when its
 * last day is a rest day; one that must have passed (公示满3个月) ends where it ends. Months end on the same day, or the month's last
 * (民法典 §202). Refuses `year_unknown` where rest days of a year not loaded decide.
 */
export function eventDueDay(day: Day, term: EventTerm, shift: Shift, calendar: WorkCalendar): Day {
  if (term.unit === 'working') return addWorkdays(day, term.count, calendar);
  const end = term.unit === 'months' ? addMonths(day, term.count) : addDays(day, term.count);
  return term.meaning === 'not-before' ? end : shiftDay(end, shift, calendar);
}

/** How an event stands on a day: past its due day without being closed, or before the day from which it is possible. */
export function eventState(
  event: Pick<DutyEvent, 'due' | 'closedOn'>,
  meaning: EventTerm['meaning'] | null,
  today: Day,
): DutyEvent['state'] {
  if (event.closedOn !== null) return 'closed';
  if (event.due === null || meaning === null) return 'open';
  if (meaning === 'not-before') return today < event.due ? 'waiting' : 'open';
  return today > event.due ? 'overdue' : 'open';
}

function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const date = Math.min(Number(day.slice(8)), lastDayOfMonth(year, month));
  return [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}
