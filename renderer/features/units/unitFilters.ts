import type { Unit, UnitKind } from '../../../electron/contract/units.ts';

/** What is looked for in the directory. */
export interface UnitFilters {
  readonly search: string;
  readonly kind: UnitKind | undefined;
  readonly group: string | undefined;
  readonly active: 'now' | 'past' | undefined;
  readonly withoutContacts: boolean;
}

export const NOTHING_CHOSEN: UnitFilters = {
  search: '',
  kind: undefined,
  group: undefined,
  active: undefined,
  withoutContacts: false,
};

/** Whether a unit is looked for on a day. */
export function isShown(unit: Unit, filters: UnitFilters, today: string): boolean {
  if (filters.kind !== undefined && unit.kind !== filters.kind) return false;
  if (filters.group !== undefined && !unit.groups.includes(filters.group)) return false;
  if (filters.active !== undefined && isPast(unit, today) !== (filters.active === 'past')) return false;
  if (filters.withoutContacts && unit.contacts.length > 0) return false;
  const search = filters.search.trim();
  return search === '' || allNamesOf(unit).some((name) => name.includes(search));
}

/** Whether a unit has ended before a day. */
export const isPast = (unit: Unit, today: string): boolean => unit.activeTo !== null && unit.activeTo < today;

/** All names a unit bears or bore. */
const allNamesOf = ({ name, officialName, aliases, formerNames = [] }: Unit): string[] => [
  name,
  officialName,
  ...aliases,
  ...formerNames.flatMap((one) => [one.name, one.officialName]),
];
