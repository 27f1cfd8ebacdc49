import { and, asc, desc, eq, inArray, isNull, like, sql } from 'drizzle-orm';
import type { Finding } from '../../electron/contract/findings.ts';
import type { Period } from '../../electron/contract/time.ts';
import type { Upload } from '../../electron/contract/uploads.ts';
import type { UploadedItem, UploadRecord } from '../../electron/core/consolidate.ts';
import { correction, finding, record, upload, uploadItem } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Current records of a template in the periods, with the findings nobody let pass, by period, file and row. */
export function uploadRecords(db: ReadDb, template: string, periods: readonly Period[]): UploadRecord[] {
  const inForce = and(eq(record.template, template), eq(record.state, 'current'), inArray(record.period, [...periods]));
  const { id, lineage, unit, period, name, values, compliant } = record;
  // A record's hash is that of the row as sent: what the office mended since makes it another content.
  const mended = sql`(select group_concat(${correction.field} || '=' || ${correction.value}, ';') from ${correction}
    where ${correction.lineage} = ${record.lineage} and ${correction.undoneAt} is null)`;
  const hash = sql<string>`${record.hash} || coalesce('#' || ${mended}, '')`;
  const rows = db
    .select({ id, lineage, unit, period, hash, name, values, compliant })
    .from(record)
    .where(inForce)
    .orderBy(asc(record.period), asc(record.file), asc(record.row))
    .all();
  const open = db
    .select({ record: finding.record, severity: finding.severity, message: finding.message })
    .from(finding)
    .innerJoin(record, eq(record.id, finding.record))
    .where(and(inForce, inArray(finding.severity, ['error', 'verify']), isNull(finding.confirmedReason)))
    .orderBy(asc(finding.id))
    .all();
  const findings = Map.groupBy(open, (one) => one.record);
  return rows.map((row) => ({
    ...row,
    open: (findings.get(row.id) ?? []).map(({ severity, message }) => ({
      severity: severity as Finding['severity'], // the column holds what a Finding had
      message,
    })),
  }));
}

/** What uploads in force hold of a template, the newest of each record. */
export function uploadedItems(db: ReadDb, template: string): UploadedItem[] {
  return db
    .select({ upload: upload.id, at: upload.at, lineage: uploadItem.lineage, hash: uploadItem.hash })
    .from(uploadItem)
    .innerJoin(upload, eq(upload.id, uploadItem.upload))
    .where(and(eq(upload.template, template), isNull(upload.undoneAt)))
    .orderBy(asc(upload.at), asc(upload.id))
    .all();
}

/** Next free id of a day: `U20220505-001`. */
export function nextUploadId(db: ReadDb, day: string): string {
  const prefix = `U${day.replaceAll('-', '')}-`;
  const last = db
    .select({ id: upload.id })
    .from(upload)
    .where(like(upload.id, `${prefix}%`))
    .orderBy(desc(sql`length(${upload.id})`), desc(upload.id))
    .get();
  return `${prefix}${String(Number(last?.id.slice(prefix.length) ?? 0) + 1).padStart(3, '0')}`;
}

/** Writes an upload and marks its records. */
export function insertUpload(db: WriteDb, row: Omit<Upload, 'undoneAt'>, records: readonly UploadRecord[]): void {
  db.insert(upload)
    .values({ ...row, undoneAt: null })
    .run();
  const p = sql.placeholder;
  const mark = db
    .insert(uploadItem)
    .values({ upload: row.id, lineage: p('lineage'), record: p('id'), hash: p('hash') })
    .prepare();
  for (const { id, lineage, hash } of records) mark.run({ id, lineage, hash });
}

/** Uploads, newest first. */
export function listUploads(db: ReadDb): Upload[] {
  return db.select().from(upload).orderBy(desc(upload.at), desc(upload.id)).all();
}

/** One upload, or undefined. */
export function getUpload(db: ReadDb, id: string): Upload | undefined {
  return db.select().from(upload).where(eq(upload.id, id)).get();
}

/** Takes an upload back: its records may be uploaded again. */
export function markUploadUndone(db: WriteDb, id: string, at: string): void {
  db.update(upload).set({ undoneAt: at }).where(eq(upload.id, id)).run();
}
