import type { ReminderSettings, ReminderWording } from '../contract/reminders.ts';
import { BRACED } from '../contract/wordingFault.ts';

/** Settings and wording that ship (`resources/reminders/reminders.json`). */
export interface ReminderDefaults {
  readonly settings: ReminderSettings;
  readonly wording: ReminderWording;
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
