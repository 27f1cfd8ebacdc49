import type { FormatSection, FormatToken } from './formatSections.ts';

/** A number under `General`, as Excel shows it: at most eleven characters, then scientific (`9.14113E+17`). */
export function generalText(value: number): string {
  if (Number.isInteger(value) && value < 1e11 && value > -1e11) return value === 0 ? '0' : String(value);
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  if (!Number.isFinite(size)) return String(value);
  if (size >= 1e-4 && size < 1e11) {
    const places = size >= 1 ? Math.max(0, 10 - String(Math.floor(size)).length) : 9;
    const fixed = trimZeros(fixedText(size, places));
    if (fixed.length <= 11) return sign + fixed;
  }
  const short = trimZeros(size.toFixed(9));
  if (size < 1e-4 && Number(short) === size) return sign + short;
  const [mantissa = '0', exponent = '0'] = size.toExponential(5).split('e');
  return `${sign}${trimZeros(mantissa)}E${exponentText(Number(exponent), true, 2)}`;
}

/** A non-negative number under a section of placeholders: `0000`, `#,##0.00`, `0%`, `000-0000`, `0.00E+00`. */
export function patternText(value: number, section: FormatSection, negative: boolean): string {
  const { tokens } = section;
  if (section.isFraction) return (negative ? '-' : '') + generalText(value);
  if (!tokens.some((token) => token.kind === 'digit')) return plainTokens(value, section, negative);
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  const scaled = Number((value * 100 ** percents).toPrecision(15)) / 1000 ** section.scale;
  const exponentAt = tokens.findIndex((token) => token.kind === 'exponent');
  if (exponentAt >= 0) return scientificText(scaled, tokens, exponentAt, negative);
  const digits = placeDigits(scaled, tokens, section.thousands);
  return ((negative ? '-' : '') + digits).trim();
}

/** Fixed decimals rounded as Excel rounds: on the 15 significant digits it keeps, half away from zero. */
function fixedText(value: number, places: number): string {
  const kept = Number(value.toPrecision(15));
  const text = String(kept);
  if (text.includes('e')) {
    if (kept >= 1e21) return BigInt(kept).toString() + (places ? `.${'0'.repeat(places)}` : '');
    return kept.toFixed(places);
  }
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length <= places) return places ? `${whole}.${fraction.padEnd(places, '0')}` : whole;
  return (Number(`${Math.round(Number(`${text}e${places}`))}e-${places}`) || 0).toFixed(places);
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
}

function exponentText(exponent: number, plus: boolean, width: number): string {
  return (exponent < 0 ? '-' : plus ? '+' : '') + String(Math.abs(exponent)).padStart(width, '0');
}

/** Sections without placeholders: literals, `General` and `%` between words. */
function plainTokens(value: number, section: FormatSection, negative: boolean): string {
  let text = '';
  for (const token of section.tokens) {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'general' || token.kind === 'text') text += generalText(value);
    else if (token.kind === 'percent') text += '%';
  }
  const shows = section.tokens.some((token) => token.kind === 'general' || token.kind === 'text');
  return ((negative && shows ? '-' : '') + text).trim();
}

function scientificText(value: number, tokens: readonly FormatToken[], exponentAt: number, negative: boolean): string {
  const head = tokens.slice(0, exponentAt);
  const pointAt = head.findIndex((token) => token.kind === 'point');
  const whole = countDigits(pointAt < 0 ? head : head.slice(0, pointAt));
  const places = pointAt < 0 ? 0 : countDigits(head.slice(pointAt));
  let exponent = value === 0 ? 0 : Number(value.toExponential(15).split('e')[1]);
  if (whole > 1) exponent -= ((exponent % whole) + whole) % whole;
  let mantissa = value / 10 ** exponent;
  if (Number(fixedText(mantissa, places)) >= 10 ** whole) {
    exponent += whole;
    mantissa = value / 10 ** exponent;
  }
  const tail = tokens.slice(exponentAt + 1);
  const mark = tokens[exponentAt];
  const plus = mark?.kind === 'exponent' && mark.plus;
  const rest = tail.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const text = `${placeDigits(mantissa, head, false)}E${exponentText(exponent, plus, countDigits(tail))}${rest}`;
  return ((negative ? '-' : '') + text).trim();
}

function countDigits(tokens: readonly FormatToken[]): number {
  return tokens.filter((token) => token.kind === 'digit').length;
}

/** Fills the placeholders; literals between them stay where they stand (`000-0000`). */
function placeDigits(value: number, tokens: readonly FormatToken[], thousands: boolean): string {
  const pointAt = tokens.findIndex((token) => token.kind === 'point');
  const wholeTokens = pointAt < 0 ? tokens : tokens.slice(0, pointAt);
  const rest = pointAt < 0 ? [] : tokens.slice(pointAt + 1);
  // Literals after the digits belong to the text, whether or not there is a point.
  const places = countDigits(rest);
  const [whole = '0', fraction = ''] = fixedText(value, places).split('.');
  let text = placeWhole(whole === '0' ? '' : whole, wholeTokens, thousands);
  if (pointAt >= 0) text += `.${placeFraction(fraction, rest)}`;
  return text;
}

function placeWhole(digits: string, tokens: readonly FormatToken[], thousands: boolean): string {
  const firstDigit = tokens.findIndex((token) => token.kind === 'digit');
  let left = digits.length;
  let placed = 0;
  let text = '';
  const put = (digit: string) => {
    if (thousands && placed > 0 && placed % 3 === 0) text = `,${text}`;
    text = digit + text;
    placed++;
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.kind === 'digit') {
      if (left > 0) put(digits[--left] ?? '');
      else if (token.mark === '0') put('0');
      if (i === firstDigit) while (left > 0) put(digits[--left] ?? '');
    } else if (token?.kind === 'literal') text = token.text + text;
    else if (token?.kind === 'percent') text = `%${text}`;
  }
  return text;
}

function placeFraction(fraction: string, tokens: readonly FormatToken[]): string {
  let lastKept = fraction.length;
  const marks = tokens.filter((token) => token.kind === 'digit');
  while (lastKept > 0 && marks[lastKept - 1]?.mark !== '0' && fraction[lastKept - 1] === '0') lastKept--;
  let at = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind === 'digit') {
      if (at < lastKept) text += fraction[at] ?? '';
      at++;
    } else if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'percent') text += '%';
  }
  return text;
}
