import type { CircularParagraph, CircularSection } from '../contract/circulars.ts';
import type { RecordTerm } from '../contract/duties.ts';
import { chineseNumeral, unitList } from './chineseList.ts';
import { type CircularFacts, caseTemplateOf, type OwedStatus, type UnitTimes } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { categoryParagraphs, overviewParagraphs } from './circularOverview.ts';
import { CASE_TEMPLATES, type CircularAnnex, type CircularPart, fillPlaceholders, sentence } from './circularTexts.ts';
import { termsIn } from './recordTerms.ts';

/** Sections 一、 二、 三、 with their （一） parts, worded from the facts in the order of the texts. */
export function circularSections(
  input: CircularInput,
  facts: CircularFacts,
  annexLabel: (annex: CircularAnnex) => string,
): CircularSection[] {
  const context: Context = { input, facts, annexLabel };
  return input.texts.sections.map((section, index) => ({
    heading: `${chineseNumeral(index + 1)}、${section.heading}`,
    paragraphs: numbered(section.parts.flatMap((part) => partParagraphs(part.part, part.heading, context))),
  }));
}

interface Context {
  readonly input: CircularInput;
  readonly facts: CircularFacts;
  readonly annexLabel: (annex: CircularAnnex) => string;
}

function partParagraphs(part: CircularPart, heading: string, context: Context): CircularParagraph[] {
  if (part === 'demands') return demandParagraphs(context);
  const texts = PARTS[part](context);
  const body = texts.length > 0 ? texts : [sentence(context.input.texts, 'none', {})];
  return [{ level: 'second', text: heading }, ...body.map((text) => ({ level: 'body' as const, text }))];
}

const PARTS: Readonly<Record<Exclude<CircularPart, 'demands'>, (context: Context) => string[]>> = {
  overview: ({ input, facts }) => overviewParagraphs(input, facts, recordTermText(input)),
  categories: ({ input, facts }) => categoryParagraphs(input, facts),
  praise: praiseParagraphs,
  missing: missingParagraphs,
  late: lateParagraphs,
  quality: qualityParagraphs,
  zero: zeroParagraphs,
};

function numbered(paragraphs: readonly CircularParagraph[]): CircularParagraph[] {
  let number = 0;
  return paragraphs.map((paragraph) => {
    if (paragraph.level === 'body') return paragraph;
    number += 1;
    return { level: 'second', text: `（${chineseNumeral(number)}）${paragraph.text}` };
  });
}

/** Each unit is praised for what was measured of it: timely only where a record has a clock, compliant only where there is a record. */
function praiseParagraphs({ input, facts }: Context): string[] {
  const { texts, rates } = input;
  const rows = new Map(rates.units.map((row) => [row.unit, row]));
  const praises = Map.groupBy(facts.praised, (unit): PraiseSentence => {
    const row = rows.get(unit);
    if (row === undefined || row.complianceRate === null) return 'praiseWithoutRecords';
    return row.timelinessRate === null ? 'praiseUnclocked' : 'praise';
  });
  return PRAISES.flatMap((key) => {
    const units = praises.get(key) ?? [];
    // Praise and criticism name every unit, however many.
    const names = unitList(units.map(nameOf(input)), units.length, '');
    return units.length === 0 ? [] : [sentence(texts, key, { names })];
  });
}

const PRAISES = ['praise', 'praiseUnclocked', 'praiseWithoutRecords'] as const;
type PraiseSentence = (typeof PRAISES)[number];

const OWED_SENTENCES = { missing: 'missing', partial: 'partial', returned: 'returned' } as const;

/** Units that owe tables, per duty; cases and publicity have a part of their own. Ends with a request or with criticism. */
function missingParagraphs({ input, facts, annexLabel }: Context): string[] {
  const { texts, duties } = input;
  const see = `名单见${annexLabel('missing')}`;
  const listed = new Set<string>();
  const lines = duties.flatMap((duty) => {
    if (caseTemplateOf(duty) !== null) return [];
    return (['missing', 'partial', 'returned'] satisfies OwedStatus[]).flatMap((status) => {
      const owed = facts.owed.filter((item) => item.duty === duty.id && item.status === status);
      if (owed.length === 0) return [];
      for (const item of owed) listed.add(item.unit);
      const times = owed.map((item) => ({ unit: item.unit, times: item.periods.length }));
      return [sentence(texts, OWED_SENTENCES[status], { duty: duty.title, names: withTimes(input, times, '期', see) })];
    });
  });
  if (lines.length === 0) return [];
  const severe = [...listed].filter((unit) => facts.severe.has(unit));
  if (severe.length === 0) return [...lines, sentence(texts, 'gradeAllMild', {})];
  if (severe.length === listed.size) return [...lines, sentence(texts, 'gradeAllSevere', {})];
  const names = unitList(severe.map(nameOf(input)), severe.length, '');
  return [...lines, sentence(texts, 'gradeMixed', { names })];
}

/** Both clocks: submissions after their due moment per duty, then records after the term that runs from their decision. */
function lateParagraphs({ input, facts, annexLabel }: Context): string[] {
  const { texts, duties } = input;
  const lines = duties.flatMap((duty) => {
    const rows = facts.late
      .filter((item) => item.duty === duty.id)
      .map((item) => ({ unit: item.unit, times: item.periods.length }));
    if (rows.length === 0) return [];
    const names = withTimes(input, rows, '期', `名单见${annexLabel('missing')}`);
    return [sentence(texts, 'late', { duty: duty.title, names })];
  });
  if (facts.lateRecords.length > 0) {
    const count = facts.lateRecords.reduce((sum, row) => sum + row.times, 0);
    const names = withTimes(input, facts.lateRecords, '条', `详见${annexLabel('ranking')}`);
    lines.push(sentence(texts, 'lateRecords', { term: recordTermText(input), count, names }));
  }
  return lines.length === 0 ? [] : [...lines, sentence(texts, 'lateDemand', {})];
}

function qualityParagraphs({ input, facts, annexLabel }: Context): string[] {
  if (facts.quality.length === 0) return [];
  const count = facts.quality.reduce((sum, row) => sum + row.times, 0);
  const names = withTimes(input, facts.quality, '条', '');
  return [
    sentence(input.texts, 'quality', { count, names, annex: annexLabel('quality') }),
    sentence(input.texts, 'qualityDemand', {}),
  ];
}

function zeroParagraphs({ input, facts, annexLabel }: Context): string[] {
  const { texts } = input;
  const see = `名单见${annexLabel('cases')}`;
  let complaint = false;
  const lines = CASE_TEMPLATES.flatMap((template) => {
    const kind = texts.cases[template];
    const none = facts.cases.filter((row) => row.counts[template]?.status === 'none');
    const stated = facts.cases.filter((row) => row.counts[template]?.status === 'stated');
    const alone = stated.length > 0 ? sentence(texts, 'zeroStated', { kind, count: stated.length }) : '';
    if (none.length === 0) return alone === '' ? [] : [alone];
    complaint = true;
    const listed = none.map((row) => nameOf(input)(row.unit));
    const names = unitList(listed, texts.limits.namesInText, see);
    const also = stated.length > 0 ? sentence(texts, 'zeroAlsoStated', { count: stated.length }) : '';
    return [sentence(texts, 'zero', { kind, names }) + also];
  });
  return complaint ? [...lines, sentence(texts, 'zeroDemand', {})] : lines;
}

function demandParagraphs({ input, facts }: Context): CircularParagraph[] {
  const holds = {
    always: true,
    missing: facts.owed.length > 0,
    late: facts.late.length > 0 || facts.lateRecords.length > 0,
    quality: facts.quality.length > 0,
    zero: facts.cases.some((row) => CASE_TEMPLATES.some((template) => row.counts[template]?.status === 'none')),
  };
  return input.texts.demands
    .filter((demand) => holds[demand.when])
    .flatMap((demand) => [
      { level: 'second' as const, text: demand.heading },
      {
        level: 'body' as const,
        text: fillPlaceholders(demand.text, { shortOffice: input.office.shortName, term: recordTermText(input) }),
      },
    ]);
}

/** Term of the records' own clock in the period, `7日` or `7个工作日`; empty if no duty has one. */
function recordTermText({ duties, period }: CircularInput): string {
  const words = (term: RecordTerm) => `${term.days}${term.unit === 'working' ? '个工作日' : '日'}`;
  return [...new Set(duties.flatMap((duty) => termsIn(duty, period).map(words)))].join('或');
}

function nameOf(input: CircularInput): (unit: string) => string {
  const names = new Map(input.units.map((unit) => [unit.id, unit.name]));
  return (unit) => names.get(unit) ?? unit;
}

/** `甲（3条）、乙` : the number stands behind a name where it is more than one, or where it counts records. */
function withTimes(input: CircularInput, rows: readonly UnitTimes[], word: '期' | '条', see: string): string {
  const name = nameOf(input);
  const items = rows.map(({ unit, times }) =>
    times === 1 && word === '期' ? name(unit) : `${name(unit)}（${times}${word}）`,
  );
  return unitList(items, input.texts.limits.namesInText, see);
}
