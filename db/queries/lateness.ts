import { and, eq, sql } from 'drizzle-orm';
import type { Finding } from '../../electron/contract/findings.ts';
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
