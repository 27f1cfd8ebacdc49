import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Style } from 'exceljs';
import { UNIT_KIND_WORDS } from '../../contract/unitWords.ts';
import { columnLetters } from '../../core/address.ts';
import { UNIT_COLUMNS, type UnitCells, type UnitColumn } from '../../core/unitListTable.ts';

/** The unit list (单位名录) as a workbook that can be filled in and read again: every cell a text, the heading stays in view. */
export async function writeUnitListWorkbook(rows: readonly Required<UnitCells>[], office: string): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = office;
  listSheet(workbook, rows);
  helpSheet(workbook);
  await workbook.commit();
  return new Uint8Array(await bytes);
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;

/** What exceljs' sheets have and its types leave out. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

// The keys of the table are the columns.
const COLUMNS = Object.keys(UNIT_COLUMNS) as UnitColumn[];
const WIDTHS: Partial<Readonly<Record<UnitColumn, number>>> = {
  id: 12,
  officialName: 32,
  formerNames: 40,
  aliases: 36,
  fate: 26,
  groups: 26,
  leaderEmail: 22,
  clerkEmail: 22,
  note: 36,
};
/** Rows a list holds ready to be added. */
const SPARE_ROWS = 200;

// Shared objects: exceljs writes one style per object it meets. `@` keeps a phone number's first zero.
const TEXT: Partial<Style> = {
  numFmt: '@',
  font: { name: '宋体', size: 11 },
  alignment: { vertical: 'top', wrapText: true },
};
const TOLD: Partial<Style> = { ...TEXT, font: { name: '宋体', size: 11, color: { argb: 'FF808080' } } };
const HEADER: Partial<Style> = {
  numFmt: '@',
  font: { name: '宋体', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EBF3' } },
  border: { bottom: { style: 'thin', color: { argb: 'FF808080' } } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};

function listSheet(workbook: Writer, rows: readonly Required<UnitCells>[]): void {
  const sheet = workbook.addWorksheet('单位名录', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  sheet.columns = COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 14 }));
  const header = sheet.addRow(COLUMNS.map((column) => UNIT_COLUMNS[column].title));
  header.height = 30;
  for (let place = 1; place <= COLUMNS.length; place++) header.getCell(place).style = HEADER;
  header.commit();
  const last = rows.length + SPARE_ROWS + 1;
  const { dataValidations: validations } = sheet as unknown as WithValidations;
  const addList = (column: UnitColumn, formula: string, strict: boolean): void => {
    const letters = columnLetters(COLUMNS.indexOf(column) + 1);
    validations.add(`${letters}2:${letters}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: strict,
    });
  };
  addList('kind', `"${Object.values(UNIT_KIND_WORDS).join(',')}"`, true);
  const names = columnLetters(COLUMNS.indexOf('name') + 1);
  addList('parent', `$${names}$2:$${names}$${last}`, false);
  for (const cells of [...rows, ...Array.from({ length: SPARE_ROWS }, () => null)]) {
    const row = sheet.addRow(cells ? COLUMNS.map((column) => cells[column]) : []);
    for (const [index, column] of COLUMNS.entries())
      row.getCell(index + 1).style = column === 'fate' || column === 'id' ? TOLD : TEXT;
    row.commit();
  }
  sheet.commit();
}

const HELP = [
  '填写说明',
  '一行一个单位。改完后在“单位”页点“导入名录”，先看清每一行的变化，再确认写入。',
  '编号：用来认单位，请不要改；新单位不用填，由程序编号。',
  '简称、全称：改名（换牌子）请在程序里用“改名”，旧名才会留在以前的材料上；这里改的是写错的名称。',
  '曾用名：一行一个，写成“简称 | 全称 | 至2019-02-28 | 依据”。',
  '别名：表格里出现过的其他写法，用“、”隔开。',
  '类别、上级：从下拉列表里选；上级填主管单位的简称。',
  '生效、失效：写成 2022-05-01；一直有效的空着。',
  '去向：合并、分设后的接续单位，只供查看，导入时不读。',
  '分组：填分组编号，用“；”隔开。导入时按“一直如此”处理；要从某一天起变更，请在“单位分组”里改。',
  '联系人有几位的，在同一格里分行写，电话、邮箱、微信按同样的顺序分行，没有的填“-”。',
  '空着的格子会清空原来的内容，简称、全称和类别除外：空着就不改；不想动的列可以整列删去。',
];

function helpSheet(workbook: Writer): void {
  const sheet = workbook.addWorksheet('填写说明');
  sheet.columns = [{ width: 110 }];
  for (const [index, line] of HELP.entries()) {
    const row = sheet.addRow([line]);
    row.getCell(1).style = index === 0 ? HEADER : TEXT;
    row.commit();
  }
  sheet.commit();
}
