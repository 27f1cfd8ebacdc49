import { logAction } from '../../db/queries/audit.ts';
import { insertFile } from '../../db/queries/batches.ts';
import { insertCorrection } from '../../db/queries/corrections.ts';
import { type CurrentRecord, currentRecords, type NewRecord } from '../../db/queries/recordVersions.ts';
import { createRecordWriter, type RecordWriter, type WrittenFinding } from '../../db/queries/recordWriter.ts';
import { insertSubmission } from '../../db/queries/submissions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Template } from '../contract/templates.ts';
import type { Moment } from '../contract/time.ts';
import { cellPlace, columnNumber } from '../core/address.ts';
import { findingKey } from '../core/compareRow.ts';
import { CONTACT_LIST, contactsOfRow } from '../core/contacts.ts';
import { type PlannedRecord, type PlannedTable, type Scope, scopeKey, writes } from '../core/planImport.ts';
import { keepsAttachment } from './attachmentPlan.ts';
import { writeAttachment } from './attachments.ts';
import { type Context, readDirectory } from './context.ts';
import type { PlannedFile } from './importPlan.ts';
import { learn, ownAddresses } from './memory.ts';
import { routingOf } from './routing.ts';

/** Batch, moment and person of a commit. */
export interface Commit {
  readonly batch: string;
  readonly at: Moment;
  readonly by: string;
}

/** Writes the files of one commit into its open transaction; `close` counts every scope touched again. */
export function createImportWriter(db: WriteDb, context: Context, commit: Commit) {
  const scopes = createScopes(db);
  const own = ownAddresses(readDirectory(db));
  return {
    write(file: PlannedFile): void {
      const { name } = file.item.source;
      const { sha256, size } = file.print;
      const { receivedAt, mail, container } = file.item;
      const overrides = routingOf(file.before, file.overrides, file.tables.filter(writes), sha256);
      const routed = { overrides, container: container?.sha256 ?? null, mail };
      const id = insertFile(db, { batch: commit.batch, name, sha256, size, receivedAt, ...routed });
      for (const table of file.tables) {
        if (!writes(table) || !table.scope) continue;
        writeTable(db, context, { ...commit, file, id, receivedAt, table, scope: table.scope, scopes });
        learn(db, commit, { ...table.scope, table, mail, own });
      }
      if (file.attachment && keepsAttachment(file)) writeAttachment(db, file, file.attachment, commit.batch);
    },
    close: () => scopes.close(),
  };
}

interface Scopes {
  readonly writer: RecordWriter;
  /** Current records of a scope by key; kept up to date by what is written. */
  of(scope: Scope): Map<string, CurrentRecord>;
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

interface TableWrite extends Commit {
  readonly file: PlannedFile;
  /** `imported_file.id` */
  readonly id: number;
  readonly receivedAt: Moment;
  readonly table: PlannedTable;
  readonly scope: Scope;
  readonly scopes: Scopes;
}

function writeTable(db: WriteDb, context: Context, write: TableWrite): void {
  const { table, scope, batch, receivedAt, file, id } = write;
  const added = table.records.filter((record) => record.act === 'add').length;
  const { sheet, part } = table.table;
  const template = context.resources.templates.find(({ id: known }) => known === scope.template);
  const isZero = template?.nothing !== undefined;
  insertSubmission(db, {
    ...scope,
    kind: isZero ? 'zero' : 'file',
    receivedAt,
    note: isZero ? statementText(template, table) : '',
    file: file.item.source.name,
    sha256: file.print.sha256,
    batch,
    records: table.records.length,
    count: isZero ? 0 : added - table.removedKeys.length,
    importedFile: id,
    sheet,
    part,
  });
  const nameField = template?.nameField ?? '';
  const current = write.scopes.of(scope);
  const written = new Map<number, CurrentRecord>();
  for (const planned of table.records) {
    const made = writeRecord(planned, write, { current, nameField });
    if (made) written.set(planned.record.row, made);
  }
  writeCorrections(db, write, written);
  logContacts(db, write, batch);
  for (const key of table.removedKeys) {
    const stored = current.get(key);
    if (stored) write.scopes.writer.remove(stored, batch);
    current.delete(key);
  }
}

/** Whom the unit names from now on (`unitsInForce`), for the log; who they are is nowhere stored but in the rows. */
function logContacts(db: WriteDb, { table, scope, at, by }: TableWrite, batch: string): void {
  if (scope.template !== CONTACT_LIST) return;
  const people = table.records
    .filter(({ record }) => record.compliant)
    .flatMap(({ record }) => contactsOfRow(record.values))
    .map(({ name, phone }) => `${name} ${phone}`.trim());
  if (people.length > 0) logAction(db, at, 'unit.contacts', scope.unit, `${batch} ${people.join('；')}`, by);
}

/** What the rows of a 情况说明 say: `行政处罚：本月没有作出行政处罚决定`. */
function statementText({ nothing }: Template, { records }: PlannedTable): string {
  if (!nothing) return '';
  const rows = records.map(({ record: { values } }) =>
    [values[nothing.matter], values[nothing.reason]].filter((text) => text !== null && text !== undefined).join('：'),
  );
  return rows.join('；').slice(0, MOST_NOTE);
}

const MOST_NOTE = 500;

interface Place {
  /** Records of the table's own scope. */
  readonly current: Map<string, CurrentRecord>;
  readonly nameField: string;
}

/** Writes one row; returns the version made of it, null where the stored one stays. */
function writeRecord(
  planned: PlannedRecord,
  write: TableWrite,
  { current: own, nameField }: Place,
): CurrentRecord | null {
  const { record, act, period } = planned;
  const { table, file, batch, receivedAt, scopes } = write;
  const scope = period === undefined ? write.scope : { ...write.scope, period };
  const current = period === undefined ? own : scopes.of(scope);
  const before = act === 'add' ? undefined : current.get(record.key);
  if (act === 'keep' || act === 'known') {
    // A row changed since by another file is not what this one holds.
    if (before?.hash === record.sent) scopes.writer.see(before, batch, receivedAt);
    if (before && planned.movesReceipt)
      current.set(record.key, scopes.writer.moveReceipt(before, receivedAt, record.timely));
    return null;
  }
  const values: NewRecord = {
    ...scope,
    batch,
    key: record.key,
    hash: record.sent,
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
  const made = scopes.writer.write(values, writtenFindings(planned, write), before);
  current.set(record.key, made);
  return made;
}

/** Findings with who let them pass: now, or when their record was stored. */
function writtenFindings({ record, vouched }: PlannedRecord, { by, at }: Commit): readonly WrittenFinding[] {
  return record.findings.map((finding) =>
    finding.reason === undefined ? finding : { ...finding, by, at, ...vouched?.get(findingKey(finding)) },
  );
}

function writeCorrections(
  db: WriteDb,
  { table, batch, by, at }: TableWrite,
  written: Map<number, CurrentRecord>,
): void {
  const { columns, corrections } = table.table;
  for (const { cell, value, reason, raw } of corrections) {
    const { column: number, row } = cellPlace(cell) ?? { column: 0, row: 0 };
    const field = columns.find((column) => columnNumber(column.column) === number)?.field ?? null;
    const made = written.get(row);
    if (!made || field === null) continue;
    const { id, lineage } = made;
    insertCorrection(db, { lineage, record: id, batch, field, before: raw, value, reason, by, at });
  }
}
