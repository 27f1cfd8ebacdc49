import type { Assessment, Objection, UnitScore } from '../contract/assessment.ts';
import { lineOfUnit } from './assessmentMeans.ts';
import { printedPoints, printedRank } from './assessmentTables.ts';

/** What granted points changed (`before` the decision and `after` it): the unit's line, score, rank and band, then the other units. */
export function decisionEffect(
  before: Assessment,
  after: Assessment,
  { unit, item }: Pick<Objection, 'unit' | 'item'>,
): string {
  const [was, is] = [before, after].map(({ units }) => units.find((one) => one.unit === unit));
  return [ownEffect(was, is, item), meanEffect(before, { unit, item }), othersEffect(before, after, unit)].join('');
}

function ownEffect(was: UnitScore | undefined, is: UnitScore | undefined, item: string): string {
  if (is === undefined) return '';
  const line = lineOfUnit(is, item);
  if (line === undefined) return `${is.name}：在用方案没有这个项目，得分和名次不变。`;
  const noun = is.deductions.includes(line) ? '扣分' : '得分';
  const told = [change(`“${line.title}”${noun}`, pointsOf(was, item), pointsOf(is, item))];
  const floor = is.base + is.bonus < is.deducted ? '（扣分多于得分，不低于0分）' : '';
  told.push(`${change('综合得分', printedPoints(was?.score ?? null), printedPoints(is.score))}${floor}`);
  if (is.ended === undefined) told.push(change('名次', rankText(was), rankText(is)));
  told.push(change('等次', was?.band ?? '—', is.band));
  return `${is.name}：${told.join('，')}。`;
}

function change(what: string, was: string, is: string): string {
  return was === is ? `${what}仍为${is}` : `${what}由${was}变为${is}`;
}

function rankText(score: UnitScore | undefined): string {
  return score === undefined || score.rank === 0 ? '—' : `第${printedRank(score)}名`;
}

function pointsOf(score: UnitScore | undefined, item: string): string {
  const line = score && lineOfUnit(score, item);
  return line === undefined || line.state === 'na' ? '缺项' : printedPoints(line.points);
}

/** Points for a unit that had no part in an item are part of the mean that the others without a part in it get. */
function meanEffect({ units, version }: Assessment, { unit, item }: Pick<Objection, 'unit' | 'item'>): string {
  const without = units.filter(({ items }) => items.some((line) => line.item === item && line.state === 'na'));
  const others = without.filter((one) => one.unit !== unit).length;
  if (version.scheme.notApplicable !== 'average' || others === 0 || others === without.length) return '';
  return `这一项原来是该单位的缺项，其他${others}家缺项单位的平均分也重新计算。`;
}

function othersEffect(before: Assessment, after: Assessment, unit: string): string {
  const old = new Map(before.units.map((one) => [one.unit, one]));
  const others = after.units.filter((one) => one.unit !== unit);
  const count = (of: 'score' | 'rank' | 'band') =>
    others.filter((one) => old.get(one.unit) !== undefined && old.get(one.unit)?.[of] !== one[of]).length;
  const told = [
    ...(
      [
        ['score', '得分'],
        ['rank', '名次'],
        ['band', '等次'],
      ] as const
    ).flatMap(([of, word]) => (count(of) === 0 ? [] : [`${count(of)}家${word}`])),
  ];
  return told.length === 0 ? '' : `其他单位中，${told.join('、')}随之变动。`;
}
