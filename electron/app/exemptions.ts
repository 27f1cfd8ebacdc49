import { logAction } from '../../db/queries/audit.ts';
import {
  insertExemption,
  withdrawExemption as putWithdrawal,
  listExemptions as stored,
} from '../../db/queries/exemptions.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Exemption } from '../contract/assignments.ts';
import type { Args } from '../contract.ts';
import { dueFor } from '../core/expectation.ts';
import { isAfter } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { dueRuleOf } from '../core/schedule.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf, refusePeriodNotOf, refuseRange, unitOf } from './dutySquare.ts';
import { refuseLocked, refuseLockedBetween } from './locks.ts';
import { readMoment } from './moments.ts';

/** Exemptions (免报) and extensions (延期) in force, oldest first. */
export function listExemptions(context: Context, query: Args<'exemptions.list'>): readonly Exemption[] {
  return stored(context.store().read, query);
}

/**
 * Writes that a unit need not report, or later. Reason, approver and document number are owed (`approval_required`); an extension names
 * its duty and period and ends after the original due moment (`until_too_early`). Closed periods are not touched.
 */
export function saveExemption(context: Context, args: Args<'exemptions.save'>): Exemption {
  const at = context.deps.now();
  const approval = { reason: args.reason.trim(), approver: args.approver.trim(), documentNo: args.documentNo.trim() };
  const missing = APPROVAL.filter(([field]) => approval[field] === '').map(([, word]) => word);
  if (missing.length > 0) throw new Refusal('approval_required', missing.join('、'));
  return context.store().write((db) => {
    const directory = readDirectory(db);
    const values: Omit<Exemption, 'id'> = {
      kind: args.kind,
      unit: unitOf(directory, args.unit).id,
      ...(args.kind === 'exempt' ? exemptFor(directory, args) : extendedTo(context, directory, args)),
      ...approval,
      by: args.by ?? '',
      at,
    };
    refuseClosed(context, db, values);
    const saved: Exemption = { id: insertExemption(db, values), ...values };
    logAction(db, at, `exemption.${saved.kind}`, String(saved.id), JSON.stringify(saved), saved.by);
    return saved;
  });
}

/** Takes an exemption or extension back; it stays in the audit log. */
export function withdrawExemption(context: Context, { id, by = '' }: Args<'exemptions.withdraw'>): Exemption {
  const at = context.deps.now();
  return context.store().write((db) => {
    const found = stored(db).find((exemption) => exemption.id === id);
    if (!found) throw new Refusal('exemption_unknown', String(id));
    refuseClosed(context, db, found);
    putWithdrawal(db, id, at);
    logAction(db, at, 'exemption.withdraw', String(id), JSON.stringify(found), by);
    return found;
  });
}

const APPROVAL = [
  ['reason', '理由'],
  ['approver', '批准人'],
  ['documentNo', '批准文号'],
] as const;

type Scope = Pick<Exemption, 'duty' | 'from' | 'to' | 'period' | 'until'>;

function exemptFor(directory: Directory, { duty, from, to }: Args<'exemptions.save'>): Scope {
  refuseRange(from, to);
  return { duty: duty === null ? null : dutyOf(directory, duty).id, from, to, period: null, until: null };
}

function extendedTo(context: Context, directory: Directory, args: Args<'exemptions.save'>): Scope {
  if (args.duty === null || args.period === null || args.until === null)
    throw new Refusal('usage', '延期须写明事项、报送期和延期到的时间');
  const duty = dutyOf(directory, args.duty);
  refusePeriodNotOf(duty, args.period);
  const { duties, office } = directory;
  // A day alone ends at the hour of the period's own due rule, which a later one does not move.
  const rule = dueRuleOf(duty, args.period, office.settings, context.calendar);
  const until = readMoment(args.until, rule?.time ?? office.settings.dueTime);
  const square = { unit: args.unit, duty: duty.id, period: args.period };
  // Without exemptions: a second extension, too, is measured against the original due moment.
  const due = dueFor(square, { duties, exemptions: [], settings: office.settings, calendar: context.calendar });
  if (due !== null && !isAfter(until, due)) throw new Refusal('until_too_early', `原为 ${due.replace('T', ' ')}`);
  return { duty: duty.id, from: null, to: null, period: args.period, until };
}

function refuseClosed(context: Context, db: WriteDb, exemption: Omit<Exemption, 'id'>): void {
  if (exemption.period === null) refuseLockedBetween(context, db, exemption);
  else refuseLocked(context, db, [exemption.period]);
}
