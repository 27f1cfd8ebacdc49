import type { GridCell } from '../contract/status.ts';
import { type CircularFacts, circularFacts } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { isNarrow } from './circularScope.ts';
import { annexesToChoose, filledAnnexes } from './circularTables.ts';
import { dayOf, firstDay, lastDay, periodTitle, previousPeriod } from './period.ts';
import { rankedUnits } from './smallBases.ts';

/** What a careful colleague would say before a circular is signed: one sentence each, the weightiest first. */
export function circularAdvice(input: CircularInput): string[] {
  const { limits } = input.texts;
  const facts = circularFacts(input);
  const assigned = input.cells.filter((cell) => cell.assigned);
  const number = (isIn: (cell: GridCell) => boolean) => assigned.filter(isIn).length;
  const contradicted = number((cell) => cell.contradicted === true);
  const unallotted = number((cell) => cell.unallotted === true);
  const strangers = new Set(input.cells.filter((cell) => !cell.assigned && cell.count > 0).map(({ unit }) => unit));
  const rules = { least: limits.minDenominator, order: () => 0 };
  const small = rankedUnits(input.rates.units, rules).filter((row) => row.isSmall);
  const cut = [...(input.findingTotals ?? [])].filter(([, faulty]) => faulty > limits.rowsPerUnit).length;
  const few = limits.minDenominator;
  const empty = emptyAnnexes(input, facts);
  const criticised = facts.severe.size;
  return [
    unfinished(input),
    facts.units === 0 &&
      isNarrow(input.scope) &&
      '所选单位在本期不承担所选事项，通报没有内容，请检查所选的事项和单位。',
    facts.pending > 0 && `有${facts.pending}项次还没有到截止时间，没有计入应报送数，建议到期后再印发。`,
    contradicted > 0 && `有${contradicted}项次零报送与收到的数据矛盾，请先核实以哪个为准。`,
    criticised * 2 > facts.units &&
      `未报送事项较多、上报率较低而点名的单位有${criticised}家，占应报${facts.units}家的一半以上，请先核对来件是否都已导入、登记。`,
    ...comparisonAdvice(input),
    input.unrecorded > 0 && `有${input.unrecorded}项次是手工登记的，没有数据记录，只计入上报率，不计入合规率和及时率。`,
    strangers.size > 0 && `${namesOf(input, strangers)}报送了没有分配的事项，不计入上报率，请核对责任单位。`,
    small.length > 0 &&
      `有${small.length}家单位应报不足${few}项次且记录不足${few}条，没有参加排名，也没有按比率表扬、批评。`,
    unallotted > 0 && `有${unallotted}项次的数量还没有分配，报了任意数量都算完成。`,
    empty.length > 0 && `附件${empty.map((caption) => `《${caption}》`).join('、')}没有内容，没有附上。`,
    cut > 0 &&
      `有${cut}家单位不合规数据超过${limits.rowsPerUnit}条，附件只列前${limits.rowsPerUnit}条，其余见退回的问题清单。`,
    !isFilled(input.office.contact) && '联系人或联系电话没有填写，附注不印，请在“设置”中补上。',
  ].filter((text) => text !== false);
}

/** A period of which there is nothing or not all to tell yet. */
function unfinished({ period, asOf }: CircularInput): string | false {
  const title = periodTitle(period);
  if (dayOf(asOf) < firstDay(period)) return `${title}还没有开始，没有可以通报的数据，现在起草为时过早。`;
  return dayOf(asOf) <= lastDay(period) && `${title}还没有结束，数据还会变化，建议期满后再印发。`;
}

/** Captions of annexes that were asked for by name and have nothing to say. */
function emptyAnnexes(input: CircularInput, facts: CircularFacts): string[] {
  if (input.annexes === null) return [];
  const filled = new Set(filledAnnexes(input, facts).map(({ annex }) => annex));
  return annexesToChoose(input).flatMap(({ annex, caption }) =>
    input.annexes?.includes(annex) && !filled.has(annex) ? [caption] : [],
  );
}

function comparisonAdvice({ period, office, comparisons }: CircularInput): string[] {
  const before = previousPeriod(period);
  const compared = comparisons.find((one) => one.period === before);
  const title = periodTitle(before);
  if (compared) {
    const { met, records } = compared.rates.total;
    return met + records > 0 ? [] : [`${title}没有任何报送，与它相比的一段请斟酌是否保留。`];
  }
  if (firstDay(before) < office.settings.effectiveFrom) {
    return [`${title}早于本办公室开始统计的日期（${office.settings.effectiveFrom}），没有作比较。`];
  }
  return [`${title}的截止时间要用到没有载入的工作日历，没有作比较。`];
}

function namesOf({ units }: CircularInput, ids: ReadonlySet<string>): string {
  const names = [...ids].map((id) => units.find((unit) => unit.id === id)?.name ?? id);
  return names.length > NAMES ? `${names.slice(0, NAMES).join('、')}等${names.length}家单位` : names.join('、');
}

const NAMES = 5;

function isFilled({ person, phone }: CircularInput['office']['contact']): boolean {
  return [person, phone].every((text) => text !== '' && !text.includes('略'));
}
