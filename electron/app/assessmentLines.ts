import { listObjections, listStoredEntries, type StoredEntry } from '../../db/queries/assessment.ts';
import type { ReadDb } from '../../db/types.ts';
import type { Assessment, Objection } from '../contract/assessment.ts';
import type { FigureRef, FigureRows } from '../contract/figures.ts';
import type { Moment } from '../contract/time.ts';
import type { CountLine } from '../core/assessmentCounts.ts';
import { factsByUnit, type UnitFacts } from '../core/assessmentFacts.ts';
import { lineMean, lineOfUnit, type PointsMean, scoreMean } from '../core/assessmentMeans.ts';
import { countFaults, measure } from '../core/assessmentMeasures.ts';
import { chineseMoment } from '../core/period.ts';
import { hundredths, pointsText, sumOf } from '../core/points.ts';
import { Refusal } from '../core/refusal.ts';
import { refuseStranger, scoreYear } from './assessment.ts';
import { lineOf, type SchemeLine } from './assessmentSchemes.ts';
import type { Context } from './context.ts';

/**
 * How a unit's points for one line of the year's score came about, or what a sum or mean of points is made of: the rule, the numbers with the rows behind them, what was typed with its
 * evidence, and the objections. Refuses `unit_unknown`, `item_unknown` and, as `usage`, a group of other than one unit.
 */
export function assessmentLines(
  context: Context,
  ref: Extract<FigureRef, { readonly kind: 'assessment' }>,
): FigureRows {
  const db = context.store().read;
  const { year, unit, item, group, asOf } = ref;
  if (group !== undefined && (unit === undefined || item !== undefined))
    throw new Refusal('usage', '评分的一个大类（group）只能看一家单位的，且不再指定项目');
  const { assessment, facts } = scoreYear(context, { year, asOf });
  if (unit === undefined) return allLines(assessment, item);
  if (item === undefined) return scoreLines(db, assessment, { ...ref, unit });
  const score = assessment.units.find((one) => one.unit === unit);
  const line = lineOf(assessment.version.scheme, item);
  if (score === undefined) {
    refuseStranger(db, unit);
    const lines = [{ text: `${year}年没有应报事项，也没有评定过分值，不参加考核` }];
    return { kind: 'lines', title: `${year}年度“${line.title}”`, total: lines.length, lines };
  }
  const own = lineOfUnit(score, item);
  const counted = factsByUnit(facts)
    .filter((one) => one.unit === unit)
    .flatMap((one) => countsOf(line, one));
  const objections = listObjections(db, { year, unit, asOf }).filter((one) => one.item === item);
  const lines: CountLine[] = [
    { text: `评分办法：${line.basis}` },
    { text: `得分：${own?.how ?? '没有评分'}` },
    ...counted,
    ...listStoredEntries(db, { year, unit, item, asOf }).map((entry) => ({ text: entryText(entry, line, asOf) })),
    ...objections.flatMap(objectionTexts).map((text) => ({ text })),
  ];
  return { kind: 'lines', title: `${score.name}${year}年度“${line.title}”`, total: lines.length, lines };
}

/** Every unit's points for a line, or its score, each with what opens it; the title says the mean or sum that a text prints of them. */
function allLines({ year, asOf, units, version }: Assessment, item: string | undefined): FigureRows {
  const at = { kind: 'assessment', year, asOf } as const;
  if (item === undefined) {
    const lines = units.map(({ unit, name, score, rank, ended }) => ({
      text: `${name}：${printed(score)}分，${rank > 0 ? `第${rank}名` : `不排名次${ended === undefined ? SAME : GONE}`}`,
      ref: { ...at, unit },
    }));
    return {
      kind: 'lines',
      title: `${year}年度各单位综合得分：${meanText('平均', scoreMean({ units }))}`,
      total: lines.length,
      lines,
    };
  }
  const { title } = lineOf(version.scheme, item);
  const isTaken = version.scheme.deductions.some(({ id }) => id === item);
  const own = units.flatMap((unit) => {
    const line = lineOfUnit(unit, item);
    return line === undefined || (isTaken && line.points === 0) ? [] : [{ unit, line }];
  });
  const lines = own.map(({ unit: { name, ended }, line: { points, how, ref } }) => ({
    text: `${name}：${points === null ? '不计' : `${isTaken ? '扣' : ''}${printed(points)}分`}（${how}）${ended === undefined ? '' : GONE}`,
    ...(ref === null ? {} : { ref }),
  }));
  const taken = own.filter(({ unit }) => unit.ended === undefined).map(({ line }) => hundredths(line.points ?? 0));
  const sum = isTaken
    ? `${taken.length}家单位被扣分，共扣${pointsText(sumOf(taken))}分`
    : meanText('评了分的单位平均', lineMean({ units }, item));
  return { kind: 'lines', title: `${year}年度“${title}”各单位得分：${sum}`, total: lines.length, lines };
}

const GONE = '，已撤并，不计入';
const SAME = '（各单位得分相同）';

function meanText(what: string, { mean, sum, units }: PointsMean): string {
  return units === 0 ? '还没有评分' : `${what}${pointsText(mean)}分（合计${pointsText(sum)}分，${units}家）`;
}

function printed(points: number): string {
  return pointsText(hundredths(points));
}

/** The lines that a unit's score, or one group of it, is the sum of, each with what opens it. Refuses `item_unknown` of a group. */
function scoreLines(
  db: ReadDb,
  { units, version }: Assessment,
  { year, unit, group }: Extract<FigureRef, { readonly kind: 'assessment' }> & { readonly unit: string },
): FigureRows {
  const chosen = version.scheme.groups.find(({ id }) => id === group);
  if (group !== undefined && chosen === undefined) throw new Refusal('item_unknown', group);
  refuseStranger(db, unit);
  const score = units.find((one) => one.unit === unit);
  const items = (score?.items ?? []).filter(({ item }) => chosen?.items.some(({ id }) => id === item) ?? true);
  const others = group === undefined && score !== undefined ? [...score.bonuses, ...score.deductions] : [];
  const lines = [...items, ...others].map(({ title, how, ref }) => ({
    text: `${title}：${how}`,
    ...(ref === null ? {} : { ref }),
  }));
  const what = chosen === undefined ? '综合得分' : `“${chosen.title}”`;
  return { kind: 'lines', title: `${score?.name ?? ''}${year}年度${what}`, total: lines.length, lines };
}

function countsOf({ source, max }: SchemeLine, unit: UnitFacts): readonly CountLine[] {
  if (source.from === 'typed') return [];
  if (source.from === 'late' || source.from === 'missing') {
    const { text, ref } = countFaults(source.from, unit);
    return [{ text, ...(ref === undefined ? {} : { ref }) }];
  }
  return measure(source, hundredths(max ?? 0), unit).counts;
}

function entryText(
  { points, pieces, evidence, by, at, withdrawnAt, withdrawnBy }: StoredEntry,
  { source }: SchemeLine,
  asOf: Moment,
): string {
  const unit = (source.from === 'typed' ? source.unit : undefined) ?? '件';
  const what = points !== null ? `${pointsText(hundredths(points))}分` : pieces !== null ? `${pieces}${unit}` : '缺项';
  const back =
    withdrawnAt === null || withdrawnAt > asOf ? '' : `（${chineseMoment(withdrawnAt)}${withdrawnBy ?? ''}撤回）`;
  return `${chineseMoment(at)}${by}填写${what}：${evidence}${back}`;
}

function objectionTexts(objection: Objection): string[] {
  const { at, by, claim, state, before, after, decision, decidedAt, decidedBy, decidedFrom } = objection;
  const had = before === null ? '缺项' : `${pointsText(hundredths(before))}分`;
  const raised = `${chineseMoment(at)}申诉（当时${had}${by === '' ? '' : `，${by}登记`}）：${claim}`;
  if (state === 'open') return [raised, '申诉还没有处理'];
  const from = decidedFrom === null ? '缺项' : `${pointsText(hundredths(decidedFrom))}分`;
  const outcome = state === 'granted' ? `成立，由${from}改为${pointsText(hundredths(after ?? 0))}分` : '不成立';
  return [raised, `${decidedAt === null ? '' : chineseMoment(decidedAt)}${decidedBy}处理：${outcome}。${decision}`];
}
