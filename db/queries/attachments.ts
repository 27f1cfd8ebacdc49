import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Attachment } from '../../electron/contract/attachments.ts';
import type { Period } from '../../electron/contract/time.ts';
import { attachment } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** The square of the grid that an attachment belongs to, and the submission it made there (an article, a 情况说明), if any. */
export interface AttachmentPlace extends Pick<Attachment, 'unit' | 'duty' | 'period' | 'kind'> {
  readonly submission: number | null;
}

/** Writes an attachment of a batch; returns its id. */
export function insertAttachment(db: WriteDb, values: Omit<Attachment, 'id'> & AttachmentPlace): number {
  return Number(
    db
      .insert(attachment)
      .values({ ...values, withdrawnAt: null })
      .run().lastInsertRowid,
  );
}

/** Attachments in force, oldest first; every filter may be left out. */
export function listAttachments(
  db: ReadDb,
  filter: {
    readonly unit?: string | undefined;
    readonly duty?: string | undefined;
    readonly period?: Period | undefined;
    readonly batch?: string | undefined;
    readonly sha256?: string | undefined;
  },
): (Attachment & AttachmentPlace)[] {
  const { unit, duty, period, batch, sha256 } = filter;
  return db
    .select()
    .from(attachment)
    .where(
      and(
        isNull(attachment.withdrawnAt),
        unit === undefined ? undefined : eq(attachment.unit, unit),
        duty === undefined ? undefined : eq(attachment.duty, duty),
        period === undefined ? undefined : eq(attachment.period, period),
        batch === undefined ? undefined : eq(attachment.batch, batch),
        sha256 === undefined ? undefined : eq(attachment.sha256, sha256),
      ),
    )
    .orderBy(asc(attachment.id))
    .all()
    .map(({ withdrawnAt: _withdrawn, ...row }) => row);
}

/** One attachment in force, or undefined. */
export function getAttachment(db: ReadDb, id: number): (Attachment & AttachmentPlace) | undefined {
  const row = db
    .select()
    .from(attachment)
    .where(and(eq(attachment.id, id), isNull(attachment.withdrawnAt)))
    .get();
  if (!row) return undefined;
  const { withdrawnAt: _withdrawn, ...values } = row;
  return values;
}

/** Moves an attachment to another square. */
export function placeAttachment(db: WriteDb, id: number, place: AttachmentPlace): void {
  db.update(attachment).set(place).where(eq(attachment.id, id)).run();
}

/** What a submission that was taken back had made of an attachment; it stays with its batch. */
export function unfileAttachments(db: WriteDb, submission: number): void {
  db.update(attachment)
    .set({ unit: null, duty: null, period: null, submission: null })
    .where(eq(attachment.submission, submission))
    .run();
}

/** Takes all attachments of a batch back; their lines stay. */
export function withdrawAttachments(db: WriteDb, batch: string, at: string): void {
  db.update(attachment)
    .set({ withdrawnAt: at })
    .where(and(eq(attachment.batch, batch), isNull(attachment.withdrawnAt)))
    .run();
}
