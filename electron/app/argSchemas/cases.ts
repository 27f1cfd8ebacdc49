import { z } from 'zod';
import { CASE_TEMPLATES } from '../../contract/cases.ts';
import { asOf, by, moment, out, period, text } from './basics.ts';

const template = z.enum(CASE_TEMPLATES);
const query = z.object({
  template,
  unit: text.optional(),
  period: period.optional(),
  search: text.optional(),
  adopted: z.boolean().optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(0).max(1_000_000).optional(),
});

const draft = z.object({ template, unit: text, period, values: z.record(text, z.string().max(32_767)) });

/** Arguments about the ledgers of cases and commitments. */
export const CASES = {
  'cases.list': query,
  'cases.counts': z.object({ ...asOf, template, year: z.int() }),
  'cases.check': z.object({ draft, received: moment.optional() }),
  'cases.add': z.object({ draft, received: moment.optional(), by }),
  'cases.write': z.object({ query, out }),
  'commitments.get': z.object({ ...asOf, period }),
  'commitments.setEnterprises': z.object({
    year: z.int().min(1900).max(2200),
    count: z.int().min(1).max(100_000_000).nullable(),
    source: text,
    by,
  }),
};
