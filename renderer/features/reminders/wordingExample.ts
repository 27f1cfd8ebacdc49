import { REMINDER_PLACEHOLDERS, type ReminderWording } from '../../../electron/contract/reminders.ts';
import { BRACED } from '../../../electron/contract/wordingFault.ts';
import { GROUP_ITEMS_EXAMPLE, PLACEHOLDER_WORDS } from '../../words/reminderSettings.ts';

/** A wording as it might come out: every known placeholder with its example, unknown ones as they stand. */
export function wordingExample(field: keyof ReminderWording, wording: string): string {
  const known: readonly string[] = REMINDER_PLACEHOLDERS[field];
  return wording.replaceAll(BRACED, (whole, name?: string) => {
    const key = name !== undefined && known.includes(name) ? PLACEHOLDER_KEYS.find((one) => one === name) : undefined;
    if (key === undefined) return whole;
    return key === 'items' && field === 'group' ? GROUP_ITEMS_EXAMPLE : PLACEHOLDER_WORDS[key].example;
  });
}

/** A text with a placeholder where the cursor stands, and where it stands then. */
export function insertPlaceholder(
  text: string,
  name: string,
  selection: { readonly start: number; readonly end: number },
): { readonly text: string; readonly cursor: number } {
  const inserted = `{${name}}`;
  return {
    text: text.slice(0, selection.start) + inserted + text.slice(selection.end),
    cursor: selection.start + inserted.length,
  };
}

const PLACEHOLDER_KEYS = REMINDER_PLACEHOLDERS.letter;
