import type { Period } from '../contract/time.ts';
import { chineseDay, firstDay, lastDay, nextPeriod, periodTitle } from './period.ts';

/**
 * Puts together what has the same key and follows one another period by period, oldest first; null: stands alone. In the order in which
 * the first of each was given.
 */
export function consecutiveRuns<T extends { readonly period: Period }>(
  list: readonly T[],
  keyOf: (one: T) => string | null,
): T[][] {
  const place = new Map(list.map((one, index) => [one, index]));
  const runs: T[][] = [];
  for (const [key, own] of Map.groupBy(list, keyOf)) {
    if (key === null) {
      runs.push(...own.map((one) => [one]));
      continue;
    }
    for (const one of own.toSorted((a, b) => (firstDay(a.period) < firstDay(b.period) ? -1 : 1))) {
      const run = runs.at(-1);
      const last = run?.at(-1);
      const goesOn = last !== undefined && keyOf(last) === key && nextPeriod(last.period) === one.period;
      if (run && goesOn) run.push(one);
      else runs.push([one]);
    }
  }
  const placeOf = (run: readonly T[]) => Math.min(...run.map((one) => place.get(one) ?? 0));
  return runs.sort((a, b) => placeOf(a) - placeOf(b));
}

/** `2022年1月至3月`, `2022年第50周至2023年第2周（12月12日—1月15日）`. */
export function runTitle(first: Period, last: Period): string {
  const [from, to] = [periodTitle(first), periodTitle(last)].map((title) => title.replace(/（.*）$/u, ''));
  if (from === undefined || to === undefined) return '';
  const year = from.slice(0, 5);
  const end = to.startsWith(year) && to !== year ? to.slice(year.length) : to;
  const isWeek = periodTitle(first) !== from;
  return `${from}至${end}${isWeek ? daysOf(first, last) : ''}`;
}

/** `（1月3日—5月1日）`; with their years where a week reaches into another one than it bears: `（2025年12月29日—2026年12月27日）`. */
function daysOf(first: Period, last: Period): string {
  const [from, to] = [firstDay(first), lastDay(last)];
  const isPlain = from.slice(0, 4) === first.slice(0, 4) && to.slice(0, 4) === last.slice(0, 4);
  return `（${[from, to].map(isPlain ? shortDay : chineseDay).join('—')}）`;
}

function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
