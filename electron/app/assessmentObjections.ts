import {
  decideObjection,
  getObjection,
  insertObjection,
  listObjections,
  listStoredEntries,
  UNDECIDED,
} from '../../db/queries/assessment.ts';
import { logAction } from '../../db/queries/audit.ts';
import type { Objection, UnitScore } from '../contract/assessment.ts';
import type { Moment } from '../contract/time.ts';
import type { Args, Result } from '../contract.ts';
import { decisionEffect } from '../core/assessmentEffect.ts';
import { dayOf, isDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { getAssessment, refuseRange, refuseStranger, refuseUnbegun } from './assessment.ts';
import { lineOf, lineOnceOf, versionInForce } from './assessmentSchemes.ts';
import type { Context } from './context.ts';

/** Objections (申诉) of a year, oldest first. */
export function listClaims(context: Context, args: Args<'assessment.objections'>): readonly Objection[] {
  return listObjections(context.store().read, args);
}

/** A unit objects to its points for an item, a bonus or a deduction; what it had then is kept. One open objection at a time. */
export function objectPoints(context: Context, args: Args<'assessment.object'>): Objection {
  const { year, unit, item, claim, on, by = '' } = args;
  const now = context.deps.now();
  refuseStranger(context.store().read, unit);
  const line = lineOf(versionInForce(context, year, now).scheme, item);
  if (claim.trim() === '') throw new Refusal('reason_required', `申诉：${line.title}`);
  refuseUnbegun(year, now);
  refuseDay(on, year, now);
  const [score] = getAssessment(context, { year, unit }).units;
  return context.store().write((db) => {
    const open = listObjections(db, { year, unit }).find((one) => one.item === item && one.state === 'open');
    if (open !== undefined)
      throw new Refusal('change_impossible', `“${line.title}”已有一条没有处理的申诉（编号 ${open.id}），请先处理。`);
    const objection = insertObjection(db, {
      ...{ year, unit, item, claim: claim.trim(), at: on === undefined ? now : `${on}T00:00`, by },
      ...{ ...UNDECIDED, before: pointsOf(score, item) },
    });
    logAction(db, now, 'assessment.object', `${year} ${unit} ${item}`, claim, by);
    return objection;
  });
}

/** Decides an open objection: granted with new points, or refused; either with its reason. */
export function decideClaim(context: Context, args: Args<'assessment.decide'>): Result<'assessment.decide'> {
  const { id, granted, points, decision, by = '' } = args;
  const now = context.deps.now();
  const before = getObjection(context.store().read, id);
  if (before === undefined) throw new Refusal('objection_unknown', String(id));
  if (before.state !== 'open') throw new Refusal('objection_decided', String(id));
  const { year, unit, item } = before;
  const line = lineOnceOf(context, year, item, now);
  if (decision.trim() === '') throw new Refusal('reason_required', `处理申诉：${line.title}`);
  if (granted && points === undefined) throw new Refusal('points_range', `“${line.title}”申诉成立的须填改后的分值`);
  if (!granted && points !== undefined)
    throw new Refusal('usage', `“${line.title}”的申诉不成立时不改分，请去掉分值，或改为成立`);
  const assessment = getAssessment(context, { year });
  const score = assessment.units.find((one) => one.unit === unit);
  if (points !== undefined) refuseRange(line, points, highest(context, before, pointsOf(score, item)));
  const decided = context.store().write((db): Objection => {
    const after: Objection = {
      ...before,
      state: granted ? 'granted' : 'refused',
      after: granted ? (points ?? null) : null,
      ...{ decision: decision.trim(), decidedBy: by, decidedAt: now, decidedFrom: pointsOf(score, item) },
      lastEntry: listStoredEntries(db, { year, unit, item }).at(-1)?.id ?? 0,
    };
    decideObjection(db, after);
    logAction(
      db,
      now,
      'assessment.decide',
      `${year} ${unit} ${item}`,
      JSON.stringify({ id, granted, points, decision }),
      by,
    );
    return after;
  });
  if (!granted) return decided;
  return { ...decided, effect: decisionEffect(assessment, getAssessment(context, { year }), before) };
}

/** The most that a decision may leave of a deduction without end: what is taken off now, or was before an earlier decision. */
function highest(context: Context, { year, unit, item, before }: Objection, now: number | null): number {
  const earlier = listObjections(context.store().read, { year, unit }).filter((one) => one.item === item);
  return Math.max(now ?? 0, before ?? 0, ...earlier.map(({ decidedFrom }) => decidedFrom ?? 0));
}

/** Refuses a day of an objection that is none (`moment_invalid`), before the year or after today. */
function refuseDay(on: string | undefined, year: number, now: Moment): void {
  if (on === undefined) return;
  if (!isDay(on)) throw new Refusal('moment_invalid', on);
  if (on > dayOf(now)) throw new Refusal('change_impossible', `申诉日期 ${on} 晚于今天，请填写单位提出申诉的日期。`);
  if (on < `${year}-01-01`)
    throw new Refusal('change_impossible', `申诉日期 ${on} 早于考核年度（${year}年），请填写单位提出申诉的日期。`);
}

/** Points of a unit for a line as the score has them now; null: it does not apply, or the unit is not scored. */
function pointsOf(score: UnitScore | undefined, item: string): number | null {
  if (score === undefined) return null;
  const all = [...score.items, ...score.bonuses, ...score.deductions];
  return all.find((one) => one.item === item)?.points ?? null;
}
