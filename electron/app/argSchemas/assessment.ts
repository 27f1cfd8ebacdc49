import { z } from 'zod';
import { assessmentSchemeSchema } from '../../io/assessmentSchemes.ts';
import { asOf, by, day, nothing, out, text } from './basics.ts';

const year = z.int().min(1990).max(2200);
const unit = text.optional();

/** Arguments about the year's score. */
export const ASSESSMENT = {
  'assessment.get': z.object({ ...asOf, year, unit }),
  'assessment.schemes': nothing,
  'assessment.versions': z.object({ year }),
  'assessment.saveScheme': z.object({ year, scheme: assessmentSchemeSchema, reason: text, by }),
  'assessment.entries': z.object({ year, unit, item: text.optional() }),
  'assessment.enter': z.object({
    year,
    unit: text,
    item: text,
    points: z.number().nullable(),
    pieces: z.number().nullable().optional(),
    evidence: text,
    by,
  }),
  'assessment.withdraw': z.object({ id: z.int(), by }),
  'assessment.objections': z.object({ year, unit }),
  'assessment.object': z.object({ year, unit: text, item: text, claim: text, on: day.optional(), by }),
  'assessment.decide': z.object({
    id: z.int(),
    granted: z.boolean(),
    points: z.number().optional(),
    decision: text,
    by,
  }),
  'assessment.write': z.object({ ...asOf, year, format: z.enum(['xlsx', 'docx']), unit, out }),
};
