import { z } from 'zod';
import { INDICATOR_CADENCES, INDICATOR_SOURCES } from '../../contract/indicators.ts';
import { asOf, by, period, text } from './basics.ts';

const counted = z.object({ title: text.min(1), from: z.enum(INDICATOR_SOURCES), template: text.exactOptional() });

/** Arguments about indicators. */
export const INDICATORS = {
  'indicators.list': z.object({ ...asOf, year: z.int() }),
  'indicators.enter': z.object({
    indicator: text,
    period,
    numerator: z.number().min(0).nullable().optional(),
    denominator: z.number().min(0).nullable().optional(),
    note: text.optional(),
    by,
  }),
  'indicators.save': z.object({
    indicator: z.object({
      id: text.min(1),
      title: text.min(1),
      source: text,
      duty: text.nullable(),
      numerator: counted,
      denominator: counted.nullable(),
      target: z.object({ is: z.enum(['=', '>=', '<', '<=']), value: z.number().min(0) }),
      unitOfCount: text,
      cadence: z.enum(INDICATOR_CADENCES),
      note: text,
    }),
    by,
  }),
};
