import { and, asc, desc, eq, exists, inArray, isNull, like, or, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Finding } from '../../electron/contract/findings.ts';
import type { StoredCorrection } from '../../electron/contract/records.ts';
import type { Template } from '../../electron/contract/templates.ts';
import type { Period } from '../../electron/contract/time.ts';
import type { GoneRecord, Upload } from '../../electron/contract/uploads.ts';
import type { UploadedItem, UploadRecord } from '../../electron/core/consolidate.ts';
import { correction, finding, record, upload, uploadItem } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { correctionsOf } from './corrections.ts';

/** Current records of a template in the periods, with the findings nobody let pass, by period, file and row. */
export function uploadRecords(
  db: ReadDb,
  template: string,
  periods: readonly Period[],
): Omit<UploadRecord, 'identity'>[] {
  const inForce = and(eq(record.template, template), eq(record.state, 'current'), inArray(record.period, [...periods]));
  const { id, lineage, unit, duty, period, file, row, receivedAt, hash, name, values, compliant } = record;
  const rows = db
    .select({ id, lineage, unit, duty, period, file, row, receivedAt, hash, name, values, compliant })
    .from(record)
    .where(inForce)
    .orderBy(asc(record.period), asc(record.file), asc(record.row))
    .all();
  const told = db
    .select({ record: finding.record, rule: finding.rule, severity: finding.severity, message: finding.message })
    .from(finding)
    .innerJoin(record, eq(record.id, finding.record))
    .where(and(inForce, inArray(finding.severity, ['error', 'verify']), isNull(finding.confirmedReason)))
    .orderBy(asc(finding.id))
    .all();
  const findings = Map.groupBy(told, (one) => one.record);
  const repeating = new Set(
    db
      .select({ record: finding.record })
      .from(finding)
      .innerJoin(record, eq(record.id, finding.record))
      .where(and(inForce, eq(finding.rule, 'duplicate_record')))
      .all()
      .map((one) => one.record),
  );
  const mended = db
    .selectDistinct({ lineage: record.lineage })
    .from(record)
    .innerJoin(correction, eq(correction.lineage, record.lineage))
    .where(and(inForce, isNull(correction.undoneAt)))
    .all();
  const corrections = correctionsOf(
    db,
    mended.map((one) => one.lineage),
  );
  return rows.map((one) => ({
    ...one,
    hash: `${one.hash}${mendedPart(corrections.get(one.lineage) ?? [])}`,
    isTold: repeating.has(one.id),
    open: (findings.get(one.id) ?? []).map(({ severity, message }) => ({
      severity: severity as Finding['severity'], // the column holds what a Finding had
      message,
    })),
  }));
}

/** A record's hash is that of the row as sent: what the office mended since makes it another content, unless it mended it back. */
function mendedPart(corrections: readonly StoredCorrection[]): string {
  const parts = [...Map.groupBy(corrections, ({ field }) => field)].flatMap(([field, own]) => {
    const value = own.at(-1)?.value ?? '';
    return value.trim() === own[0]?.before.trim() ? [] : [`${field}=${value}`];
  });
  return parts.length === 0 ? '' : `#${parts.join(';')}`;
}

/** The version of a record in force beside the one that was uploaded. */
const inForce = alias(record, 'in_force');

/**
 * What uploads in force hold of the records given, oldest first: of themselves, of their content, and of what they are known by
 * (`uploadIdentity`). Years of uploads are looked through, but few of them read.
 */
export function uploadedItems(
  db: ReadDb,
  { id: template, key }: Template,
  records: readonly UploadRecord[],
): UploadedItem[] {
  const fields = [...new Set(key.flat())];
  const among = (column: SQLWrapper, list: readonly (string | number)[]) =>
    sql`${column} in (select value from json_each(${JSON.stringify(list)}))`;
  const concerned = or(
    // What stands in the key now is told by its key as sent, but for the few that were mended or bear a number behind it.
    among(
      record.key,
      records.flatMap((one) => one.identity ?? []),
    ),
    like(record.key, '%#%'),
    inArray(record.lineage, db.select({ lineage: correction.lineage }).from(correction)),
    among(
      record.lineage,
      records.map((one) => one.lineage),
    ),
    among(
      uploadItem.hash,
      records.map((one) => one.hash),
    ),
  );
  const keyTexts = fields.map((field) => sql`json_extract(${record.values}, ${`$."${field}"`})`);
  const { lineage, unit, duty, period, file, row } = record;
  const isTold = exists(
    db
      .select({ one: sql`1` })
      .from(finding)
      .where(and(eq(finding.record, record.id), eq(finding.rule, 'duplicate_record'))),
  );
  return db
    .select({
      ...{ upload: upload.id, at: upload.at, hash: uploadItem.hash },
      ...{ lineage, unit, duty, period, file, row },
      keyValues: sql<string>`json_array(${sql.join(keyTexts, sql`, `)})`,
      before: sql<string | null>`case when ${inForce.id} <> ${record.id} then ${record.values} end`,
      isInForce: sql<number>`${inForce.id} is not null`,
      isTold: sql<number>`${isTold}`,
    })
    .from(uploadItem)
    .innerJoin(upload, eq(upload.id, uploadItem.upload))
    .innerJoin(record, eq(record.id, uploadItem.record))
    .leftJoin(inForce, and(eq(inForce.lineage, record.lineage), eq(inForce.state, 'current')))
    .where(and(eq(upload.template, template), isNull(upload.undoneAt), concerned))
    .orderBy(asc(upload.at), asc(upload.id))
    .all()
    .map(({ keyValues, before, isInForce, isTold: told, ...item }) => {
      const texts: readonly (string | number | null)[] = JSON.parse(keyValues);
      return {
        ...item,
        keyValues: Object.fromEntries(fields.map((field, index) => [field, texts[index] ?? null])),
        before: before === null ? null : JSON.parse(before),
        isInForce: isInForce === 1,
        isTold: told === 1,
      };
    });
}

/** Of the periods, what uploads in force hold of a template and no record holds any more, newest upload first. */
export function goneRecords(db: ReadDb, template: string, periods: readonly Period[]): GoneRecord[] {
  const others = alias(record, 'others');
  const removed = exists(
    db
      .select({ one: sql`1` })
      .from(others)
      .where(and(eq(others.lineage, record.lineage), eq(others.state, 'removed'))),
  );
  const { lineage, key, unit, period, name } = record;
  const gone = db
    .select({
      ...{ upload: upload.id, at: upload.at, lineage, key, unit, period, title: name },
      isRemoved: sql<number>`${removed}`,
    })
    .from(uploadItem)
    .innerJoin(upload, eq(upload.id, uploadItem.upload))
    .innerJoin(record, eq(record.id, uploadItem.record))
    .leftJoin(inForce, and(eq(inForce.lineage, record.lineage), eq(inForce.state, 'current')))
    .where(
      and(
        eq(upload.template, template),
        isNull(upload.undoneAt),
        inArray(record.period, [...periods]),
        isNull(inForce.id),
      ),
    )
    .orderBy(desc(upload.at), desc(upload.id), asc(record.id))
    .all();
  const carried = keysInForce(
    db,
    template,
    gone.map((one) => one.key),
  );
  const seen = new Set<number>();
  return gone.flatMap(({ lineage: of, key: named, isRemoved, ...item }): GoneRecord[] => {
    if (seen.has(of) || carried.has(named)) return [];
    seen.add(of);
    return [{ record: of, ...item, how: isRemoved === 1 ? 'removed' : 'undone' }];
  });
}

const CHUNK = 500;

/** Which keys records in force bear, of whatever unit and period: what was imported anew is not gone. */
function keysInForce(db: ReadDb, template: string, keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i < keys.length; i += CHUNK) {
    const rows = db
      .selectDistinct({ key: record.key })
      .from(record)
      .where(
        and(eq(record.template, template), eq(record.state, 'current'), inArray(record.key, keys.slice(i, i + CHUNK))),
      )
      .all();
    for (const { key } of rows) found.add(key);
  }
  return found;
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
