import type { DueItem } from '../contract/calendar.ts';
import type { OwedCell } from '../contract/status.ts';
import type { Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { dueBetween } from '../core/dueBetween.ts';
import { isMet, isOwed } from '../core/grid.ts';
import { addDays, dayOf, daysBetween, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { cellsOf } from './status.ts';

/** What falls due between two days: each duty and period once per day it is due on, with the units that owe it and have not met it. */
export function listDue(context: Context, { from, to, unit, asOf: given }: Args<'calendar.due'>): readonly DueItem[] {
  for (const day of [from, to]) if (!isDay(day)) throw new Refusal('moment_invalid', day);
  if (daysBetween(from, to) > LONGEST_SPAN) throw new Refusal('usage', '起止日期相隔不能超过一年');
  const db = context.store().read;
  const directory = readDirectory(db);
  const asOf = nowOf(given, context.deps.now);
  const span = {
    from: addDays(from, -LONGEST_EXTENSION),
    to,
    settings: directory.office.settings,
    calendar: context.calendar,
  };
  const { duties } = directory;
  const owed = duties.flatMap((duty) => dueBetween(duty, span).map(({ period }) => ({ duty, period })));
  const cells = [...Map.groupBy(owed, ({ period }) => period)].flatMap(([period, due]) => {
    // Only the duties asked for: another of the same year may be due in a year without calendar.
    const part = { ...directory, duties: due.map(({ duty }) => duty) };
    return cellsOf(db, part, { period, asOf }, context).filter((cell) => cell.period === period);
  });
  const shown = cells
    .filter(isOwed)
    .filter((cell) => (unit ?? cell.unit) === cell.unit && dayOf(cell.due) >= from && dayOf(cell.due) <= to);
  const titles = new Map(duties.map(({ id, title }) => [id, title]));
  return [...Map.groupBy(shown, ({ due, duty, period }) => `${due}\n${duty}\n${period}`).values()]
    .flatMap((own) => itemOf(own, titles))
    .sort((a, b) => compare(a.due, b.due) || compare(a.duty, b.duty) || compare(a.period, b.period));
}

const LONGEST_SPAN = 366;
/** An extension (延期) moves a due moment into the span from this many days before it. */
const LONGEST_EXTENSION = 62;

function itemOf(cells: readonly OwedCell[], titles: ReadonlyMap<string, string>): DueItem[] {
  const [first] = cells;
  if (first === undefined) return [];
  const { due, duty } = first;
  const period: Period = first.period;
  const open = cells.filter((cell) => !isMet(cell)).length;
  return [{ day: dayOf(due), due, duty, title: titles.get(duty) ?? duty, period, units: cells.length, open }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
