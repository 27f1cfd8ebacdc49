import type { Unit } from '../../electron/contract/units.ts';
import { type ChoiceProps, ChoiceSelect, ChoicesSelect } from './ChoiceSelect.tsx';
import { unitChoices } from './choices.ts';

interface Units {
  readonly units: readonly Unit[];
}

/** One unit, found by its name, full name or alias; in a form or alone. */
export function UnitSelect({ units, ...select }: Units & ChoiceProps<string>) {
  return <ChoiceSelect {...select} choices={unitChoices(units)} />;
}

/** Several units. */
export function UnitsSelect({ units, ...select }: Units & ChoiceProps<string[]>) {
  return <ChoicesSelect {...select} choices={unitChoices(units)} />;
}
