import {
  insertAssignment,
  withdrawAssignment as putWithdrawal,
  listAssignments as stored,
} from '../../db/queries/assignments.ts';
import { logAction } from '../../db/queries/audit.ts';
import type { Assignment } from '../contract/assignments.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { dutyOf, refuseRange, unitOf } from './dutySquare.ts';
import { refuseLockedBetween } from './locks.ts';

/** Parts of units in duties beside their groups (责任分工), oldest first. */
export function listAssignments(context: Context, query: Args<'assignments.list'>): readonly Assignment[] {
  return stored(context.store().read, query);
}

/** Gives a unit a part in a duty, or takes it out of one, from day to day; with a written reason. Closed periods are not touched. */
export function saveAssignment(context: Context, args: Args<'assignments.save'>): Assignment {
  const at = context.deps.now();
  const reason = args.reason.trim();
  if (reason === '') throw new Refusal('reason_required');
  refuseRange(args.from, args.to);
  return context.store().write((db) => {
    const directory = readDirectory(db);
    const values = {
      unit: unitOf(directory, args.unit).id,
      duty: dutyOf(directory, args.duty).id,
      role: args.role,
      from: args.from,
      to: args.to,
      reason,
      documentNo: args.documentNo.trim(),
      by: args.by ?? '',
      at,
    };
    refuseLockedBetween(context, db, values, directory);
    const saved = { id: insertAssignment(db, values), ...values };
    logAction(db, at, 'assignment.save', String(saved.id), JSON.stringify(saved), saved.by);
    return saved;
  });
}

/** Takes a part back; it stays in the audit log. */
export function withdrawAssignment(context: Context, { id, by = '' }: Args<'assignments.withdraw'>): Assignment {
  const at = context.deps.now();
  return context.store().write((db) => {
    const found = stored(db).find((assignment) => assignment.id === id);
    if (!found) throw new Refusal('assignment_unknown', String(id));
    refuseLockedBetween(context, db, found);
    putWithdrawal(db, id, at);
    logAction(db, at, 'assignment.withdraw', String(id), JSON.stringify(found), by);
    return found;
  });
}
