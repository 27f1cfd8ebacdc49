import { create } from 'zustand';
import type { ReminderSettings, ReminderWording } from '../../../electron/contract/reminders.ts';

/** Both forms of 用语与级别. */
export interface ReminderForms {
  readonly levels: ReminderSettings;
  readonly wording: ReminderWording;
}

/** What was changed in them and is not stored yet, field by field. */
type Changed = { readonly [Form in keyof ReminderForms]: Partial<ReminderForms[Form]> };

interface SettingsDraftState {
  readonly changed: Changed;
  readonly change: <Form extends keyof ReminderForms>(form: Form, part: Partial<ReminderForms[Form]>) => void;
  readonly undo: (form: keyof ReminderForms) => void;
  /** Forgets the changes that are stored by now. */
  readonly settle: (stored: ReminderForms) => void;
}

/** Changes to the settings that are not saved yet: they outlive a look at another page. */
export const useSettingsDrafts = create<SettingsDraftState>((set) => ({
  changed: { levels: {}, wording: {} },
  change: (form, part) => set(({ changed }) => ({ changed: { ...changed, [form]: { ...changed[form], ...part } } })),
  undo: (form) => set(({ changed }) => ({ changed: { ...changed, [form]: {} } })),
  settle: (stored) =>
    set(({ changed }) => ({
      changed: {
        levels: stillChanged(changed.levels, stored.levels),
        wording: stillChanged(changed.wording, stored.wording),
      },
    })),
}));

/** What stands in a form: the stored values with the changed ones over them. */
export function shownForm<Values extends object>(
  stored: Values,
  changed: Partial<Values>,
): { readonly values: Values; readonly isChanged: boolean } {
  return { values: { ...stored, ...changed }, isChanged: Object.keys(stillChanged(changed, stored)).length > 0 };
}

function stillChanged<Values extends object>(changed: Partial<Values>, stored: Values): Partial<Values> {
  const known = new Map(Object.entries(stored));
  const kept = Object.entries(changed).filter(([field, value]) => known.get(field) !== value);
  return Object.fromEntries(kept) as Partial<Values>; // fields of `changed`, none added
}
