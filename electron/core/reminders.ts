import type { Duty } from '../contract/duties.ts';
import type { Office } from '../contract/profiles.ts';
import type { OwedItem, ReminderItem, ReminderLevel, ReminderList } from '../contract/reminders.ts';
import type { GridCell } from '../contract/status.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { isOverdue, isOwed } from './grid.ts';
import { dayOf, daysBetween, isAfter, periodOf } from './period.ts';
import { groupReminderText, unitReminderText } from './reminderTexts.ts';

export interface ReminderInput {
  readonly period: Period;
  readonly asOf: Moment;
  readonly cells: readonly GridCell[];
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
  readonly office: Office;
}

/**
 * The reminder list (催报清单): per unit what it owes and has not fulfilled at `asOf`, with texts to paste. Worst unit first (level,
 * then days late, then unit order). What is not yet due is listed only within three days of it or in the week of it.
 */
export function composeReminders(input: ReminderInput): ReminderList {
  const duties = new Map(input.duties.map((duty) => [duty.id, duty]));
  const cells = Map.groupBy(input.cells, (cell) => cell.unit);
  const items = [...input.units]
    .sort((a, b) => a.order - b.order)
    .map(({ id, name, contacts }): ReminderItem => {
      const owed = owedItems(cells.get(id) ?? [], duties, input.asOf);
      const text = unitReminderText({ name, owed, duties, office: input.office, asOf: input.asOf });
      return { unit: id, name, contacts, owed, text };
    })
    .filter(({ owed }) => owed.length > 0);
  return {
    period: input.period,
    asOf: input.asOf,
    office: input.office.shortName,
    items: items.toSorted((a, b) => worstFirst(a.owed[0], b.owed[0])),
    groupText: groupReminderText({ items, duties, office: input.office, asOf: input.asOf }),
  };
}

/** Days after which a late item is red. */
export const RED_AFTER_DAYS = 7;
/** Days before the due day from which an open item is announced. */
export const SOON_DAYS = 3;

/** What a unit owes, worst first. */
function owedItems(cells: readonly GridCell[], duties: ReadonlyMap<string, Duty>, asOf: Moment): OwedItem[] {
  return cells
    .flatMap((cell) => owedItem(cell, duties.get(cell.duty)?.title ?? cell.duty, asOf) ?? [])
    .sort(worstFirst);
}

function owedItem(cell: GridCell, title: string, asOf: Moment): OwedItem | null {
  if (!isOwed(cell)) return null;
  const { duty, period, due, status, quota, count } = cell;
  if (status !== 'missing' && status !== 'pending' && status !== 'partial' && status !== 'returned') return null;
  // What was sent back is chased by its due moment, whether or not its first receipt counts.
  const overdue = status === 'returned' ? isAfter(asOf, due) : isOverdue(cell, asOf);
  const today = dayOf(asOf);
  if (!overdue && status !== 'returned' && !isSoon(dayOf(due), today)) return null;
  const daysLate = overdue ? daysBetween(dayOf(due), today) : 0;
  return { duty, title, period, due, daysLate, level: levelOf(overdue, daysLate), status, quota, count };
}

function isSoon(dueDay: Day, today: Day): boolean {
  return daysBetween(today, dueDay) <= SOON_DAYS || periodOf('week', dueDay) === periodOf('week', today);
}

function levelOf(overdue: boolean, daysLate: number): ReminderLevel {
  if (!overdue) return 'blue';
  return daysLate > RED_AFTER_DAYS ? 'red' : 'yellow';
}

const SEVERITY: Readonly<Record<ReminderLevel, number>> = { red: 0, yellow: 1, blue: 2 };

/** By level, then days late; equal ones keep their order (of units their own, within a unit duty and period). */
function worstFirst(a: OwedItem | undefined, b: OwedItem | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return SEVERITY[a.level] - SEVERITY[b.level] || b.daysLate - a.daysLate;
}
