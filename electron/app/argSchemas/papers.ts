import { z } from 'zod';
import { FONT_ROLES } from '../../contract/charts.ts';
import { DOCUMENT_FORMATS, PARAGRAPH_LEVELS } from '../../contract/circulars.ts';
import { PAPER_KINDS, PAPER_STATES, TITLE_LIMIT } from '../../contract/papers.ts';
import { CIRCULAR_ANNEXES } from '../../core/circularTexts.ts';
import { by, day, exactly, moment, out, period, scope, text } from './basics.ts';

const id = z.int();
const revision = z.int().optional();
const year = z.int().min(1990).max(2200);
const seq = z.int().min(1).max(999_999);
const key = text.min(1);
const written = z.string().max(20_000);
const level = z.enum(PARAGRAPH_LEVELS);

const annexes = z
  .array(z.enum(CIRCULAR_ANNEXES))
  .refine((all) => new Set(all).size === all.length, '同一个附件不能选两次');

const edit = z
  .discriminatedUnion('edit', [
    exactly({ edit: z.literal('replace'), key, text: written, base: written }),
    exactly({ edit: z.literal('remove'), key, base: written }),
    exactly({ edit: z.literal('insert'), key: ownKey(), after: key, level, text: written }),
    exactly({ edit: z.literal('insertSection'), key: ownKey(), after: key, text: written }),
    exactly({ edit: z.literal('move'), key, after: key }),
  ])
  .refine(
    (one) => one.edit !== 'replace' || one.key !== 'title' || one.text.length <= TITLE_LIMIT,
    `标题最多 ${TITLE_LIMIT} 个字，请把多出的内容写进正文`,
  );

const form = exactly({
  redHead: z.boolean(),
  copyNo: z.string().regex(/^(\d{6})?$/u, '份号为 6 位数字，如 000001'),
  secrecy: text,
  urgency: z.enum(['', '特急', '加急'], '紧急程度只写 特急 或 加急'),
  signer: text,
  seal: z.boolean(),
  fonts: z.partialRecord(z.enum(FONT_ROLES), exactly({ family: text.min(1), bold: z.boolean() })).exactOptional(),
});

const change = exactly({
  asOf: moment.optional(),
  scope: scope.optional(),
  form: form.optional(),
  annexes: annexes.nullable().optional(),
  edits: z.array(edit).max(2000).optional(),
  date: day.nullable().optional(),
});

/** Arguments about papers and their numbers. */
export const PAPERS = {
  'papers.create': exactly({ kind: z.enum(PAPER_KINDS), period, asOf: moment.optional(), scope: scope.optional(), by }),
  'papers.get': exactly({ id }),
  'papers.list': exactly({
    search: text.optional(),
    kind: z.enum(PAPER_KINDS).optional(),
    state: z.enum(PAPER_STATES).optional(),
    year: year.optional(),
    period: period.optional(),
  }),
  'papers.save': exactly({ id, revision: z.int(), change, by }),
  'papers.check': exactly({ id, revision, note: text.optional(), by }),
  'papers.reopen': exactly({ id, revision, reason: text, by }),
  'papers.issue': exactly({
    id,
    revision,
    no: seq.optional(),
    numbered: z.boolean().optional(),
    date: day.optional(),
    by,
  }),
  'papers.void': exactly({ id, revision, reason: text, by }),
  'papers.remove': exactly({ id, by }),
  'papers.correct': exactly({ id, by }),
  'papers.page': exactly({ id }),
  'papers.write': exactly({
    id,
    format: z.enum(DOCUMENT_FORMATS),
    template: z.literal('office').optional(),
    out,
  }),
  'numbers.list': exactly({ year: year.optional() }),
  'numbers.reserve': exactly({ subject: text, year: year.optional(), seq: seq.optional(), by }),
  'numbers.enter': exactly({ year, seq, subject: text, by }),
  'numbers.void': exactly({ id, reason: text, mistyped: z.boolean().optional(), by }),
};

/** Key of what a clerk adds. */
function ownKey() {
  return z
    .string()
    .max(200)
    .regex(/^own\/./u, '自加内容的键应以 own/ 开头');
}
