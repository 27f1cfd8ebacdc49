import { type CircularDocument, type CircularParagraph, PLAIN_FORM } from '../contract/circulars.ts';
import type { OwedItem, ReminderItem } from '../contract/reminders.ts';
import type { Day, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { numberDocument } from './numberDocument.ts';
import { chineseDay } from './period.ts';
import { contactPhrase, type TextContext, unitValues } from './reminderTexts.ts';
import { fillWording } from './reminderWording.ts';

/** What of a unit's reminders a letter is about: what is past due, was sent back, or contradicts itself; not what is merely near. */
export function letterItems({ owed }: Pick<ReminderItem, 'owed'>): OwedItem[] {
  return owed.filter(({ level, status }) => level !== 'blue' || status === 'returned' || status === 'contradicted');
}

/**
 * A 催报函 as a document: plain paper, to one unit under its official name, the office's wording with the list of what is owed, room for the
 * seal, whom to ask in the 附注. Number and date are given when it is registered.
 */
export function reminderLetter({
  unit,
  owed,
  period,
  day,
  ...context
}: Omit<TextContext, 'inRuns'> & {
  readonly unit: Pick<Unit, 'name' | 'officialName'>;
  readonly owed: readonly OwedItem[];
  readonly period: Period | null;
  /** 成文日期 */
  readonly day: Day;
}): CircularDocument {
  const { office, asOf, wording } = context;
  const text = fillWording(wording.letter, unitValues({ ...context, inRuns: true, name: unit.name, owed }, day));
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return numberDocument({
    period,
    asOf,
    form: { ...PLAIN_FORM, redHead: false, seal: true },
    letterhead: office.letterhead,
    documentNo: '',
    title: `${office.office}关于催报信用信息的函`,
    addressee: unit.officialName || unit.name,
    introduction: lines.map(paragraph),
    sections: [],
    tables: [],
    signature: office.office,
    date: chineseDay(day),
    remark: contactPhrase(office),
    copyTo: [],
    // A letter names no printer (GB/T 9704 10): its 版记 is its copies, where it has any.
    issuer: '',
  });
}

/** A line of the list becomes a paragraph of the fourth level, whose number the document gives: `1.2022年` would read as a fraction. */
function paragraph(line: string, index: number): CircularParagraph {
  const key = `letter/${index + 1}`;
  const listed = /^\d+\. (.+)$/u.exec(line)?.[1];
  return listed === undefined ? { key, level: 'body', text: line } : { key, level: 'fourth', text: listed };
}
