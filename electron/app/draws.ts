import { randomInt } from 'node:crypto';
import { logAction } from '../../db/queries/audit.ts';
import { insertDraw, withdrawDraw as putWithdrawal, listDraws as stored } from '../../db/queries/draws.ts';
import type { ReadDb } from '../../db/types.ts';
import type { Coverage, Draw } from '../contract/assignments.ts';
import type { Duty, SamplingRule } from '../contract/duties.ts';
import type { Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { coverPeriods, drawUnits } from '../core/draw.ts';
import { unitsAt } from '../core/dutyUnits.ts';
import { isActive } from '../core/expectation.ts';
import { isPeriod, lastDay } from '../core/period.ts';
import { periodWanted } from '../core/periodWanted.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { dutyOf } from './dutySquare.ts';

/** The draws of the cover period (半年、全年) that holds a period, whom none has held yet, and which draws are still to come. */
export function coverageOf(context: Context, { duty, period }: Args<'draws.coverage'>): Coverage {
  const db = context.store().read;
  const directory = readDirectory(db);
  return coverage(db, directory, dutyOf(directory, duty), period);
}

/**
 * Draws the sample of a period, once: the same seed over the same units draws the same ones again, so that the office can show that
 * nobody was picked. Without a seed one is made; it is kept and shown.
 */
export function makeDraw(context: Context, { duty: id, period, seed, note = '', by = '' }: Args<'draws.make'>): Draw {
  const at = context.deps.now();
  return context.store().write((db) => {
    const directory = readDirectory(db);
    const duty = dutyOf(directory, id);
    const { sampling, draws: periods } = samplingOf(duty, period);
    if (!periods.includes(period)) {
      const kind = sampling.draw === 'monthly' ? 'month' : 'quarter';
      throw new Refusal('period_not_of_duty', periodWanted(period, `${duty.title}的抽取`, kind));
    }
    const before = coverage(db, directory, duty, period);
    if (before.draws.some((draw) => draw.period === period)) throw new Refusal('draw_exists', period);
    const units = unitsIn(directory, duty, period);
    if (units.length === 0) throw new Refusal('nobody_to_draw', duty.title);
    const written = seed?.trim() ?? '';
    const values = {
      duty: duty.id,
      period,
      seed: written === '' ? String(randomInt(10_000_000, 99_999_999)) : written,
      at,
      by,
      note: note.trim(),
    };
    const drawn = drawUnits({
      seed: values.seed,
      units,
      drawn: before.draws.map((draw) => draw.units),
      share: sampling.share,
      // Also an earlier draw made anew after the last one: nobody may be left over.
      last: !before.open.some((one) => one > period),
    });
    const made: Draw = { id: insertDraw(db, { ...values, units: drawn }), ...values, units: drawn };
    logAction(db, at, 'draw.make', `${duty.id} ${period}`, JSON.stringify({ ...made, of: units }), by);
    return made;
  });
}

/** Takes a draw back with a reason; it stays in the audit log with its seed. */
export function withdrawDraw(context: Context, { id, reason, by = '' }: Args<'draws.withdraw'>): Draw {
  const at = context.deps.now();
  const written = reason.trim();
  if (written === '') throw new Refusal('reason_required');
  return context.store().write((db) => {
    const found = stored(db).find((draw) => draw.id === id);
    if (!found) throw new Refusal('draw_unknown', String(id));
    putWithdrawal(db, id, at);
    logAction(db, at, 'draw.withdraw', String(id), JSON.stringify({ reason: written, draw: found }), by);
    return found;
  });
}

function coverage(db: ReadDb, directory: Directory, duty: Duty, period: Period): Coverage {
  const { cover, draws: periods } = samplingOf(duty, period);
  const draws = stored(db, { duty: duty.id, periods });
  const held = new Set(draws.flatMap((draw) => draw.units));
  const units = unitsIn(directory, duty, cover);
  return {
    duty: duty.id,
    period: cover,
    draws,
    units,
    uncovered: units.filter((unit) => !held.has(unit)),
    open: periods.filter((one) => !draws.some((draw) => draw.period === one)),
  };
}

function samplingOf(duty: Duty, period: Period) {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  if (!duty.sampling) throw new Refusal('not_sampled', duty.title);
  const sampling: SamplingRule = duty.sampling;
  return { sampling, ...coverPeriods(sampling, period) };
}

/** The units that owe the duty at a period's end and exist in it, in their order. */
function unitsIn(directory: Directory, duty: Duty, period: Period): string[] {
  const owing = new Set(unitsAt(duty, lastDay(period), directory));
  return directory.units.filter((unit) => owing.has(unit.id) && isActive(unit, period)).map((unit) => unit.id);
}
