import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Fill, type Style } from 'exceljs';
import type { ReminderLevel, ReminderList } from '../../contract/reminders.ts';
import { textWidth } from '../../core/circularTitle.ts';
import {
  LEVEL_NAMES,
  type ReminderRow,
  reminderNotes,
  reminderRows,
  reminderSummary,
  reminderTitle,
} from '../../core/reminderRows.ts';

/** The reminder list (催报清单) as a workbook: the list ready to print, and a sheet with the texts to paste. */
export async function writeReminderWorkbook(list: ReminderList): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = list.office;
  listSheet(workbook, list);
  textSheet(workbook, list);
  await workbook.commit();
  return new Uint8Array(await bytes);
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly style: Partial<Style>;
  readonly value: (row: ReminderRow) => string | number;
}

const BORDER = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const FONT = { name: '仿宋', size: 11 };

// Shared objects: exceljs writes one style per object it meets. `@` keeps what looks like a formula a text, even after editing.
const TEXT: Partial<Style> = {
  font: FONT,
  border: BORDERS,
  numFmt: '@',
  alignment: { vertical: 'middle', wrapText: true },
};
const CENTRED: Partial<Style> = { ...TEXT, alignment: { vertical: 'middle', horizontal: 'center', wrapText: true } };
const NUMBER: Partial<Style> = { ...CENTRED, numFmt: '0' };
const HEADER: Partial<Style> = {
  ...CENTRED,
  font: { name: '黑体', size: 11 },
  fill: solid('FFE7EBF3'),
};
const TITLE: Partial<Style> = {
  font: { name: '方正小标宋简体', size: 18 },
  alignment: { vertical: 'middle', horizontal: 'center' },
};
const LINE: Partial<Style> = { font: FONT, alignment: { vertical: 'middle', wrapText: true } };
const LEVELS: Readonly<Record<ReminderLevel, Partial<Style>>> = {
  blue: { ...CENTRED, fill: solid('FFCFE2FF') },
  yellow: { ...CENTRED, fill: solid('FFFFF2CC') },
  red: { ...CENTRED, fill: solid('FFF8CBCB') },
};

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 6, style: NUMBER, value: (row) => row.number },
  { title: '单位', width: 14, style: CENTRED, value: (row) => row.unit },
  { title: '报送事项', width: 28, style: TEXT, value: (row) => row.title },
  { title: '报送期', width: 11, style: CENTRED, value: (row) => row.period },
  { title: '截止时间', width: 16, style: CENTRED, value: (row) => row.due },
  { title: '情形', width: 15, style: CENTRED, value: (row) => row.state },
  { title: '逾期天数', width: 8, style: NUMBER, value: (row) => row.daysLate },
  { title: '级别', width: 6, style: CENTRED, value: (row) => LEVEL_NAMES[row.level] },
  { title: '级别理由', width: 22, style: TEXT, value: (row) => row.reason },
  { title: '已催次数', width: 8, style: NUMBER, value: (row) => row.chased },
  { title: '上次催报', width: 17, style: CENTRED, value: (row) => row.lastChase },
  { title: '答复', width: 18, style: TEXT, value: (row) => row.answer },
  { title: '承诺日期', width: 12, style: CENTRED, value: (row) => row.promised },
  { title: '联系人', width: 16, style: CENTRED, value: (row) => row.contacts },
  { title: '电话', width: 16, style: CENTRED, value: (row) => row.phones },
];
const LEVEL_COLUMN = COLUMNS.findIndex((column) => column.title === '级别') + 1;
const HEADER_ROW = 3;

function listSheet(workbook: Writer, list: ReminderList): void {
  const sheet = workbook.addWorksheet('催报清单', {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, xSplit: 2 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  headline(sheet, 1, reminderTitle(list), TITLE, 30);
  headline(sheet, 2, reminderSummary(list), LINE, 22);
  const header = sheet.getRow(HEADER_ROW);
  header.height = 24;
  for (const [index, { title }] of COLUMNS.entries()) setCell(header.getCell(index + 1), title, HEADER);
  header.commit();
  const rows = reminderRows(list);
  for (const [index, row] of rows.entries()) {
    const line = sheet.getRow(HEADER_ROW + 1 + index);
    line.height = 18 * Math.max(...COLUMNS.map(({ value, width }) => linesOf(String(value(row)), width / 2 - 1)));
    for (const [place, { value, style }] of COLUMNS.entries()) setCell(line.getCell(place + 1), value(row), style);
    line.getCell(LEVEL_COLUMN).style = LEVELS[row.level];
    line.commit();
  }
  const end = HEADER_ROW + rows.length + 1;
  if (rows.length === 0) headline(sheet, end, '无', CENTRED, 24);
  const last = rows.length === 0 ? end + 1 : end;
  for (const [index, note] of reminderNotes(list).entries()) headline(sheet, last + index, note, LINE, 20);
  sheet.commit();
}

/** A line over all columns. */
function headline(sheet: ExcelJS.Worksheet, row: number, text: string, style: Partial<Style>, height: number): void {
  sheet.mergeCells(row, 1, row, COLUMNS.length);
  const line = sheet.getRow(row);
  line.height = height;
  setCell(line.getCell(1), text, style);
  line.commit();
}

function textSheet(workbook: Writer, list: ReminderList): void {
  const sheet = workbook.addWorksheet('群发文本', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = [{ width: 22 }, { width: 110 }];
  const texts = [
    ...rowsOfText(list.groupText).map((text, index) => [index === 0 ? '工作群' : '工作群（续）', text]),
    ...list.items.flatMap((item) =>
      rowsOfText(item.text).map((text, index) => [index === 0 ? item.name : `${item.name}（续）`, text]),
    ),
  ];
  for (const [index, [name = '', text = '']] of [['发给', '催报文本'], ...texts].entries()) {
    const row = sheet.getRow(index + 1);
    row.height = Math.min(400, LINE_HEIGHT * linesOf(text, TEXT_WIDTH));
    setCell(row.getCell(1), name, index === 0 ? HEADER : CENTRED);
    setCell(row.getCell(2), text, index === 0 ? HEADER : TEXT);
    row.commit();
  }
  sheet.commit();
}

const TEXT_WIDTH = 52;
const LINE_HEIGHT = 17;
/** A row can be 409 points high and no more; what is taller would show its middle only. */
const LINES_OF_ROW = Math.floor(400 / LINE_HEIGHT);

/** A text in as many rows as its lines need. */
function rowsOfText(text: string): string[] {
  const rows: string[][] = [];
  let lines = LINES_OF_ROW;
  for (const paragraph of text.split('\n')) {
    const own = linesOf(paragraph, TEXT_WIDTH);
    if (lines + own > LINES_OF_ROW) {
      rows.push([]);
      lines = 0;
    }
    rows.at(-1)?.push(paragraph);
    lines += own;
  }
  return rows.map((paragraphs) => paragraphs.join('\n'));
}

/** Lines a text takes in a cell so many full characters wide; a streamed row needs its height beforehand. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}

function setCell(cell: ExcelJS.Cell, value: string | number, style: Partial<Style>): void {
  cell.value = value;
  cell.style = style;
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
