import type { Day } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { foldText } from './fold.ts';

/** The days on which a unit bears, or is to bear, its names; null: without end. */
export interface Bearer {
  /** Null: it is not stored yet. */
  readonly id: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A name that is taken, and by whom. */
export interface TakenName {
  readonly name: string;
  readonly owner: string;
}

/**
 * The first of some names that another unit bears in the same days; routing would have to guess between the two. The names of a unit that
 * has ended are free for its successor, and so is a former name from the day after.
 */
export function takenName(
  names: readonly string[],
  bearer: Bearer,
  units: readonly Omit<Unit, 'groups'>[],
): TakenName | null {
  const others = units.filter(
    (unit) => unit.id !== bearer.id && meets(bearer, { from: unit.activeFrom, to: unit.activeTo }),
  );
  for (const name of names) {
    const folded = foldText(name);
    for (const unit of others) {
      const isOwn = (own: string): boolean => foldText(own) === folded;
      if ([unit.name, unit.officialName, ...unit.aliases].some(isOwn)) return { name, owner: unit.name };
      const former = unit.formerNames?.find((one) => isOwn(one.name) || isOwn(one.officialName));
      if (former && meets(bearer, { from: null, to: former.until }))
        return { name, owner: `${unit.name}，曾用名至 ${former.until}` };
    }
  }
  return null;
}

/** All names that ever meant a unit, current ones first. */
export function allNames({
  name,
  officialName,
  aliases,
  formerNames = [],
}: Pick<Unit, 'name' | 'officialName' | 'aliases' | 'formerNames'>): string[] {
  return [...new Set([name, officialName, ...aliases, ...formerNames.flatMap((one) => [one.name, one.officialName])])];
}

interface Days {
  readonly from: Day | null;
  readonly to: Day | null;
}

function meets(a: Days, b: Days): boolean {
  const isBefore = (to: Day | null, from: Day | null): boolean => to !== null && from !== null && to < from;
  return !isBefore(a.to, b.from) && !isBefore(b.to, a.from);
}
