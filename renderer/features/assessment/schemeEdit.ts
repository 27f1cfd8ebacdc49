import type {
  AssessmentEntry,
  AssessmentGroup,
  AssessmentItem,
  AssessmentScheme,
} from '../../../electron/contract/assessment.ts';
import { sumOf } from './resultRows.ts';
import { sourceProblem } from './schemeSources.ts';

/** What a scheme's items add up to. */
export function schemeTotal({ groups }: Pick<AssessmentScheme, 'groups'>): number {
  return sumOf(groups.flatMap(({ items }) => items.map(({ points }) => points)));
}

/** A list with one of it replaced. */
export function replaced<T>(list: readonly T[], place: number, by: T): readonly T[] {
  return list.map((one, n) => (n === place ? by : one));
}

/** A list without one of it. */
export function removed<T>(list: readonly T[], place: number): readonly T[] {
  return list.filter((_, n) => n !== place);
}

/** A list with one of it a place further up (-1) or down (1); at its end it stays. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): readonly T[] {
  const own = list[place];
  const other = list[place + by];
  if (own === undefined || other === undefined) return list;
  return list.map((one, n) => (n === place ? other : n === place + by ? own : one));
}

/** The scheme with one group changed; an emptied one goes. */
export function withGroup(scheme: AssessmentScheme, place: number, group: AssessmentGroup): AssessmentScheme {
  const groups = group.items.length === 0 ? removed(scheme.groups, place) : replaced(scheme.groups, place, group);
  return { ...scheme, groups };
}

/** A new item to be typed by hand; its id is free in the whole scheme. */
export function newItem(scheme: AssessmentScheme, title: string): AssessmentItem {
  return { id: freeId(scheme, 'item'), title, points: 5, basis: '', source: { from: 'typed' } };
}

/** The scheme with one more group of one item. */
export function withNewGroup(
  scheme: AssessmentScheme,
  words: { readonly group: string; readonly item: string },
): AssessmentScheme {
  const group = { id: freeGroup(scheme), title: words.group, items: [newItem(scheme, words.item)] };
  return { ...scheme, groups: [...scheme.groups, group] };
}

/** An id that no item, bonus or deduction of the scheme has. */
export function freeId(scheme: AssessmentScheme, word: string): string {
  const taken = new Set([
    ...scheme.groups.flatMap(({ items }) => items.map(({ id }) => id)),
    ...scheme.bonus.map(({ id }) => id),
    ...scheme.deductions.map(({ id }) => id),
  ]);
  return free(taken, word);
}

/** The scheme with its sum told: only one that is not 100 is written down, and only where it is to be scaled. */
export function withTotal(scheme: AssessmentScheme, isScaled: boolean): AssessmentScheme {
  const { total: _, ...rest } = scheme;
  const sum = schemeTotal(scheme);
  return isScaled && sum !== 100 ? { ...rest, total: sum } : rest;
}

/** What must be mended before a scheme can be saved, in the clerk's words: the place, then what is wrong. */
export function schemeProblems(scheme: AssessmentScheme): readonly string[] {
  const { groups, bonus, bonusMax, deductions, bands, total = 100 } = scheme;
  const problems: string[] = [];
  const untitled = (title: string, what: string) => {
    if (title.trim() === '') problems.push(`${what}没有名称`);
  };
  untitled(scheme.title, '方案');
  if (groups.length === 0) problems.push('至少要有一个大项');
  for (const [n, group] of groups.entries()) {
    untitled(group.title, `第 ${n + 1} 个大项`);
    for (const [i, item] of group.items.entries()) {
      untitled(item.title, `“${group.title}”的第 ${i + 1} 个项目`);
      if (!(item.points > 0)) problems.push(`“${item.title}”的分值要大于 0`);
      const wrong = sourceProblem(item.source);
      if (wrong !== null) problems.push(`“${item.title}”的计分办法：${wrong}`);
    }
  }
  const sum = schemeTotal(scheme);
  if (groups.length > 0 && sum !== total)
    problems.push(`各项分值合计 ${sum} 分，应为 ${total} 分；只有一部分项目的方案，请勾选“折算成 100 分”`);
  for (const one of [...bonus, ...deductions]) untitled(one.title, '有一个加分项或扣分项');
  for (const one of bonus) if (!(one.max > 0)) problems.push(`加分项“${one.title}”最多的分要大于 0`);
  for (const one of deductions) if (!(one.each > 0)) problems.push(`扣分项“${one.title}”每次的分要大于 0`);
  const most = sumOf(bonus.map(({ max }) => max));
  if (bonusMax > most) problems.push(`加分合计最多 ${bonusMax} 分，超过各加分项之和 ${most} 分`);
  for (const [n, band] of bands.entries()) {
    untitled(band.title, `第 ${n + 1} 个等次`);
    const above = bands[n - 1];
    if (above !== undefined && band.atLeast >= above.atLeast)
      problems.push(`等次“${band.title}”的分数线要低于“${above.title}”`);
  }
  if (bands.at(-1)?.atLeast !== 0) problems.push('最后一个等次要从 0 分起');
  return problems;
}

/** How many typed points, or pieces, would have no item in a scheme any more. */
export function orphanedEntries(scheme: AssessmentScheme, entries: readonly AssessmentEntry[]): number {
  const lines = new Set([
    ...scheme.groups.flatMap(({ items }) => items.map(({ id }) => id)),
    ...scheme.bonus.map(({ id }) => id),
    ...scheme.deductions.map(({ id }) => id),
  ]);
  return new Set(entries.filter(({ item }) => !lines.has(item)).map(({ unit, item }) => `${unit} ${item}`)).size;
}

function freeGroup({ groups }: AssessmentScheme): string {
  return free(new Set(groups.map(({ id }) => id)), 'group');
}

function free(taken: ReadonlySet<string>, word: string): string {
  for (let n = 1; ; n++) {
    const id = `own-${word}-${n}`;
    if (!taken.has(id)) return id;
  }
}
