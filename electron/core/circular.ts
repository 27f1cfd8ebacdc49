import type { CircularDocument } from '../contract/circulars.ts';
import { circularFacts } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import { circularPeriod } from './circularPeriod.ts';
import { circularSections } from './circularSections.ts';
import { annexLabelOf, circularTables, filledAnnexes } from './circularTables.ts';
import { sentence } from './circularTexts.ts';
import { citedNotice } from './citedNotice.ts';
import { numberDocument } from './numberDocument.ts';
import { chineseDay } from './period.ts';
import type { Worded } from './worded.ts';

/** Writes the circular (通报) as it is printed where nobody edited it, with 一、（一）1.（1） before headings and lists. */
export function composeCircular(input: CircularInput): CircularDocument {
  return numberDocument(composeDraft(input));
}

/**
 * Writes the circular of a week, month, quarter, half or year as data, from the grid, the rates and the records of the same moment.
 * Headings and lists carry no numbers yet: edits are put on first (`applyEdits`), then `numberDocument` numbers what stands. Every block
 * has a key that is the same in every composition of the same paper.
 */
export function composeDraft(input: CircularInput): CircularDocument {
  const { office, period } = input;
  const facts = circularFacts(input);
  const annexes = filledAnnexes(input, facts);
  return {
    period,
    asOf: input.asOf,
    form: input.form,
    letterhead: office.letterhead,
    documentNo: documentNo(office.documentNoPattern, input.date, input.no),
    title: titleOf(input),
    addressee: office.addressee.replace(/[：:]\s*$/, ''),
    introduction: [{ key: 'intro', level: 'body', text: introduction(input).text }],
    sections: circularSections(input, facts, (annex) => annexLabelOf(annexes, annex)),
    tables: circularTables(annexes),
    signature: office.office,
    date: chineseDay(input.date),
    remark: remark(input),
    copyTo: office.copyTo,
    issuer: office.office,
  };
}

function documentNo(pattern: string, date: string, no: number | null): string {
  return pattern.replaceAll('{year}', date.slice(0, 4)).replaceAll('{no}', no === null ? '\u3000' : String(no));
}

function titleOf(input: CircularInput): string {
  const { office, period, texts } = input;
  const values = { office: office.office, period: circularPeriod(period) };
  const subject = specialSubject(input);
  if (subject === null) return sentence(texts, 'title', values).text;
  return sentence(texts, 'titleSpecial', { ...values, subject }).text;
}

/** What a narrowed circular of any kind is about, from the titles of its few duties; null of one about everything. */
function specialSubject({ scope, duties, texts }: CircularInput): string | null {
  if (scope.duties === null && scope.units === null) return null;
  const subjects = scope.duties === null ? [] : duties.map(({ title }) => title.replace(REPORTING, ''));
  const subject = subjects.join('和');
  const isShort = subjects.length > 0 && subjects.length <= 2 && subject.length <= 24;
  return isShort ? subject : sentence(texts, 'subjectMany', {}).text;
}

/** What the title says itself behind the subject: 双公示信息归集报送 → 双公示信息. */
const REPORTING = /(归集)?(报送|上报)?(工作)?(情况)?$/u;

function introduction(input: CircularInput): Worded {
  const { office, period, texts } = input;
  const subject = specialSubject(input);
  const values = { county: office.county, shortOffice: office.shortName, period: circularPeriod(period) };
  const cited = citedNotice(office);
  if (cited === null) {
    if (subject !== null) return sentence(texts, 'introductionSpecialWithoutNotice', { ...values, subject });
    return sentence(texts, 'introductionWithoutNotice', values);
  }
  if (subject !== null) return sentence(texts, 'introductionSpecial', { ...values, ...cited, subject });
  return sentence(texts, 'introduction', { ...values, ...cited });
}

/** Contact line; left out while the office has not filled it in. */
function remark({ office, texts }: CircularInput): string {
  const { person, phone } = office.contact;
  const isFilled = (text: string) => text !== '' && !text.includes('略');
  return isFilled(person) && isFilled(phone) ? sentence(texts, 'remark', { person, phone }).text : '';
}
