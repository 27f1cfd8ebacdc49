import type { CellContent, Sheet } from '../contract/sheets.ts';
import { cleanText, foldHeader } from './fold.ts';
import { readDate } from './readDate.ts';

/** Columns of the unit list (单位名录), in the order they are written. `去向` is only told, never read. */
export const UNIT_COLUMNS = {
  id: { title: '编号', names: ['单位编号', '代码', '单位代码'] },
  name: { title: '简称', names: ['单位简称', '单位'] },
  officialName: { title: '全称', names: ['单位全称', '单位名称', '全称（印章）', '印章名称'] },
  formerNames: { title: '曾用名', names: ['原名称', '历史名称'] },
  aliases: { title: '别名', names: ['其他写法', '又名'] },
  kind: { title: '类别', names: ['单位类别', '类型'] },
  parent: { title: '上级', names: ['上级单位', '主管单位', '主管部门'] },
  activeFrom: { title: '生效', names: ['启用', '启用日期', '生效日期'] },
  activeTo: { title: '失效', names: ['停用', '停用日期', '失效日期'] },
  fate: { title: '去向', names: [] },
  groups: { title: '分组', names: ['单位分组', '所在分组'] },
  leader: { title: '分管领导', names: ['分管负责人', '负责人'] },
  leaderPhone: { title: '分管领导电话', names: [] },
  leaderEmail: { title: '分管领导邮箱', names: [] },
  leaderWechat: { title: '分管领导微信', names: [] },
  clerk: { title: '经办人', names: ['联系人', '联络员', '经办人员'] },
  clerkPhone: { title: '经办人电话', names: [] },
  clerkEmail: { title: '经办人邮箱', names: [] },
  clerkWechat: { title: '经办人微信', names: [] },
  note: { title: '备注', names: ['说明'] },
} as const satisfies Record<string, { readonly title: string; readonly names: readonly string[] }>;
export type UnitColumn = keyof typeof UNIT_COLUMNS;
export type UnitCells = Partial<Readonly<Record<UnitColumn, string>>>;

/** The unit list as a sheet holds it: texts by column; days as `2022-04-29`. */
export interface UnitListTable {
  readonly columns: readonly UnitColumn[];
  /** Headings nothing is known of, and those that came a second time. */
  readonly unknownColumns: readonly string[];
  /** Rows with anything in them; `row` is 1-based. */
  readonly rows: readonly { readonly row: number; readonly cells: UnitCells }[];
}

/** The first sheet that has a heading line with a unit's name; null if none has. */
export function unitListTable(sheets: readonly Sheet[]): UnitListTable | null {
  for (const sheet of sheets) {
    for (const [index, { cells }] of sheet.rows.slice(0, HEADING_WITHIN).entries()) {
      const { columns, unknownColumns } = readHeadings(cells);
      const found = new Set(columns.values());
      if (found.size < 2 || !(found.has('name') || found.has('officialName'))) continue;
      const rows = sheet.rows.slice(index + 1).flatMap((row) => {
        const texts = row.cells.flatMap((cell) => {
          const column = columns.get(cell.column);
          return column === undefined ? [] : [[column, textOf(cell, column)] as const];
        });
        const isEmpty = row.cells.every((cell) => cleanText(cell.text) === '');
        // A cell left blank says so: only a column that is not there says nothing.
        const blank = [...found].map((column) => [column, ''] as const);
        return isEmpty ? [] : [{ row: row.row, cells: Object.fromEntries([...blank, ...texts]) }];
      });
      return { columns: [...found], unknownColumns, rows };
    }
  }
  return null;
}

const HEADING_WITHIN = 10;

function readHeadings(cells: readonly CellContent[]): {
  readonly columns: ReadonlyMap<number, UnitColumn>;
  readonly unknownColumns: readonly string[];
} {
  const columns = new Map<number, UnitColumn>();
  const unknownColumns: string[] = [];
  let person: 'leader' | 'clerk' = 'clerk';
  for (const cell of cells) {
    const text = cleanText(cell.text);
    if (text === '') continue;
    const heading = foldHeader(text);
    // 电话 behind 分管领导 is the leader's.
    const attribute = ATTRIBUTES.get(heading);
    const column: UnitColumn | undefined = attribute ? `${person}${attribute}` : HEADINGS.get(heading);
    if (column === undefined || [...columns.values()].includes(column)) unknownColumns.push(text);
    else columns.set(cell.column, column);
    if (column === 'leader' || column === 'clerk') person = column;
  }
  return { columns, unknownColumns };
}

const HEADINGS: ReadonlyMap<string, UnitColumn> = new Map(
  Object.entries(UNIT_COLUMNS).flatMap(([column, { title, names }]) =>
    // The keys of the table are the columns.
    [title, ...names].map((name) => [foldHeader(name), column as UnitColumn] as const),
  ),
);

const ATTRIBUTES: ReadonlyMap<string, 'Phone' | 'Email' | 'Wechat'> = new Map([
  ['电话', 'Phone'],
  ['联系电话', 'Phone'],
  ['手机', 'Phone'],
  ['手机号', 'Phone'],
  ['手机号码', 'Phone'],
  ['邮箱', 'Email'],
  ['电子邮箱', 'Email'],
  ['邮件', 'Email'],
  ['微信', 'Wechat'],
  ['微信号', 'Wechat'],
]);

function textOf(cell: CellContent, column: UnitColumn): string {
  const text = cleanText(cell.text);
  if (text === '' || (column !== 'activeFrom' && column !== 'activeTo')) return text;
  const date = readDate(cell, false);
  return date.kind === 'day' ? date.day : text;
}
