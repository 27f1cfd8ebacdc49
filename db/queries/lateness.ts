import { and, eq, gte, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { Finding } from '../../electron/contract/findings.ts';
import type { Day } from '../../electron/contract/time.ts';
import { finding, record } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import type { RecordVersion } from './recordVersions.ts';

/** Where a version stands in its file and what it says as sent. */
export function sentRow(
  db: ReadDb,
  id: number,
): Pick<RecordVersion, 'file' | 'sheet' | 'row' | 'raw' | 'decisionDate'> | undefined {
  const { file, sheet, row, raw, decisionDate } = record;
  return db.select({ file, sheet, row, raw, decisionDate }).from(record).where(eq(record.id, id)).get();
}

/** A version with a clock, and where it is counted. */
export type ClockedVersion = Pick<
  RecordVersion,
  'id' | 'lineage' | 'state' | 'batch' | 'unit' | 'duty' | 'period' | 'template' | 'receivedAt'
> & { readonly decisionDate: Day; readonly timely: boolean };

/** Versions with a clock, those taken back left out, decided on `to` or before and first received on `from` or after. */
export function clockedVersions(
  db: ReadDb,
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly ClockedVersion[] {
  const { id, lineage, state, batch, unit, duty, period, template, receivedAt, decisionDate, timely } = record;
  return db
    .select({ id, lineage, state, batch, unit, duty, period, template, receivedAt, decisionDate, timely })
    .from(record)
    .where(and(isNotNull(timely), lte(decisionDate, to), gte(receivedAt, from), ne(state, 'undone')))
    .all()
    .flatMap((row) =>
      row.decisionDate === null || row.timely === null
        ? []
        : [{ ...row, decisionDate: row.decisionDate, timely: row.timely }],
    );
}

/** Writes whether a version is timely. */
export function setTimely(db: WriteDb, id: number, timely: boolean): void {
  db.update(record).set({ timely }).where(eq(record.id, id)).run();
}

/** Lets a version carry its `late_record`, or none; one it carries already stays with what a clerk wrote to it. */
export function setLateness(db: WriteDb, id: number, late: Finding | null): void {
  const own = and(eq(finding.record, id), eq(finding.rule, 'late_record'));
  const stands = db.select({ id: finding.id }).from(finding).where(own).get() !== undefined;
  if (stands === (late !== null)) return;
  if (late === null) db.delete(finding).where(own).run();
  else
    db.insert(finding)
      .values({ ...late, record: id, confirmedReason: null, confirmedAt: null, confirmedBy: null })
      .run();
  // An office may count lateness among the errors.
  const open = sql`exists (select 1 from ${finding} where ${finding.record} = ${id} and ${finding.severity} = 'error'
    and ${finding.confirmedReason} is null)`;
  db.update(record)
    .set({ compliant: sql`not ${open}` })
    .where(eq(record.id, id))
    .run();
}
