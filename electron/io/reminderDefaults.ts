import { z } from 'zod';
import type { ReminderWording } from '../contract/reminders.ts';
import { placeholdersOf, strangePlaceholders } from '../contract/wordingFault.ts';
import type { ReminderDefaults } from '../core/reminderWording.ts';

/** What `resources/reminders/reminders.json` must be: levels and wording of the reminders as they ship. */
export const reminderDefaultsSchema: z.ZodType<ReminderDefaults> = z.strictObject({
  settings: z.strictObject({
    soonDays: z.int().min(0),
    redAfterDays: z.int().min(0),
    redWhenLateBefore: z.int().min(0),
    periodsBefore: z.int().min(1),
    redWhenChased: z.int().min(0),
  }),
  wording: z.strictObject({
    unit: worded('unit'),
    group: worded('group'),
    letter: worded('letter'),
    mailSubject: worded('mailSubject'),
  }),
});

/** A text that uses only the placeholders of its wording. */
function worded(name: keyof ReminderWording) {
  return z
    .string()
    .min(1)
    .superRefine((text, context) => {
      for (const strange of strangePlaceholders(name, text))
        context.addIssue({ code: 'custom', message: `不能用的占位 ${strange}，可用 ${placeholdersOf(name)}` });
    });
}
