import type { CircularParagraph, CircularSection, ParagraphLevel } from '../contract/circulars.ts';
import type { AnnexWording } from './circularAnnexWording.ts';
import { missingLines } from './circularDebts.ts';
import type { CaseStatus, CircularFacts } from './circularFacts.ts';
import { lateLines, qualityLines, zeroLines } from './circularFaults.ts';
import type { CircularInput } from './circularInput.ts';
import { allNames } from './circularNames.ts';
import { categoryLines, overviewLines, type PartLine } from './circularOverview.ts';
import { refsOf } from './circularRefs.ts';
import { isAbout, isNarrow, speaksOfTables } from './circularScope.ts';
import { CASE_TEMPLATES, type CircularAnnex, type CircularPart, sentence } from './circularTexts.ts';
import { recordTermText } from './recordTerms.ts';
import { filled, plain, type Worded } from './worded.ts';

/** Sections with their parts, worded from the facts in the order of the texts; headings and lists are not numbered yet. */
export function circularSections(
  input: CircularInput,
  facts: CircularFacts,
  annexLabel: (annex: CircularAnnex) => string,
): CircularSection[] {
  const context: AnnexWording = { input, facts, refs: refsOf(input), annexLabel };
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

/** A special circular does not speak of cases and kinds of information that its duties are not about. */
function isInScope(part: CircularPart, { scope, duties, counts }: CircularInput, facts: CircularFacts): boolean {
  if (!isNarrow(scope)) return true;
  if (part === 'zero') return facts.cases.length > 0;
  if (part === 'categories') return counts.length > 0 || duties.some((duty) => duty.templates.length > 0);
  return true;
}

function partParagraphs(part: CircularPart, heading: string, context: AnnexWording): CircularParagraph[] {
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
function nothing({ input, facts }: AnnexWording): Worded {
  const isTooEarly = input.rates.total.expected === 0 && facts.pending > 0;
  return sentence(input.texts, isTooEarly ? 'noneDue' : 'none', {});
}

function paragraph(key: string, level: ParagraphLevel, { text, figures }: Worded): CircularParagraph {
  return figures.length === 0 ? { key, level, text } : { key, level, text, figures };
}

const PARTS: Readonly<Record<Exclude<CircularPart, 'demands'>, (context: AnnexWording) => PartLine[]>> = {
  overview: (context) => overviewLines(context, recordTermText(context.input)),
  categories: categoryLines,
  praise: praiseLines,
  missing: missingLines,
  late: lateLines,
  quality: qualityLines,
  zero: zeroLines,
};

/** Each unit is praised for what was measured of it: timely only where enough records have a clock, compliant only where there are enough. */
function praiseLines({ input, facts, refs }: AnnexWording): PartLine[] {
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

/** Keys count the demands of the texts, not those that are printed. */
function demandParagraphs({ input, facts }: AnnexWording): CircularParagraph[] {
  const holds = {
    always: true,
    missing: facts.owed.length > 0,
    late: facts.late.length + facts.lateRecords.length + facts.undatedRecords.length > 0,
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
