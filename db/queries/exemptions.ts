import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Exemption } from '../../electron/contract/assignments.ts';
import { exemption } from '../schema.ts';
import type { ReadDb } from '../types.ts';

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
