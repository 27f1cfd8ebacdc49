import type { Duty } from '../../electron/contract/duties.ts';
import type { Unit } from '../../electron/contract/units.ts';

/** One line of a drop-down. */
export interface ChoiceLine {
  readonly value: string;
  readonly label: string;
  /** Further words it is found by. */
  readonly words: string;
}

/** Units to choose from, found by short name, full name or alias. */
export function unitChoices(units: readonly Pick<Unit, 'id' | 'name' | 'officialName' | 'aliases'>[]): ChoiceLine[] {
  return units.map(({ id, name, officialName, aliases }) => ({
    value: id,
    label: name,
    words: [officialName, ...aliases].join(' '),
  }));
}

/** Duties to choose from, found by title or number. `numbered`: the number stands before the title. */
export function dutyChoices(duties: readonly Pick<Duty, 'id' | 'title'>[], { numbered = false } = {}): ChoiceLine[] {
  return duties.map(({ id, title }) => ({ value: id, label: numbered ? `${id} ${title}` : title, words: id }));
}

/** Whether a line is one that was typed for. */
export function isFound(typed: string, { label, words }: Pick<ChoiceLine, 'label' | 'words'>): boolean {
  return `${label} ${words}`.toLowerCase().includes(typed.trim().toLowerCase());
}

/** What bears the typed words in its name stands before what is only found by another word; else the order stays. */
export function byName(typed: string, a: Pick<ChoiceLine, 'label'>, b: Pick<ChoiceLine, 'label'>): number {
  const rank = ({ label }: Pick<ChoiceLine, 'label'>) =>
    label.toLowerCase().includes(typed.trim().toLowerCase()) ? 0 : 1;
  return rank(a) - rank(b);
}
