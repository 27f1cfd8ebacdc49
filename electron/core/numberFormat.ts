import { dateText } from './dateFormat.ts';
import { type FormatSection, parseFormat } from './formatSections.ts';
import { generalText, patternText } from './numberText.ts';

/** A number format code made ready for many cells. */
export interface NumberFormat {
  /** Numbers under this format are days or times (`yyyy/m/d`, `h:mm`); elapsed time `[h]:mm` stays a number. */
  readonly isDate: boolean;
  /** What a person sees in the cell. */
  text(value: number, date1904: boolean): string;
}

/** The format of a code such as `0.00%`, `#,##0`, `yyyy"年"m"月"d"日"`, `[$-804]yyyy/m/d`. Cached by code. */
export function numberFormat(code: string): NumberFormat {
  const known = cache.get(code);
  if (known) return known;
  if (cache.size > 2000) cache.clear();
  const made = makeFormat(code);
  cache.set(code, made);
  return made;
}

/** Text of a number under a format code, as a cell shows it: (0.5, `0%`) → `50%`. */
export function displayNumber(value: number, code: string, date1904 = false): string {
  return numberFormat(code).text(value, date1904);
}

const cache = new Map<string, NumberFormat>();

function makeFormat(code: string): NumberFormat {
  const sections = parseFormat(code);
  const first = sections[0];
  if (!first || (sections.length === 1 && first.isGeneral && first.tokens.length === 1)) {
    return { isDate: false, text: generalText };
  }
  const numeric = sections.filter((section) => !section.isText);
  return {
    isDate: first.isDate && !first.isElapsed,
    text(value, date1904) {
      const section = pickSection(numeric, value);
      if (!section) return generalText(value);
      if (section.isDate) return dateText(value, section, date1904) ?? generalText(value);
      const negative = value < 0 && section.keepsSign;
      return patternText(Math.abs(value), section, negative);
    },
  };
}

/** The section for a value: by its own condition, else positive; negative; zero. */
function pickSection(sections: readonly FormatSection[], value: number): FormatSection | undefined {
  if (sections.some((section) => section.condition)) {
    return sections.find((section) => section.condition?.(value) ?? true) ?? sections.at(-1);
  }
  if (value < 0 && sections.length > 1) return sections[1];
  if (value === 0 && sections.length > 2) return sections[2];
  return sections[0];
}
