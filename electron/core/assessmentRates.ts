import type { PointSource, RATE_NAMES } from '../contract/assessment.ts';
import type { RecordState } from '../contract/figures.ts';
import { RATE_WORDS } from '../contract/figureWords.ts';
import { ratePrinted } from '../contract/words.ts';
import { type CountLine, cellRef, type Measure, owedOf, recordRef, totalOf } from './assessmentCounts.ts';
import { dutiesOf, type UnitFacts } from './assessmentFacts.ts';
import { type Hundredths, pointsText, shareOf, tenThousandths } from './points.ts';
import { percent } from './rates.ts';

/** Points of an item judged by a rate of the year: in proportion, or by steps. */
export function rateMeasure(
  source: Extract<PointSource, { readonly from: 'rate' }>,
  full: Hundredths,
  unit: UnitFacts,
): Measure {
  const { rate, counts } = ratedPart(source, unit);
  const word = RATE_WORDS[source.rate];
  if (rate === null) return { applies: false, how: UNCOUNTED[source.rate], counts };
  const printed = `${word}${ratePrinted(rate)}`;
  const whole = source.full ?? 100;
  if (source.steps !== undefined) {
    const step = source.steps.toSorted((a, b) => b.atLeast - a.atLeast).find(({ atLeast }) => rate >= atLeast);
    if (step === undefined) {
      const least = Math.min(...source.steps.map(({ atLeast }) => atLeast));
      return { applies: true, points: 0, how: `${printed}，低于${least}%，不得分`, counts };
    }
    const points = shareOf(full, tenThousandths(step.share), 10_000);
    return { applies: true, points, how: `${printed}，不低于${step.atLeast}%，得${pointsText(points)}分`, counts };
  }
  const points = shareOf(full, tenThousandths(rate), tenThousandths(whole));
  const part = whole === 100 ? '按比例' : `按${rate.toFixed(2)}÷${source.full}的比例`;
  const how =
    rate >= whole ? `${printed}，得满分${pointsText(full)}分` : `${printed}，${part}得${pointsText(points)}分`;
  return { applies: true, points, how, counts };
}

/** Why a unit has no such rate. */
const UNCOUNTED: Readonly<Record<(typeof RATE_NAMES)[number], string>> = {
  report: '没有到期应报的有关事项',
  compliance: '没有收到有关记录，无从计算合规率',
  timeliness: '没有计算及时率的记录',
};

/** The rate of the year, or of some templates or duties of it, with the two numbers it is made of. */
function ratedPart(
  { rate, templates, duties }: Extract<PointSource, { readonly from: 'rate' }>,
  unit: UnitFacts,
): { readonly rate: number | null; readonly counts: readonly CountLine[] } {
  const isWhole = templates === undefined && duties === undefined;
  if (rate === 'report') {
    const ids = duties ?? (templates === undefined ? undefined : dutiesOf(unit.all, templates));
    const { expected, met } = owedOf(unit, ids);
    return {
      rate: isWhole ? (unit.rates?.reportRate ?? null) : percent(met, expected),
      counts: [
        { text: `应报${expected}项次`, ref: cellRef(unit, 'expected', ids) },
        { text: `已报${met}项次`, ref: cellRef(unit, 'met', ids) },
        { text: `没有报齐${expected - met}项次`, ref: cellRef(unit, 'owed', ids) },
      ],
    };
  }
  const own = unit.tallies.filter(
    (tally) => (templates?.includes(tally.template) ?? true) && (duties?.includes(tally.duty) ?? true),
  );
  const line = (text: string, state: RecordState): CountLine => ({
    text,
    ref: recordRef(unit, state, { templates, duties }),
  });
  if (rate === 'compliance') {
    const [records, compliant] = [totalOf(own, 'records'), totalOf(own, 'compliant')];
    return {
      rate: isWhole ? (unit.rates?.complianceRate ?? null) : percent(compliant, records),
      counts: [
        line(`收到${records}条`, 'all'),
        line(`合规${compliant}条`, 'compliant'),
        line(`不合规${records - compliant}条`, 'faulty'),
      ],
    };
  }
  const [clocked, timely] = [totalOf(own, 'clocked'), totalOf(own, 'timely')];
  return {
    rate: isWhole ? (unit.rates?.timelinessRate ?? null) : percent(timely, clocked),
    counts: [
      line(`有决定日期时限${clocked}条`, 'clocked'),
      line(`及时${timely}条`, 'timely'),
      line(`不及时${clocked - timely}条`, 'untimely'),
    ],
  };
}
