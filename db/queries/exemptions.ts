import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Exemption } from '../../electron/contract/assignments.ts';
import { exemption } from '../dutySchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Exemptions and extensions in force, oldest first; those of all duties (`duty` null) are of every duty. */
export function listExemptions(
  db: ReadDb,
  filter: { readonly unit?: string | undefined; readonly duty?: string | undefined } = {},
): Exemption[] {
  return db
    .select()
    .from(exemption)
    .where(
      and(
        isNull(exemption.withdrawnAt),
        filter.unit === undefined ? undefined : eq(exemption.unit, filter.unit),
        filter.duty === undefined ? undefined : or(isNull(exemption.duty), eq(exemption.duty, filter.duty)),
      ),
    )
    .orderBy(asc(exemption.id))
    .all()
    .map(({ withdrawnAt: _withdrawn, ...row }) => row);
}

/** Writes an exemption or extension; returns its id. */
export function insertExemption(db: WriteDb, values: Omit<Exemption, 'id'>): number {
  return Number(
    db
      .insert(exemption)
      .values({ ...values, withdrawnAt: null })
      .run().lastInsertRowid,
  );
}

/** Takes an exemption or extension back; its line stays. */
export function withdrawExemption(db: WriteDb, id: number, at: string): void {
  db.update(exemption).set({ withdrawnAt: at }).where(eq(exemption.id, id)).run();
}
