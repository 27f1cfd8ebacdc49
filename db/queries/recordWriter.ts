import { sql } from 'drizzle-orm';
import type { Finding } from '../../electron/contract/findings.ts';
import { record } from '../schema.ts';
import type { WriteDb } from '../types.ts';
import type { CurrentRecord, NewRecord } from './recordVersions.ts';

/** A finding as written; `by` and `at` of the clerk who lets it pass, where it carries a reason. */
export type WrittenFinding = Finding & { readonly by?: string; readonly at?: string };

/** Writes versions of records; made once per transaction, for its statements are prepared. */
export interface RecordWriter {
  /** The first version of a record, or the next after `before`, which is kept as superseded. */
  write(values: NewRecord, findings: readonly WrittenFinding[], before: CurrentRecord | undefined): CurrentRecord;
  /** Notes that a later file held the version unchanged. */
  see(before: CurrentRecord, batchId: string, receivedAt: string): void;
  /** The row came earlier than was known. */
  moveReceipt(before: CurrentRecord, receivedAt: string, timely: boolean | null): CurrentRecord;
  /** Marks a current record as removed by a batch. */
  remove(before: CurrentRecord, batchId: string): void;
}

/** Plain statements: drizzle's placeholders take half the time of a commit of 50,000 rows. */
export function createRecordWriter(db: WriteDb): RecordWriter {
  const insertRecord =
    db.prepare(`insert into "record" ("id", "lineage", "version", "state", "batch", "removed_by", "unit",
    "duty", "period", "template", "key", "hash", "name", "values", "raw", "extras", "decision_date", "sent_at", "received_at",
    "timely", "compliant", "file", "sheet", "row")
    values (?, ?, ?, 'current', ?, null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertFinding =
    db.prepare(`insert into "finding" ("record", "row", "cell", "column", "field", "rule", "severity",
    "value", "message", "confirmed_reason", "confirmed_at", "confirmed_by") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertSighting = db.prepare(
    `insert into "sighting" ("record", "batch", "received_at") values (?, ?, ?) on conflict do nothing`,
  );
  const supersede = db.prepare(`update "record" set "state" = 'superseded' where "id" = ?`);
  const remove = db.prepare(`update "record" set "state" = 'removed', "removed_by" = ? where "id" = ?`);
  const move = db.prepare(`update "record" set "received_at" = ?, "timely" = ? where "id" = ?`);
  const dropLateness = db.prepare(`delete from "finding" where "record" = ? and "rule" = 'late_record'`);
  // Ids are given here, so that the first version can carry its own as lineage; no record is ever deleted.
  let lastId =
    db
      .select({ id: sql<number | null>`max(${record.id})` })
      .from(record)
      .get()?.id ?? 0;

  return {
    write(values, findings, before) {
      const id = ++lastId;
      const lineage = before?.lineage ?? id;
      // A version counts what the unit sent: what the office mends or judges anew is none.
      const version = before ? before.version + Number(before.hash !== values.hash) : 1;
      if (before) supersede.run(before.id);
      const { batch, unit, duty, period, template, key, hash, name, decisionDate, sentAt, receivedAt } = values;
      const content = [JSON.stringify(values.values), JSON.stringify(values.raw), JSON.stringify(values.extras)];
      const timely = values.timely === null ? null : Number(values.timely);
      const place = [values.file, values.sheet, values.row];
      const scope = [unit, duty, period, template];
      const clock = [decisionDate, sentAt, receivedAt, timely, Number(values.compliant)];
      insertRecord.run(id, lineage, version, batch, ...scope, key, hash, name, ...content, ...clock, ...place);
      for (const { row, cell, column, field, rule, severity, value, message, reason, by, at } of findings) {
        const confirmed = reason === undefined ? [null, null, null] : [reason, at ?? null, by ?? ''];
        insertFinding.run(id, row, cell, column, field, rule, severity, value, message, ...confirmed);
      }
      return { id, lineage, version, key, hash, receivedAt };
    },
    see: (before, batchId, receivedAt) => insertSighting.run(before.id, batchId, receivedAt),
    moveReceipt(before, receivedAt, timely) {
      move.run(receivedAt, timely === null ? null : Number(timely), before.id);
      if (timely) dropLateness.run(before.id);
      return { ...before, receivedAt };
    },
    remove: (before, batchId) => remove.run(batchId, before.id),
  };
}
