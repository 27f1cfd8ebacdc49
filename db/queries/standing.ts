import { and, eq, exists, gt, inArray, isNull, lte, max, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Moment } from '../../electron/contract/time.ts';
import { batch, record, sighting, submission } from '../schema.ts';
import type { ReadDb } from '../types.ts';

const later = alias(record, 'later');

/**
 * Condition: the version of a record that was in force at a moment; null: now. Looking back, a correction or removal that came later has
 * not happened yet. What was taken back never happened.
 */
export function inForce(db: ReadDb, moment: Moment | null): SQL {
  // Written out, not bound: only so can SQLite use the index that holds nothing else.
  if (moment === null) return sql`${record.state} = 'current'`;
  const followed = db
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.lineage, record.lineage),
        // Ids, not versions: what the office mends or judges anew is no new version of what was sent.
        sql`${later.id} > ${record.id}`,
        inArray(later.state, ['current', 'superseded', 'removed']),
        lte(later.sentAt, moment),
      ),
    );
  // A copy that came earlier may have been imported later.
  const seenBefore = db
    .select({ one: sql`1` })
    .from(sighting)
    .innerJoin(batch, eq(batch.id, sighting.batch))
    .where(and(eq(sighting.record, record.id), isNull(batch.undoneAt), lte(sighting.receivedAt, moment)));
  // A batch may hold files of several moments: a record left with the table that no longer named it.
  const removal = db
    .select({ at: max(submission.receivedAt) })
    .from(submission)
    .where(
      and(
        eq(submission.batch, record.removedBy),
        eq(submission.unit, record.unit),
        eq(submission.duty, record.duty),
        eq(submission.period, record.period),
        eq(submission.template, record.template),
      ),
    );
  const removedLater = db
    .select({ one: sql`1` })
    .from(batch)
    .where(and(eq(batch.id, record.removedBy), gt(sql`coalesce((${removal}), ${batch.receivedAt})`, moment)));
  const condition = and(
    inArray(record.state, ['current', 'superseded', 'removed']),
    or(lte(record.sentAt, moment), exists(seenBefore)),
    notExists(followed),
    or(isNull(record.removedBy), exists(removedLater)),
  );
  return condition ?? sql`1`;
}
