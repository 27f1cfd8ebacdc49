import { z } from 'zod';
import { CADENCES } from '../../contract/duties.ts';
import { SUCCESSION_KINDS, UNIT_KINDS } from '../../contract/units.ts';
import { nameText } from '../../core/nameText.ts';
import { by, day, nothing, out, text, time } from './basics.ts';

const nameOf = (least: number) => text.transform(nameText).pipe(z.string().min(least));
const contact = z.object({
  name: text,
  role: z.enum(['leader', 'clerk']),
  phone: text,
  email: text,
  wechat: text.exactOptional(),
});
const unitDraft = z.object({
  id: text.nullable(),
  name: nameOf(1),
  officialName: nameOf(1),
  aliases: z.array(nameOf(2)).max(100),
  kind: z.enum(UNIT_KINDS),
  activeFrom: day.nullable(),
  activeTo: day.nullable(),
  contacts: z.array(contact).max(20),
  note: text,
  parent: text.nullable().exactOptional(),
});

const succession = z.object({
  kind: z.enum(SUCCESSION_KINDS),
  from: z.array(text).min(1).max(50),
  to: z
    .array(z.union([text, unitDraft]))
    .min(1)
    .max(50),
  on: day,
  reason: text,
  by,
});

export const shift = z.enum(['none', 'next', 'previous']);
const clock = { time, shift: shift.exactOptional() };
const dueRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('weekday'), weekday: z.int().min(1).max(7), ...clock }),
  z.object({ rule: z.literal('day-of-month'), day: z.int().min(1).max(31), ...clock }),
  z.object({ rule: z.literal('day-of-next-month'), day: z.int().min(1).max(31), ...clock }),
  z.object({ rule: z.literal('period-end'), ...clock }),
  z.object({ rule: z.literal('fixed-date'), month: z.int().min(1).max(12), day: z.int().min(1).max(31), ...clock }),
  z.object({
    rule: z.literal('days-after-period'),
    days: z.int().min(1).max(366),
    unit: z.enum(['natural', 'working']),
    ...clock,
  }),
  z.object({
    rule: z.literal('campaign'),
    campaigns: z
      .array(
        z.object({
          title: text.min(1),
          month: z.int().min(1).max(12),
          day: z.int().min(1).max(31),
          length: z.int().min(1).max(366),
        }),
      )
      .min(1),
    days: z.int().min(0).max(366),
    ...clock,
  }),
  z.object({ rule: z.literal('dates'), dates: z.array(day).min(1), ...clock }),
]);
const eventTerm = z.object({
  count: z.int().min(1).max(366),
  unit: z.enum(['natural', 'working', 'months']),
  meaning: z.enum(['within', 'not-before']),
  from: text.min(1),
});
const sampling = z.object({
  draw: z.enum(['monthly', 'quarterly']),
  cover: z.enum(['half-yearly', 'yearly']),
  share: z.number().gt(0).max(1),
});
const dutyDraft = z.object({
  id: text,
  title: text.min(1),
  cadence: z.enum(CADENCES).exactOptional(),
  templates: z.array(text).max(100).exactOptional(),
  due: dueRule.nullable(),
  recordTerm: z.object({ days: z.int().min(1).max(365), unit: z.enum(['natural', 'working']), shift }).nullable(),
  quota: z
    .object({ count: z.int().min(1).nullable(), of: text, templates: z.array(text).min(1).max(100).exactOptional() })
    .nullable(),
  groups: z.array(text),
  lead: z.array(text),
  target: text,
  note: text,
  zeroReport: z.enum(['statement', 'none']).exactOptional(),
  eventTerm: eventTerm.nullable().exactOptional(),
  sampling: sampling.nullable().exactOptional(),
  from: day.nullable().exactOptional(),
  to: day.nullable().exactOptional(),
});

/** Arguments about units, groups and duties. */
export const DIRECTORY = {
  'units.list': nothing,
  'units.save': z.object({ unit: unitDraft, by }),
  'units.rename': z.object({ unit: text, name: nameOf(1), officialName: nameOf(1), on: day, reason: text, by }),
  'units.succeed': succession,
  'units.foresee': succession,
  'units.twins': nothing,
  'units.write': z.object({ out }),
  'units.read': z.object({ path: text.min(1), dryRun: z.boolean().optional(), by }),
  'groups.list': nothing,
  'groups.save': z.object({
    id: text,
    units: z.array(text).max(2000),
    from: day.optional(),
    reason: text.optional(),
    by,
  }),
  'duties.list': z.object({ year: z.int().optional() }),
  'duties.save': z.object({ duty: dutyDraft, from: day.optional(), reason: text.optional(), by }),
  'duties.year': z.object({ duty: text, year: z.int(), draft: dutyDraft.optional(), from: day.optional() }),
};
