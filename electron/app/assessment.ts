import { getEntry, insertEntry, listEntries, listObjections, withdrawEntry } from '../../db/queries/assessment.ts';
import { logAction } from '../../db/queries/audit.ts';
import type { ReadDb } from '../../db/types.ts';
import type { Assessment, AssessmentEntry } from '../contract/assessment.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { assess, itemsOf } from '../core/assessment.ts';
import type { AssessmentFacts } from '../core/assessmentFacts.ts';
import { newestGranted } from '../core/assessmentItems.ts';
import { dayOf, firstDay } from '../core/period.ts';
import { hasDecimals } from '../core/points.ts';
import { Refusal } from '../core/refusal.ts';
import { gatherFacts } from './assessmentFacts.ts';
import { lineOf, lineOnceOf, refuseClosed, type SchemeLine, versionInForce } from './assessmentSchemes.ts';
import { type Context, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';

/** The year's score of all units, or of one with its rank among all, by the scheme of the year that is in force. */
export function getAssessment(context: Context, { year, asOf, unit }: Args<'assessment.get'>): Assessment {
  if (unit !== undefined) refuseStranger(context.store().read, unit);
  const { assessment } = scoreYear(context, { year, asOf: nowOf(asOf, context.deps.now) });
  if (unit === undefined) return assessment;
  return { ...assessment, units: assessment.units.filter((one) => one.unit === unit) };
}

/** The year's score with what it was counted from. What was typed, decided or saved as a scheme after the moment is no part of it. */
export function scoreYear(
  context: Context,
  at: { readonly year: number; readonly asOf: Moment },
): { readonly assessment: Assessment; readonly facts: AssessmentFacts } {
  const db = context.store().read;
  const version = versionInForce(context, at.year, at.asOf);
  const { facts, refused } = gatherFacts(context, version.scheme, at);
  const scored = assess({ version, facts, entries: listEntries(db, at), objections: listObjections(db, at) });
  return { facts, assessment: { ...scored, ...(refused.length === 0 ? {} : { refused }) } };
}

/** What was typed for a year, oldest first: of an item the last one counts. */
export function listTyped(context: Context, args: Args<'assessment.entries'>): readonly AssessmentEntry[] {
  return listEntries(context.store().read, args);
}

/** Types the points, or the pieces, of an item, bonus or deduction for a unit; both null: it does not apply. */
export function enterPoints(context: Context, args: Args<'assessment.enter'>): AssessmentEntry {
  const { year, unit, item, points, pieces = null, evidence, by = '' } = args;
  const now = context.deps.now();
  const { scheme } = versionInForce(context, year, now);
  const line = lineOf(scheme, item);
  if (line.source.from !== 'typed') throw new Refusal('indicator_counted', line.title);
  refusePoints(line, points, pieces);
  if (points === null && pieces === null && !itemsOf(scheme).some(({ id }) => id === item))
    throw new Refusal('change_impossible', `“${line.title}”是加分或扣分，没有缺项。填错的请撤回那一条评定。`);
  if (evidence.trim() === '') throw new Refusal('evidence_required', line.title);
  return context.store().write((db) => {
    refuseStranger(db, unit);
    refuseUnbegun(year, now);
    refuseClosed(db, year);
    const entry = insertEntry(db, { year, unit, item, points, pieces, evidence: evidence.trim(), by, at: now });
    logAction(db, now, 'assessment.enter', `${year} ${unit} ${item}`, JSON.stringify({ points, pieces, evidence }), by);
    return entry;
  });
}

/**
 * Takes back what was typed, for the wrong unit, say: what counted before it counts again. Refuses `entry_unknown`, also of a withdrawn one,
 * and (`change_impossible`) the entry that a granted objection was decided on: the points of the decision would stay.
 */
export function withdrawPoints(context: Context, { id, by = '' }: Args<'assessment.withdraw'>): AssessmentEntry {
  const at = context.deps.now();
  return context.store().write((db) => {
    const found = getEntry(db, id);
    if (found === undefined || found.withdrawnAt !== null) throw new Refusal('entry_unknown', String(id));
    const { withdrawnAt: _at, withdrawnBy: _by, ...entry } = found;
    refuseClosed(db, entry.year);
    refuseDecided(context, db, entry);
    withdrawEntry(db, { id, at, by });
    const { year, unit, item } = entry;
    logAction(db, at, 'assessment.withdraw', `${year} ${unit} ${item}`, JSON.stringify(entry), by);
    return entry;
  });
}

function refuseDecided(context: Context, db: ReadDb, { id, year, unit, item, at }: AssessmentEntry): void {
  const granted = newestGranted(listObjections(db, { year, unit }).filter((one) => one.item === item));
  if (granted === undefined) return;
  const typed = listEntries(db, { year, unit, item }).filter((one) => one.id <= granted.lastEntry);
  if (typed.at(-1)?.id !== id) return;
  const { title } = lineOnceOf(context, year, item, at);
  throw new Refusal(
    'change_impossible',
    `对“${title}”这条评分的申诉已经处理为成立（申诉编号${granted.id}），按处理后的分值计分，这条评分不能撤回。分值还要改的，请重新评分。`,
  );
}

/** Refuses points below 0, above the line's, or with more than two decimals; `endless`: the most where the line has no limit. */
export function refuseRange(
  { title, max }: Pick<SchemeLine, 'title' | 'max'>,
  points: number,
  endless: number = HIGHEST,
): void {
  const most = max ?? endless;
  if (points < 0 || points > most) throw new Refusal('points_range', `“${title}”应在0到${most}分之间，填的是${points}`);
  if (!hasDecimals(points, 2)) throw new Refusal('points_range', `“${title}”最多两位小数，填的是${points}`);
}

/** Refuses to give, or to object to, points of a year that has not begun (`change_impossible`); its scheme may be made before. */
export function refuseUnbegun(year: number, now: Moment): void {
  if (dayOf(now) < firstDay(String(year)))
    throw new Refusal('change_impossible', `${year}年还没有开始，不能评分和登记申诉，请核对年度。`);
}

/** Refuses `unit_unknown`. */
export function refuseStranger(db: ReadDb, unit: string): void {
  if (!readDirectory(db).units.some(({ id }) => id === unit)) throw new Refusal('unit_unknown', unit);
}

/** A deduction without end ends here all the same: a slip of the hand must not pass for one. */
const HIGHEST = 100;
const MOST_PIECES = 10_000;

function refusePoints(line: SchemeLine, points: number | null, pieces: number | null): void {
  if (points !== null && pieces !== null) throw new Refusal('points_range', `“${line.title}”的分值和件数只填一个`);
  if (points !== null) refuseRange(line, points);
  if (pieces === null || line.source.from !== 'typed') return;
  const { each, less, full, unit = '件' } = line.source;
  if (each === undefined && less === undefined && full === undefined)
    throw new Refusal('points_range', `“${line.title}”不按件计分，请填分值`);
  const isShare = unit === '%';
  const most = isShare ? 100 : MOST_PIECES;
  if (pieces < 0 || pieces > most)
    throw new Refusal('points_range', `“${line.title}”应填0到${most}${unit}，填的是${pieces}`);
  if (!hasDecimals(pieces, isShare ? 2 : 0))
    throw new Refusal(
      'points_range',
      `“${line.title}”${isShare ? '最多两位小数' : `应填整${unit}数`}，填的是${pieces}`,
    );
}
