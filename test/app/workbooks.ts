import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { programPlaces } from '../../electron/places.ts';
import { companyCode } from '../fixtures/inboxGenerator/codes.ts';

/** One sheet as a unit writes it: title lines, the template's header, rows by field id. */
export interface SheetContent {
  readonly sheet: string;
  readonly template: string;
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, string | number | null>>;

/** Writes a workbook; the header has the columns the rows use. */
export async function writeWorkbook(file: string, sheets: readonly SheetContent[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const { sheet, template, titles, rows } of sheets) {
    const names = columnNames(template);
    const fields = [...names.keys()].filter((id) => rows.some((row) => id in row) || rows.length === 0);
    const target = book.addWorksheet(sheet);
    for (const title of titles) target.addRow([title]);
    target.addRow(fields.map((id) => names.get(id)));
    for (const row of rows) target.addRow(fields.map((id) => row[id] ?? null));
  }
  await book.xlsx.writeFile(file);
}

export const MARKET = '西峡县市场监督管理局';

/** A weekly table of penalties of a unit; each number makes the clean row of one document. */
export function penalties(
  numbers: readonly number[],
  {
    unit = MARKET,
    sheet = '行政处罚',
    title = '2022年4月25日—4月29日',
    change = {} as Readonly<Record<number, Row>>,
  } = {},
): SheetContent {
  return {
    sheet,
    template: 'penalty-legal',
    titles: ['行政处罚信息（法人）', `填报单位：${unit}`, title],
    rows: numbers.map((number) => ({ ...penalty(number, unit), ...change[number] })),
  };
}

/** A clean penalty decided on 26 April 2022. */
export function penalty(number: number, unit = MARKET): Row {
  const name = `西峡县第${number}建材有限公司`;
  return {
    CF_XDR_MC: name,
    CF_XDR_LB: '法人及非法人组织',
    CF_XDR_SHXYM: companyCode(name),
    CF_FRDB: '张建国',
    CF_WSH: `西市监罚决〔2022〕${number}号`,
    CF_WFXW: '违反明码标价规定',
    CF_SY: `2022年4月2日经检查发现，当事人未按规定明码标价（第${number}起）`,
    CF_YJ: '《中华人民共和国价格法》第四十二条',
    CF_CFLB: '警告',
    CF_NR: '警告',
    CF_JDRQ: '2022-04-26',
    CF_YXQ: '2023-04-26',
    CF_GSJZQ: '2025-04-26',
    CF_CFJG: unit,
    CF_CFJGDM: companyCode(unit, '11'),
    CF_SJLY: unit,
    CF_SJLYDM: companyCode(unit, '11'),
  };
}

/** A monthly table of articles of a township. */
export function articles(
  titles: readonly string[],
  { unit = '西峡县丹水镇人民政府', month = '2022年4月' } = {},
): SheetContent {
  return {
    sheet: 'Sheet1',
    template: 'publicity',
    titles: [`${month}诚信宣传教育报道`, `填报单位：${unit}`],
    rows: titles.map((title) => ({ title, publishedOn: '2022-04-12', medium: '西峡融媒' })),
  };
}

function columnNames(template: string): Map<string, string> {
  const file = path.join(programPlaces().resources, 'templates', `${template}.json`);
  const { columns } = JSON.parse(readFileSync(file, 'utf8')) as { columns: { id: string; name: string }[] }; // checked at start
  return new Map(columns.map((column) => [column.id, column.name]));
}
