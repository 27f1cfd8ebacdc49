import { z } from 'zod';
import { CHASE_WAYS } from '../../contract/chases.ts';
import { REMINDER_FORMATS } from '../../contract/reminders.ts';
import { asOf, by, day, exactly, moment, nothing, out, period, text } from './basics.ts';

const ids = z.array(text).max(5000).optional();
const query = { ...asOf, period: period.optional(), duties: ids, units: ids };
const days = z.int().min(0).max(366);
const times = z.int().min(0).max(99);
const settings = exactly({
  soonDays: days,
  redAfterDays: days,
  redWhenLateBefore: times,
  periodsBefore: z.int().min(1).max(12),
  redWhenChased: times,
  since: day.nullable().optional(),
});
const worded = text.refine((words) => words.trim() !== '', '不能空着');
const wording = exactly({
  unit: worded,
  group: worded,
  letter: worded,
  mailSubject: worded.refine((words) => !/[\r\n]/u.test(words), '邮件主题只能写一行'),
});
const square = z.object({ unit: text.min(1), duty: text.min(1), period });

/** Arguments about reminders and the log of chases. */
export const REMINDERS = {
  'reminders.list': z.object(query),
  'reminders.write': z.object({ ...query, format: z.enum(REMINDER_FORMATS), out }),
  'reminders.letters': z.object({
    ...query,
    merged: z.boolean(),
    numbered: z.boolean(),
    again: z.boolean().optional(),
    date: day.optional(),
    out,
    by,
  }),
  'reminders.mails': z.object({ ...query, out }),
  'reminders.settings': nothing,
  'reminders.saveSettings': z.object({ settings: settings.optional(), wording: wording.nullish(), by }),
  'chases.list': z.object({
    limit: z.int().min(1).optional(),
    withVoid: z.boolean().optional(),
    unit: text.optional(),
    duty: text.optional(),
    period: period.optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  'chases.add': z.object({
    draft: z.object({
      items: z.array(square).min(1).max(20_000),
      at: moment.optional(),
      how: z.enum(CHASE_WAYS),
      whom: text,
      answer: text,
      promised: day.nullable(),
    }),
    by,
  }),
  'chases.withdraw': z.object({ id: z.int(), by }),
};
