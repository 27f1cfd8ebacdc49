import { logAction } from '../../db/queries/audit.ts';
import { getBatch, insertBatch, nextBatchId } from '../../db/queries/batches.ts';
import { insertCorrection } from '../../db/queries/corrections.ts';
import { getRecord } from '../../db/queries/records.ts';
import { importedVersion, type NewRecord } from '../../db/queries/recordVersions.ts';
import { createRecordWriter } from '../../db/queries/recordWriter.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { ReadDb } from '../../db/types.ts';
import type { StoredRecord } from '../contract/records.ts';
import type { Column, Template } from '../contract/templates.ts';
import type { Args } from '../contract.ts';
import { findingKey } from '../core/compareRow.ts';
import { correctRecord as correct } from '../core/correctRecord.ts';
import { dayOf } from '../core/period.ts';
import { termOn } from '../core/recordTerms.ts';
import { Refusal } from '../core/refusal.ts';
import { tableOfRecord } from '../core/tableOfRecord.ts';
import { createUnitMatcher } from '../core/unitNames.ts';
import type { RowContext } from '../core/validate.ts';
import { createAnalyseContexts } from './analyseContext.ts';
import { type Context, readDirectory } from './context.ts';
import { refuseLocked } from './locks.ts';

/**
 * Mends one value of a stored record: a new version with who, when and why, in a batch of its own that can be taken back. What the unit
 * sent stays beside it.
 */
export function correctRecord(
  context: Context,
  { id, field, value, reason, by = '' }: Args<'records.correct'>,
): StoredRecord {
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  const at = context.deps.now();
  return context.store().write((db) => {
    const found = getRecord(db, id);
    if (!found) throw new Refusal('record_unknown', String(id));
    const { row, shown } = found;
    const template = context.resources.templates.find((one) => one.id === row.template);
    const column = template?.columns.find((one) => one.id === field);
    if (!template || !column) throw new Refusal('usage', `没有字段 ${field}`);
    refuseLocked(context, db, [row.period]);

    const duty = readDirectory(db).duties.find(({ id: one }) => one === row.duty);
    const mended = correct({
      record: shown,
      column,
      text: value,
      rules: rulesFor(context, db, shown, template, dayOf(row.sentAt)),
      termOn: (decided) => (duty ? termOn(duty, decided) : null),
      calendar: context.calendar,
    });
    const { findings, vouched, ...content } = mended;
    const batch = nextBatchId(db, dayOf(at));
    const summary = { committedAt: at, receivedAt: null, tables: 0, records: 1, files: [] };
    insertBatch(db, { id: batch, kind: 'correction', by, ...summary });
    const { id: _id, lineage, version, state: _state, removedBy: _removed, ...stored } = row;
    const name = String(mended.values[template.nameField] ?? '');
    const values: NewRecord = { ...stored, ...content, name, batch };
    const passed = findings.map((finding) => ({ ...finding, ...vouched?.get(findingKey(finding)) }));
    const before = { id: row.id, lineage, version, key: row.key, hash: row.hash, receivedAt: row.receivedAt };
    const made = createRecordWriter(db).write(values, passed, before);
    const layer = { field, before: textBefore(shown, field), value, reason: written, by, at };
    insertCorrection(db, { lineage, record: made.id, batch, ...layer });
    renewTally(db, row);
    logAction(db, at, 'record.correct', String(id), `${batch} ${field}：${layer.before} → ${value}；${written}`, by);
    const after = getRecord(db, id);
    if (!after) throw new Error(`record ${id} is gone`);
    return after.shown;
  });
}

/** What stood in the field: mended last, or as sent. */
function textBefore({ corrections, raw }: StoredRecord, field: string): string {
  return corrections.findLast((one) => one.field === field)?.value ?? raw[field] ?? '';
}

/** The rules as the import of the record's file had them; its cells are found by the columns that were shown of the file. */
function rulesFor(context: Context, db: ReadDb, record: StoredRecord, template: Template, today: string): RowContext {
  const directory = readDirectory(db);
  const item = { source: { path: '', name: record.file }, container: null, mail: null, refused: null };
  const contextOf = createAnalyseContexts(context, directory);
  const { units, county, ...known } = contextOf({ ...item, receivedAt: record.receivedAt, remarks: [] }, []).analyse;
  const batch = getBatch(db, importedVersion(db, record.id) ?? record.batch);
  const tables = batch?.items.filter((file) => file.name === record.file).flatMap((file) => file.tables) ?? [];
  const columns = new Map((tableOfRecord(tables, record)?.columns ?? []).map((column) => [column.field, column]));
  const unit = directory.units.find((one) => one.id === record.unit);
  return {
    template,
    address: (field, row) => {
      const column = columns.get(field)?.column;
      return column === undefined ? null : `${column}${row}`;
    },
    header: (column: Column) => columns.get(column.id)?.header || column.name,
    severities: context.resources.severities,
    today,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    heirs: new Set(unit?.succession?.units),
    matcher: createUnitMatcher(units, county, known),
  };
}
