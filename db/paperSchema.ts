import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CircularDocument, DocumentForm } from '../electron/contract/circulars.ts';
import type { PaperEdit, PaperScope, PaperStep } from '../electron/contract/papers.ts';
import type { PaperBasis } from '../electron/core/paperBasis.ts';

// What leaves the office and what is kept of it: papers, their numbers, chases, the year's score.

/** A paper (通报、催报函): what decides its content while it is a draft, and what was frozen when it was issued. */
export const paper = sqliteTable(
  'paper',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    period: text(),
    asOf: text().notNull(),
    state: text().$type<'draft' | 'checked' | 'issued' | 'void'>().notNull(),
    title: text().notNull(),
    addressee: text().notNull(),
    date: text(),
    scope: text({ mode: 'json' }).$type<PaperScope>().notNull(),
    form: text({ mode: 'json' }).$type<DocumentForm>().notNull(),
    annexes: text({ mode: 'json' }).$type<readonly string[]>(),
    edits: text({ mode: 'json' }).$type<readonly PaperEdit[]>().notNull(),
    revision: integer().notNull(),
    steps: text({ mode: 'json' }).$type<readonly PaperStep[]>().notNull(),
    /** As issued, and as the data alone had it then; the office's Word template of then, a file among the originals; what it was composed from beside the data. */
    frozen: text({ mode: 'json' }).$type<{
      readonly document: CircularDocument;
      readonly composed: CircularDocument;
      readonly template?: {
        readonly name: string;
        readonly sha256: string;
        readonly at: string;
        readonly by: string;
      } | null;
      readonly basis?: PaperBasis;
    }>(),
    voidReason: text().notNull().default(''),
    about: integer(),
    removedAt: text(),
  },
  (t) => [index('paper_state').on(t.state, t.kind), index('paper_period').on(t.period)],
);

/** A 发文字号; no two papers of a year share one. */
export const documentNumber = sqliteTable(
  'document_number',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** `西信用办〔{year}〕{no}号`, as the office's pattern was then. */
    pattern: text().notNull(),
    year: integer().notNull(),
    seq: integer().notNull(),
    state: text().$type<'reserved' | 'used' | 'outside' | 'void'>().notNull(),
    /** `paper.id` */
    paper: integer(),
    subject: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [
    uniqueIndex('document_number_once').on(t.pattern, t.year, t.seq),
    uniqueIndex('document_number_paper').on(t.paper),
  ],
);

/** A file that an issued paper came out in; every later one is these bytes, kept among the originals. */
export const paperPrint = sqliteTable(
  'paper_print',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** `paper.id` */
    paper: integer().notNull(),
    /** `office`: Word, in the office's own template. */
    form: text().$type<'docx' | 'html' | 'pdf' | 'office'>().notNull(),
    sha256: text().notNull(),
    at: text().notNull(),
  },
  (t) => [uniqueIndex('paper_print_once').on(t.paper, t.form)],
);

/** A logged contact about one thing a unit owes. */
export const chase = sqliteTable(
  'chase',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text().notNull(),
    duty: text().notNull(),
    period: text().notNull(),
    at: text().notNull(),
    how: text().notNull(),
    whom: text().notNull(),
    answer: text().notNull(),
    promised: text(),
    by: text().notNull(),
    /** `paper.id` */
    paper: integer(),
    withdrawnAt: text(),
  },
  (t) => [index('chase_square').on(t.period, t.duty, t.unit), index('chase_unit').on(t.unit, t.at)],
);

/** A version of a year's scheme (`AssessmentScheme`). */
export const assessmentScheme = sqliteTable(
  'assessment_scheme',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    year: integer().notNull(),
    version: integer().notNull(),
    data: text({ mode: 'json' }).notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [uniqueIndex('assessment_scheme_once').on(t.year, t.version)],
);

/** What the office typed for a unit and an item; the newest counts, none is changed. */
export const assessmentEntry = sqliteTable(
  'assessment_entry',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    year: integer().notNull(),
    unit: text().notNull(),
    item: text().notNull(),
    points: real(),
    pieces: real(),
    evidence: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    withdrawnAt: text(),
    withdrawnBy: text(),
  },
  (t) => [index('assessment_entry_item').on(t.year, t.unit, t.item)],
);

/** 申诉 against a unit's points. */
export const assessmentObjection = sqliteTable(
  'assessment_objection',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    year: integer().notNull(),
    unit: text().notNull(),
    item: text().notNull(),
    claim: text().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    state: text().$type<'open' | 'granted' | 'refused'>().notNull(),
    before: real(),
    after: real(),
    decision: text().notNull(),
    decidedBy: text().notNull(),
    decidedAt: text(),
    /** Points when it was decided. */
    decidedFrom: real(),
    /** The line's newest entry then (`assessment_entry.id`): what is typed after it counts instead. */
    lastEntry: integer().notNull().default(0),
  },
  (t) => [index('assessment_objection_unit').on(t.year, t.unit)],
);
