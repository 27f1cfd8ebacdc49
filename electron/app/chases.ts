import { logAction } from '../../db/queries/audit.ts';
import {
  getChase,
  insertChases,
  withdrawChase as putWithdrawal,
  listChases as stored,
} from '../../db/queries/chases.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Chase, ChaseDraft } from '../contract/chases.ts';
import { quoted } from '../contract/quotation.ts';
import type { GridCell } from '../contract/status.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { isMet } from '../core/grid.ts';
import { addDays, chineseDay, chineseMoment, dayOf, daysBetween, isAfter, isDay, periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { reminderStanding } from '../core/reminders.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf, refusePeriodNotOf, refuseRange, unitOf } from './dutySquare.ts';
import { knownCells } from './grid.ts';
import { readPastMoment } from './moments.ts';
import { settingsIn } from './reminderSettings.ts';

/** Logged contacts (催报), newest first; days are those of the contact, both included. */
export function listChases(
  context: Context,
  { unit, duty, period, from, to, limit, withVoid }: Args<'chases.list'>,
): readonly Chase[] {
  refuseRange(from ?? null, to ?? null);
  return stored(context.store().read, {
    unit,
    duty,
    from,
    limit,
    withVoid,
    periods: period === undefined ? undefined : [period],
    before: to === undefined ? undefined : addDays(to, 1),
  });
}

/**
 * Logs one contact about several things at once, a line for each. Refuses what is no unit, duty or period of it, what was not to be chased
 * then (`chase_not_owed`), what is logged already (`chase_exists`), a contact that is still ahead, and a promise for a day before it or more
 * than a year later.
 */
export function addChases(context: Context, { draft, by = '' }: Args<'chases.add'>): readonly Chase[] {
  const now = context.deps.now();
  const at = draft.at === undefined ? now : readPastMoment(draft.at, now);
  if (isAfter(at, now)) throw new Refusal('range_invalid', `催报时间 ${chineseMoment(at)} 还没有到`);
  refusePromise(draft.promised, at);
  return context.store().write((db) => {
    const directory = readDirectory(db);
    const items = squaresOf(draft, directory);
    const { how, promised } = draft;
    const said = { whom: draft.whom.trim(), answer: draft.answer.trim() };
    refuseNotOwed(db, directory, { items, at }, context);
    const same = stored(db, { at }).filter((one) => one.how === how && one.whom === said.whom && one.paper === null);
    const twice = items.find((item) => same.some((one) => squareOf(one) === squareOf(item)));
    if (twice) throw new Refusal('chase_exists', `${chineseMoment(at)} ${named(directory, twice)}`);
    const lines = items.map((item) => ({ ...item, at, how, ...said, promised, by, paper: null }));
    const added = insertChases(db, lines);
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

type Square = ChaseDraft['items'][number];

/** What a unit did not owe, had sent, or need not yet be reminded of at the moment is no chase: it would cost it points. */
function refuseNotOwed(
  db: WriteDb,
  directory: Directory,
  { items, at }: { readonly items: readonly Square[]; readonly at: Moment },
  context: Context,
): void {
  const { soonDays } = settingsIn(db, context).settings;
  for (const [period, own] of Map.groupBy(items, (item) => item.period)) {
    const asked = new Set(own.map(({ duty }) => duty));
    const part = { ...directory, duties: directory.duties.filter(({ id }) => asked.has(id)) };
    const { cells, refused = [] } = knownCells(db, part, { period, asOf: at }, context);
    const bySquare = new Map(cells.map((cell) => [squareOf(cell), cell]));
    for (const item of own) {
      const unknown = refused.find((one) => one.duty === item.duty && one.period === period);
      if (unknown) throw new Refusal('year_unknown', unknown.year);
      const cell = bySquare.get(squareOf(item));
      if (cell === undefined || reminderStanding(cell, at, soonDays) === null)
        throw new Refusal('chase_not_owed', `${named(directory, item)}，${whyNotOwed(cell, at)}`);
    }
  }
}

function whyNotOwed(cell: GridCell | undefined, at: Moment): string {
  const then = `到${chineseMoment(at)}`;
  if (cell === undefined || !cell.assigned || cell.due === null) return '这一期不用报送';
  if (cell.status === 'exempt') return '这一期已免报';
  if (isMet(cell)) return `${then}已经报送`;
  return `截止时间是${chineseMoment(cell.due)}，${then}还未临近`;
}

/** `区教体局 2018年第一季度“…”` */
function named({ units, duties }: Directory, { unit, duty, period }: Square): string {
  const name = units.find(({ id }) => id === unit)?.name ?? unit;
  const title = duties.find(({ id }) => id === duty)?.title ?? duty;
  return `${name} ${periodTitle(period)}${quoted(title)}`;
}

function squareOf({ unit, duty, period }: Square): string {
  return [unit, duty, period].join('\n');
}

/** Each thing once, however often it was marked. */
function squaresOf({ items }: ChaseDraft, directory: Directory): ChaseDraft['items'] {
  const squares = new Map<string, ChaseDraft['items'][number]>();
  for (const item of items) {
    const unit = unitOf(directory, item.unit).id;
    const duty = dutyOf(directory, item.duty);
    refusePeriodNotOf(duty, item.period);
    const square = { unit, duty: duty.id, period: item.period };
    squares.set(squareOf(square), square);
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
