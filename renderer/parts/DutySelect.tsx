import type { Duty } from '../../electron/contract/duties.ts';
import { type ChoiceProps, ChoiceSelect, ChoicesSelect } from './ChoiceSelect.tsx';
import { dutyChoices } from './choices.ts';

interface Duties {
  readonly duties: readonly Duty[];
  /** The number stands before the title: where clerks know duties by it. */
  readonly numbered?: boolean;
}

/** One duty, found by its title or number; in a form or alone. */
export function DutySelect({ duties, numbered = false, ...select }: Duties & ChoiceProps<string>) {
  return <ChoiceSelect {...select} choices={dutyChoices(duties, { numbered })} />;
}

/** Several duties. */
export function DutiesSelect({ duties, numbered = false, ...select }: Duties & ChoiceProps<string[]>) {
  return <ChoicesSelect {...select} choices={dutyChoices(duties, { numbered })} />;
}
