import { cleanText } from './fold.ts';

/** A name as typed or pasted, in one line and without what nobody sees: a line break of Word (U+000B) in it would spoil every document. */
export function nameText(typed: string): string {
  return cleanText(typed.replaceAll(/[\t\n\v\f\r]+/gu, ''));
}
