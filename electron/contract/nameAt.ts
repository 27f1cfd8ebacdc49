import type { Duty } from './duties.ts';
import type { Day } from './time.ts';
import type { Unit } from './units.ts';

/** Short and official name that a unit bore on a day: a paper about an earlier period shows the name of then. */
export function nameAt(
  { name, officialName, formerNames = [] }: Pick<Unit, 'name' | 'officialName' | 'formerNames'>,
  day: Day,
): { readonly name: string; readonly officialName: string } {
  const former = formerNames.find(({ until }) => day <= until);
  return former ? { name: former.name, officialName: former.officialName } : { name, officialName };
}

/** Units under the names they bore on a day; all else is as it stands. */
export function unitsAt<T extends Unit>(units: readonly T[], day: Day): T[] {
  return units.map((unit) => (unit.formerNames?.length ? { ...unit, ...nameAt(unit, day) } : unit));
}

/** Title a duty bore on a day: what is shown of an earlier period bears the title of then. */
export function titleAt({ title, revisions = [] }: Pick<Duty, 'title' | 'revisions'>, day: Day): string {
  return revisions.findLast((one) => one.from <= day && one.title !== undefined)?.title ?? title;
}
