import { ratePrinted } from '../contract/words.ts';
import { unitList } from './chineseList.ts';
import { type AnnexWording, seeAnnex } from './circularAnnexWording.ts';
import type { UnitTimes } from './circularFacts.ts';
import { allNames, nameOf, withRates, withTimes } from './circularNames.ts';
import type { PartLine } from './circularOverview.ts';
import { among, CASE_TEMPLATES, sentence } from './circularTexts.ts';
import { recordTermText } from './recordTerms.ts';
import { counted, joined, plain, type Worded } from './worded.ts';

/** 迟报 by both clocks: submissions after their due moment per duty, then records after the term that runs from their decision. */
export function lateLines({ input, facts, refs, annexLabel }: AnnexWording): PartLine[] {
  const { texts, duties } = input;
  const lines = duties.flatMap((duty): PartLine[] => {
    const rows = facts.late
      .filter((item) => item.duty === duty.id)
      .map((item) => ({ unit: item.unit, times: item.periods.length }));
    if (rows.length === 0) return [];
    const ref = (unit: string) => refs.cells('late', { duties: [duty.id], units: [unit] });
    const see = seeAnnex('名单见', annexLabel('missing'));
    const names = withTimes(input, rows, { word: '期', see, ref, all: refs.units });
    return [{ key: duty.id, said: sentence(texts, 'late', { duty: duty.title, names }) }];
  });
  const [late, undated] = [facts.lateRecords, facts.undatedRecords];
  const undatedKey = late.length > 0 ? 'alsoUndatedRecords' : 'undatedRecords';
  const records = [
    ...(late.length > 0
      ? [sentence(texts, 'lateRecords', { term: recordTermText(input), ...told(late, 'overdue') })]
      : []),
    ...(undated.length > 0 ? [sentence(texts, undatedKey, told(undated, 'undated'))] : []),
  ];
  if (records.length > 0) lines.push({ key: 'records', said: joined(records) });
  return lines.length === 0 ? [] : [...lines, { key: 'demand', said: sentence(texts, 'lateDemand', {}) }];

  function told(rows: readonly UnitTimes[], state: 'overdue' | 'undated') {
    const ref = (unit: string) => refs.records(state, { units: [unit] });
    const see = seeAnnex('详见', annexLabel('ranking'));
    const names = withTimes(input, rows, { word: '条', see, ref, all: refs.units });
    return { count: counted(sumOf(rows), refs.rated(state)), names };
  }
}

/** 数据质量: non-compliant records by unit, then whose 合规率 is low. */
export function qualityLines({ input, facts, refs, annexLabel }: AnnexWording): PartLine[] {
  if (facts.quality.length === 0) return [];
  const count = counted(sumOf(facts.quality), refs.records('faulty'));
  const ref = (unit: string) => refs.records('faulty', { units: [unit] });
  const names = withTimes(input, facts.quality, { word: '条', see: '', ref, all: refs.units });
  const annex = annexLabel('quality');
  const said =
    annex === ''
      ? sentence(input.texts, 'qualityUnlisted', { count, names })
      : sentence(input.texts, 'quality', { count, names, annex });
  const low = facts.lowCompliance.length === 0 ? [] : [{ key: 'rate', said: lowLine() }];
  const demand = sentence(input.texts, annex === '' ? 'qualityDemandUnlisted' : 'qualityDemand', {});
  return [{ key: 'records', said }, ...low, { key: 'demand', said: demand }];

  function lowLine(): Worded {
    const { rates, texts } = input;
    const printed = new Map(rates.units.map((row) => [row.unit, row.complianceRate]));
    const low = withRates(input, facts.lowCompliance, {
      printed: (unit) => ratePrinted(printed.get(unit) ?? null),
      ref: (unit) => refs.records('all', { units: [unit] }),
      see: seeAnnex('详见', annexLabel('ranking')),
      all: refs.units,
    });
    const limit = `${texts.limits.complianceRateBelow}%`;
    const told = sentence(texts, 'lowCompliance', { among: among(texts, 'amongRecords'), limit, names: low });
    return joined([told, grade()]);
  }

  function grade(): Worded {
    const { texts, units } = input;
    // In the office's order: the rates before tell who is worst.
    const severe = units.flatMap(({ id }) => (facts.faulty.has(id) ? [id] : []));
    if (severe.length === 0) return sentence(texts, 'complianceAllMild', {});
    if (severe.length === facts.lowCompliance.length) return sentence(texts, 'complianceAllSevere', {});
    return sentence(texts, 'complianceMixed', { names: allNames(input, severe, refs.units(severe)) });
  }
}

/** 为零: units that answered, and have no case: a stated zero, or papers without one. Who has not answered owes, and stands in `missingLines` alone. */
export function zeroLines({ input, facts, refs, annexLabel }: AnnexWording): PartLine[] {
  const { texts } = input;
  const see = seeAnnex('名单见', annexLabel('cases'));
  const lines = CASE_TEMPLATES.flatMap((template): PartLine[] => {
    const kind = texts.cases[template];
    const withStatus = (status: 'none' | 'stated') =>
      facts.cases.filter((row) => row.counts[template]?.status === status).map(({ unit }) => unit);
    const named = (units: readonly string[]) =>
      unitList(units.map(nameOf(input)).map(plain), { limit: texts.limits.namesInText, see, ref: refs.units(units) });
    const [none, stated] = [withStatus('none'), withStatus('stated')];
    const statedKey = none.length > 0 ? 'zeroAlsoStated' : 'zeroStated';
    const said = [
      ...(none.length > 0 ? [sentence(texts, 'zero', { kind, names: named(none) })] : []),
      ...(stated.length > 0 ? [sentence(texts, statedKey, { kind, names: named(stated) })] : []),
    ];
    return said.length === 0 ? [] : [{ key: template, said: joined(said) }];
  });
  return lines.length === 0 ? [] : [...lines, { key: 'demand', said: sentence(texts, 'zeroDemand', {}) }];
}

const sumOf = (rows: readonly UnitTimes[]): number => rows.reduce((sum, row) => sum + row.times, 0);
