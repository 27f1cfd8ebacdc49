import { numberFormat } from '../../core/numberFormat.ts';
import type { CellStyle } from './compactCells.ts';
import { htmlAttribute } from './htmlScanner.ts';

/** What the style of a table, row, column or cell says that matters here. */
export interface HtmlLook {
  readonly hidden: boolean;
  readonly struckOut: boolean;
  readonly text: boolean;
  readonly coloured: boolean;
}

export interface HtmlStyles {
  /** Grows while the page is read; index 0 is the plain cell. */
  readonly cellStyles: readonly CellStyle[];
  /** Adds the rules of a `<style>`. */
  addSheet(css: string): void;
  look(attributes: string): HtmlLook;
  /** Index of a cell's style. */
  styleOf(look: HtmlLook): number;
}

/** Reads the styles of a web page that Excel or a web system wrote: classes and `style=`, no cascade. */
export function createHtmlStyles(): HtmlStyles {
  const classes = new Map<string, string>();
  const cellStyles: CellStyle[] = [styleFor(PLAIN)];
  const indexes = new Map<number, number>([[0, 0]]);
  return {
    cellStyles,
    addSheet(css) {
      for (const [, name = '', rules = ''] of css.slice(0, MAX_CSS).matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/gu)) {
        if (classes.size < MAX_CLASSES) classes.set(name, rules);
      }
    },
    look(attributes) {
      if (!/style|class|bgcolor|hidden/iu.test(attributes)) return PLAIN;
      const own = htmlAttribute(attributes, 'style') ?? '';
      const named = (htmlAttribute(attributes, 'class') ?? '').split(/\s+/u).map((name) => classes.get(name) ?? '');
      const css = [...named, own].join(';');
      const background = htmlAttribute(attributes, 'bgcolor') ?? /background(?:-color)?\s*:\s*([^;]+)/iu.exec(css)?.[1];
      return {
        hidden: /display\s*:\s*none/iu.test(css) || /\bhidden\b/iu.test(attributes.replace(QUOTED, '')),
        struckOut: /text-decoration[\w-]*\s*:[^;]*line-through/iu.test(css),
        text: /mso-number-format\s*:\s*["']?\\?@/iu.test(css),
        coloured: background !== undefined && !NO_COLOUR.test(background.trim()),
      };
    },
    styleOf(look) {
      const key = (look.text ? 1 : 0) + (look.coloured ? 2 : 0) + (look.struckOut ? 4 : 0);
      const known = indexes.get(key);
      if (known !== undefined) return known;
      indexes.set(key, cellStyles.length);
      return cellStyles.push(styleFor(look)) - 1;
    },
  };
}

const PLAIN: HtmlLook = { hidden: false, struckOut: false, text: false, coloured: false };
const QUOTED = /"[^"]*"|'[^']*'/gu;
const MAX_CSS = 1024 * 1024;
const MAX_CLASSES = 10_000;
const NO_COLOUR = /^(?:|none|transparent|inherit|initial|auto|white|#fff(?:fff)?|rgb\(255,\s*255,\s*255\))\b/iu;

function styleFor({ text, coloured, struckOut }: HtmlLook): CellStyle {
  const format = text ? '@' : 'General';
  return { format, number: numberFormat(format), struckOut, coloured };
}
