import type { Remark, RemarkCode } from '../contract/imports.ts';
import type { IntakePolicy } from '../contract/profiles.ts';
import type { WorkbookFormat } from '../contract/sheets.ts';
import type { Day } from '../contract/time.ts';
import { columnLetters } from './address.ts';
import { foldHeader } from './fold.ts';
import { formerColumns, formerOf } from './formerVersion.ts';
import type { HeaderColumn } from './recogniseHeader.ts';
import { isSerialColumn } from './rowKind.ts';
import type { RecognisedTable, TableFacts } from './tableFacts.ts';
import { compareTotals } from './totals.ts';

export interface RemarkedTable extends RecognisedTable {
  readonly format: WorkbookFormat;
  readonly facts: TableFacts;
  readonly hiddenRows: IntakePolicy['hiddenRows'];
  readonly received: Day;
  /** What floats over a sheet of several tables is told with the first. */
  readonly isFirst: boolean;
}

/** What a clerk should know of a table as it was sent, though no rule of a record speaks of it (pitfalls §5.2). */
export function tableRemarks(table: RemarkedTable): Remark[] {
  const { view, columns, extracted, facts, hiddenRows, format } = table;
  const records = extracted.records.length;
  const remarks: Remark[] = [];
  const tell = (code: RemarkCode, severity: Remark['severity'], cell: string | null, message: string): void => {
    remarks.push({ code, severity, cell, message });
  };
  /** Tells of cells, if there are any. */
  const tellCells = (code: RemarkCode, cells: readonly string[], say: (some: string) => string): void => {
    if (cells.length > 0) tell(code, 'verify', cells[0] ?? null, say(listed(cells, '处')));
  };

  if (format === 'html')
    tell(
      'web_export',
      'verify',
      null,
      '这是网页系统导出的表（扩展名虽是 .xls），长号码的末几位可能已失真，请抽查代码和证件号码。',
    );
  tellColumns(table, tell);
  const hidden = columns.filter(({ column }) => facts.hiddenColumns.has(column));
  if (hidden.length > 0)
    tell(
      'hidden_columns',
      'verify',
      null,
      `隐藏的列里有数据，已照常读取：${hidden.map(named).join('、')}。请确认不是废弃内容。`,
    );
  if (facts.hiddenRows.length > 0) {
    const how = view.sheet.filtered ? '被筛选或隐藏' : '被隐藏';
    const what = hiddenRows === 'read' ? '已照常读取' : '按设置未读取';
    tell('filtered_rows', 'verify', null, `${rows(facts.hiddenRows)}${how}，${what}。请确认这些行是否要报。`);
  }
  const coloured = facts.colouredRows;
  if (coloured.length > FEW_ROWS && coloured.length < records)
    tell(
      'coloured_rows',
      'verify',
      null,
      `${rows(coloured)}标了底色。颜色的意思（新增、作废等）程序读不出，请向单位问清。`,
    );
  const [first] = facts.comments;
  if (first) {
    const said = facts.comments.slice(0, SHOWN).map(({ cell, text }) => `${cell}“${shortened(text)}”`);
    const more = facts.comments.length > SHOWN ? `等 ${facts.comments.length} 条` : '';
    tell(
      'comments',
      'verify',
      first.cell,
      `单元格有批注：${said.join('、')}${more}。批注不入库，请看其中是否写着应改的内容。`,
    );
  }
  tellCells(
    'unreadable_text',
    facts.unreadable,
    (some) => `${some}的文字是白色或小得看不见，已照常读取。请确认不是有意隐去的内容。`,
  );
  tellCells('cell_pictures', facts.pictures, (some) => `${some}放的是图片，按空白处理。图片里的内容请单位打成文字。`);
  tellCells(
    'external_values',
    facts.external,
    (some) => `${some}的公式取自别的工作簿，读取的是上次保存的值，可能已过时。请核对。`,
  );
  tellCells(
    'volatile_values',
    facts.volatile,
    (some) => `${some}的日期由 TODAY 之类的公式算出，每次打开都会变。请单位改填固定日期。`,
  );
  // A text file holds nothing but texts.
  if (format === 'xlsx' || format === 'xls')
    tellCells(
      'numbers_as_text',
      facts.textNumbers,
      (some) => `${some}的数字存成了文本，表内公式求和时不会计入；程序已按数字读取。`,
    );
  remarks.push(...compareTotals(table));
  const gap = longGap(table);
  if (gap)
    tell(
      'long_gap',
      'verify',
      null,
      `第 ${gap.after} 行之后空了 ${gap.blank} 行，下面第 ${gap.next} 行起的内容也已读取。请确认那不是遗留的旧内容。`,
    );
  if (table.isFirst && (view.sheet.shapes ?? 0) > 0)
    tell(
      'floating_text',
      'verify',
      null,
      `表上浮有 ${view.sheet.shapes} 个文本框或图形，其中的文字未读取。请打开原表查看。`,
    );
  return remarks;
}

/** Columns that no field of the template takes, and those by which an older version of it is known. */
function tellColumns(
  { template, columns, received }: RemarkedTable,
  tell: (code: RemarkCode, severity: Remark['severity'], cell: string | null, message: string) => void,
): void {
  const extra = columns.filter((c) => c.field === null && !isSerialColumn(foldHeader(c.header)));
  const old = formerColumns(template, columns);
  if (template.former && old.length > 0) {
    const { version, until, note } = template.former;
    const differs = note !== undefined && formerOf(template, columns) !== null ? note : '';
    const inForce = differs !== '' && until !== undefined && received <= until;
    tell(
      'old_version',
      'verify',
      null,
      `表头是旧的 ${version} 版（有${old.map(named).join('、')}），已按 ${template.version} 版读取能对上的列。${differs}${inForce ? '收件时该版仍在用，当时没有的列不查。' : '请单位改用现行模板。'}`,
    );
  }
  if (extra.length > 0)
    tell(
      'extra_columns',
      'notice',
      null,
      `有 ${extra.length} 列不在模板“${template.title}”中：${extra.slice(0, MOST_NAMED).map(named).join('、')}${extra.length > MOST_NAMED ? '等' : ''}。内容随记录保存，不参加检查，也不上报。`,
    );
}

const MOST_NAMED = 12;

/** The first run of more than twenty blank rows with something behind it. */
function longGap({ view, headerRow }: RemarkedTable): { after: number; blank: number; next: number } | null {
  let after = headerRow;
  for (const next of view.rowNumbers) {
    if (next <= headerRow) continue;
    const blank = next - after - 1;
    if (blank > LONG_GAP) return { after, blank, next };
    after = next;
  }
  return null;
}

const named = ({ column, header }: HeaderColumn): string =>
  `${columnLetters(column)} 列${header === '' ? '（无表头）' : `“${header}”`}`;
const listed = (items: readonly string[], unit: string): string =>
  items.length > SHOWN ? `${items.slice(0, SHOWN).join('、')} 等 ${items.length} ${unit}` : items.join('、');
const rows = (numbers: readonly number[]): string =>
  `第 ${listed(numbers.map(String), '行')}${numbers.length > SHOWN ? '' : ' 行'}`;
const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

const SHOWN = 10;
const LONGEST = 60;
const FEW_ROWS = 3;
const LONG_GAP = 20;
