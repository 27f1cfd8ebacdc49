import { z } from 'zod';
import { RULES } from '../contract/findings.ts';
import { ATTACHMENT_KINDS } from '../contract/imports.ts';
import { COUNTY_NAME } from '../contract/profiles.ts';
import { REGISTER_KINDS, REGISTER_WAYS } from '../contract/status.ts';
import type { Args, RequestName } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { documentNoPattern } from '../io/documentNoPattern.ts';
import { ASSESSMENT } from './argSchemas/assessment.ts';
import { asOf, by, day, exactly, nothing, period, text, time } from './argSchemas/basics.ts';
import { CALENDAR } from './argSchemas/calendar.ts';
import { CASES } from './argSchemas/cases.ts';
import { CHARTS } from './argSchemas/charts.ts';
import { CIRCULARS } from './argSchemas/circulars.ts';
import { DIRECTORY, shift } from './argSchemas/directory.ts';
import { DUTY_PARTS } from './argSchemas/dutyParts.ts';
import { INDICATORS } from './argSchemas/indicators.ts';
import { PAPERS } from './argSchemas/papers.ts';
import { REMINDERS } from './argSchemas/reminders.ts';
import { WORD_TEMPLATE } from './argSchemas/wordTemplate.ts';
import { argumentFault, argumentPlace } from './argumentFault.ts';

/** Checks the argument of a request that came over a wire; a wrong one is refused as `usage` with the place that is wrong. */
export function checkArgs<N extends RequestName>(name: N, args: unknown): Args<N> {
  const checked = SCHEMAS[name].safeParse(args ?? {}, { error: argumentFault });
  if (checked.success) return checked.data as Args<N>; // each schema is checked against the contract below
  const [issue] = checked.error.issues;
  const place = argumentPlace(issue?.path ?? []);
  throw new Refusal('usage', [place, issue?.message ?? ''].filter((part) => part !== '').join('：'));
}

const weight = z.number().min(0).max(100);
const office = z.object({
  id: text,
  county: text.min(1),
  city: text,
  office: text.min(1),
  shortName: text.min(1),
  letterhead: text.min(1),
  documentNoPattern,
  notice: z.object({ documentNo: text, title: text }),
  addressee: text,
  copyTo: z.array(text),
  regionCode: text,
  contact: z.object({ place: text, person: text, phone: text, email: text }),
  settings: z.object({
    weeklyDue: z.object({ weekday: z.int().min(1).max(7), time }),
    dueTime: time,
    shift,
    effectiveFrom: day,
    scoreWeights: z.object({ report: weight, compliance: weight, timeliness: weight }),
    intake: z.object({ hiddenRows: z.enum(['read', 'skip']), returnedCounts: z.boolean() }).exactOptional(),
  }),
});

const officeNames = exactly({
  county: z.string().regex(COUNTY_NAME, '应以县、市、区或旗结尾，不超过20个字，如 西峡县'),
  city: text.min(1),
  office: text.min(1),
  documentWord: text.min(1),
  regionCode: z.string().regex(/^\d{6}$/u, '应为 6 位数字的行政区划代码'),
});

const rule = z.enum(RULES);
const cellName = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/u);
const override = exactly({
  file: text,
  sheet: text.optional(),
  part: text.optional(),
  unit: text.optional(),
  duty: text.optional(),
  period: period.optional(),
  template: text.optional(),
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/u), text.nullable()).optional(),
  dateOrder: z.record(z.string(), z.enum(['dmy', 'mdy'])).optional(),
  acceptMissingColumns: z.boolean().optional(),
  removedRows: z.enum(['remove', 'keep']).optional(),
  resend: z.enum(['correction', 'addition']).optional(),
  skip: z.boolean().optional(),
  transpose: z.boolean().optional(),
  splitByUnit: z.boolean().optional(),
  fillDitto: z.boolean().optional(),
  cells: z.array(exactly({ cell: cellName, value: z.string().max(32_767), reason: text.min(1) })).optional(),
  confirmations: z
    .array(exactly({ row: z.int().min(1), cell: cellName.nullable(), rule, reason: text.min(1) }))
    .optional(),
  fileAs: z.enum(ATTACHMENT_KINDS).optional(),
});
const importRequest = z.object({
  sources: z.array(z.object({ path: text.min(1), name: text.min(1) })).max(5000),
  received: z.string().max(30).optional(),
  passwords: z.array(text).optional(),
  overrides: z.array(override).max(5000).optional(),
  by,
});
const recordQuery = z.object({
  template: text.optional(),
  unit: text.optional(),
  period: period.optional(),
  finding: rule.optional(),
  severity: z.enum(['error', 'verify', 'notice']).optional(),
  compliant: z.boolean().optional(),
  search: text.optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(0).max(1_000_000).optional(),
});

const SCHEMAS: Readonly<Record<RequestName, z.ZodType>> = {
  'app.info': nothing,
  'app.verify': nothing,
  'overview.get': z.object(asOf),
  'profiles.list': nothing,
  'profiles.init': z.object({ profile: text.min(1), names: officeNames.optional() }),
  'profiles.export': z.object({ out: text.optional() }),
  'office.get': nothing,
  'office.save': z.object({ office, by }),
  'templates.list': nothing,
  'templates.get': z.object({ id: text }),
  'imports.read': z.object({
    path: text.min(1),
    sheet: text.optional(),
    passwords: z.array(text).optional(),
    name: text.optional(),
  }),
  'imports.preview': importRequest,
  'imports.commit': importRequest.extend({ planHash: text.optional() }),
  'batches.list': nothing,
  'batches.get': z.object({ batch: text }),
  'batches.undo': z.object({ batch: text, by }),
  'periods.locks': nothing,
  'periods.lock': z.object({ period, locked: z.boolean(), reason: text, by }),
  'attachments.list': z.object({
    unit: text.optional(),
    duty: text.optional(),
    period: period.optional(),
    batch: text.optional(),
  }),
  'attachments.write': z.object({ id: z.int(), out: text.optional() }),
  'attachments.file': z.object({ id: z.int(), unit: text, duty: text, period, kind: z.enum(ATTACHMENT_KINDS), by }),
  'returns.write': z.object({
    batch: text.optional(),
    file: z.union([z.int(), text]).optional(),
    passwords: z.array(text).optional(),
    errorsOnly: z.boolean().optional(),
    out: text.optional(),
    by,
    ...asOf,
  }),
  'returns.list': z.object({ unit: text.optional(), period: period.optional(), batch: text.optional() }),
  'returns.withdraw': z.object({ id: z.int(), by }),
  'uploads.preview': z.object({ template: text, period }),
  'uploads.write': z.object({
    template: text,
    period,
    includeChanged: z.boolean().optional(),
    out: text.optional(),
    by,
  }),
  'uploads.list': nothing,
  'uploads.undo': z.object({ id: text, by }),
  'blanks.write': z.object({
    duty: text,
    unit: text.optional(),
    period: period.optional(),
    out: text.optional(),
  }),
  'memory.list': nothing,
  'memory.forget': z.object({ kind: z.enum(['mapping', 'name']), id: z.int(), by }),
  'submissions.register': z.object({
    unit: text,
    duty: text,
    period,
    kind: z.enum(REGISTER_KINDS),
    received: z.string().max(30).optional(),
    via: z.enum(REGISTER_WAYS).optional(),
    note: text.optional(),
    file: text.optional(),
    count: z.int().min(1).max(10_000).optional(),
    by,
  }),
  'submissions.list': z.object({ unit: text.optional(), duty: text.optional(), period: period.optional() }),
  'submissions.withdraw': z.object({ id: z.int(), by }),
  'status.year': z.object({ ...asOf, year: z.int(), duty: text.optional(), unit: text.optional() }),
  'status.grid': z.object({ ...asOf, period, duty: text.optional(), unit: text.optional() }),
  'rates.compute': z.object({ ...asOf, period }),
  'records.list': recordQuery,
  'records.clusters': recordQuery,
  'records.correct': z.object({ id: z.int(), field: text.min(1), value: z.string().max(32_767), reason: text, by }),
  'findings.confirm': z.object({ id: z.int(), reason: text.nullable(), by }),
  'findings.count': recordQuery,
  'findings.reasons': z.object({ rule, field: text.optional() }),
  'findings.write': z.object({ query: recordQuery, out: text.optional() }),
  ...DIRECTORY,
  ...DUTY_PARTS,
  ...CALENDAR,
  ...CASES,
  ...CHARTS,
  ...CIRCULARS,
  ...INDICATORS,
  ...ASSESSMENT,
  ...PAPERS,
  ...REMINDERS,
  ...WORD_TEMPLATE,
} satisfies { readonly [N in RequestName]: z.ZodType<Args<N>> };
