import { numberFormat } from '../../core/numberFormat.ts';
import type { CellStyle } from './compactCells.ts';
import { attributeOf } from './xmlHandler.ts';

/** The styles of an “XML Spreadsheet 2003” by their name. */
export interface XmlStyles {
  open(name: string, attributes: string): void;
  /** Index of a style in the list; unknown names are the plain style. */
  indexOf(id: string | undefined): number;
}

/** Reads `<Style>` elements into `list`, whose first entry is the plain style. */
export function createXmlStyles(list: CellStyle[]): XmlStyles {
  const indexes = new Map<string, number>();
  const known = new Map<string, StyleFacts>();
  list.splice(0, list.length, styleOf({}));
  let current = 0;
  let currentId = '';
  /** What the style under way says so far. */
  let facts: StyleFacts = {};
  const put = (more: StyleFacts) => {
    facts = { ...facts, ...more };
    list[current] = styleOf(facts);
    known.set(currentId, facts);
  };
  return {
    open(name, attributes) {
      if (name === 'Style') {
        currentId = attributeOf(attributes, 'ID') ?? '';
        // A style starts from its parent, else from that of the workbook.
        facts = known.get(attributeOf(attributes, 'Parent') ?? 'Default') ?? {};
        current = list.push(styleOf(facts)) - 1;
        indexes.set(currentId, current);
        known.set(currentId, facts);
      } else if (current === 0) return;
      else if (name === 'NumberFormat')
        put({
          format: NAMED[attributeOf(attributes, 'Format') ?? ''] ?? attributeOf(attributes, 'Format') ?? 'General',
        });
      else if (name === 'Font') {
        put({
          struckOut: attributeOf(attributes, 'StrikeThrough') === '1',
          white: /^#?ffffff$/iu.test(attributeOf(attributes, 'Color') ?? ''),
          tiny: Number(attributeOf(attributes, 'Size') ?? 11) <= 2,
        });
      } else if (name === 'Interior') {
        const filled = (attributeOf(attributes, 'Pattern') ?? 'None') !== 'None';
        put({ coloured: filled && !/^#?ffffff$/iu.test(attributeOf(attributes, 'Color') ?? '#ffffff') });
      }
    },
    indexOf: (id) => (id === undefined ? 0 : (indexes.get(id) ?? 0)),
  };
}

interface StyleFacts {
  readonly format?: string;
  readonly struckOut?: boolean;
  readonly white?: boolean;
  readonly tiny?: boolean;
  readonly coloured?: boolean;
}

/** Formats that go by a name. */
const NAMED: Readonly<Record<string, string>> = {
  '': 'General',
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Short Time': 'h:mm',
  'Medium Time': 'h:mm AM/PM',
  'Long Time': 'h:mm:ss',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  Currency: '"¥"#,##0.00',
  'Euro Currency': '[$€-2] #,##0.00',
};

function styleOf({
  format = 'General',
  struckOut = false,
  white = false,
  tiny = false,
  coloured = false,
}: StyleFacts): CellStyle {
  return { format, number: numberFormat(format), struckOut, coloured, unreadable: tiny || (white && !coloured) };
}
