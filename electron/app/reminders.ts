import { listChases } from '../../db/queries/chases.ts';
import type { ReadDb } from '../../db/types.ts';
import { titleAt, unitsAt } from '../contract/nameAt.ts';
import type { ReminderList } from '../contract/reminders.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { dayOf } from '../core/period.ts';
import { composeReminders } from '../core/reminders.ts';
import { asPrinted } from './asPrinted.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf, unitOf } from './dutySquare.ts';
import { nowOf } from './moments.ts';
import { earlierCells, reminderCells } from './reminderCells.ts';
import { settingsIn } from './reminderSettings.ts';

/** Who owes what at a moment, with the texts to send: of one period, or everything that is owed or soon due then. */
export function listReminders(context: Context, query: Args<'reminders.list'>): ReminderList {
  return remindersIn(context.store().read, context, query);
}

/** The same inside a use case that writes. */
export function remindersIn(
  db: ReadDb,
  context: Context,
  { period: asked, asOf: given, duties, units }: Args<'reminders.list'>,
): ReminderList {
  const period = asked ?? null;
  const asOf = nowOf(given, context.deps.now);
  const whole = readDirectory(db);
  const directory = duties ? { ...whole, duties: duties.map((id) => dutyOf(whole, id)) } : whole;
  const wanted = units && new Set(units.map((id) => unitOf(whole, id).id));
  const { settings, wording } = settingsIn(db, context);
  const at = { period, asOf, soonDays: settings.soonDays, count: settings.periodsBefore };
  const { cells, refused } = reminderCells(db, directory, at, context);
  const own = cells.filter(({ unit }) => wanted?.has(unit) ?? true);
  return composeReminders({
    period,
    asOf,
    cells: own,
    earlier: earlierCells(db, directory, own, at, context),
    chases: listChases(db, { periods: [...new Set(own.map((cell) => cell.period))] }),
    office: whole.office,
    settings,
    wording,
    refused,
    ...printedAt(db, whole, at),
  });
}

/** Units and duties under the names a list bears: those of its period, or of its day where it is about no single period. */
export function printedAt(
  db: ReadDb,
  directory: Directory,
  { period, asOf }: { readonly period: string | null; readonly asOf: Moment },
): Pick<Directory, 'duties' | 'units'> {
  if (period !== null) return asPrinted(db, directory, { period, asOf });
  const today = dayOf(asOf);
  const { duties } = readDirectory(db, today);
  return {
    duties: duties.map((duty) => ({ ...duty, title: titleAt(duty, today) })),
    units: unitsAt(directory.units, today),
  };
}
