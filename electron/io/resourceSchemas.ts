import { z } from 'zod';
import { CADENCES, type DueRule } from '../contract/duties.ts';
import { RULES, type RuleCode, type Severity } from '../contract/findings.ts';
import { INDICATOR_CADENCES, INDICATOR_SOURCES, type Indicator } from '../contract/indicators.ts';
import type { Office } from '../contract/profiles.ts';
import { COLUMN_CHECKS, type Condition, FIELD_TYPES, type Template } from '../contract/templates.ts';
import { SUCCESSION_KINDS, UNIT_KINDS, type UnitGroup } from '../contract/units.ts';
import type { ProfileDuty, ProfileUnit } from '../core/profile.ts';
import { documentNoPattern } from './documentNoPattern.ts';

const text = z.string();
const words = z.string().min(1);
const texts = z.array(words);
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/);
const field = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const day = z.iso.date();
const positive = z.int().min(1);
const shift = z.enum(['none', 'next', 'previous']);

/** `office.json`: the office itself and its settings. */
export const officeSchema: z.ZodType<Office> = z.strictObject({
  id,
  county: words,
  city: words,
  office: words,
  shortName: words,
  letterhead: words,
  documentNoPattern,
  notice: z.strictObject({ documentNo: words, title: words }),
  addressee: words,
  copyTo: texts,
  regionCode: z.string().regex(/^\d{6}$/),
  contact: z.strictObject({ place: text, person: text, phone: text, email: text }),
  settings: z.strictObject({
    weeklyDue: z.strictObject({ weekday: z.int().min(1).max(7), time }),
    dueTime: time,
    shift,
    effectiveFrom: day,
    scoreWeights: z.strictObject({
      report: z.number().min(0),
      compliance: z.number().min(0),
      timeliness: z.number().min(0),
    }),
    intake: z.strictObject({ hiddenRows: z.enum(['read', 'skip']), returnedCounts: z.boolean() }).exactOptional(),
  }),
});

/** `rules/counties.json`: city → its counties, districts and county-level cities (GB/T 2260). */
export const countiesSchema: z.ZodType<Record<string, string[]>> = z.record(
  words,
  z.array(z.string().regex(/^\p{Script=Han}{1,8}[县市区]$/u)),
);

/** `units.json`: the member units in the office's order. */
export const unitsSchema: z.ZodType<ProfileUnit[]> = z.array(
  z.strictObject({
    id,
    name: words,
    officialName: words,
    aliases: texts.default([]),
    kind: z.enum(UNIT_KINDS),
    order: positive,
    activeFrom: day.nullable().default(null),
    activeTo: day.nullable().default(null),
    contacts: z
      .array(
        z.strictObject({
          name: words,
          role: z.enum(['leader', 'clerk']),
          phone: text,
          email: text,
          wechat: text.exactOptional(),
          enteredAt: text.exactOptional(),
        }),
      )
      .default([]),
    note: text.default(''),
    parent: id.nullable().exactOptional(),
    formerNames: z
      .array(z.strictObject({ until: day, name: words, officialName: words, reason: text }))
      .exactOptional(),
    succession: z
      .strictObject({ kind: z.enum(SUCCESSION_KINDS), on: day, units: z.array(id).min(1), reason: text })
      .nullable()
      .exactOptional(),
  }),
);

/** `groups.json`: unit groups as the notice names them. */
export const groupsSchema: z.ZodType<UnitGroup[]> = z.array(
  z.strictObject({
    id,
    title: words,
    source: words,
    units: z.array(id),
    open: z.boolean(),
    note: text.default(''),
    revisions: z.array(z.strictObject({ from: day, units: z.array(id), reason: text })).exactOptional(),
  }),
);

const dueRule: z.ZodType<DueRule> = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('weekday'), weekday: z.int().min(1).max(7), time, shift: z.exactOptional(shift) }),
  z.strictObject({
    rule: z.literal('day-of-month'),
    day: z.int().min(1).max(31),
    time,
    shift: z.exactOptional(shift),
  }),
  z.strictObject({
    rule: z.literal('day-of-next-month'),
    day: z.int().min(1).max(31),
    time,
    shift: z.exactOptional(shift),
  }),
  z.strictObject({ rule: z.literal('period-end'), time, shift: z.exactOptional(shift) }),
  z.strictObject({
    rule: z.literal('fixed-date'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    time,
    shift: z.exactOptional(shift),
  }),
  z.strictObject({
    rule: z.literal('days-after-period'),
    days: positive,
    unit: z.enum(['natural', 'working']),
    time,
    shift: z.exactOptional(shift),
  }),
  z.strictObject({
    rule: z.literal('campaign'),
    campaigns: z
      .array(
        z.strictObject({
          title: words,
          month: z.int().min(1).max(12),
          day: z.int().min(1).max(31),
          length: positive,
        }),
      )
      .min(1),
    days: z.int().min(0),
    time,
    shift: z.exactOptional(shift),
  }),
  z.strictObject({
    rule: z.literal('dates'),
    dates: z.array(day).min(1),
    time,
    shift: z.exactOptional(shift),
  }),
]);

const recordTerm = z.strictObject({ days: positive, unit: z.enum(['natural', 'working']), shift });
const quota = z.strictObject({
  count: positive.nullable(),
  of: words,
  templates: z.array(id).min(1).exactOptional(),
});
const zeroReport = z.enum(['statement', 'none']);
const eventTerm = z.strictObject({
  count: positive,
  unit: z.enum(['natural', 'working', 'months']),
  meaning: z.enum(['within', 'not-before']),
  from: words,
});

/** `duties.json`: the reporting duties of the notice. */
export const dutiesSchema: z.ZodType<ProfileDuty[]> = z.array(
  z.strictObject({
    id,
    title: words,
    source: words,
    kind: z.enum(['scheduled', 'event', 'ledger']),
    cadence: z.enum(CADENCES),
    due: dueRule.nullable().default(null),
    recordTerm: recordTerm.nullable().default(null),
    templates: z.array(id).default([]),
    quota: quota.nullable().default(null),
    zeroReport,
    target: text.default(''),
    consequence: text.default(''),
    groups: z.array(id),
    lead: z.array(id).default([]),
    note: text.default(''),
    from: day.nullable().exactOptional(),
    to: day.nullable().exactOptional(),
    cumulative: z.boolean().exactOptional(),
    eventTerm: eventTerm.nullable().exactOptional(),
    sampling: z
      .strictObject({
        draw: z.enum(['monthly', 'quarterly']),
        cover: z.enum(['half-yearly', 'yearly']),
        share: z.number().gt(0).max(1),
      })
      .nullable()
      .exactOptional(),
    revisions: z
      .array(
        z.strictObject({
          from: day,
          reason: words,
          title: words.exactOptional(),
          cadence: z.enum(CADENCES).exactOptional(),
          templates: z.array(id).exactOptional(),
          due: dueRule.nullable().exactOptional(),
          recordTerm: recordTerm.nullable().exactOptional(),
          quota: quota.nullable().exactOptional(),
          zeroReport: zeroReport.exactOptional(),
          eventTerm: eventTerm.nullable().exactOptional(),
          groups: z.array(id).exactOptional(),
          lead: z.array(id).exactOptional(),
          target: text.exactOptional(),
        }),
      )
      .exactOptional(),
  }),
);

const counted = z.strictObject({ title: words, from: z.enum(INDICATOR_SOURCES), template: id.exactOptional() });

/** `indicators.json`: the targets of the notice that can be counted. */
export const indicatorsSchema: z.ZodType<Indicator[]> = z.array(
  z.strictObject({
    id,
    title: words,
    source: words,
    duty: id.nullable(),
    numerator: counted,
    denominator: counted.nullable(),
    target: z.strictObject({ is: z.enum(['=', '>=', '<', '<=']), value: z.number().min(0) }),
    unitOfCount: words,
    cadence: z.enum(INDICATOR_CADENCES),
    note: text.default(''),
  }),
);

const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ field, is: z.enum(['empty', 'filled']) }),
  z.strictObject({ field, in: texts.min(1) }),
  z.strictObject({ field, notIn: texts.min(1) }),
  z.strictObject({ field, contains: texts.min(1) }),
]);

const column = z.strictObject({
  id: field,
  name: words,
  aliases: texts.default([]),
  type: z.enum(FIELD_TYPES),
  length: positive.nullable().default(null),
  required: z.boolean().default(false),
  requiredWhen: z.array(condition).default([]),
  mustBeEmptyWhen: z.array(condition).default([]),
  codes: z
    .strictObject({
      values: texts.min(1),
      synonyms: z.record(words, words).default({}),
      multiple: z.boolean().default(false),
      otherWithText: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  number: z
    .strictObject({
      decimals: z.int().min(0),
      min: z.number().nullable().default(null),
      exclusiveMin: z.boolean().default(false),
      amountIn: field.nullable().default(null),
      percent: z.literal(true).exactOptional(),
    })
    .nullable()
    .default(null),
  date: z
    .strictObject({
      notFuture: z.boolean().default(false),
      notBefore: z.array(field).default([]),
      longTerm: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  checks: z.array(z.enum(COLUMN_CHECKS)).default([]),
  listed: z
    .strictObject({ title: words, values: z.record(words, texts), strict: z.boolean().default(false) })
    .exactOptional(),
  decidedBy: z.exactOptional(field),
});

/** `templates/<id>.json`: the columns of one kind of table. */
export const templateSchema: z.ZodType<Template> = z.strictObject({
  id,
  title: words,
  version: words,
  source: words,
  titleWords: texts.default([]),
  columns: z.array(column).min(1),
  key: z.array(z.array(field).min(1)).min(1),
  decisionDate: field.nullable().default(null),
  unitField: field.nullable().default(null),
  periodField: field.exactOptional(),
  nothing: z.strictObject({ matter: field, reason: field }).exactOptional(),
  nameField: field,
  unitOfCount: words,
  former: z
    .strictObject({
      version: words,
      headers: texts.min(1),
      absent: z.array(field).min(1).exactOptional(),
      fields: z.record(words, field.nullable()).exactOptional(),
      until: day.exactOptional(),
      note: words.exactOptional(),
    })
    .exactOptional(),
  sums: z
    .array(
      z.strictObject({
        field,
        of: z.array(z.array(field).min(1)).min(1),
        less: z.array(field).default([]),
      }),
    )
    .exactOptional(),
  ties: z
    .array(
      z.strictObject({
        field,
        of: z
          .array(
            z.union([
              z.strictObject({ template: id, field, period: z.enum(['same', 'before']) }),
              z.strictObject({ template: id, rows: z.literal('until') }),
            ]),
          )
          .min(1),
      }),
    )
    .exactOptional(),
});

/** `rules/severity.json`: the severity of every rule; a rule without one is an error of the file. */
export const severitySchema: z.ZodType<Record<RuleCode, Severity>> = z.record(
  z.enum(RULES),
  z.enum(['error', 'verify', 'notice']),
);
