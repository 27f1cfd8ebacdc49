import { create } from 'zustand';

/** A text the clerk rewrote, with the composed one it was made from. */
export interface EditedText {
  readonly base: string;
  readonly text: string;
}

interface ReminderTextState {
  readonly edited: Readonly<Record<string, EditedText>>;
  /** `key`: a unit, or `@group`. Writing the composed text again forgets the edit. */
  readonly write: (key: string, composed: string, text: string) => void;
  readonly restore: (key: string) => void;
}

export const GROUP_TEXT = '@group';

/** Rewritten reminder texts per unit, until the program is closed: each is for this once, the wording settings are for always. */
export const useReminderTexts = create<ReminderTextState>((set) => ({
  edited: {},
  write: (key, composed, text) =>
    set(({ edited }) => ({ edited: text === composed ? without(edited, key) : withText(edited, key, composed, text) })),
  restore: (key) => set(({ edited }) => ({ edited: without(edited, key) })),
}));

/** What stands in the field: the rewritten text or the composed one; `stale`: the list has changed since it was rewritten. */
export function textOf(
  edited: Readonly<Record<string, EditedText>>,
  key: string,
  composed: string,
): { readonly text: string; readonly state: 'composed' | 'edited' | 'stale' } {
  const own = edited[key];
  if (own === undefined) return { text: composed, state: 'composed' };
  return { text: own.text, state: own.base === composed ? 'edited' : 'stale' };
}

/** The units whose text stands rewritten. */
export function rewrittenOf<Unit extends { readonly unit: string }>(
  edited: Readonly<Record<string, EditedText>>,
  units: readonly Unit[],
): Unit[] {
  return units.filter(({ unit }) => edited[unit] !== undefined);
}

function withText(edited: Readonly<Record<string, EditedText>>, key: string, composed: string, text: string) {
  // The first base stays: a text rewritten before the data changed is still the older one.
  return { ...edited, [key]: { base: edited[key]?.base ?? composed, text } };
}

function without(edited: Readonly<Record<string, EditedText>>, key: string) {
  const { [key]: _, ...rest } = edited;
  return rest;
}
