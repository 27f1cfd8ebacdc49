import { basename } from 'node:path';
import { unfileAttachments } from '../../db/queries/attachments.ts';
import { logAction } from '../../db/queries/audit.ts';
import {
  getSubmission,
  insertSubmission,
  listSubmissions as stored,
  withdrawSubmission,
} from '../../db/queries/submissions.ts';
import type { Duty } from '../contract/duties.ts';
import type { RegisterRequest, Submission } from '../contract/status.ts';
import type { Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { REGISTER_WAY_WORDS } from '../contract/words.ts';
import type { Args } from '../contract.ts';
import { unitsAt } from '../core/dutyUnits.ts';
import { lastDay, periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { scheduleKind } from '../core/schedule.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { archiveOriginal, fingerprint } from '../io/originals.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf, refusePeriodNotOf, refuseZeroNotTaken, unitOf } from './dutySquare.ts';
import { refuseLocked } from './locks.ts';
import { readPastMoment } from './moments.ts';
import { cellsOf } from './status.ts';

/**
 * Registers by hand what came on paper or by WeChat, a zero report with its 情况说明, or an exemption. A zero report without note or file
 * is refused: a tick alone is no evidence; so is one that would never count (`zero_not_taken`), and a waiver without reason.
 */
export async function registerSubmission(context: Context, request: RegisterRequest): Promise<Submission> {
  const store = context.store();
  const directory = readDirectory(store.read);
  const unit = unitOf(directory, request.unit);
  const duty = dutyOf(directory, request.duty);
  refusePeriodNotOf(duty, request.period);
  if (request.kind === 'zero') refuseZeroNotTaken(duty, request.period);
  const written = request.note?.trim() ?? '';
  const note = request.via === undefined ? written : `【${REGISTER_WAY_WORDS[request.via]}】${written}`;
  if (request.kind === 'zero' && written === '' && request.file === undefined) throw new Refusal('statement_required');
  if (request.kind === 'waived' && written === '') throw new Refusal('reason_required', '登记免报须写明理由和批准人。');
  const receivedAt =
    request.received === undefined ? context.deps.now() : readPastMoment(request.received, context.deps.now());
  const sha256 = request.file === undefined ? null : (await fingerprint(request.file)).sha256;
  if (request.file !== undefined && sha256 !== null)
    await archiveOriginal(context.deps.dataFolder, request.file, sha256);

  const values: Omit<Submission, 'id'> = {
    unit: unit.id,
    duty: duty.id,
    period: request.period,
    template: null,
    kind: request.kind,
    receivedAt,
    note,
    file: request.file === undefined ? null : basename(request.file),
    sha256,
    batch: null,
    records: 0,
    count: request.kind === 'paper' ? (request.count ?? 1) : 0,
  };
  const id = store.write((db) => {
    // What comes after the closing is a 补报 by its receipt; a waiver has no clock and would change what was counted.
    if (request.kind === 'waived') refuseLocked(context, db, [request.period]);
    const made = insertSubmission(db, values);
    logAction(
      db,
      context.deps.now(),
      `register.${request.kind}`,
      `${unit.id} ${duty.id} ${request.period}`,
      note,
      request.by,
    );
    return made;
  });
  const data = stored(store.read, { unit: unit.id, duty: duty.id, periods: [request.period] }).filter(
    (submission) => submission.kind === 'file',
  );
  const made = isExpected(context, directory, unit, duty, request.period)
    ? { id, ...values }
    : { id, ...values, assigned: false as const };
  if (request.kind !== 'zero' || data.length === 0) return made;
  const files = data.map((submission) => submission.file ?? submission.note).join('、');
  const title = `${unit.name}${periodTitle(request.period)}`;
  return { ...made, conflict: `${title}已有数据入库（${files}），与零报送不一致。请核实后撤回其中之一。` };
}

/** Whether the unit owes the duty in the period, let off or not; of a duty without schedule, whether it is its. Where nobody knows: yes. */
function isExpected(context: Context, directory: Directory, unit: Unit, duty: Duty, period: Period): boolean {
  if (scheduleKind(duty) === null) return unitsAt(duty, lastDay(period), directory).includes(unit.id);
  const only = { unit: unit.id, duty: duty.id };
  const at = { period, asOf: context.deps.now() };
  const cells = () => cellsOf(context.store().read, directory, at, context, only);
  return whereKnown(() => cells().some((cell) => cell.period === period && cell.assigned), true);
}

/** Submissions in force of a unit, duty and period. */
export function listSubmissions(
  context: Context,
  query: {
    readonly unit?: string | undefined;
    readonly duty?: string | undefined;
    readonly period?: Period | undefined;
  },
): readonly Submission[] {
  const { period, ...rest } = query;
  return stored(context.store().read, { ...rest, ...(period === undefined ? {} : { periods: [period] }) });
}

/**
 * Takes a manual registration back before its period is closed, or what a paper among the imported files made. An imported table, also one of
 * 情况说明, has records and is taken back with its batch (`change_impossible`).
 */
export function withdraw(context: Context, { id, by = '' }: Args<'submissions.withdraw'>): Submission {
  return context.store().write((db) => {
    const submission = getSubmission(db, id);
    if (!submission) throw new Refusal('submission_unknown', String(id));
    if (submission.batch !== null && submission.template !== null)
      throw new Refusal(
        'change_impossible',
        `“${submission.file ?? submission.note}”是随批次 ${submission.batch} 存入的，不能单独撤回。请撤销这个批次。`,
      );
    refuseLocked(context, db, [submission.period]);
    withdrawSubmission(db, id, context.deps.now());
    unfileAttachments(db, id);
    logAction(db, context.deps.now(), 'register.withdraw', String(id), JSON.stringify(submission), by);
    return submission;
  });
}
