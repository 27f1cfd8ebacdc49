import {
  getEntry,
  insertEntry,
  insertScheme,
  listEntries,
  listObjections,
  listSchemeVersions,
  newestSchemes,
  schemeInForce,
  withdrawEntry,
} from '../../db/queries/assessment.ts';
import { logAction } from '../../db/queries/audit.ts';
import { listIndicators } from '../../db/queries/indicators.ts';
import { lockedPeriods } from '../../db/queries/locks.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type {
  Assessment,
  AssessmentEntry,
  AssessmentScheme,
  PointSource,
  SchemeVersion,
} from '../contract/assessment.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { assess, itemsOf } from '../core/assessment.ts';
import type { AssessmentFacts } from '../core/assessmentFacts.ts';
import { schemeFault } from '../core/assessmentScheme.ts';
import { hasDecimals } from '../core/points.ts';
import { Refusal } from '../core/refusal.ts';
import { gatherFacts } from './assessmentFacts.ts';
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

/** What ships, then what the office saved for its years where that is another one. */
export function listSchemes(context: Context): readonly AssessmentScheme[] {
  const shipped = context.resources.assessmentSchemes;
  const seen = new Set(shipped.map(contentOf));
  const own = newestSchemes(context.store().read)
    .map(({ scheme }) => scheme)
    .filter((scheme) => {
      const content = contentOf(scheme);
      if (seen.has(content)) return false;
      seen.add(content);
      return true;
    });
  return [...shipped, ...own];
}

/** Versions of a year's scheme, newest first; where the year has none, the one in force in its place. */
export function listVersions(context: Context, { year }: Args<'assessment.versions'>): readonly SchemeVersion[] {
  const own = listSchemeVersions(context.store().read, year);
  return own.length > 0 ? own : [versionInForce(context, year, context.deps.now())];
}

/** Saves a new version of a year's scheme; the ones before stay. */
export function saveScheme(context: Context, args: Args<'assessment.saveScheme'>): SchemeVersion {
  const { year, scheme, reason, by = '' } = args;
  if (reason.trim() === '') throw new Refusal('reason_required', `改变${year}年考核方案`);
  const now = context.deps.now();
  return context.store().write((db) => {
    refuseClosed(db, year);
    const wrong = schemeFault(scheme, {
      templates: new Set(context.resources.templates.map(({ id }) => id)),
      duties: new Set(readDirectory(db).duties.map(({ id }) => id)),
      indicators: new Set(listIndicators(db).map(({ id }) => id)),
    });
    if (wrong !== null) throw new Refusal('scheme_invalid', `${wrong.at}：${wrong.what}`);
    const [newest] = listSchemeVersions(db, year);
    const version: SchemeVersion = { year, version: (newest?.version ?? 0) + 1, scheme, reason, by, at: now };
    insertScheme(db, version);
    logAction(db, now, 'assessment.saveScheme', `${year} 第${version.version}版 ${scheme.title}`, reason, by);
    return version;
  });
}

/** What was typed for a year, oldest first: of an item the last one counts. */
export function listTyped(context: Context, args: Args<'assessment.entries'>): readonly AssessmentEntry[] {
  return listEntries(context.store().read, args);
}

/** Types the points, or the pieces, of an item, bonus or deduction for a unit; both null: it does not apply. */
export function enterPoints(context: Context, args: Args<'assessment.enter'>): AssessmentEntry {
  const { year, unit, item, points, pieces = null, evidence, by = '' } = args;
  const now = context.deps.now();
  const version = versionInForce(context, year, now);
  const { scheme } = version;
  const line = lineOf(scheme, item);
  if (line.source.from !== 'typed') throw new Refusal('indicator_counted', line.title);
  refusePoints(line, points, pieces);
  if (points === null && pieces === null && !itemsOf(scheme).some(({ id }) => id === item))
    throw new Refusal('change_impossible', `“${line.title}”是加分或扣分，没有缺项。填错的请撤回那一条评定。`);
  if (evidence.trim() === '') throw new Refusal('evidence_required', line.title);
  return context.store().write((db) => {
    refuseStranger(db, unit);
    refuseClosed(db, year);
    keepScheme(db, version, { year, at: now, by });
    const entry = insertEntry(db, { year, unit, item, points, pieces, evidence: evidence.trim(), by, at: now });
    logAction(db, now, 'assessment.enter', `${year} ${unit} ${item}`, JSON.stringify({ points, pieces, evidence }), by);
    return entry;
  });
}

/** Refuses `period_locked` where the whole year is closed: its points are. Objections may still be decided. */
function refuseClosed(db: ReadDb, year: number): void {
  if (lockedPeriods(db).some(({ period }) => period === String(year))) throw new Refusal('period_locked', String(year));
}

/** The scheme of an earlier year by which points are first typed becomes the year's own: what is changed in it later does not change them. */
function keepScheme(
  db: WriteDb,
  { scheme, ...version }: SchemeVersion,
  { year, at, by }: Pick<SchemeVersion, 'year' | 'at' | 'by'>,
): void {
  if (version.version === 0 || version.year === year) return;
  const reason = `沿用${version.year}年第${version.version}版`;
  insertScheme(db, { year, version: 1, scheme, reason, by, at });
  logAction(db, at, 'assessment.saveScheme', `${year} 第1版 ${scheme.title}`, reason, by);
}

/** Takes back what was typed, for the wrong unit, say: the entry before it counts again. Refuses `entry_unknown`, also of a withdrawn one. */
export function withdrawPoints(context: Context, { id, by = '' }: Args<'assessment.withdraw'>): AssessmentEntry {
  const at = context.deps.now();
  return context.store().write((db) => {
    const found = getEntry(db, id);
    if (found === undefined || found.withdrawnAt !== null) throw new Refusal('entry_unknown', String(id));
    const { withdrawnAt: _at, withdrawnBy: _by, ...entry } = found;
    refuseClosed(db, entry.year);
    withdrawEntry(db, { id, at, by });
    const { year, unit, item } = entry;
    logAction(db, at, 'assessment.withdraw', `${year} ${unit} ${item}`, JSON.stringify(entry), by);
    return entry;
  });
}

/** The version by which a year is scored at a moment: its newest, else that of the latest year before it, else the default scheme as version 0. */
export function versionInForce(context: Context, year: number, moment: Moment): SchemeVersion {
  const stored = schemeInForce(context.store().read, year, moment);
  if (stored !== undefined) return stored;
  const [scheme] = context.resources.assessmentSchemes;
  if (scheme === undefined) throw new Error('no scheme ships'); // the loader refuses a folder without the default one
  return { year, version: 0, scheme, reason: '随程序附带的缺省方案', by: '', at: `${year}-01-01T00:00` };
}

/** A line of a scheme that points can be given for: an item, a bonus or a deduction. */
export interface SchemeLine {
  readonly id: string;
  readonly title: string;
  /** Null: without end. */
  readonly max: number | null;
  readonly basis: string;
  readonly source: PointSource | { readonly from: 'late' } | { readonly from: 'missing' };
}

/** The line of an id; refuses `item_unknown`. */
export function lineOf(scheme: AssessmentScheme, id: string): SchemeLine {
  const item = itemsOf(scheme).find((one) => one.id === id);
  if (item !== undefined) return { ...item, max: item.points };
  const bonus = scheme.bonus.find((one) => one.id === id);
  if (bonus !== undefined) {
    const { each, max } = bonus;
    const basis = each === null ? `加分，最多${max}分` : `加分，每件${each}分，最多${max}分`;
    return { ...bonus, basis, source: each === null ? { from: 'typed' } : { from: 'typed', each } };
  }
  const deduction = scheme.deductions.find((one) => one.id === id);
  if (deduction === undefined) throw new Refusal('item_unknown', id);
  const { each, max, source } = deduction;
  const basis = `扣分，每次（条）${each}分${max === null ? '' : `，最多${max}分`}`;
  return { ...deduction, basis, source: source.from === 'typed' ? { from: 'typed', each } : source };
}

/** The line of an id in the scheme of a moment; where a later version left it out, as the newest scheme that has it knew it. */
export function lineOnceOf(context: Context, year: number, id: string, moment: Moment): SchemeLine {
  const db = context.store().read;
  const { scheme } = versionInForce(context, year, moment);
  const earlier = [...listSchemeVersions(db, year), ...newestSchemes(db)].map((version) => version.scheme);
  const schemes = [scheme, ...earlier, ...context.resources.assessmentSchemes];
  return lineOf(schemes.find((one) => hasLine(one, id)) ?? scheme, id);
}

/** Whether a scheme has a line of this id: an item, a bonus or a deduction. */
export function hasLine(scheme: AssessmentScheme, id: string): boolean {
  return [...itemsOf(scheme), ...scheme.bonus, ...scheme.deductions].some((one) => one.id === id);
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

function contentOf(scheme: AssessmentScheme): string {
  return JSON.stringify(scheme);
}
