import { z } from 'zod';
import type { ChartSpec } from '../../contract/charts.ts';
import { FONT_ROLES } from '../../contract/charts.ts';
import { DOCUMENT_FORMATS, PARAGRAPH_LEVELS } from '../../contract/circulars.ts';
import type { FigureRef } from '../../contract/figures.ts';
import { CELL_STATES, RECORD_STATES } from '../../contract/figures.ts';
import { PAPER_KINDS } from '../../contract/papers.ts';
import { CELL_STATUSES } from '../../contract/status.ts';
import { asOf, exactly, moment, out, period, scope, text } from './basics.ts';

const ids = z.array(text).max(2000);
const at = { period, asOf: moment, duties: ids.optional(), units: ids.optional() };

const ref: z.ZodType<FigureRef> = z.discriminatedUnion('kind', [
  exactly({ kind: z.literal('cells'), state: z.enum(CELL_STATES), ...at }),
  exactly({ kind: z.literal('records'), state: z.enum(RECORD_STATES), templates: ids.optional(), ...at }),
  exactly({ kind: z.literal('units'), ...at }),
  exactly({
    kind: z.literal('assessment'),
    year: z.int(),
    asOf: moment,
    unit: text.optional(),
    item: text.optional(),
    group: text.optional(),
  }),
]);

const figure = z.object({ start: z.int().min(0), length: z.int().min(1), ref });
const paragraph = z.object({
  key: text,
  level: z.enum(PARAGRAPH_LEVELS),
  text: z.string().max(20_000),
  figures: z.array(figure).exactOptional(),
});

const named = z.object({ unit: text, name: text });
const labels = z.array(text);
const rate = z.number().nullable();
const chart: z.ZodType<ChartSpec> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trend'),
    title: text,
    periods: z.array(period),
    labels,
    series: z.array(z.object({ name: text, values: z.array(rate) })),
    target: z.number(),
  }),
  z.object({
    kind: z.literal('ranking'),
    title: text,
    items: z.array(named.extend({ value: rate, ref: ref.exactOptional() })),
    measure: text,
    target: rate,
  }),
  z.object({
    kind: z.literal('heat'),
    title: text,
    units: z.array(named),
    periods: z.array(period),
    labels,
    values: z.array(z.array(z.enum(CELL_STATUSES).nullable())),
    begun: z.array(z.object({ unit: text, period })).exactOptional(),
  }),
  z.object({
    kind: z.literal('composition'),
    title: text,
    items: z.array(z.object({ template: text, name: text, count: z.number(), ref: ref.exactOptional() })),
  }),
]);

const table = z.object({
  key: text,
  label: text,
  caption: text,
  columns: z.array(z.object({ title: text, align: z.enum(['left', 'center', 'right']), width: z.number().positive() })),
  rows: z.array(z.array(z.string())),
  note: z.string(),
  landscape: z.boolean(),
  figures: z.array(z.object({ row: z.int(), column: z.int(), ref })).exactOptional(),
  charts: z.array(chart).exactOptional(),
});

const form = z.object({
  redHead: z.boolean(),
  copyNo: text,
  secrecy: text,
  urgency: text,
  signer: text,
  seal: z.boolean(),
  fonts: z.partialRecord(z.enum(FONT_ROLES), z.object({ family: text, bold: z.boolean() })).exactOptional(),
});

const document = z.object({
  period: period.nullable(),
  asOf: moment,
  form,
  letterhead: text,
  documentNo: text,
  title: text.min(1),
  addressee: text,
  introduction: z.array(paragraph),
  sections: z.array(z.object({ key: text, heading: text, paragraphs: z.array(paragraph) })),
  tables: z.array(table),
  signature: text,
  date: text,
  remark: text,
  copyTo: z.array(text),
  issuer: text,
});

/** Arguments about circulars and the rows behind their numbers. */
export const CIRCULARS = {
  'circulars.compose': exactly({
    ...asOf,
    period,
    no: z.int().min(1).optional(),
    kind: z.enum(PAPER_KINDS).optional(),
    scope: scope.optional(),
  }),
  'circulars.page': z.object({ document }),
  'circulars.write': z.object({ document, format: z.enum(DOCUMENT_FORMATS), out }),
  'figures.open': exactly({
    ref,
    offset: z.int().min(0).optional(),
    limit: z.int().min(0).max(1_000_000).optional(),
  }),
};
