import type { Assessment, ItemScore, Objection, UnitScore } from '../contract/assessment.ts';
import type { CircularDocument, CircularParagraph, CircularSection, DocumentForm } from '../contract/circulars.ts';
import type { FigureRef } from '../contract/figures.ts';
import type { Office } from '../contract/profiles.ts';
import type { Day } from '../contract/time.ts';
import { itemsOf } from './assessment.ts';
import { lineMean, scoreMean } from './assessmentMeans.ts';
import { assessmentTables } from './assessmentTables.ts';
import { type AssessmentPart, type AssessmentTexts, assessmentSentence } from './assessmentTexts.ts';
import { citedNotice } from './citedNotice.ts';
import { numberText, numberYear } from './documentNumbers.ts';
import { chineseDay } from './period.ts';
import { hundredths, pointsText, sumOf } from './points.ts';
import { counted, filled, joined, plain, type Worded } from './worded.ts';

export interface AssessmentCircularInput {
  readonly assessment: Assessment;
  readonly objections: readonly Objection[];
  readonly office: Office;
  readonly form: DocumentForm;
  readonly date: Day;
  readonly texts: AssessmentTexts;
}

/**
 * The circular of the year's score (年度考核结果通报) as data: how many units are in each band and which, where points were lost, what is
 * demanded, and the tables. Headings carry no numbers yet; every block has a key that is the same in every composition.
 */
export function composeAssessment(input: AssessmentCircularInput): CircularDocument {
  const { assessment, office, texts, form, date } = input;
  const year = String(assessment.year);
  return {
    period: year,
    asOf: assessment.asOf,
    form,
    letterhead: office.letterhead,
    documentNo: numberText(office.documentNoPattern, numberYear(date), null),
    title: assessmentSentence(texts, 'title', { office: office.office, year }).text,
    addressee: office.addressee.replace(/[：:]\s*$/, ''),
    introduction: [{ key: 'intro', level: 'body', text: introduction(input, year) }],
    sections: texts.sections.map(
      ({ part, heading }): CircularSection => ({ key: `section/${part}`, heading, paragraphs: PARTS[part](input) }),
    ),
    tables: assessmentTables(assessment, texts),
    signature: office.office,
    date: chineseDay(date),
    remark: remark(input),
    copyTo: office.copyTo,
    issuer: office.office,
  };
}

const PARTS: Readonly<Record<AssessmentPart, (input: AssessmentCircularInput) => CircularParagraph[]>> = {
  results: resultParagraphs,
  deductions: deductionParagraphs,
  demands: demandParagraphs,
};

function introduction({ office, texts }: AssessmentCircularInput, year: string): string {
  const values = { county: office.county, shortOffice: office.shortName, year };
  const cited = citedNotice(office);
  if (cited === null) return assessmentSentence(texts, 'introductionWithoutNotice', values).text;
  return assessmentSentence(texts, 'introduction', { ...values, ...cited }).text;
}

function remark({ office, texts }: AssessmentCircularInput): string {
  const { person, phone } = office.contact;
  const isFilled = (text: string) => text !== '' && !text.includes('略');
  return isFilled(person) && isFilled(phone) ? assessmentSentence(texts, 'remark', { person, phone }).text : '';
}

function resultParagraphs(input: AssessmentCircularInput): CircularParagraph[] {
  const { assessment, texts } = input;
  const { version } = assessment;
  const units = standing(assessment);
  if (units.length === 0) return [paragraph('results/nobody', assessmentSentence(texts, 'nobody', {}))];
  const bands = version.scheme.bands
    .map(({ title }) => ({ title, units: units.filter(({ band }) => band === title) }))
    .filter((band) => band.units.length > 0);
  const count = (own: readonly UnitScore[]): Worded => counted(own.length, unitsRef(assessment, own));
  const overall = assessmentSentence(texts, 'overall', {
    units: count(units),
    mean: counted(pointsText(scoreMean(assessment).mean), scoresRef(assessment)),
    bands: joined(
      bands.map((band) => joined([plain(band.title), count(band.units), plain('家')])),
      '、',
    ),
    annex: annexLabel(texts, 'results'),
  });
  return [
    paragraph('results/overall', overall),
    ...bands.map((band, place) =>
      paragraph(
        `results/band-${place + 1}`,
        assessmentSentence(texts, 'band', {
          band: band.title,
          count: count(band.units),
          names: band.units.map(({ name }) => name).join('、'),
        }),
      ),
    ),
    ...objectionParagraphs(input),
  ];
}

/** Who is gone stands in the tables only. */
function standing({ units }: Assessment): UnitScore[] {
  return units.filter(({ ended }) => ended === undefined);
}

function objectionParagraphs({ objections, texts }: AssessmentCircularInput): CircularParagraph[] {
  const decided = objections.filter(({ state }) => state !== 'open');
  if (decided.length === 0) return [];
  const granted = decided.filter(({ state }) => state === 'granted').length;
  return [paragraph('results/objections', assessmentSentence(texts, 'objections', { count: decided.length, granted }))];
}

function deductionParagraphs({ assessment, texts }: AssessmentCircularInput): CircularParagraph[] {
  const { version } = assessment;
  const units = standing(assessment);
  const deductions = version.scheme.deductions.flatMap(({ id, title }) => {
    const own = units
      .flatMap((unit) => {
        const line = unit.deductions.find(({ item }) => item === id);
        return line !== undefined && (line.points ?? 0) > 0 ? [{ unit, line }] : [];
      })
      .toSorted((a, b) => (b.line.points ?? 0) - (a.line.points ?? 0));
    return own.length === 0 ? [] : [paragraph(`deductions/${id}`, deductionSentence(title, own, assessment, texts))];
  });
  const lost = lostItems(assessment, texts);
  return [
    ...(deductions.length > 0 ? deductions : [paragraph('deductions/none', assessmentSentence(texts, 'none', {}))]),
    ...(lost === null ? [] : [paragraph('deductions/lost', lost)]),
  ];
}

function deductionSentence(
  title: string,
  own: readonly { readonly unit: UnitScore; readonly line: ItemScore }[],
  assessment: Assessment,
  texts: AssessmentTexts,
): Worded {
  const shown = withoutTied(own, texts.limits.namesInText);
  const names = joined(
    own.slice(0, shown).map(({ unit, line }) => {
      const printed = pointsText(hundredths(line.points ?? 0));
      const points = line.ref === null ? plain(printed) : counted(printed, line.ref);
      return assessmentSentence(texts, 'deductedUnit', { unit: unit.name, points });
    }),
    '、',
  );
  if (own.length === 1) return assessmentSentence(texts, 'deductionOne', { title, names });
  const units = own.map(({ unit }) => unit);
  const count = counted(own.length, unitsRef(assessment, units));
  const sum = pointsText(sumOf(own.map(({ line }) => hundredths(line.points ?? 0))));
  const points = counted(sum, scoresRef(assessment, own[0]?.line.item));
  if (shown > 0)
    return assessmentSentence(texts, own.length > shown ? 'deduction' : 'deductionAll', {
      title,
      count,
      points,
      names,
    });
  const top = own.filter(({ line }) => line.points === own[0]?.line.points).map(({ unit }) => unit);
  return assessmentSentence(texts, 'deductionEqual', {
    ...{ title, count, points },
    most: counted(top.length, unitsRef(assessment, top)),
    each: pointsText(hundredths(own[0]?.line.points ?? 0)),
  });
}

/** How many of them, most points first, may be named: all, or as many as fit without leaving out one that lost as much as the last. */
function withoutTied(own: readonly { readonly line: ItemScore }[], most: number): number {
  if (own.length <= most) return own.length;
  let shown = most;
  while (shown > 0 && own[shown - 1]?.line.points === own[shown]?.line.points) shown--;
  return shown;
}

/** The items of which units reached the least share, by the mean of those it applies to; full marks are no loss. */
function lostItems(assessment: Assessment, texts: AssessmentTexts): Worded | null {
  const items = itemsOf(assessment.version.scheme).map((item) => {
    const { mean, units } = lineMean(assessment, item.id);
    return { item, mean, isJudged: units > 0 };
  });
  const worst = items
    .filter(({ item, mean, isJudged }) => isJudged && mean < hundredths(item.points))
    .toSorted((a, b) => a.mean / a.item.points - b.mean / b.item.points)
    .slice(0, texts.limits.itemsInText);
  if (worst.length === 0) return null;
  const named = worst.map(({ item, mean }) =>
    assessmentSentence(texts, 'lostItem', {
      title: item.title,
      mean: counted(pointsText(mean), scoresRef(assessment, item.id)),
      full: item.points,
    }),
  );
  return assessmentSentence(texts, 'lost', { items: joined(named, '、') });
}

function demandParagraphs({ assessment, office, texts }: AssessmentCircularInput): CircularParagraph[] {
  const { bands } = assessment.version.scheme;
  const units = standing(assessment);
  const [first, last] = [bands[0]?.title ?? '', bands.at(-1)?.title ?? ''];
  const isFaulty = (unit: UnitScore): boolean => {
    const counted = assessment.version.scheme.deductions.filter(({ source }) => source.from !== 'typed');
    return counted.some(({ id }) => unit.deductions.some((line) => line.item === id && (line.points ?? 0) > 0));
  };
  const holds = {
    always: true,
    praised: units.some(({ band }) => band === first),
    failed: bands.length > 1 && units.some(({ band }) => band === last),
    missing: units.some(isFaulty),
  };
  const values = { shortOffice: office.shortName, county: office.county, firstBand: first, lastBand: last };
  return texts.demands.flatMap(({ when, heading, text }, place): CircularParagraph[] => {
    if (!holds[when]) return [];
    const key = `demand/${place + 1}`;
    return [{ key, level: 'second', text: heading }, paragraph(`${key}/text`, filled(text, values))];
  });
}

/** `附件1`; empty where there is no such annex. */
function annexLabel({ annexes }: AssessmentTexts, annex: string): string {
  const place = annexes.findIndex((one) => one.annex === annex);
  if (place === -1) return '';
  return annexes.length === 1 ? '附件' : `附件${place + 1}`;
}

/** All units' scores, or their points for one line. */
function scoresRef({ year, asOf }: Assessment, item?: string): FigureRef {
  return { kind: 'assessment', year, asOf, ...(item === undefined ? {} : { item }) };
}

function unitsRef({ year, asOf }: Assessment, units: readonly UnitScore[]): FigureRef {
  return { kind: 'units', period: String(year), asOf, units: units.map(({ unit }) => unit) };
}

function paragraph(key: string, { text, figures }: Worded): CircularParagraph {
  return figures.length === 0 ? { key, level: 'body', text } : { key, level: 'body', text, figures };
}
