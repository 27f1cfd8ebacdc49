import type { CircularParagraph, CircularSection, ParagraphLevel } from '../contract/circulars.ts';
import type { RecordTerm } from '../contract/duties.ts';
import { ratePrinted } from '../contract/words.ts';
import { unitList } from './chineseList.ts';
import type { CaseStatus, CircularFacts, OwedStatus, Severity, UnitTimes } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { allNames, nameOf, withRates, withTimes } from './circularNames.ts';
import { categoryLines, overviewLines, type PartLine, type Wording } from './circularOverview.ts';
import { refsOf } from './circularRefs.ts';
import { isAbout, isNarrow, speaksOfTables } from './circularScope.ts';
import { CASE_TEMPLATES, type CircularAnnex, type CircularPart, sentence } from './circularTexts.ts';
import { termsIn } from './recordTerms.ts';
import { counted, filled, joined, plain, type Worded } from './worded.ts';

/** Sections with their parts, worded from the facts in the order of the texts; headings and lists are not numbered yet. */
export function circularSections(
  input: CircularInput,
  facts: CircularFacts,
  annexLabel: (annex: CircularAnnex) => string,
): CircularSection[] {
  const context: Context = { input, facts, refs: refsOf(input), annexLabel };
  return input.texts.sections.map(({ key, heading, parts }) => {
    const paragraphs = parts
      .filter(({ part }) => isInScope(part, input, facts))
      .flatMap(({ part, heading: title }) => partParagraphs(part, title, context));
    return {
      key: `section/${key}`,
      heading,
      paragraphs: paragraphs.length > 0 ? paragraphs : [paragraph(`section/${key}/none`, 'body', nothing(context))],
    };
  });
}

interface Context extends Wording {
  /** `附件2`; empty where the paper has no such annex. */
  readonly annexLabel: (annex: CircularAnnex) => string;
}

/** A special circular does not speak of cases and kinds of information that its duties are not about. */
function isInScope(part: CircularPart, { scope, duties, counts }: CircularInput, facts: CircularFacts): boolean {
  if (!isNarrow(scope)) return true;
  if (part === 'zero') return facts.cases.length > 0;
  if (part === 'categories') return counts.length > 0 || duties.some((duty) => duty.templates.length > 0);
  return true;
}

function partParagraphs(part: CircularPart, heading: string, context: Context): CircularParagraph[] {
  if (part === 'demands') return demandParagraphs(context);
  const lines = PARTS[part](context);
  if (lines.length === 0 && !isMissed(part, context.input)) return [];
  const said = lines.length > 0 ? lines : [{ key: 'none', said: nothing(context) }];
  const level = part === 'categories' ? 'third' : 'body';
  return [
    { key: part, level: 'second', text: heading },
    ...said.map((line) => paragraph(`${part}/${line.key}`, level, line.said)),
  ];
}

/** Where these are not found a reader thinks them forgotten, but in a special circular; other parts with nothing to say are left out. */
function isMissed(part: CircularPart, { scope }: CircularInput): boolean {
  return !isNarrow(scope) && (part === 'missing' || part === 'late' || part === 'quality');
}

/** 无, or that nothing was due yet. */
function nothing({ input, facts }: Context): Worded {
  const isTooEarly = input.rates.total.expected === 0 && facts.pending > 0;
  return sentence(input.texts, isTooEarly ? 'noneDue' : 'none', {});
}

function paragraph(key: string, level: ParagraphLevel, { text, figures }: Worded): CircularParagraph {
  return figures.length === 0 ? { key, level, text } : { key, level, text, figures };
}

const PARTS: Readonly<Record<Exclude<CircularPart, 'demands'>, (context: Context) => PartLine[]>> = {
  overview: (context) => overviewLines(context, recordTermText(context.input)),
  categories: categoryLines,
  praise: praiseLines,
  missing: missingLines,
  late: lateLines,
  quality: qualityLines,
  zero: zeroLines,
};

/** Each unit is praised for what was measured of it: timely only where enough records have a clock, compliant only where there are enough. */
function praiseLines({ input, facts, refs }: Context): PartLine[] {
  const { texts, rates } = input;
  const rows = new Map(rates.units.map((row) => [row.unit, row]));
  // What else a unit owes, a special circular has not looked at.
  const tasks = texts.sentences[input.scope.duties === null ? 'tasks' : 'tasksInScope'];
  const praises = Map.groupBy(facts.praised, (unit): PraiseSentence => {
    const row = rows.get(unit);
    // By so few records nobody is praised for a rate of them.
    if (row === undefined || row.records < texts.limits.minDenominator) return 'praiseWithoutRecords';
    return row.clocked < texts.limits.minDenominator ? 'praiseUnclocked' : 'praise';
  });
  return Object.entries(PRAISES).flatMap(([key, said]) => {
    const units = praises.get(said) ?? [];
    return units.length === 0
      ? []
      : [{ key, said: sentence(texts, said, { names: allNames(input, units, refs.units(units)), tasks }) }];
  });
}

const PRAISES = { records: 'praise', unclocked: 'praiseUnclocked', reports: 'praiseWithoutRecords' } as const;
type PraiseSentence = (typeof PRAISES)[keyof typeof PRAISES];

const OWED_STATUSES = ['missing', 'partial', 'returned'] as const satisfies readonly OwedStatus[];

/** Units that owe, per duty, cases and publicity like any other. Ends with a request or with criticism. */
function missingLines({ input, facts, refs, annexLabel }: Context): PartLine[] {
  const { texts, duties } = input;
  const see = seeAnnex('名单见', annexLabel('missing'));
  const listed = new Set<string>();
  const lines = duties.flatMap((duty): PartLine[] => {
    return OWED_STATUSES.flatMap((status) => {
      const owed = facts.owed.filter((item) => item.duty === duty.id && item.status === status);
      if (owed.length === 0) return [];
      for (const item of owed) listed.add(item.unit);
      const times = owed.map((item) => ({ unit: item.unit, times: item.periods.length }));
      const ref = (unit: string) => refs.cells(status, { duties: [duty.id], units: [unit] });
      const names = withTimes(input, times, { word: '期', see, ref, all: refs.units });
      const key = status === 'missing' ? duty.id : `${duty.id}/${status}`;
      return [{ key, said: sentence(texts, status, { duty: duty.title, names }) }];
    });
  });
  if (facts.lowReport.length > 0) {
    const rates = new Map(input.rates.units.map((row) => [row.unit, row.reportRate]));
    for (const unit of facts.lowReport) listed.add(unit);
    const ref = (unit: string) => refs.cells('expected', { units: [unit] });
    const names = withRates(input, facts.lowReport, {
      printed: (unit) => ratePrinted(rates.get(unit) ?? null),
      ref,
      see: seeAnnex('详见', annexLabel('ranking')),
      all: refs.units,
    });
    lines.push({
      key: 'rate',
      said: sentence(texts, 'lowReport', { limit: `${texts.limits.reportRateBelow}%`, names }),
    });
  }
  if (lines.length === 0) return [];
  const places = new Map(input.units.map(({ id, order }) => [id, order]));
  const severe = [...listed]
    .filter((unit) => facts.severe.has(unit))
    .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return [...lines, { key: 'grade', said: grade() }];

  function grade(): Worded {
    if (severe.length === 0) return sentence(texts, 'gradeAllMild', {});
    if (severe.length === listed.size) {
      return sentence(texts, 'gradeAllSevere', { why: texts.sentences[whyCriticised(severe, facts)] });
    }
    const by = (why: Severity) => severe.filter((unit) => facts.severe.get(unit) === why);
    const named = (units: readonly string[]) => allNames(input, units, refs.units(units));
    const [many, low] = [by('many'), by('rate')];
    if (many.length === 0 || low.length === 0) {
      return sentence(texts, 'gradeMixed', {
        names: named(severe),
        why: texts.sentences[whyCriticised(severe, facts)],
      });
    }
    const names = joined([named(many), plain(`${texts.sentences.gradeMany}，`), named(low)]);
    return sentence(texts, 'gradeMixed', { names, why: texts.sentences.gradeRate });
  }
}

/** Nobody is said to owe much who does not. */
function whyCriticised(units: readonly string[], { severe }: CircularFacts) {
  const isFor = (why: Severity) => units.every((unit) => severe.get(unit) === why);
  if (isFor('many')) return 'gradeMany';
  return isFor('rate') ? 'gradeRate' : 'gradeManyOrRate';
}

/** Both clocks: submissions after their due moment per duty, then records after the term that runs from their decision. */
function lateLines({ input, facts, refs, annexLabel }: Context): PartLine[] {
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
  if (facts.lateRecords.length > 0) {
    const ref = (unit: string) => refs.records('untimely', { units: [unit] });
    const see = seeAnnex('详见', annexLabel('ranking'));
    const names = withTimes(input, facts.lateRecords, { word: '条', see, ref, all: refs.units });
    const count = counted(sumOf(facts.lateRecords), refs.rated('untimely'));
    lines.push({ key: 'records', said: sentence(texts, 'lateRecords', { term: recordTermText(input), count, names }) });
  }
  return lines.length === 0 ? [] : [...lines, { key: 'demand', said: sentence(texts, 'lateDemand', {}) }];
}

function qualityLines({ input, facts, refs, annexLabel }: Context): PartLine[] {
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
    return sentence(texts, 'lowCompliance', { limit: `${texts.limits.complianceRateBelow}%`, names: low });
  }
}

/** Units that answered, and have no case: a stated zero, or papers without one. Who has not answered owes, and stands in `missingLines` alone. */
function zeroLines({ input, facts, refs, annexLabel }: Context): PartLine[] {
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

/** Keys count the demands of the texts, not those that are printed. */
function demandParagraphs({ input, facts }: Context): CircularParagraph[] {
  const holds = {
    always: true,
    missing: facts.owed.length > 0,
    late: facts.late.length > 0 || facts.lateRecords.length > 0,
    records: speaksOfTables(input),
    quality: facts.quality.length > 0,
    zero: facts.cases.some((row) => CASE_TEMPLATES.some((template) => isWithoutCase(row.counts[template]?.status))),
  };
  const values = { shortOffice: input.office.shortName, term: recordTermText(input) };
  return input.texts.demands.flatMap(({ when, heading, text, about = [] }, index) => {
    if (!holds[when] || !isAbout(input, about)) return [];
    const key = `demand/${index + 1}`;
    return [paragraph(key, 'second', plain(heading)), paragraph(`${key}/text`, 'body', filled(text, values))];
  });
}

/** Whether a unit's time has come and it has no case, said so or silent. */
function isWithoutCase(status: CaseStatus | undefined): boolean {
  return status === 'owed' || status === 'none' || status === 'stated';
}

/** Term of the records' own clock in the period, `7日` or `7个工作日`; empty if no duty has one. */
function recordTermText({ duties, period }: CircularInput): string {
  const words = (term: RecordTerm) => `${term.days}${term.unit === 'working' ? '个工作日' : '日'}`;
  return [...new Set(duties.flatMap((duty) => termsIn(duty, period).map(words)))].join('或');
}

const sumOf = (rows: readonly UnitTimes[]): number => rows.reduce((sum, row) => sum + row.times, 0);

const seeAnnex = (word: string, label: string): string => (label === '' ? '' : `${word}${label}`);
