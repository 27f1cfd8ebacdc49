import type { FontRole } from '../contract/charts.ts';
import type { CircularDocument, DocumentForm } from '../contract/circulars.ts';
import { textWidth, titleLines } from './circularTitle.ts';

/** Points of a line of the body: 22 of them in 225 mm; of a line of a 2号 title; of one character, 28 of them in 156 mm. */
export const LINE_POINTS = 28.95;
export const TITLE_LINE_POINTS = 34;
export const CHARACTER_POINTS = 15.75;

/** Points of the type area of an upright page: 156 mm. */
const TYPE_POINTS = 442;
const LARGEST_POINTS = 46;
/** 小标宋 set narrower than this share looks broken. */
const NARROWEST = 0.66;

/** Size of the 发文机关标志 and how narrow it is set, so that it is one line: a long name is set narrower before it is set smaller. */
export function markSize(letterhead: string): { readonly points: number; readonly scale: number } {
  const perCharacter = (TYPE_POINTS * 0.98) / Math.max(1, textWidth(letterhead));
  const scale = Math.max(NARROWEST, Math.min(1, Math.round((perCharacter / LARGEST_POINTS) * 100) / 100));
  return { points: Math.min(LARGEST_POINTS, Math.floor((perCharacter * 2) / scale) / 2), scale };
}

/** What stands at the top left, each on a line of its own, in this order (GB/T 9704 7.2.1–7.2.3): 份号, 密级和保密期限, 紧急程度. */
export function topMarks({ copyNo, secrecy, urgency }: DocumentForm): { text: string; role: FontRole }[] {
  const marks: { text: string; role: FontRole }[] = [
    { text: copyNo, role: 'body' },
    { text: secrecy, role: 'hei' },
    { text: spread(urgency), role: 'hei' },
  ];
  return marks.filter(({ text }) => text !== '');
}

/** 签发人, two to a row, the last of them on the line of the number (7.2.6); none: no rows. A name of two characters takes the room of three. */
export function signerRows(signer: string): string[] {
  const names = signer.split(/[、，,;；\s]+/u).filter((name) => name !== '');
  const padded = names.map((name) => (name.length === 2 ? [...name].join('\u3000') : name));
  return Array.from({ length: Math.ceil(padded.length / 2) }, (_, row) =>
    padded.slice(row * 2, row * 2 + 2).join('\u3000'),
  );
}

/** Characters from the left edge of the type area to 签发人：, whose names end one character before the right one. */
export function signerLeft(rows: readonly string[]): number {
  return 28 - 1 - 4 - Math.max(...rows.map(textWidth));
}

/** Two characters of 密级 or 紧急程度 stand apart by one (7.2.2, as printed by the offices). */
function spread(text: string): string {
  return /^\p{Script=Han}{2}$/u.test(text) ? [...text].join('\u3000') : text;
}

/**
 * Whether 主送 goes to the imprint because it would leave no room for the text on the first page (7.3.2). A list that would fill a page
 * there as well stays where it is.
 */
export function isAddresseeInImprint(
  document: Pick<CircularDocument, 'form' | 'letterhead' | 'documentNo' | 'title' | 'addressee'>,
): boolean {
  const { form, title, addressee } = document;
  const lines = Math.ceil((textWidth(addressee) + 1) / 28);
  const signers = Math.max(1, signerRows(form.signer).length);
  const head = form.redHead
    ? (35 / 25.4) * 72 + markSize(document.letterhead).points * 1.2 + (2 + signers + 2) * LINE_POINTS + 10
    : (topMarks(form).length + (document.documentNo === '' ? 1 : 2)) * LINE_POINTS;
  const used = head + titleLines(title).length * TITLE_LINE_POINTS + (1 + lines + 1) * LINE_POINTS;
  return used > 22 * LINE_POINTS && lines < 20;
}
