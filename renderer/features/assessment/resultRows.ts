import type { Assessment, ItemScore, UnitScore } from '../../../electron/contract/assessment.ts';
import { dayText } from '../../parts/periods.ts';

/** A unit's points within a group of the scheme. `open`: items that nobody typed yet, `left`: items that do not apply. */
export interface GroupPoints {
  readonly points: number;
  readonly max: number;
  readonly open: number;
  readonly left: number;
}

/** A line of the table of all units. */
export interface ResultRow {
  readonly score: UnitScore;
  /** In the order of the scheme's groups. */
  readonly groups: readonly GroupPoints[];
}

/** The table of all units, best first. */
export function resultRows({ version, units }: Assessment): readonly ResultRow[] {
  return units.map((score) => {
    const items = new Map(score.items.map((item) => [item.item, item]));
    return {
      score,
      groups: version.scheme.groups.map((group) => groupPoints(group.items.flatMap(({ id }) => items.get(id) ?? []))),
    };
  });
}

/** The points of some items added up; one that counts in neither sum (缺项, rescaled) is left out. */
export function groupPoints(items: readonly ItemScore[]): GroupPoints {
  const counted = items.filter(({ points }) => points !== null);
  return {
    points: sumOf(counted.map(({ points }) => points ?? 0)),
    max: sumOf(counted.map(({ max }) => max)),
    open: items.filter(({ state }) => state === 'open').length,
    left: items.filter(({ state }) => state === 'na').length,
  };
}

/** How many units each band of the scheme holds, best band first; then, where there are any, those without one (已撤并). */
export function bandCounts({
  version,
  units,
}: Assessment): readonly { readonly title: string; readonly count: number }[] {
  const own = version.scheme.bands.map(({ title }) => title);
  const others = new Set(units.flatMap(({ band }) => (own.includes(band) || band === '' ? [] : [band])));
  return [...own, ...others].map((title) => ({ title, count: units.filter(({ band }) => band === title).length }));
}

/** Why a unit stands in the list without a rank; null: it has one. */
export function unrankedReason({ rank, ended }: Pick<UnitScore, 'rank' | 'ended'>): string | null {
  if (rank > 0) return null;
  return ended === undefined
    ? '得分相同，不排名次'
    : `已撤并（至 ${dayText(ended)}），按撤并前的应报事项计分，不排名次、不定等次`;
}

/** The rows of a band (null: all) whose unit's name has the text in it. */
export function shownRows(
  rows: readonly ResultRow[],
  { band, search }: { readonly band: string | null; readonly search: string },
): readonly ResultRow[] {
  const wanted = search.trim();
  return rows.filter(({ score }) => (band === null || score.band === band) && score.name.includes(wanted));
}

/** `11.80` */
export function pointsText(points: number): string {
  return points.toFixed(2);
}

/** Points have two decimals: counted in hundredths, so that no noise of binary fractions shows. */
export function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
}
