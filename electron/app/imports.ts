import { lastAction, logAction } from '../../db/queries/audit.ts';
import { insertBatch, insertFile, nextBatchId } from '../../db/queries/batches.ts';
import {
  type CurrentRecord,
  createRecordWriter,
  currentRecords,
  type NewRecord,
  type RecordWriter,
} from '../../db/queries/recordVersions.ts';
import { insertSubmission } from '../../db/queries/submissions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { WriteDb } from '../../db/types.ts';
import type { ImportRequest, ImportResult } from '../contract/imports.ts';
import type { WorkbookListing } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { fileSentence } from '../contract/words.ts';
import type { Args } from '../contract.ts';
import { columnLetters } from '../core/address.ts';
import { dayOf } from '../core/period.ts';
import { type PlannedRecord, type PlannedTable, type Scope, scopeKey } from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import { archiveOriginal } from '../io/originals.ts';
import type { Context, DispatchOptions } from './context.ts';
import { committedFile } from './filePlan.ts';
import { type ImportPlan, type PlannedFile, planImport, routingOf } from './importPlan.ts';

/** What a commit would do; writes nothing. */
export async function previewImport(
  context: Context,
  request: ImportRequest,
  options: DispatchOptions,
): Promise<ImportResult> {
  const plan = await planImport(context, request, options);
  return { batch: null, planHash: plan.hash, files: plan.files.map((file) => file.shown) };
}

/** Plans again, and writes every table without an open question in one transaction with one batch id. */
export async function commitImport(
  context: Context,
  request: ImportRequest & { readonly planHash?: string | undefined },
  options: DispatchOptions,
): Promise<ImportResult> {
  // Planning takes seconds. What another request or program wrote meanwhile makes the plan stale: then it is made again.
  for (let round = 0; round < ROUNDS; round++) {
    const stand = lastAction(context.store().read);
    const plan = await planImport(context, request, options);
    if (request.planHash !== undefined && request.planHash !== plan.hash) throw new Refusal('plan_changed');
    const writing = plan.files.filter((file) => file.tables.some(writes));
    const unchanged = { batch: null, planHash: plan.hash, files: plan.files.map((file) => file.shown) };
    if (writing.length === 0) return unchanged;
    await archive(context, writing, options);
    if (options.signal?.aborted) throw new Refusal('cancelled');
    const written = context
      .store()
      .write((db) => (lastAction(db) === stand ? writeBatch(db, context, plan, writing) : null));
    if (written === null) continue;
    options.onProgress?.({ step: 'commit', done: writing.length, total: writing.length, label: '' });
    return { ...unchanged, ...written };
  }
  throw new Refusal('plan_changed');
}

const ROUNDS = 5;

/** Originals first: a record without its original is worse than an original without a record. */
async function archive(context: Context, writing: readonly PlannedFile[], options: DispatchOptions): Promise<void> {
  for (const [index, file] of writing.entries()) {
    if (options.signal?.aborted) throw new Refusal('cancelled');
    options.onProgress?.({ step: 'commit', done: index, total: writing.length, label: file.item.source.name });
    await archiveOriginal(context.deps.dataFolder, file.item.source.path, file.print.sha256);
  }
}

function writeBatch(
  db: WriteDb,
  context: Context,
  plan: ImportPlan,
  writing: readonly PlannedFile[],
): Pick<ImportResult, 'batch' | 'files'> {
  const now = context.deps.now();
  const id = nextBatchId(db, dayOf(now));
  const files = plan.files.map((file) => (file.tables.some(writes) ? committedFile(file.shown) : file.shown));
  const tables = writing.flatMap((file) => file.tables.filter(writes));
  insertBatch(db, {
    id,
    committedAt: now,
    receivedAt: writing[0]?.item.receivedAt ?? now,
    tables: tables.length,
    records: tables.reduce((sum, table) => sum + table.records.length, 0),
    files,
  });
  const scopes = createScopes(db);
  for (const file of writing) writeFile(db, context, file, { batch: id, receivedAt: file.item.receivedAt, scopes });
  scopes.close();
  logAction(db, now, 'import.commit', id, files.map((file) => file.name).join('\n'));
  return { batch: id, files };
}

interface Scopes {
  readonly writer: RecordWriter;
  /** Current records of a scope by key; kept up to date by what is written. */
  of(scope: Scope): Map<string, CurrentRecord>;
  /** Counts every scope touched again. */
  close(): void;
}

function createScopes(db: WriteDb): Scopes {
  const open = new Map<string, { scope: Scope; records: Map<string, CurrentRecord> }>();
  return {
    writer: createRecordWriter(db),
    of(scope) {
      const key = scopeKey(scope);
      const found = open.get(key) ?? { scope, records: new Map(currentRecords(db, scope).map((r) => [r.key, r])) };
      open.set(key, found);
      return found.records;
    },
    close() {
      for (const { scope } of open.values()) renewTally(db, scope);
    },
  };
}

/** Whether a commit has something to write of a table. */
function writes(table: PlannedTable): boolean {
  return (
    table.question === null &&
    table.scope !== null &&
    !table.unchanged &&
    table.records.length + table.removedKeys.length > 0
  );
}

interface Batch {
  readonly batch: string;
  readonly receivedAt: Moment;
  readonly scopes: Scopes;
}

function writeFile(db: WriteDb, context: Context, file: PlannedFile, batch: Batch): void {
  const { name } = file.item.source;
  const { sha256, size } = file.print;
  const { scopes: _scopes, ...values } = batch;
  insertFile(db, { ...values, name, sha256, size, overrides: routingOf(file.tables, file.overrides, sha256) });
  for (const table of file.tables)
    if (writes(table) && table.scope) writeTable(db, context, { file, table, scope: table.scope, ...batch });
}

interface TableWrite extends Batch {
  readonly file: PlannedFile;
  readonly table: PlannedTable;
  readonly scope: Scope;
}

function writeTable(db: WriteDb, context: Context, write: TableWrite): void {
  const { table, scope, batch, receivedAt, file } = write;
  const added = table.records.filter((record) => record.act === 'add').length;
  insertSubmission(db, {
    ...scope,
    kind: 'file',
    receivedAt,
    note: '',
    file: file.item.source.name,
    sha256: file.print.sha256,
    batch,
    records: table.records.length,
    count: added - table.removedKeys.length,
  });
  const nameField = context.resources.templates.find((template) => template.id === scope.template)?.nameField ?? '';
  const current = write.scopes.of(scope);
  for (const planned of table.records) writeRecord(planned, write, { current, nameField });
  for (const key of table.removedKeys) {
    const stored = current.get(key);
    if (stored) write.scopes.writer.remove(stored, batch);
    current.delete(key);
  }
}

interface Place {
  readonly current: Map<string, CurrentRecord>;
  readonly nameField: string;
}

function writeRecord({ record, hash, act }: PlannedRecord, write: TableWrite, { current, nameField }: Place): void {
  const { scope, table, file, batch, receivedAt, scopes } = write;
  const before = act === 'add' ? undefined : current.get(record.key);
  if (act === 'keep') {
    if (before) scopes.writer.see(before, batch, receivedAt);
    return;
  }
  const values: NewRecord = {
    ...scope,
    batch,
    key: record.key,
    hash,
    name: String(record.values[nameField] ?? ''),
    values: record.values,
    raw: record.raw,
    extras: record.extras,
    decisionDate: record.decisionDate,
    sentAt: receivedAt,
    receivedAt: before && before.receivedAt < receivedAt ? before.receivedAt : receivedAt,
    timely: record.timely,
    compliant: record.compliant,
    file: file.item.source.name,
    sheet: table.table.sheet,
    row: record.row,
  };
  current.set(
    record.key,
    before ? scopes.writer.change(before, values, record.findings) : scopes.writer.add(values, record.findings),
  );
}

/** What the intake sees of a file, cell by cell, before any meaning. */
export async function readWorkbook(
  context: Context,
  { path, sheet, passwords = [] }: Args<'imports.read'>,
): Promise<WorkbookListing> {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  const read = await context.intake.read(path, name, passwords);
  if (read.kind !== 'workbook')
    throw new Refusal(
      'file_unreadable',
      read.code ? fileSentence(read.code, name, read.detail) : `“${name}”是${read.detail}，不是表格。`,
    );
  const sheets = read.workbook.sheets.filter((s) => sheet === undefined || s.name === sheet);
  if (sheets.length === 0 && sheet !== undefined)
    throw new Refusal('file_unreadable', `“${name}”里没有工作表“${sheet}”。`);
  return {
    format: read.workbook.format,
    sheets: sheets.map((s) => ({
      ...s,
      rows: s.rows.map(({ row, hidden, cells }) => ({
        row,
        hidden,
        cells: cells.map((cell) => ({ cell: `${columnLetters(cell.column)}${row}`, ...cell })),
      })),
    })),
  };
}
