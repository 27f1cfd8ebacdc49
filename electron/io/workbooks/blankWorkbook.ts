import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Style } from 'exceljs';
import { BLANK_SHEET, type BlankMark } from '../../contract/blanks.ts';
import type { Template } from '../../contract/templates.ts';
import { columnLetters } from '../../core/address.ts';
import { type BlankColumn, blankColumns, blankInstructions, markRows } from '../../core/blankTemplate.ts';
import { periodTitle } from '../../core/period.ts';

export interface BlankContent {
  readonly template: Template;
  readonly mark: BlankMark;
  /** Official name of the unit; null: it fills it in. */
  readonly unitName: string | null;
  readonly duty: { readonly title: string; readonly dueText: string };
}

/**
 * A blank template as `.xlsx`: title, 填报单位, 报送期, the header with a comment on each column, cells ready in the format their content needs,
 * lists to choose from, a sheet with explanations, and the hidden mark by which the returned file recognises itself.
 */
export async function writeBlankWorkbook(content: BlankContent): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const columns = blankColumns(content.template);
  const lists = longLists(columns);
  tableSheet(workbook, content, columns, lists);
  explanationSheet(workbook, content);
  listSheet(workbook, lists);
  markSheet(workbook, content.mark);
  await workbook.commit();
  return new Uint8Array(await bytes);
}

/** What exceljs' sheets have and its types leave out. */
interface WithValidations {
  readonly dataValidations: {
    add(range: string, validation: ExcelJS.DataValidation & { errorTitle: string; error: string }): void;
  };
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

const HEADER_ROW = 4;
const FIRST_ROW = 5;
/** Lists hold for these rows only: one for a whole column makes some programs hang. */
const LAST_LIST_ROW = 1004;
const LAST_STYLED_ROW = 504;
const LONGEST_LIST = 255;
const LIST_SHEET = '_列表';
const RED = 'FFC00000';

// Shared objects: exceljs writes one style per object it meets.
const TITLE: Partial<Style> = { font: { name: '方正小标宋简体', size: 16 }, alignment: { vertical: 'middle' } };
const LINE: Partial<Style> = { font: { name: '宋体', size: 11 }, alignment: { vertical: 'middle' } };
const BORDER = { style: 'thin', color: { argb: 'FF808080' } } as const;
const HEADER: Partial<Style> = {
  numFmt: '@',
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EBF3' } },
  border: { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};
const REQUIRED: Partial<Style> = { ...HEADER, font: { name: '宋体', size: 11, bold: true, color: { argb: RED } } };
const CELLS: Readonly<Record<BlankColumn['kind'], Partial<Style>>> = {
  text: { numFmt: '@', font: { name: '宋体', size: 11 } },
  date: { numFmt: 'yyyy/mm/dd', font: { name: '宋体', size: 11 } },
  plain: { font: { name: '宋体', size: 11 } },
};
const EXPLANATION: Partial<Style> = {
  font: { name: '宋体', size: 11 },
  alignment: { vertical: 'top', wrapText: true },
};

function tableSheet(
  workbook: Writer,
  { template, unitName, mark }: BlankContent,
  columns: readonly BlankColumn[],
  lists: readonly LongList[],
): void {
  const sheet = workbook.addWorksheet(sheetName(template.title), {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, xSplit: 1 }],
  });
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: CELLS[kind] }));
  const heading = [
    template.title,
    `填报单位：${unitName ?? ''}`,
    `报送期：${mark.period === null ? '' : periodTitle(mark.period)}`,
  ];
  heading.forEach((text, index) => {
    const row = sheet.addRow([text]);
    row.height = index === 0 ? 30 : 20;
    row.getCell(1).style = index === 0 ? TITLE : LINE;
    row.commit();
  });
  const header = sheet.addRow(columns.map((column) => column.header));
  header.height = 45;
  columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.style = column.required ? REQUIRED : HEADER;
    cell.note = { texts: [{ text: column.note }], editAs: 'oneCells' };
  });
  header.commit();
  const { dataValidations: validations } = sheet as unknown as WithValidations;
  columns.forEach((column, index) => {
    const letters = columnLetters(index + 1);
    const formula = lists.find((list) => list.column === index)?.reference ?? shortList(column.choices);
    if (formula === null) return;
    validations.add(`${letters}${FIRST_ROW}:${letters}${LAST_LIST_ROW}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: column.strict,
      errorTitle: '请从列表中选择',
      error: `“${column.header.replace('*', '')}”只能填列表中的值。`,
    });
  });
  for (let number = FIRST_ROW; number <= LAST_STYLED_ROW; number++) {
    const row = sheet.addRow([]);
    columns.forEach(({ kind }, index) => {
      row.getCell(index + 1).style = CELLS[kind];
    });
    row.commit();
  }
  sheet.commit();
}

/** A list longer than a validation can hold stands on a hidden sheet. */
interface LongList {
  readonly column: number;
  readonly values: readonly string[];
  readonly reference: string;
}

function longLists(columns: readonly BlankColumn[]): LongList[] {
  const lists: LongList[] = [];
  columns.forEach(({ choices }, column) => {
    if (choices === null || shortList(choices) !== null) return;
    const letters = columnLetters(lists.length + 1);
    lists.push({ column, values: choices, reference: `'${LIST_SHEET}'!$${letters}$1:$${letters}$${choices.length}` });
  });
  return lists;
}

/** A list inside the validation itself: its values are separated by commas. */
function shortList(choices: readonly string[] | null): string | null {
  if (choices === null || choices.some((value) => /[,"]/u.test(value))) return null;
  const joined = choices.join(',');
  return joined.length <= LONGEST_LIST ? `"${joined}"` : null;
}

function listSheet(workbook: Writer, lists: readonly LongList[]): void {
  if (lists.length === 0) return;
  const sheet = workbook.addWorksheet(LIST_SHEET, { state: 'hidden' });
  const most = Math.max(...lists.map(({ values }) => values.length));
  for (let row = 0; row < most; row++) sheet.addRow(lists.map(({ values }) => values[row] ?? null)).commit();
  sheet.commit();
}

function explanationSheet(workbook: Writer, { template, duty }: BlankContent): void {
  const sheet = workbook.addWorksheet('填表说明');
  sheet.columns = [{ width: 100 }];
  for (const [index, line] of blankInstructions(template, { duty: duty.title, dueText: duty.dueText }).entries()) {
    const row = sheet.addRow([line]);
    row.getCell(1).style = index === 0 ? TITLE : EXPLANATION;
    row.commit();
  }
  sheet.commit();
}

function markSheet(workbook: Writer, mark: BlankMark): void {
  const sheet = workbook.addWorksheet(BLANK_SHEET, { state: 'veryHidden' });
  for (const row of markRows(mark)) sheet.addRow(row).commit();
  sheet.commit();
}

/** Sheet names hold 31 characters and none of `: \ / ? * [ ]`. */
const sheetName = (title: string): string => title.replace(/[:\\/?*[\]]/gu, '').slice(0, 31);
