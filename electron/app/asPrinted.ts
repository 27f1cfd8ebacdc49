import type { ReadDb } from '../../db/types.ts';
import { titleAt, unitsAt } from '../contract/nameAt.ts';
import type { Moment, Period } from '../contract/time.ts';
import { nameDay } from '../core/nameDay.ts';
import { lastDay } from '../core/period.ts';
import { type Directory, readDirectory } from './context.ts';

/**
 * The units and duties as a paper about a period, made at a moment, speaks of them: the rules of the period's last day, which decide what is
 * owed, under the names and titles borne by then.
 */
export function asPrinted(
  db: ReadDb,
  { units }: Pick<Directory, 'units'>,
  { period, asOf }: { readonly period: Period; readonly asOf: Moment },
): Pick<Directory, 'duties' | 'units'> {
  const day = nameDay(period, asOf);
  // Resolved anew from what is stored: of a duty resolved for another day the older due rule and lead are not the whole ones.
  const { duties } = readDirectory(db, lastDay(period));
  return { duties: duties.map((duty) => ({ ...duty, title: titleAt(duty, day) })), units: unitsAt(units, day) };
}
