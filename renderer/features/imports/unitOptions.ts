import type { Unit } from '../../../electron/contract/units.ts';
import type { UnitOption } from './UnitAnswer.tsx';

/** Units to choose from, found by short name, full name or alias. */
export function unitOptions(units: readonly Unit[]): readonly UnitOption[] {
  return units.map(({ id, name, officialName, aliases }) => ({
    value: id,
    label: name,
    words: [officialName, ...aliases].join(' '),
  }));
}
