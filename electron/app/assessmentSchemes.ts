import {
  insertScheme,
  listSchemeVersions,
  newestSchemes,
  schemeInForce,
  scoredYears,
} from '../../db/queries/assessment.ts';
import { logAction } from '../../db/queries/audit.ts';
import { listIndicators } from '../../db/queries/indicators.ts';
import { lockedPeriods } from '../../db/queries/locks.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { AssessmentScheme, PointSource, SchemeVersion } from '../contract/assessment.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { itemsOf } from '../core/assessment.ts';
import { schemeFault } from '../core/assessmentScheme.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';

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
    keepLater(context, db, { year, at: now, by });
    const [newest] = listSchemeVersions(db, year);
    const version: SchemeVersion = { year, version: (newest?.version ?? 0) + 1, scheme, reason, by, at: now };
    insertScheme(db, version);
    logAction(db, now, 'assessment.saveScheme', `${year} 第${version.version}版 ${scheme.title}`, reason, by);
    return version;
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

/** Refuses `period_locked` where the whole year is closed: its points are. Objections may still be decided. */
export function refuseClosed(db: ReadDb, year: number): void {
  if (lockedPeriods(db).some(({ period }) => period === String(year))) throw new Refusal('period_locked', String(year));
}

/**
 * A later year that goes by the scheme in force until now, and was scored by it already, gets that one as its own: a change of an earlier year
 * never changes points given, objected to or put on paper.
 */
function keepLater(context: Context, db: WriteDb, { year, at, by }: Pick<SchemeVersion, 'year' | 'at' | 'by'>): void {
  const closed = lockedPeriods(db).flatMap(({ period }) => (/^\d{4}$/u.test(period) ? [Number(period)] : []));
  const later = new Set([...scoredYears(db), ...closed].filter((one) => one > year));
  for (const one of later) {
    const { scheme, ...before } = versionInForce(context, one, at);
    if (before.version > 0 && before.year > year) continue;
    const reason = before.version === 0 ? `沿用${before.reason}` : `沿用${before.year}年第${before.version}版`;
    insertScheme(db, { year: one, version: 1, scheme, reason, by, at });
    logAction(db, at, 'assessment.saveScheme', `${one} 第1版 ${scheme.title}`, reason, by);
  }
}

function contentOf(scheme: AssessmentScheme): string {
  return JSON.stringify(scheme);
}
