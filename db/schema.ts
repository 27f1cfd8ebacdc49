import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Contact, FormerName, GroupRevision, Succession } from '../electron/contract/units.ts';

/** One row per setting; today `office` alone. */
export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).notNull(),
});

export const unit = sqliteTable('unit', {
  id: text().primaryKey(),
  name: text().notNull(),
  officialName: text().notNull(),
  aliases: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  kind: text().notNull(),
  position: integer().notNull(),
  activeFrom: text(),
  activeTo: text(),
  contacts: text({ mode: 'json' }).$type<readonly Contact[]>().notNull(),
  note: text().notNull(),
  parent: text(),
  formerNames: text({ mode: 'json' }).$type<readonly FormerName[]>().notNull().default([]),
  succession: text({ mode: 'json' }).$type<Succession>(),
});

export const unitGroup = sqliteTable('unit_group', {
  id: text().primaryKey(),
  position: integer().notNull(),
  title: text().notNull(),
  source: text().notNull(),
  units: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  open: integer({ mode: 'boolean' }).notNull(),
  note: text().notNull(),
  revisions: text({ mode: 'json' }).$type<readonly GroupRevision[]>().notNull().default([]),
});

/** A duty as the profile gives it (`ProfileDuty`), with the office's changes. */
export const duty = sqliteTable('duty', {
  id: text().primaryKey(),
  position: integer().notNull(),
  data: text({ mode: 'json' }).notNull(),
});

/** One import that changed something; `files` is the result as shown, for history and receipt. */
export const batch = sqliteTable('batch', {
  id: text().primaryKey(),
  kind: text().$type<'import' | 'correction' | 'entry'>().notNull().default('import'),
  /** Who committed it. */
  by: text().notNull().default(''),
  committedAt: text().notNull(),
  receivedAt: text(),
  undoneAt: text(),
  fileCount: integer().notNull(),
  tableCount: integer().notNull(),
  recordCount: integer().notNull(),
  files: text({ mode: 'json' }).notNull(),
});

/** A file of a batch. `routing`: sheet → where it went, so that the same bytes find the same way again. */
export const importedFile = sqliteTable(
  'imported_file',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    batch: text().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    receivedAt: text().notNull(),
    overrides: text({ mode: 'json' }).notNull(),
    /** Hash of the archive or mail it came in; its original is kept, too. */
    container: text(),
    /** Mail it came in, as `Mail`. */
    mail: text({ mode: 'json' }),
  },
  (t) => [index('imported_file_sha256').on(t.sha256), index('imported_file_batch').on(t.batch)],
);

/** What a unit sent for a duty and period; `withdrawnAt` when taken back (undo, or a manual entry withdrawn). */
export const submission = sqliteTable(
  'submission',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text().notNull(),
    duty: text().notNull(),
    period: text().notNull(),
    template: text(),
    kind: text().notNull(),
    receivedAt: text().notNull(),
    note: text().notNull(),
    file: text(),
    sha256: text(),
    batch: text(),
    records: integer().notNull(),
    count: integer().notNull(),
    withdrawnAt: text(),
    /** `imported_file.id` */
    importedFile: integer(),
    sheet: text().notNull().default(''),
    part: text().notNull().default(''),
  },
  (t) => [index('submission_period').on(t.period, t.duty, t.unit), index('submission_batch').on(t.batch)],
);

/**
 * A version of a record (数据记录). All versions of one record share `lineage`; the current one has state `current`, older ones
 * `superseded`, taken-back ones `undone`, deleted ones `removed`.
 */
export const record = sqliteTable(
  'record',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    lineage: integer().notNull(),
    version: integer().notNull(),
    state: text().$type<'current' | 'superseded' | 'undone' | 'removed'>().notNull(),
    batch: text().notNull(),
    /** Batch that removed it. */
    removedBy: text(),
    unit: text().notNull(),
    duty: text().notNull(),
    period: text().notNull(),
    template: text().notNull(),
    key: text().notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    values: text({ mode: 'json' }).$type<Readonly<Record<string, string | number | null>>>().notNull(),
    raw: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    extras: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    decisionDate: text(),
    /** Receipt of this version's file. */
    sentAt: text().notNull(),
    /** First receipt of the record. */
    receivedAt: text().notNull(),
    timely: integer({ mode: 'boolean' }),
    compliant: integer({ mode: 'boolean' }).notNull(),
    file: text().notNull(),
    sheet: text().notNull(),
    row: integer().notNull(),
  },
  (t) => [
    index('record_scope').on(t.period, t.unit, t.duty, t.template, t.state),
    index('record_template').on(t.template, t.state, t.period),
    index('record_unit').on(t.unit, t.state),
    index('record_lineage').on(t.lineage, t.version),
    index('record_batch').on(t.batch),
    index('record_removed_by').on(t.removedBy).where(sql`removed_by is not null`),
    // The circular's annex reads few of many: only what is in force and not compliant is in this one.
    index('record_faulty')
      .on(t.period, t.unit, t.template, t.file, t.row)
      .where(sql`state = 'current' and compliant = 0`),
  ],
);

/** A later file held this version of a record unchanged; keeps it when the batch that brought it is undone. */
export const sighting = sqliteTable(
  'sighting',
  {
    /** `record.id` */
    record: integer().notNull(),
    batch: text().notNull(),
    receivedAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.record, t.batch] }), index('sighting_batch').on(t.batch)],
);

export const finding = sqliteTable(
  'finding',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    record: integer().notNull(),
    row: integer(),
    cell: text(),
    column: text(),
    field: text(),
    rule: text().notNull(),
    severity: text().notNull(),
    value: text().notNull(),
    message: text().notNull(),
    confirmedReason: text(),
    confirmedAt: text(),
    confirmedBy: text(),
  },
  (t) => [index('finding_record').on(t.record), index('finding_rule').on(t.rule, t.record)],
);

/** Counts of the current records per scope, renewed inside the transaction that changes them; rates never scan records. */
export const tally = sqliteTable(
  'tally',
  {
    period: text().notNull(),
    unit: text().notNull(),
    duty: text().notNull(),
    template: text().notNull(),
    records: integer().notNull(),
    compliant: integer().notNull(),
    updates: integer().notNull(),
    clocked: integer().notNull(),
    timely: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.unit, t.duty, t.template] })],
);

/** Who did what when; nothing is changed without a line here. */
export const audit = sqliteTable('audit', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  action: text().notNull(),
  subject: text().notNull(),
  detail: text().notNull(),
  by: text().notNull().default(''),
});

/** A value the office mended, on a record's lineage: a layer over what the unit sent. */
export const correction = sqliteTable(
  'correction',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** `record.lineage` */
    lineage: integer().notNull(),
    /** `record.id` of the version that carries it first. */
    record: integer().notNull(),
    batch: text().notNull(),
    field: text().notNull(),
    before: text().notNull(),
    value: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    undoneAt: text(),
  },
  (t) => [index('correction_lineage').on(t.lineage), index('correction_batch').on(t.batch)],
);

/** A paper, picture or Word document that came with the files. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    batch: text().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    receivedAt: text().notNull(),
    unit: text(),
    duty: text(),
    period: text(),
    kind: text().$type<'article' | 'statement' | 'paper'>().notNull(),
    title: text().notNull(),
    day: text(),
    text: text().notNull(),
    /** `submission.id` it made or belongs to. */
    submission: integer(),
    withdrawnAt: text(),
  },
  (t) => [index('attachment_square').on(t.period, t.duty, t.unit), index('attachment_batch').on(t.batch)],
);

/** A table sent back with its findings (退回). */
export const returnSlip = sqliteTable(
  'return_slip',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    by: text().notNull(),
    batch: text().notNull(),
    /** `imported_file.id` */
    importedFile: integer().notNull(),
    source: text().notNull(),
    unit: text().notNull(),
    duty: text().notNull(),
    period: text().notNull(),
    template: text().notNull(),
    findings: integer().notNull(),
    errors: integer().notNull(),
    /** What was returned, `{ key, rule, field }` each, to match the re-sent file against. */
    items: text({ mode: 'json' }).notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('return_slip_square').on(t.period, t.duty, t.unit), index('return_slip_batch').on(t.batch)],
);

/** A consolidated upload (汇总上报); `upload_item` marks its records. */
export const upload = sqliteTable('upload', {
  id: text().primaryKey(),
  at: text().notNull(),
  template: text().notNull(),
  period: text().notNull(),
  rows: integer().notNull(),
  file: text().notNull(),
  undoneAt: text(),
});

export const uploadItem = sqliteTable(
  'upload_item',
  {
    upload: text().notNull(),
    /** `record.lineage` */
    lineage: integer().notNull(),
    /** `record.id` of the version uploaded. */
    record: integer().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.upload, t.lineage] }), index('upload_item_lineage').on(t.lineage)],
);

/** How a header line was mapped (映射记忆); `unit` null: for the whole office. */
export const mapping = sqliteTable(
  'mapping',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text(),
    template: text().notNull(),
    fingerprint: text().notNull(),
    headers: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    columns: text({ mode: 'json' }).$type<Readonly<Record<string, string | null>>>().notNull(),
    uses: integer().notNull(),
    batch: text().notNull(),
    learnedAt: text().notNull(),
    usedAt: text().notNull(),
    forgottenAt: text(),
  },
  (t) => [index('mapping_template').on(t.template, t.unit)],
);

/** A name or mail address that a clerk's answer gave to a unit. */
export const learnedName = sqliteTable('learned_name', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().$type<'name' | 'sender'>().notNull(),
  text: text().notNull(),
  unit: text().notNull(),
  batch: text().notNull(),
  uses: integer().notNull(),
  learnedAt: text().notNull(),
  forgottenAt: text(),
});

/** A closed period; the newest line of a period decides. */
export const periodLock = sqliteTable('period_lock', {
  id: integer().primaryKey({ autoIncrement: true }),
  period: text().notNull(),
  locked: integer({ mode: 'boolean' }).notNull(),
  at: text().notNull(),
  by: text().notNull(),
  reason: text().notNull(),
});
