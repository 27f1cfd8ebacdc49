import { textWidth } from './circularTitle.ts';

/** A piece of a text; `whole`: it stays on one line. */
export interface TextPiece {
  readonly text: string;
  readonly whole: boolean;
}

/** A number in brackets with its unit, `（0.00%）` or `（4期）`, and the signs a line must not begin with. */
const BRACKETS = /（[^（）\n]*\d[^（）\n]*）[、，。；：]?/gu;
/** Longer ones are a phrase, `（4月25日—5月1日）`, and break as any other. */
const LONGEST = 7;

/** A text in pieces, in order and nothing left out. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { 0: group, index } of text.matchAll(BRACKETS)) {
    // At the beginning it is the number of the paragraph.
    if (index === 0 || textWidth(group) > LONGEST) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), whole: false });
    pieces.push({ text: group, whole: true });
    at = index + group.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), whole: false });
  return pieces;
}

/** Whether a text is set without making its lines equally long: a group that goes to the next line would leave a gap of up to seven characters to spread. */
export function isRagged(text: string): boolean {
  return textPieces(text).some(({ whole }) => whole);
}
