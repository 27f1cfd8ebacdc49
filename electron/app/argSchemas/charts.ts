import { z } from 'zod';
import { asOf, nothing, period, text } from './basics.ts';

/** Arguments about charts and typefaces. */
export const CHARTS = {
  'charts.list': z.object({
    ...asOf,
    period,
    duties: z.array(text).max(1000).optional(),
    units: z.array(text).max(2000).optional(),
  }),
  'fonts.check': nothing,
};
