import { LIST_TITLE, RETURN_MARK_COLUMN, type ReturnMark } from '../../../contract/returns.ts';
import { columnLetters } from '../../../core/address.ts';
import { textWidth } from '../../../core/circularTitle.ts';
import { LEVEL_WORDS, type ReturnItem } from '../../../core/returnItems.ts';
import { MARK_CELLS, markCells } from '../../../core/returnMarks.ts';
import type { StyleSheet } from './styleSheet.ts';
import { MARK_FILLS } from './styleSheet.ts';
import { escapeXml } from './xmlEdit.ts';

const COLUMNS: readonly {
  readonly title: string;
  readonly width: number;
  readonly center?: true;
  readonly text: (item: ReturnItem) => string;
}[] = [
  { title: '序号', width: 6, center: true, text: () => '' },
  { title: '程度', width: 7, center: true, text: (item) => LEVEL_WORDS[item.severity] },
  { title: '所在工作表', width: 16, text: (item) => item.sheet },
  { title: '所在行', width: 8, center: true, text: (item) => (item.row === null ? '全表' : String(item.row)) },
  { title: '所在格', width: 9, center: true, text: (item) => item.cell ?? '' },
  { title: '涉及栏目', width: 22, text: (item) => item.column },
  { title: '现填内容', width: 26, text: (item) => item.value },
  { title: '存在问题', width: 46, text: (item) => item.problem },
  { title: '如何改正', width: 34, text: (item) => item.remedy },
];
const LINK_COLUMN = COLUMNS.findIndex((column) => column.title === '所在格');
const HEAD_ROWS = 2;
/** Excel and WPS take at most 65,530 links in a sheet. */
const MOST_LINKS = 65_000;

/**
 * The 问题清单 as a sheet part of its own: title, frozen head, one line per finding, each with a link to its cell. Every cell is text, so
 * that no code becomes a number.
 */
export function listSheetXml(
  items: readonly ReturnItem[],
  styles: StyleSheet,
  {
    namespace,
    note,
    linked,
    tables,
  }: {
    readonly namespace: string;
    readonly note: string /** Sheets there are. */;
    readonly linked: ReadonlySet<string>;
    /** Where the tables of the file belong, in hidden columns. */
    readonly tables: readonly ReturnMark[];
  },
): string {
  const look = {
    title: styles.own({ bold: true, size: 14 }),
    head: styles.own({ bold: true, border: true, center: true, fill: 'FFE7EBF3' }),
    text: styles.own({ border: true }),
    center: styles.own({ border: true, center: true }),
    link: styles.own({ border: true, center: true, link: true }),
    error: styles.own({ border: true, center: true, fill: MARK_FILLS.error }),
    verify: styles.own({ border: true, center: true, fill: MARK_FILLS.verify }),
  };
  const links: string[] = [];
  const marked = (row: number): string => {
    const mark = tables[row - HEAD_ROWS - 1];
    return (mark ? markCells(mark) : [])
      .map((text, at) => cellOf(`${columnLetters(RETURN_MARK_COLUMN + at)}${row}`, text, look.text))
      .join('');
  };
  const lines = items.map((item, index) => {
    const row = index + HEAD_ROWS + 1;
    const cells = COLUMNS.map((column, at) => {
      const text = at === 0 ? String(index + 1) : column.text(item);
      const isLink = at === LINK_COLUMN && text !== '' && linked.has(item.sheet) && links.length < MOST_LINKS;
      if (isLink) links.push(linkOf(`${LETTERS[at]}${row}`, item.sheet, text));
      const level = at === 1 && item.severity !== 'notice' ? look[item.severity] : null;
      return cellOf(
        `${LETTERS[at]}${row}`,
        text,
        level ?? (isLink ? look.link : column.center ? look.center : look.text),
      );
    });
    const height = 16 * Math.max(...COLUMNS.map((column) => linesOf(column.text(item), column.width / 2 - 1))) + 4;
    return `<row r="${row}" ht="${Math.min(height, 400)}" customHeight="1">${cells.join('')}${marked(row)}</row>`;
  });
  // A clean table of the file has no finding beside its mark.
  const more = tables.slice(items.length).map((_, index) => {
    const row = items.length + index + HEAD_ROWS + 1;
    return `<row r="${row}">${marked(row)}</row>`;
  });
  const head = COLUMNS.map(({ title }, at) => cellOf(`${LETTERS[at]}2`, title, look.head)).join('');
  const last = items.length + HEAD_ROWS;
  const end = LETTERS[COLUMNS.length - 1];
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${end}${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROWS}" topLeftCell="A${HEAD_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${COLUMNS.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}<col min="${RETURN_MARK_COLUMN}" max="${RETURN_MARK_COLUMN + MARK_CELLS - 1}" width="9" hidden="1" customWidth="1"/></cols>`,
    `<sheetData><row r="1" ht="${26 + 16 * (linesOf(note, 80) - 1)}" customHeight="1">${cellOf('A1', LIST_TITLE + (note === '' ? '' : `　${note}`), look.title)}</row>`,
    `<row r="2" ht="24" customHeight="1">${head}</row>${lines.join('')}${more.join('')}</sheetData>`,
    `<mergeCells count="1"><mergeCell ref="A1:${end}1"/></mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

const LETTERS = 'ABCDEFGHI';

function cellOf(address: string, text: string, style: number): string {
  if (text === '') return `<c r="${address}" s="${style}"/>`;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(shortened(text))}</t></is></c>`;
}

/** A cell holds 32,767 characters; nobody reads more than a few hundred of a value here. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 500 ? `${characters.slice(0, 500).join('')}…` : text;
}

function linkOf(address: string, sheet: string, cell: string): string {
  return `<hyperlink ref="${address}" location="${escapeXml(`'${sheet.replaceAll("'", "''")}'!${cell}`)}" display="${cell}"/>`;
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}
