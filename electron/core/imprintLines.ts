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
  /** How issuer and date share the room: on one line, on one line set closer, or each on its own. */
  readonly issuerSet: 'plain' | 'tight' | 'apart';
  /** Points, rules included. */
  readonly height: number;
}

/** Points of a line of 4号 in the imprint, and of the room that a rule takes. */
export const IMPRINT_LINE = 23;
export const IMPRINT_RULE = 2;
/** Points of the type area of an upright page, and of one character of 4号. */
const UPRIGHT = 442;
const SIZE = 14;
/** Characters more that a line holds which is set closer; beyond that nothing is cut, least of all a date. */
const CLOSER = 2;

/** The imprint of a document (GB/T 9704 7.4) on a type area so many points wide; null: it has none. */
export function imprintLines(document: CircularDocument, width: number = UPRIGHT): ImprintLines | null {
  const room = Math.floor(width / SIZE);
  const { addressee, copyTo, issuer, date } = document;
  const named = [
    ...(isAddresseeInImprint(document) ? [['主送：', addressee] as const] : []),
    ...(copyTo.length === 0 ? [] : [['抄送：', copyTo.join('，')] as const]),
  ];
  if (named.length === 0 && issuer === '') return null;
  const recipients = named.map(([label, names]) => {
    const text = `${names}。`;
    // A character to either side, the label's three before each line, and one that a sign may push down.
    return { label, text, lines: Math.max(1, Math.ceil(textWidth(text) / (room - 6))) };
  });
  const printed = `${date}印发`;
  // A character to either side and one between the two.
  const needed = textWidth(issuer) + textWidth(printed) + 3;
  const issuerSet = needed > room + CLOSER ? 'apart' : needed > room ? 'tight' : 'plain';
  const issuerLines = issuerSet === 'apart' ? Math.ceil(textWidth(issuer) / (room - 2)) + 1 : 1;
  const lines = recipients.reduce((sum, one) => sum + one.lines, issuer === '' ? 0 : issuerLines);
  return { recipients, issuer, printed, issuerSet, height: lines * IMPRINT_LINE + 3 * IMPRINT_RULE };
}
