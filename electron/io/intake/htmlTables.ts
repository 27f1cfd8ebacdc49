import type { Sheet } from '../../contract/sheets.ts';
import type { CellStore } from './cellStore.ts';
import { createHtmlGrid, type HtmlGrid } from './htmlGrid.ts';
import { type HtmlHandler, htmlAttribute } from './htmlScanner.ts';
import type { HtmlStyles } from './htmlStyles.ts';

export interface HtmlTables extends HtmlHandler {
  /** Each table of the page that holds anything as a sheet; call it at the end. */
  sheets(): Sheet[];
}

/**
 * Collects the tables of a web page. What stands before a table is put into rows above it and what follows the last one
 * below, as Excel does, for it names the unit and the month. A table inside a cell becomes a sheet of its own.
 */
export function createHtmlTables(store: CellStore, styles: HtmlStyles): HtmlTables {
  const grids: HtmlGrid[] = [];
  const open: HtmlGrid[] = [];
  const names: string[] = [];
  let outside = '';
  const grid = () => open.at(-1);
  const addGrid = () => {
    const added = createHtmlGrid(store, styles);
    grids.push(added);
    return added;
  };
  const placeOutside = (target: HtmlGrid) => {
    for (const line of outside.split('\n')) target.addLine(line);
    outside = '';
  };
  const breakLine = () => {
    if (open.length > 0) grid()?.breakLine();
    else outside += '\n';
  };
  return {
    open(name, attributes) {
      if (name === 'table') {
        const added = addGrid();
        if (open.length === 0) placeOutside(added);
        open.push(added);
      } else if (name === 'tr') grid()?.startRow(styles.look(attributes));
      else if (name === 'td' || name === 'th') {
        grid()?.startCell(styles.look(attributes), spanOf(attributes, 'colspan'), spanOf(attributes, 'rowspan'));
      } else if (name === 'col') grid()?.addColumns(styles.look(attributes), spanOf(attributes, 'span'));
      else if (name === 'img') grid()?.addPicture();
      else if (STRIKING.has(name)) grid()?.strike(1);
      else if (BREAKING.has(name)) breakLine();
    },
    close(name) {
      if (name === 'table') open.pop()?.finish();
      else if (name === 'tr') grid()?.endRow();
      else if (name === 'td' || name === 'th') grid()?.endCell();
      else if (STRIKING.has(name)) grid()?.strike(-1);
      else if (BLOCKS.has(name)) breakLine();
    },
    text(text) {
      if (open.length > 0) grid()?.text(text);
      else outside += text.replace(/\s+/gu, ' ');
    },
    comment(text) {
      // The names of the sheets, in the order of their tables, as Excel keeps them.
      for (const [, name = ''] of text.matchAll(/<x:Name>([^<]*)<\/x:Name>/gu)) names.push(name);
    },
    style: (text) => styles.addSheet(text),
    sheets() {
      for (const left of open.splice(0).reverse()) left.finish();
      const last = grids.at(-1);
      if (last || outside.trim() !== '') placeOutside(last ?? addGrid());
      for (const one of grids) one.finish();
      const filled = grids.filter((one) => !one.isEmpty());
      return filled.map((one, i) => one.sheet((names.length === filled.length && names[i]) || `Sheet${i + 1}`));
    },
  };
}

const STRIKING: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption']);
const BREAKING: ReadonlySet<string> = new Set([...BLOCKS, 'br', 'hr']);

function spanOf(attributes: string, name: string): number {
  const span = Number.parseInt(htmlAttribute(attributes, name) ?? '1', 10);
  return span > 1 ? span : 1;
}
