import { listDuties as storedDuties } from '../../db/queries/duties.ts';
import type { DutyYear } from '../contract/duties.ts';
import type { Args } from '../contract.ts';
import { changeDuty } from '../core/dutyHistory.ts';
import { dutyChanges, dutyPeriods } from '../core/dutyYear.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';

/** The periods of a duty in a year; with a draft those after saving it, and what saving it would change. Nothing is written. */
export function getDutyYear(context: Context, { duty: id, year, draft, from }: Args<'duties.year'>): DutyYear {
  const db = context.store().read;
  const today = dayOf(context.deps.now());
  const directory = readDirectory(db, today);
  const stored = storedDuties(db).find((duty) => duty.id === id);
  const shown = directory.duties.find((duty) => duty.id === id);
  if (!stored || !shown) throw new Refusal('duty_unknown', id);
  const input = { ...directory, settings: directory.office.settings, calendar: context.calendar, year };
  if (draft === undefined) return { duty: id, year, periods: dutyPeriods(stored, input), changes: [] };
  const changed = changeDuty(stored, draft, { shown, today, from, reason: '' });
  return { duty: id, year, periods: dutyPeriods(changed, input), changes: dutyChanges(stored, changed, input) };
}
