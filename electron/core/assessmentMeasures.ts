import type { PointSource } from '../contract/assessment.ts';
import { type CountLine, cellRef, type Measure, owedOf, recordRef, totalOf } from './assessmentCounts.ts';
import { dutiesOf, type UnitFacts } from './assessmentFacts.ts';
import { rateMeasure } from './assessmentRates.ts';
import { isMet } from './grid.ts';
import { judgeIndicator } from './indicatorValue.ts';
import { type Hundredths, lessPieces, pointsText, shareOf, tenThousandths, timesPieces } from './points.ts';

export type ComputedSource = Exclude<PointSource, { readonly from: 'typed' }>;

/** Counts the points of an item that the program counts itself; `full` are the item's points. */
export function measure(source: ComputedSource, full: Hundredths, unit: UnitFacts): Measure {
  switch (source.from) {
    case 'rate':
      return rateMeasure(source, full, unit);
    case 'duties':
      return dutiesMeasure(source, full, unit);
    case 'count':
      return countMeasure(source, full, unit);
    case 'zeroReports':
      return zeroMeasure(full, unit);
    case 'chases':
      return chaseMeasure(source.each, full, unit);
    case 'indicator':
      return indicatorMeasure(source.indicator, full, unit);
    default:
      return source satisfies never;
  }
}

/** How often a unit was late, or sent nothing at all, in the year; each with its squares. */
export function countFaults(from: 'late' | 'missing', unit: UnitFacts): { readonly times: number } & CountLine {
  const { owed } = unit;
  const times =
    from === 'late'
      ? owed.filter((cell) => isMet(cell) && cell.late).length
      : owed.filter((cell) => cell.status === 'missing').length;
  const text = from === 'late' ? `迟报${times}项次` : `未报${times}项次`;
  return { times, text, ref: cellRef(unit, from) };
}

function dutiesMeasure(
  source: Extract<PointSource, { readonly from: 'duties' }>,
  full: Hundredths,
  unit: UnitFacts,
): Measure {
  const ids = [...(source.duties ?? []), ...dutiesOf(unit.all, source.templates ?? [])];
  const { expected, met, onTime } = owedOf(unit, ids);
  const done = source.onTime ? onTime : met;
  const word = source.onTime ? '按时报送' : '已报';
  const counts: CountLine[] = [
    { text: `应报${expected}项次`, ref: cellRef(unit, 'expected', ids) },
    { text: `${word}${done}项次`, ref: cellRef(unit, source.onTime ? 'onTime' : 'met', ids) },
    { text: `没有报齐${expected - met}项次`, ref: cellRef(unit, 'owed', ids) },
  ];
  if (expected === 0) return { applies: false, how: '全年没有应报的有关事项', counts };
  const points = shareOf(full, done, expected);
  const told =
    done >= expected ? `得满分${pointsText(full)}分` : `按${done}÷${expected}的比例得${pointsText(points)}分`;
  return { applies: true, points, how: `应报${expected}项次，${word}${done}项次，${told}`, counts };
}

function countMeasure(
  source: Extract<PointSource, { readonly from: 'count' }>,
  full: Hundredths,
  unit: UnitFacts,
): Measure {
  const { all } = unit;
  const { templates, adoptedOnly = false } = source;
  const own = (list: readonly { readonly unit: string; readonly template: string; readonly count: number }[]): number =>
    list
      .filter((one) => one.unit === unit.unit && templates.includes(one.template))
      .reduce((n, one) => n + one.count, 0);
  const records = totalOf(
    unit.tallies.filter((tally) => templates.includes(tally.template)),
    'compliant',
  );
  const papers = own(all.papers);
  const pieces = adoptedOnly ? own(all.adopted) : records + papers;
  const ids = dutiesOf(all, templates);
  const owes = unit.owed.some((cell) => ids.includes(cell.duty));
  const word = wordOfCount(unit, templates);
  const counts: CountLine[] = [
    { text: `合规记录${records}${word}`, ref: recordRef(unit, 'compliant', { templates }) },
    ...(papers === 0 ? [] : [{ text: `纸质材料${papers}${word}`, ref: cellRef(unit, 'met', ids) }]),
    ...(adoptedOnly ? [{ text: `其中被采用${pieces}${word}` }] : []),
  ];
  if (!owes && records + papers === 0) return { applies: false, how: '不承担这类报送', counts };
  const what = adoptedOnly ? `被采用${pieces}${word}` : `合规${pieces}${word}`;
  const { each, atLeast } = source;
  if (each !== undefined) {
    const points = Math.min(full, timesPieces(each, pieces));
    const told = points === full ? `得满分${pointsText(full)}分` : `得${pointsText(points)}分`;
    const how = `${what}，每${word}${each}分，${told}`;
    return { applies: true, points, how, counts };
  }
  const wanted = atLeast ?? 1;
  const points = shareOf(full, pieces, wanted);
  const told =
    pieces >= wanted
      ? `达到${wanted}${word}，得满分${pointsText(full)}分`
      : `按${pieces}÷${wanted}的比例得${pointsText(points)}分`;
  return { applies: true, points, how: `${what}，${told}`, counts };
}

function zeroMeasure(full: Hundredths, unit: UnitFacts): Measure {
  const ids = unit.all.duties.filter((duty) => duty.zeroReport === 'statement').map(({ id }) => id);
  const own = unit.owed.filter((cell) => ids.includes(cell.duty));
  const stated = own.filter((cell) => cell.status === 'zero').length;
  const silent = own.filter((cell) => cell.status === 'missing').length;
  const empty = stated + silent;
  const counts: CountLine[] = [
    { text: `已作零报送${stated}项次`, ref: cellRef(unit, 'zero', ids) },
    { text: `没有任何报送${silent}项次`, ref: cellRef(unit, 'missing', ids) },
  ];
  if (own.length === 0) return { applies: false, how: '没有可作零报送的事项', counts };
  if (empty === 0)
    return { applies: true, points: full, how: `没有需要零报送的报送期，得满分${pointsText(full)}分`, counts };
  const points = shareOf(full, stated, empty);
  const told = silent === 0 ? `得满分${pointsText(full)}分` : `按${stated}÷${empty}的比例得${pointsText(points)}分`;
  return { applies: true, points, how: `没有数据的${empty}项次中，按规定作零报送${stated}项次，${told}`, counts };
}

function chaseMeasure(each: number, full: Hundredths, unit: UnitFacts): Measure {
  const times = unit.all.chases.get(unit.unit) ?? 0;
  const counts: CountLine[] = [{ text: `被催报${times}次（同一次联系催几项的计1次）` }];
  if (unit.owed.length === 0) return { applies: false, how: '全年没有应报事项', counts };
  if (times === 0) return { applies: true, points: full, how: `全年没有被催报，得满分${pointsText(full)}分`, counts };
  const points = lessPieces(full, each, times);
  return { applies: true, points, how: `全年被催报${times}次，每次扣${each}分，得${pointsText(points)}分`, counts };
}

function indicatorMeasure(id: string, full: Hundredths, unit: UnitFacts): Measure {
  const found = unit.all.indicators.find(({ year }) => year.indicator.id === id);
  if (found === undefined) return { applies: false, how: `没有这项指标：${id}`, counts: [] };
  const { indicator, targetText, latest } = found.year;
  const owes = indicator.duty === null ? unit.owed.length > 0 : unit.owed.some((cell) => cell.duty === indicator.duty);
  const numbers = found.own === null ? latest : (found.own.get(unit.unit) ?? null);
  const { numerator = null, denominator = null } = numbers ?? {};
  const scope = found.own === null ? '全部单位' : '本单位';
  const counts: CountLine[] = [
    { text: `${scope}：${indicator.numerator.title}${numerator ?? '—'}` },
    ...(indicator.denominator === null
      ? []
      : [{ text: `${scope}：${indicator.denominator.title}${denominator ?? '—'}` }]),
  ];
  const { met, rate } = judgeIndicator(indicator, numerator, denominator);
  if (!owes || met === null || numerator === null)
    return { applies: false, how: `“${indicator.title}”没有本单位的数字`, counts };
  const value = indicator.denominator === null ? `${numerator}${indicator.unitOfCount}` : `${rate ?? '—'}%`;
  const told = `${scope}“${indicator.title}”${value}，目标${targetText}`;
  if (met) return { applies: true, points: full, how: `${told}，已达标，得满分${pointsText(full)}分`, counts };
  const { is, value: target } = indicator.target;
  // What must stay below a bound is kept or not; what must reach one may be reached in part.
  if (is === '<' || is === '<=' || target <= 0)
    return { applies: true, points: 0, how: `${told}，没有达标，不得分`, counts };
  const reached = indicator.denominator === null ? numerator : (rate ?? 0);
  const points = shareOf(full, tenThousandths(reached), tenThousandths(target));
  return { applies: true, points, how: `${told}，按比例得${pointsText(points)}分`, counts };
}

function wordOfCount({ all }: UnitFacts, templates: readonly string[]): string {
  const words = new Set(all.templates.filter(({ id }) => templates.includes(id)).map((one) => one.unitOfCount));
  const [only] = words;
  return words.size === 1 && only !== undefined ? only : '条';
}
