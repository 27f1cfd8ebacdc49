import type { DueItem } from '../contract/calendar.ts';
import type { OwedCell } from '../contract/status.ts';
import type { Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { compareText } from '../core/compareText.ts';
import { isMet } from '../core/grid.ts';
import { dayOf, daysBetween } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { dueCells } from './dueCells.ts';
import { refuseRange } from './dutySquare.ts';
import { nowOf } from './moments.ts';

/** What falls due between two days: each duty and period once per day it is due on, with the units that owe it and have not met it. */
export function listDue(context: Context, { from, to, unit, asOf: given }: Args<'calendar.due'>): readonly DueItem[] {
  refuseRange(from, to);
  if (daysBetween(from, to) > LONGEST_SPAN) throw new Refusal('usage', '起止日期相隔不能超过一年');
  const db = context.store().read;
  const directory = readDirectory(db);
  const asOf = nowOf(given, context.deps.now);
  const shown = dueCells(db, directory, { from, to, asOf }, context).filter(
    (cell) => (unit ?? cell.unit) === cell.unit,
  );
  const titles = new Map(directory.duties.map(({ id, title }) => [id, title]));
  return [...Map.groupBy(shown, ({ due, duty, period }) => `${due}\n${duty}\n${period}`).values()]
    .flatMap((own) => itemOf(own, titles))
    .sort((a, b) => compareText(a.due, b.due) || compareText(a.duty, b.duty) || compareText(a.period, b.period));
}

const LONGEST_SPAN = 366;

function itemOf(cells: readonly OwedCell[], titles: ReadonlyMap<string, string>): DueItem[] {
  const [first] = cells;
  if (first === undefined) return [];
  const { due, duty } = first;
  const period: Period = first.period;
  const open = cells.filter((cell) => !isMet(cell)).length;
  return [{ day: dayOf(due), due, duty, title: titles.get(duty) ?? duty, period, units: cells.length, open }];
}
