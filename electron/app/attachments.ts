import {
  getAttachment,
  insertAttachment,
  placeAttachment,
  listAttachments as stored,
} from '../../db/queries/attachments.ts';
import { logAction } from '../../db/queries/audit.ts';
import { insertSubmission, withdrawSubmission } from '../../db/queries/submissions.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Attachment } from '../contract/attachments.ts';
import type { AttachmentKind } from '../contract/imports.ts';
import type { Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { cadenceKind, isPeriod, periodKind } from '../core/period.ts';
import { periodWanted } from '../core/periodWanted.ts';
import { Refusal } from '../core/refusal.ts';
import type { PlannedAttachment } from './attachmentPlan.ts';
import { type Context, readDirectory } from './context.ts';
import { refuseZeroNotTaken } from './dutySquare.ts';
import type { PlannedFile } from './importPlan.ts';
import { refuseLocked } from './locks.ts';

/** Attachments in force, by square or batch. */
export function listAttachments(context: Context, query: Args<'attachments.list'>): readonly Attachment[] {
  return stored(context.store().read, query).map(({ submission: _submission, ...attachment }) => attachment);
}

/** Files an attachment with the submission of a unit, duty and period; what it was filed as before is taken back. */
export function fileAttachment(
  context: Context,
  { id, unit, duty, period, kind, by = '' }: Args<'attachments.file'>,
): Attachment {
  const store = context.store();
  const { units, duties } = readDirectory(store.read);
  const owing = units.find((one) => one.id === unit || one.name === unit);
  if (!owing) throw new Refusal('unit_unknown', unit);
  const owed = duties.find((one) => one.id === duty);
  if (!owed) throw new Refusal('duty_unknown', duty);
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const rhythm = cadenceKind(owed.cadence);
  if (rhythm !== null && rhythm !== periodKind(period))
    throw new Refusal('period_not_of_duty', periodWanted(period, owed.title, rhythm));
  if (kind === 'statement') refuseZeroNotTaken(owed, period);
  const at = context.deps.now();
  return store.write((db) => {
    const found = getAttachment(db, id);
    if (!found) throw new Refusal('attachment_unknown', String(id));
    const { submission: before, ...attachment } = found;
    refuseLocked(context, db, before === null || found.period === null ? [period] : [period, found.period]);
    if (before !== null) withdrawSubmission(db, before, at);
    const square = { unit: owing.id, duty: owed.id, period };
    const submission = submit(db, { ...attachment, ...square, kind });
    placeAttachment(db, id, { ...square, kind, submission });
    logAction(db, at, 'attachment.file', String(id), `${kind} ${owing.id} ${owed.id} ${period}`, by);
    return { ...attachment, ...square, kind };
  });
}

/** Writes the attachment of an imported file into the commit's transaction, with the submission it makes. */
export function writeAttachment(
  db: WriteDb,
  { item, print, shown }: PlannedFile,
  { article, filing, routed }: PlannedAttachment,
  batch: string,
): void {
  const { name } = item.source;
  const about = { title: article?.title || name, day: article?.day ?? null, text: article?.text ?? '' };
  const values = { batch, name, ...print, receivedAt: shown.receivedAt, ...about };
  if (filing === null) {
    insertAttachment(db, { ...values, unit: null, duty: null, period: null, kind: routed.kind, submission: null });
    return;
  }
  const square = { unit: filing.unit.id, duty: filing.duty.id, period: filing.period };
  const submission = submit(db, { ...values, ...square, kind: filing.kind });
  insertAttachment(db, { ...values, ...square, kind: filing.kind, submission });
}

interface Filed extends Omit<Attachment, 'id' | 'unit' | 'duty' | 'period'> {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
}

/** An article is one piece handed in, a 情况说明 a zero report; any other paper goes with what is there. */
function submit(db: WriteDb, attachment: Filed): number | null {
  const { unit, duty, period, kind, receivedAt, name, sha256, batch, title, text } = attachment;
  const registered = REGISTERED[kind];
  if (registered === null) return null;
  return insertSubmission(db, {
    unit,
    duty,
    period,
    template: null,
    kind: registered,
    receivedAt,
    note: registered === 'zero' ? (text.trim() || title).slice(0, MAX_NOTE) : title,
    file: name,
    sha256,
    batch,
    records: 0,
    count: registered === 'paper' ? 1 : 0,
  });
}

const REGISTERED: Readonly<Record<AttachmentKind, 'paper' | 'zero' | null>> = {
  article: 'paper',
  statement: 'zero',
  paper: null,
};
const MAX_NOTE = 500;
