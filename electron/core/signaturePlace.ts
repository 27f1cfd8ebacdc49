import type { CircularDocument } from '../contract/circulars.ts';
import { textWidth } from './circularTitle.ts';

/** Where 署名 and 成文日期 stand: empty lines above, characters from the left edge of the type area of 28. */
export interface SignaturePlace {
  readonly linesAbove: number;
  readonly name: number;
  readonly date: number;
}

/**
 * Place of signature and date (GB/T 9704 7.3.5). Without a seal: one line below the text, the name two characters from the right edge, the
 * date's first character two further right than the name's; a date that is longer stands two characters from the edge and moves the name.
 * With one: the date four characters from the edge, the name centred over it, two lines below the text, so that a seal of 42 mm over both
 * begins less than a line below the text. A name too wide for that stands two from the edge and the date is centred under it.
 */
export function signaturePlace({
  signature,
  date,
  form,
}: Pick<CircularDocument, 'signature' | 'date' | 'form'>): SignaturePlace {
  const nameWidth = textWidth(signature);
  const dateWidth = textWidth(date);
  if (form.seal) {
    const dateLeft = 28 - 4 - dateWidth;
    const name = dateLeft + (dateWidth - nameWidth) / 2;
    if (name + nameWidth <= 28) return { linesAbove: 2, name: Math.max(0, name), date: Math.max(0, dateLeft) };
    const left = Math.max(0, 28 - 2 - nameWidth);
    return { linesAbove: 2, name: left, date: left + (Math.min(nameWidth, 28) - dateWidth) / 2 };
  }
  const isDateWider = dateWidth + 4 > nameWidth;
  const name = Math.max(0, isDateWider ? 28 - 2 - dateWidth - 2 : 28 - 2 - nameWidth);
  return { linesAbove: 1, name, date: name + 2 };
}
