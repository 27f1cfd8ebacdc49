import { z } from 'zod';
import { asOf, by, day, moment, period, text } from './basics.ts';

const square = { unit: text.optional(), duty: text.optional() };
const id = z.object({ id: z.int(), by });
const withdrawal = z.object({ id: z.int(), reason: text, by });

/** Arguments about who owes a duty, how much, from when to when: assignments, exemptions, allotments, draws, events. */
export const DUTY_PARTS = {
  'assignments.list': z.object(square),
  'assignments.save': z.object({
    unit: text,
    duty: text,
    role: z.enum(['responsible', 'lead', 'none']),
    from: day.nullable(),
    to: day.nullable(),
    reason: text,
    documentNo: text,
    by,
  }),
  'assignments.withdraw': id,
  'exemptions.list': z.object(square),
  'exemptions.save': z.object({
    kind: z.enum(['exempt', 'extended']),
    unit: text,
    duty: text.nullable(),
    from: day.nullable(),
    to: day.nullable(),
    period: period.nullable(),
    until: moment.nullable(),
    reason: text,
    approver: text,
    documentNo: text,
    by,
  }),
  'exemptions.withdraw': id,
  'allotments.list': z.object({ duty: text, period: period.optional() }),
  'allotments.save': z.object({ duty: text, period, counts: z.record(text, z.int().min(0).max(1_000_000)), by }),
  'draws.coverage': z.object({ duty: text, period }),
  'draws.make': z.object({ duty: text, period, seed: text.optional(), note: text.optional(), by }),
  'draws.withdraw': withdrawal,
  'events.list': z.object({ ...asOf, ...square, open: z.boolean().optional() }),
  'events.save': z.object({
    event: z.object({
      id: z.int().nullable(),
      duty: text,
      unit: text.nullable(),
      title: text.min(1),
      day,
      closedOn: day.nullable(),
      outcome: text,
      note: text,
    }),
    by,
  }),
  'events.withdraw': withdrawal,
};
