/** One piece of a format section. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0`, `#` or `?` */
  | { readonly kind: 'digit'; readonly mark: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  /** `yyyy`, `m`, `dd`, `aaaa`, `h`, `ss`, `AM/PM`; `[h]` as `elapsed`. */
  | { readonly kind: 'date'; readonly unit: DateUnit; readonly width: number }
  | { readonly kind: 'halfDay'; readonly am: string; readonly pm: string };

export type DateUnit =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'elapsedHours'
  | 'elapsedMinutes'
  | 'elapsedSeconds';

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly isGeneral: boolean;
  readonly isDate: boolean;
  readonly isElapsed: boolean;
  readonly isText: boolean;
  readonly thousands: boolean;
  /** Commas after the last digit: each divides by 1000. */
  readonly scale: number;
  readonly isFraction: boolean;
  /** `[DBNum1]`: digits as 二〇二二. */
  readonly chineseDigits: boolean;
  readonly condition: ((value: number) => boolean) | null;
  /** A minus sign must be shown: the section was not made for negative values. */
  readonly keepsSign: boolean;
}

/** Sections of a number format code (ECMA-376 part 1, 18.8.31), in their order. Never fails: odd signs are literals. */
export function parseFormat(code: string): FormatSection[] {
  const parts = splitSections(code);
  return parts.map((part, index) => parseSection(part, index, parts.length));
}

function splitSections(code: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < code.length; i++) {
    const char = code[i];
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '\\') i++;
    else if (!quoted && char === ';') {
      parts.push(code.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(code.slice(start));
  return parts.slice(0, 4);
}

const PIECE =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(General|G\/通用格式)|(AM\/PM|A\/P|上午\/下午)|(E[+-])|([yemdhsa])\7*|([0#?])|(,)|(\.)|(%)|(@)|([bg]+)|([\s\S])/giu;

const UNITS: Readonly<Record<string, DateUnit>> = {
  y: 'year',
  e: 'year',
  m: 'month',
  d: 'day',
  a: 'weekday',
  h: 'hour',
  s: 'second',
};

function parseSection(source: string, index: number, count: number): FormatSection {
  const draft: Draft = {
    tokens: [],
    condition: null,
    chineseDigits: false,
    commas: 0,
    thousands: false,
    isFraction: false,
  };
  for (const match of source.matchAll(PIECE)) addPiece(draft, match);
  const { tokens, condition } = draft;
  const isDate = tokens.some((token) => token.kind === 'date' || token.kind === 'halfDay');
  return {
    tokens: isDate ? tellMinutes(tokens) : tokens,
    isGeneral: tokens.some((token) => token.kind === 'general'),
    isDate,
    isElapsed: tokens.some((token) => token.kind === 'date' && token.unit.startsWith('elapsed')),
    isText: tokens.some((token) => token.kind === 'text') || index === 3,
    thousands: draft.thousands,
    scale: draft.commas,
    isFraction: draft.isFraction,
    chineseDigits: draft.chineseDigits,
    condition,
    keepsSign: index === 0 || (count === 2 && index === 1 && condition !== null),
  };
}

interface Draft {
  readonly tokens: FormatToken[];
  condition: FormatSection['condition'];
  chineseDigits: boolean;
  /** Commas since the last digit. */
  commas: number;
  thousands: boolean;
  isFraction: boolean;
}

function addPiece(draft: Draft, match: RegExpExecArray): void {
  const [whole, quoted, escaped, bracket, general, half, exponent, date, digit, comma, point, percent, at, , other] =
    match.map((group) => group as string | undefined);
  const { tokens } = draft;
  if (quoted !== undefined || escaped !== undefined) tokens.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
  else if (bracket !== undefined) addBracket(draft, bracket);
  else if (general) tokens.push({ kind: 'general' });
  else if (half) tokens.push({ kind: 'halfDay', am: half.split('/')[0] ?? '', pm: half.split('/')[1] ?? '' });
  else if (date) tokens.push(dateToken(date, whole ?? date));
  else if (exponent) tokens.push({ kind: 'exponent', plus: exponent[1] === '+' });
  else if (digit) {
    if (draft.commas > 0) draft.thousands = true;
    draft.commas = 0;
    tokens.push({ kind: 'digit', mark: digit });
  } else if (comma) {
    if (tokens.some((token) => token.kind === 'digit')) draft.commas++;
    else tokens.push({ kind: 'literal', text: ',' });
  } else if (point) tokens.push({ kind: 'point' });
  else if (percent) tokens.push({ kind: 'percent' });
  else if (at) tokens.push({ kind: 'text' });
  else if (other !== undefined) {
    if (other === '/' && tokens.at(-1)?.kind === 'digit') draft.isFraction = true;
    tokens.push({ kind: 'literal', text: other });
  }
}

/** `[h]`, `[DBNum1]`, `[$¥-804]`, `[>100]`; colours and the rest change nothing that is read. */
function addBracket(draft: Draft, bracket: string): void {
  const elapsed = elapsedUnit(bracket);
  if (elapsed) draft.tokens.push({ kind: 'date', unit: elapsed, width: bracket.length });
  else if (/^DBNum1$/iu.test(bracket)) draft.chineseDigits = true;
  // The numeral shape in front of the language of `[$-1E000804]` is [DBNum1] written otherwise.
  else if (/^\$-1E0\d+$/iu.test(bracket)) draft.chineseDigits = true;
  else if (bracket.startsWith('$')) draft.tokens.push({ kind: 'literal', text: bracket.slice(1).split('-')[0] ?? '' });
  else draft.condition = parseCondition(bracket) ?? draft.condition;
}

/** `a` is a weekday only from three letters on. */
function dateToken(letter: string, letters: string): FormatToken {
  const unit = UNITS[letter.toLowerCase()];
  if (!unit || (unit === 'weekday' && letters.length < 3)) return { kind: 'literal', text: letters };
  return { kind: 'date', unit, width: letters.length };
}

function elapsedUnit(bracket: string): DateUnit | null {
  if (/^h+$/iu.test(bracket)) return 'elapsedHours';
  if (/^m+$/iu.test(bracket)) return 'elapsedMinutes';
  return /^s+$/iu.test(bracket) ? 'elapsedSeconds' : null;
}

function parseCondition(bracket: string): FormatSection['condition'] {
  const match = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:E[+-]?\d+)?)$/iu.exec(bracket);
  if (!match) return null;
  const limit = Number(match[2]);
  switch (match[1]) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '=':
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}

/** `m` means minutes after hours or before seconds; `.0` after seconds is a fraction of them. */
function tellMinutes(tokens: readonly FormatToken[]): FormatToken[] {
  const told: FormatToken[] = [];
  const units = tokens.map((token) => (token.kind === 'date' ? token.unit : null));
  const before = (i: number) => units.slice(0, i).findLast((unit) => unit !== null);
  const after = (i: number) => units.slice(i + 1).find((unit) => unit !== null);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind === 'date' && token.unit === 'month' && token.width <= 2) {
      const last = before(i);
      const next = after(i);
      const minutes = last === 'hour' || last === 'elapsedHours' || next === 'second' || next === 'elapsedSeconds';
      told.push(minutes ? { kind: 'date', unit: 'minute', width: token.width } : token);
    } else if (token.kind === 'point' && tokens[i + 1]?.kind === 'digit' && isSecond(before(i))) {
      let width = 0;
      while (tokens[i + 1]?.kind === 'digit') {
        width++;
        i++;
      }
      told.push({ kind: 'date', unit: 'fraction', width });
    } else if (token.kind === 'point') told.push({ kind: 'literal', text: '.' });
    else if (token.kind === 'digit') told.push({ kind: 'literal', text: token.mark === '#' ? '' : token.mark });
    else told.push(token);
  }
  return told;
}

function isSecond(unit: DateUnit | null | undefined): boolean {
  return unit === 'second' || unit === 'elapsedSeconds';
}
