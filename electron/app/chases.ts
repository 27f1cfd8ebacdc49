import { logAction } from '../../db/queries/audit.ts';
import {
  getChase,
  insertChase,
  withdrawChase as putWithdrawal,
  listChases as stored,
} from '../../db/queries/chases.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Chase, ChaseDraft } from '../contract/chases.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { addDays, chineseDay, chineseMoment, dayOf, daysBetween, isAfter, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf, refusePeriodNotOf, refuseRange, unitOf } from './dutySquare.ts';
import { readMoment } from './moments.ts';

/** Logged contacts (催报), newest first; days are those of the contact, both included. */
export function listChases(context: Context, { unit, duty, period, from, to }: Args<'chases.list'>): readonly Chase[] {
  refuseRange(from ?? null, to ?? null);
  return stored(context.store().read, {
    unit,
    duty,
    from,
    periods: period === undefined ? undefined : [period],
    before: to === undefined ? undefined : addDays(to, 1),
  });
}

/**
 * Logs one contact about several things at once, a line for each. Refuses what is no unit, duty or period of it, a contact that is still
 * ahead, and a promise for a day before it or more than a year later.
 */
export function addChases(context: Context, { draft, by = '' }: Args<'chases.add'>): readonly Chase[] {
  const now = context.deps.now();
  const at = draft.at === undefined ? now : readMoment(draft.at, '12:00');
  if (isAfter(at, now)) throw new Refusal('range_invalid', `催报时间 ${chineseMoment(at)} 还没有到`);
  refusePromise(draft.promised, at);
  return context.store().write((db) => {
    const items = squaresOf(draft, readDirectory(db));
    const { how, promised } = draft;
    const said = { whom: draft.whom.trim(), answer: draft.answer.trim() };
    const added = items.map((item) => insertChase(db, { ...item, at, how, ...said, promised, by, paper: null }));
    logAction(db, now, 'chase.add', added.map(({ id }) => id).join(','), JSON.stringify(added), by);
    return added;
  });
}

/** Takes a logged contact back; it stays in the table and the audit log, and counts no more. */
export function withdrawChase(context: Context, { id, by = '' }: Args<'chases.withdraw'>): Chase {
  const at = context.deps.now();
  return context.store().write((db) => {
    const chase = getChase(db, id);
    if (!chase) throw new Refusal('chase_unknown', String(id));
    putWithdrawal(db, id, at);
    logAction(db, at, 'chase.withdraw', String(id), JSON.stringify(chase), by);
    return chase;
  });
}

/** Takes back the contacts that a 催报函 was, inside the transaction that makes the paper void: it never went out. */
export function withdrawOfPaper(
  db: WriteDb,
  paper: number,
  { at, by }: { readonly at: Moment; readonly by: string },
): void {
  for (const chase of stored(db, { paper })) {
    putWithdrawal(db, chase.id, at);
    logAction(db, at, 'chase.withdraw', String(chase.id), JSON.stringify(chase), by);
  }
}

/** Each thing once, however often it was marked. */
function squaresOf({ items }: ChaseDraft, directory: Directory): ChaseDraft['items'] {
  const squares = new Map<string, ChaseDraft['items'][number]>();
  for (const item of items) {
    const unit = unitOf(directory, item.unit).id;
    const duty = dutyOf(directory, item.duty);
    refusePeriodNotOf(duty, item.period);
    squares.set([unit, duty.id, item.period].join('\n'), { unit, duty: duty.id, period: item.period });
  }
  return [...squares.values()];
}

function refusePromise(promised: ChaseDraft['promised'], at: Moment): void {
  if (promised === null) return;
  if (!isDay(promised)) throw new Refusal('moment_invalid', promised);
  const days = daysBetween(dayOf(at), promised);
  if (days < 0 || days > LONGEST_PROMISE)
    throw new Refusal(
      'range_invalid',
      `承诺日期 ${chineseDay(promised)} 应在催报当天（${chineseDay(dayOf(at))}）之后一年以内`,
    );
}

const LONGEST_PROMISE = 366;
