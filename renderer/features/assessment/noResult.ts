import type { Assessment } from '../../../electron/contract/assessment.ts';

/** Why nobody has points in a year: the county has no unit at all, or none took part; null: some have, or it is not known yet. */
export function noResult(
  { units }: Pick<Assessment, 'units'>,
  known: { readonly units: readonly unknown[]; readonly loading: boolean },
): 'noUnits' | 'noneScored' | null {
  if (units.length > 0 || known.loading) return null;
  return known.units.length === 0 ? 'noUnits' : 'noneScored';
}
