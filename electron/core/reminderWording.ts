import { REMINDER_PLACEHOLDERS, type ReminderSettings, type ReminderWording } from '../contract/reminders.ts';

/** Settings and wording that ship (`resources/reminders/reminders.json`). */
export interface ReminderDefaults {
  readonly settings: ReminderSettings;
  readonly wording: ReminderWording;
}

/** What of a wording stands in braces and is no placeholder of it, `{单位}`; a lone brace counts, too. Empty: it can be used. */
export function strangePlaceholders(name: keyof ReminderWording, text: string): string[] {
  const known: readonly string[] = REMINDER_PLACEHOLDERS[name];
  const found = [...text.matchAll(BRACED)].filter(([, inside]) => inside === undefined || !known.includes(inside));
  return [...new Set(found.map(([whole]) => whole))];
}

/** The placeholders of a wording as they are written: `{unit}、{asOf}`. */
export function placeholdersOf(name: keyof ReminderWording): string {
  return REMINDER_PLACEHOLDERS[name].map((known) => `{${known}}`).join('、');
}

/** A wording with its placeholders filled in; a line that placeholders alone made, and that came to nothing, is left out. */
export function fillWording(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split('\n')
    .flatMap((line) => {
      const filled = line.replaceAll(BRACED, (whole, inside?: string) => values[inside ?? ''] ?? whole);
      return filled.trim() === '' && line.trim() !== '' ? [] : [filled];
    })
    .join('\n');
}

/** `{inside}`, or a brace without its partner. */
const BRACED = /\{([^{}\n]*)\}|[{}]/gu;
