import { listDuties as storedDuties } from '../../db/queries/duties.ts';
import type { DutyYear } from '../contract/duties.ts';
import type { Args } from '../contract.ts';
import { changeDuty, dutyAt } from '../core/dutyHistory.ts';
import { unitsAt } from '../core/dutyUnits.ts';
import { dutyChanges, dutyPeriods } from '../core/dutyYear.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { sharedTables } from '../core/sharedTables.ts';
import { type Context, readDirectory } from './context.ts';
import { refuseUnfit, refuseUnknown } from './duties.ts';
import { planTerms } from './dutyClock.ts';

/**
 * The periods of a duty in a year; with a draft those after saving it, and what saving it would change. `shared`: tables it would share with
 * another duty. Nothing is written. Refuses what saving would refuse of the draft's rules and names.
 */
export function getDutyYear(context: Context, { duty: id, year, draft, from }: Args<'duties.year'>): DutyYear {
  const db = context.store().read;
  const today = dayOf(context.deps.now());
  const directory = readDirectory(db, today);
  const stored = storedDuties(db).find((duty) => duty.id === id);
  const shown = directory.duties.find((duty) => duty.id === id);
  if (!stored || !shown) throw new Refusal('duty_unknown', id);
  const input = { ...directory, settings: directory.office.settings, calendar: context.calendar, year };
  const changed = draft === undefined ? stored : changeDuty(stored, draft, { shown, today, from, reason: '' });
  if (draft !== undefined) {
    refuseUnknown(context, draft, directory);
    refuseUnfit(changed);
  }
  const day = from ?? today;
  const { groups, assignments } = directory;
  const then = { ...dutyAt(changed, day), units: unitsAt(changed, day, { groups, assignments }) };
  return {
    duty: id,
    year,
    periods: dutyPeriods(changed, input),
    changes: draft === undefined ? [] : dutyChanges(stored, changed, input),
    shared: sharedTables(then, directory.duties),
    rejudged: planTerms(context, db, stored, changed).effect,
  };
}
