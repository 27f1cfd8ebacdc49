import type { Duty } from '../../electron/contract/duties.ts';
import type { Unit, UnitGroup } from '../../electron/contract/units.ts';
import type { DutyBook } from '../../electron/core/expectation.ts';

/** Sample duties and units as the expectations take them: the units of a duty are a group of their own. */
export function dutyBook(duties: readonly Duty[], units: readonly Unit[], more: Partial<DutyBook> = {}): DutyBook {
  const groups = duties.map((duty): UnitGroup => {
    return { id: `${duty.id}-G`, title: duty.title, source: '', units: duty.units, open: false, note: '' };
  });
  const owned = duties.map((duty) => ({ ...duty, groups: [`${duty.id}-G`] }));
  return { duties: owned, units, groups, assignments: [], exemptions: [], allotments: [], ...more };
}
