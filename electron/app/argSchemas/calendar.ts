import { z } from 'zod';
import { asOf, by, day, text } from './basics.ts';

const calendarDay = z.object({ day, kind: z.enum(['off', 'work']), name: text });

/** Arguments about the calendar of working days. */
export const CALENDAR = {
  'calendar.show': z.object({ year: z.int().min(1900).max(2200) }),
  'calendar.read': z.object({ path: text.optional(), text: z.string().max(100_000).optional() }),
  'calendar.save': z.object({
    notice: z.object({ year: z.int().min(1900).max(2200), days: z.array(calendarDay).max(400), source: text }),
    by,
  }),
  'calendar.reset': z.object({ year: z.int().min(1900).max(2200), by }),
  'calendar.saveCounty': z.object({ day, kind: z.enum(['off', 'work']).nullable(), name: text, reason: text, by }),
  'calendar.due': z.object({ ...asOf, from: day, to: day, unit: text.optional() }),
};
