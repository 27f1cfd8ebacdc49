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
/** Points by which each character of a line set closer is narrower; where that is not enough, nothing is cut, least of all a date. */
export const CLOSER = 1.1;
/** Characters between issuer and date, no less. */
const GAP = 0.4;

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
  // A character to either side and a gap between the two.
  const over = 2 + widest(issuer) + GAP + widest(printed) - width / SIZE;
  const issuerSet = over <= 0 ? 'plain' : over <= closerBy(issuer, printed) ? 'tight' : 'apart';
  const issuerLines = issuerSet === 'apart' ? Math.ceil(textWidth(issuer) / (room - 2)) + 1 : 1;
  const lines = recipients.reduce((sum, one) => sum + one.lines, issuer === '' ? 0 : issuerLines);
  return { recipients, issuer, printed, issuerSet, height: lines * IMPRINT_LINE + 3 * IMPRINT_RULE };
}

/**
 * Width in characters where the standard's typefaces are missing: digits of another are wider than half a character, and in a box LibreOffice
 * puts a gap to either side of a number, whatever the paragraph says.
 */
function widest(text: string): number {
  return textWidth(text) + (text.match(/\d/g) ?? []).length * 0.14 + edges(text) * 0.2;
}

/** Characters that a closer setting gains; LibreOffice leaves the last one of each number and of what stands between numbers as it is. */
function closerBy(...texts: readonly string[]): number {
  const narrower = texts.reduce((sum, text) => sum + [...text].length - edges(text) - 1, 0);
  return (narrower * CLOSER) / SIZE;
}

/** Where a number begins or ends within a text. */
function edges(text: string): number {
  return (text.match(/(?<=\d)(?=\D)|(?<=\D)(?=\d)/g) ?? []).length;
}
