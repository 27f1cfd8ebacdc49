import type { CircularDocument } from '../contract/circulars.ts';
import { textWidth } from './circularTitle.ts';
import { isAddresseeInImprint } from './officialHead.ts';

/** What the 版记 says, and how high it is. */
export interface ImprintLines {
  /** 主送 (where it found no room above the text) and 抄送: the label with its colon, then the names with a full stop. */
  readonly recipients: readonly { readonly label: string; readonly text: string; readonly lines: number }[];
  /** 印发机关 and 印发日期; empty: the paper names none. */
  readonly issuer: string;
  readonly printed: string;
  /** Points, rules included. */
  readonly height: number;
}

/** Points of a line of 4号 in the imprint, and of the room that a rule takes. */
export const IMPRINT_LINE = 23;
export const IMPRINT_RULE = 2;
/** Characters of 4号 (14 pt) on a line of the type area of 442 pt. */
const CHARACTERS = 31;

/** The imprint of a document (GB/T 9704 7.4); null: it has none. */
export function imprintLines(document: CircularDocument): ImprintLines | null {
  const { addressee, copyTo, issuer, date } = document;
  const named = [
    ...(isAddresseeInImprint(document) ? [['主送：', addressee] as const] : []),
    ...(copyTo.length === 0 ? [] : [['抄送：', copyTo.join('，')] as const]),
  ];
  if (named.length === 0 && issuer === '') return null;
  const recipients = named.map(([label, names]) => {
    const text = `${names}。`;
    // A character to either side, the label's three before each line, and one that a sign may push down.
    return { label, text, lines: Math.max(1, Math.ceil(textWidth(text) / (CHARACTERS - 6))) };
  });
  const lines = recipients.reduce((sum, one) => sum + one.lines, issuer === '' ? 0 : 1);
  return { recipients, issuer, printed: `${date}印发`, height: lines * IMPRINT_LINE + 3 * IMPRINT_RULE };
}

/** Whether 印发机关 and 印发日期 are too wide for one line of the imprint, and so are set closer. */
export function isImprintTight({ issuer, printed }: Pick<ImprintLines, 'issuer' | 'printed'>): boolean {
  return textWidth(issuer) + textWidth(printed) + 3 > CHARACTERS;
}
