import type { Unit, UnitTwins } from '../contract/units.ts';
import { foldText } from './fold.ts';
import { allNames } from './unitNaming.ts';

/**
 * Units that may be one and the same: equal names, a name that is the other's alias, names that differ by the county, by 局 and 委, by one
 * character, or that one shortens. Units that follow each other, parent and office, and townships, whose names are alike, are no twins.
 */
export function unitTwins(units: readonly Unit[], county: string): UnitTwins[] {
  return units.flatMap((a, i) =>
    units.slice(i + 1).flatMap((b) => {
      if (areRelated(a, b) || !liveTogether(a, b)) return [];
      const why = sameName(a, b) ?? likeName(a, b, county);
      return why === null ? [] : [{ units: [a.id, b.id], why }];
    }),
  );
}

function areRelated(a: Unit, b: Unit): boolean {
  return a.parent === b.id || b.parent === a.id || follows(a, b) || follows(b, a);
}
const follows = (a: Unit, b: Unit): boolean => b.succession?.units.includes(a.id) === true;

function liveTogether(a: Unit, b: Unit): boolean {
  const isBefore = (one: Unit, other: Unit): boolean =>
    one.activeTo !== null && other.activeFrom !== null && one.activeTo < other.activeFrom;
  return !isBefore(a, b) && !isBefore(b, a);
}

function sameName(a: Unit, b: Unit): string | null {
  if (foldText(a.officialName) === foldText(b.officialName)) return `全称相同：${a.officialName}`;
  if (foldText(a.name) === foldText(b.name)) return `简称相同：${a.name}`;
  const names = new Set(allNames(b).map(foldText));
  const shared = allNames(a).find((name) => names.has(foldText(name)));
  if (shared === undefined) return null;
  const role = (unit: Unit): string => `“${unit.name}”的${roleOf(unit, foldText(shared))}`;
  return `“${shared}”既是${role(a)}，又是${role(b)}`;
}

function roleOf({ name, officialName, aliases }: Unit, folded: string): string {
  if (foldText(name) === folded) return '简称';
  if (foldText(officialName) === folded) return '全称';
  return aliases.some((alias) => foldText(alias) === folded) ? '别名' : '曾用名';
}

function likeName(a: Unit, b: Unit, county: string): string | null {
  if (isTownship(a) || isTownship(b)) return null;
  const [bareA, bareB] = [bare(a.officialName, county), bare(b.officialName, county)];
  if (bareA === bareB) return `全称只差地名：${a.officialName}、${b.officialName}`;
  const [stemA, stemB] = [stem(bareA), stem(bareB)];
  if (stemA === stemB && stemA.length >= 2) return `全称只差机构名称的结尾：${a.officialName}、${b.officialName}`;
  if (Math.min(stemA.length, stemB.length) >= 4 && differByOne(bareA, bareB))
    return `全称只差一个字：${a.officialName}、${b.officialName}`;
  for (const [short, long] of [
    [a, bareB],
    [b, bareA],
  ] as const)
    if (shortens(foldText(short.name), long)) return `“${short.name}”像是“${long}”的简称`;
  return null;
}

const isTownship = ({ kind }: Unit): boolean => kind === 'township' || kind === 'subdistrict';

const bare = (name: string, county: string): string => {
  const folded = foldText(name);
  const home = foldText(county);
  return [home, home.slice(0, -1)].reduce(
    (text, place) => (place && text.startsWith(place) ? text.slice(place.length) : text),
    folded,
  );
};

const stem = (name: string): string =>
  name.replace(/(管理局|委员会|办公室|中心|局|委|办)$/u, '').replaceAll(/[和与及]/gu, '');

function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1);
}

/** 文广旅局 shortens 文化广电和旅游局: its characters in their order, with the same first and last. */
function shortens(short: string, long: string): boolean {
  if (short.length < 4 || short.length >= long.length || short[0] !== long[0] || short.at(-1) !== long.at(-1))
    return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}
