import type {
  Assessment,
  AssessmentEntry,
  AssessmentScheme,
  Deduction,
  ItemScore,
  Objection,
  SchemeVersion,
  UnitScore,
} from '../contract/assessment.ts';
import type { FigureRef } from '../contract/figures.ts';
import type { Measure } from './assessmentCounts.ts';
import { type AssessmentFacts, factsByUnit, type UnitFacts } from './assessmentFacts.ts';
import { assessmentFormula } from './assessmentFormula.ts';
import { computedPoints, type Decided, newestGranted, type Resolved, typedPoints } from './assessmentItems.ts';
import { scoreMean } from './assessmentMeans.ts';
import { countFaults, measure } from './assessmentMeasures.ts';
import {
  type Hundredths,
  hundredths,
  meanOf,
  pointsText,
  shareOf,
  sumOf,
  tenThousandths,
  timesPieces,
} from './points.ts';
import { areEqual, ranksOf } from './ranking.ts';

export interface AssessmentInput {
  readonly version: SchemeVersion;
  readonly facts: AssessmentFacts;
  readonly entries: readonly AssessmentEntry[];
  readonly objections: readonly Objection[];
}

/**
 * The year's score (年度考核) of every unit: items, each rounded to hundredths, then summed; bonus and deductions; rank and band. A unit that
 * owes nothing all year, to which no counted item applies and for which nothing was typed is not scored. Best first, ties in unit order. Where
 * all have the same score nobody is first: none has a rank.
 */
export function assess(input: AssessmentInput): Assessment {
  const { version, facts } = input;
  const { scheme } = version;
  const decided = decisionsOf(input);
  const drafts = factsByUnit(facts)
    .map((unit) => draftOf(unit, scheme, decided))
    .filter(({ isScored }) => isScored);
  const means = meansOf(
    scheme,
    drafts.filter((draft) => draft.facts.ended === undefined),
  );
  const open = Map.groupBy(
    input.objections.filter(({ state }) => state === 'open'),
    (one) => one.unit,
  );
  const scored = drafts.map((draft) => scoreOf(draft, scheme, means, open.get(draft.facts.unit)?.length ?? 0));
  const ranks = ranksOf(scored.map(({ score, ended }) => (ended === undefined ? score : null)));
  const isEqual = areEqual(ranks);
  const units = scored.map((unit, place): UnitScore => ({ ...unit, rank: isEqual ? 0 : (ranks[place] ?? 0) }));
  // Who is gone comes last, also where nobody has a rank.
  const behind = ({ rank, ended }: UnitScore): number => (ended === undefined ? rank : units.length + 1);
  units.sort((a, b) => behind(a) - behind(b));
  const ended = units.filter((unit) => unit.ended !== undefined).map(({ name }) => name);
  const mean = scoreMean({ units });
  return {
    year: facts.year,
    asOf: facts.asOf,
    version,
    units,
    mean: mean.units === 0 ? null : mean.mean / 100,
    open: units.reduce((sum, unit) => sum + openLines(unit).length, 0),
    formula:
      assessmentFormula(scheme) +
      (ended.length === 0 ? '' : `\n${ended.join('、')}${GONE}，按撤并前的应报事项计分，不排名次、不定等次。`),
  };
}

/** Lines of a unit that the office has yet to type: items, and a bonus or deduction of which what was typed does not fit the scheme. */
export function openLines({ items, bonuses, deductions }: UnitScore): ItemScore[] {
  return [...items, ...bonuses, ...deductions].filter(({ state }) => state === 'open');
}

/** What stands in the place of the band of a unit that is gone. */
const GONE = '已撤并';

/** The items of a scheme in their order. */
export function itemsOf({ groups }: AssessmentScheme): AssessmentScheme['groups'][number]['items'] {
  return groups.flatMap(({ items }) => items);
}

type Decisions = (unit: string, item: string) => Decided;

function decisionsOf({ entries, objections }: AssessmentInput): Decisions {
  const keyOf = (unit: string, item: string): string => `${unit}\n${item}`;
  const newest = new Map<string, AssessmentEntry>();
  for (const entry of entries) {
    const key = keyOf(entry.unit, entry.item);
    if ((newest.get(key)?.id ?? 0) < entry.id) newest.set(key, entry);
  }
  const claims = Map.groupBy(objections, (one) => keyOf(one.unit, one.item));
  return (unit, item) => {
    const key = keyOf(unit, item);
    return { entry: newest.get(key), granted: newestGranted(claims.get(key) ?? []) };
  };
}

interface Draft {
  readonly facts: UnitFacts;
  readonly items: readonly Resolved[];
  readonly bonuses: readonly Resolved[];
  readonly deductions: readonly Resolved[];
  readonly isScored: boolean;
}

function draftOf(facts: UnitFacts, scheme: AssessmentScheme, decided: Decisions): Draft {
  const of = (item: string): Decided => decided(facts.unit, item);
  const items = itemsOf(scheme).map(({ id, points, source }) =>
    source.from === 'typed'
      ? typedPoints(source, hundredths(points), of(id))
      : computedPoints(measure(source, hundredths(points), facts), hundredths(points), of(id)),
  );
  const bonuses = scheme.bonus.map(({ id, each, max }) =>
    optional(typedPoints(each === null ? {} : { each }, hundredths(max), of(id)), of(id), '没有加分'),
  );
  const deductions = scheme.deductions.map((deduction) => deducted(deduction, facts, of(deduction.id)));
  const lines = [...itemsOf(scheme), ...scheme.bonus, ...scheme.deductions];
  const isJudged = lines.some(({ id }) => hasPoints(of(id)));
  return {
    facts,
    items,
    bonuses,
    deductions,
    isScored: facts.owed.length > 0 || isJudged || items.some(({ state }) => state === 'computed'),
  };
}

/** Whether the office gave points for a line, by hand or on an objection. */
function hasPoints({ entry, granted }: Decided): boolean {
  return granted !== undefined || (entry !== undefined && (entry.points !== null || entry.pieces !== null));
}

/** A bonus or deduction that nobody typed is none: it is not waited for. */
function optional(resolved: Resolved, decided: Decided, none: string): Resolved {
  return hasPoints(decided) ? resolved : { points: 0, state: 'typed', how: none, evidence: resolved.evidence };
}

function deducted({ each, max, source }: Deduction, facts: UnitFacts, decided: Decided): Resolved {
  const limit = max === null ? null : hundredths(max);
  if (source.from === 'typed') return optional(typedPoints({ each }, limit, decided), decided, '没有扣分');
  const { times, text } = countFaults(source.from, facts);
  const whole = timesPieces(each, times);
  const points = limit === null ? whole : Math.min(limit, whole);
  const cap = points < whole ? `，以${pointsText(points)}分为限` : '';
  const how =
    times === 0
      ? `没有${source.from === 'late' ? '迟报' : '未报'}`
      : `${text}，每次扣${each}分${cap}，扣${pointsText(points)}分`;
  const counted: Measure = { applies: true, points, how, counts: [] };
  return computedPoints(counted, limit, decided);
}

/** Of an item the units it applies to and that were judged, their mean, and how many still wait for it: a zero nobody gave is no part of it. */
interface Mean {
  readonly mean: Hundredths;
  readonly units: number;
  readonly open: number;
}

function meansOf(scheme: AssessmentScheme, drafts: readonly Draft[]): readonly Mean[] {
  return itemsOf(scheme).map((_, place) => {
    const own = drafts.flatMap(({ items }) => items[place] ?? []);
    const judged = own.flatMap(({ points, state }) => (points === null || state === 'open' ? [] : [points]));
    return { mean: meanOf(judged), units: judged.length, open: own.filter(({ state }) => state === 'open').length };
  });
}

function scoreOf(
  { facts, items, bonuses, deductions }: Draft,
  scheme: AssessmentScheme,
  means: ReturnType<typeof meansOf>,
  openObjections: number,
): Omit<UnitScore, 'rank'> {
  const lines = itemsOf(scheme).map((item, place): ItemScore => {
    const own = items[place] ?? NOTHING;
    return line(item.id, item.title, item.points, withMean(own, means[place] ?? NOBODY, scheme), facts);
  });
  const judged = lines.filter(({ points }) => points !== null);
  const sum = sumOf(judged.map(({ points }) => hundredths(points ?? 0)));
  const full = sumOf(judged.map(({ max }) => hundredths(max)));
  const base = full === WHOLE ? sum : shareOf(WHOLE, sum, Math.max(full, 1));
  const bonus = Math.min(hundredths(scheme.bonusMax), sumOf(bonuses.map(({ points }) => points ?? 0)));
  const off = sumOf(deductions.map(({ points }) => points ?? 0));
  const score = Math.max(0, base + bonus - off);
  return {
    unit: facts.unit,
    name: facts.name,
    score: score / 100,
    band: facts.ended === undefined ? bandOf(score, scheme) : GONE,
    ...(facts.ended === undefined ? {} : { ended: facts.ended }),
    sum: sum / 100,
    full: full / 100,
    base: base / 100,
    bonus: bonus / 100,
    deducted: off / 100,
    items: lines,
    bonuses: scheme.bonus.map(({ id, title, max }, place) => line(id, title, max, bonuses[place] ?? NOTHING, facts)),
    deductions: scheme.deductions.map(({ id, title, max }, place) =>
      line(id, title, max ?? 0, deductions[place] ?? NOTHING, facts),
    ),
    openObjections,
  };
}

const NOBODY: Mean = { mean: 0, units: 0, open: 0 };
const NOTHING: Resolved = { points: null, state: 'na', how: '', evidence: '' };
const WHOLE = 10_000;

/** 缺项: the mean of the units it applies to (灌南), or nothing, and the rest is scaled up (文登). What applies to nobody is left out either way. */
function withMean(own: Resolved, { mean, units, open }: Mean, { notApplicable }: AssessmentScheme): Resolved {
  if (own.points !== null) return own;
  if (notApplicable === 'average' && units === 0 && open > 0)
    return { ...own, how: `${own.how}，适用单位还没有评分，平均分评定后再计` };
  if (notApplicable === 'rescale' || units === 0) return { ...own, how: `${own.how}，不计入总分，其余项目折算` };
  const judged = open === 0 ? '' : '已评分的';
  return { ...own, points: mean, how: `${own.how}，按${judged}${units}家适用单位的平均分计${pointsText(mean)}分` };
}

function line(
  item: string,
  title: string,
  max: number,
  { points, state, how, evidence }: Resolved,
  facts: UnitFacts,
): ItemScore {
  const { year, asOf } = facts.all;
  const ref: FigureRef = { kind: 'assessment', year, asOf, unit: facts.unit, item };
  return { item, title, points: points === null ? null : points / 100, max, state, how, evidence, ref };
}

function bandOf(score: Hundredths, { bands }: AssessmentScheme): string {
  return bands.find(({ atLeast }) => score * 100 >= tenThousandths(atLeast))?.title ?? '';
}
