import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Fill, type Style } from 'exceljs';
import type { Assessment, ItemScore, UnitScore } from '../../contract/assessment.ts';
import { itemsOf } from '../../core/assessment.ts';
import { isScaled } from '../../core/assessmentTables.ts';
import { textWidth } from '../../core/circularTitle.ts';
import { chineseMoment } from '../../core/period.ts';

/** The year's score as a workbook: units × items ready to print, then how every point came about, with the evidence. */
export async function writeAssessmentWorkbook(assessment: Assessment, office: string): Promise<Uint8Array> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = office;
  scoreSheet(workbook, assessment, office);
  basisSheet(workbook, assessment);
  await workbook.commit();
  return new Uint8Array(await bytes);
}

type Writer = ExcelJS.stream.xlsx.WorkbookWriter;
type Look = Partial<Style>;

const BORDER = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const FONT = { name: '仿宋', size: 11 };

// Shared objects: exceljs writes one style per object it meets. `@` keeps what looks like a formula a text, even after editing.
const TEXT: Look = { font: FONT, border: BORDERS, numFmt: '@', alignment: { vertical: 'middle', wrapText: true } };
const CENTRED: Look = { ...TEXT, alignment: { vertical: 'middle', horizontal: 'center', wrapText: true } };
const NUMBER: Look = { ...CENTRED, numFmt: '0' };
const POINTS: Look = { ...CENTRED, numFmt: '0.00' };
const SCORE: Look = { ...POINTS, font: { name: '黑体', size: 11 } };
/** A mean in the place of an item that does not apply, and an item nobody has judged: told apart in print, too. */
const MEAN: Look = { ...POINTS, font: { ...FONT, italic: true, color: { argb: 'FF595959' } } };
const OPEN: Look = { ...POINTS, fill: solid('FFFFF2CC') };
const HEADER: Look = { ...CENTRED, font: { name: '黑体', size: 11 }, fill: solid('FFE7EBF3') };
const TITLE: Look = {
  font: { name: '方正小标宋简体', size: 18 },
  alignment: { vertical: 'middle', horizontal: 'center' },
};
const LINE: Look = { font: FONT, alignment: { vertical: 'middle', wrapText: true } };

interface Column {
  /** Title over columns that belong together; null: the column's own title is two rows high. */
  readonly group: string | null;
  readonly title: string;
  readonly width: number;
  readonly cell: (unit: UnitScore) => { readonly value: string | number; readonly style: Look };
}

function columnsOf(assessment: Assessment): Column[] {
  const { scheme } = assessment.version;
  const own = (title: string, width: number, cell: Column['cell']): Column => ({ group: null, title, width, cell });
  const points = (title: string, pick: (unit: UnitScore) => number, style = POINTS): Column =>
    own(title, 9, (unit) => ({ value: pick(unit), style }));
  const places = new Map(itemsOf(scheme).map(({ id }, place) => [id, place]));
  return [
    own('名次', 6, ({ rank }) => ({ value: rank === 0 ? '—' : rank, style: NUMBER })),
    own('单位', 18, ({ name }) => ({ value: name, style: CENTRED })),
    ...scheme.groups.flatMap(({ title: group, items }) =>
      items.map(({ id, title, points: max }): Column => {
        const place = places.get(id) ?? -1;
        return {
          group,
          title: `${title}\n（${max}分）`,
          width: 10,
          cell: ({ items: lines }) => itemCell(lines[place]),
        };
      }),
    ),
    ...(isScaled(assessment) ? [points('适用满分', ({ full }) => full), points('折算得分', ({ base }) => base)] : []),
    ...(scheme.bonus.length > 0 ? [points('加分', ({ bonus }) => bonus)] : []),
    ...(scheme.deductions.length > 0 ? [points('扣分', ({ deducted }) => deducted)] : []),
    points('综合得分', ({ score }) => score, SCORE),
    own('等次', 9, ({ band }) => ({ value: band, style: CENTRED })),
  ];
}

function itemCell(line: ItemScore | undefined): { readonly value: string | number; readonly style: Look } {
  if (line === undefined || line.points === null) return { value: '—', style: CENTRED };
  if (line.state === 'na') return { value: line.points, style: MEAN };
  return { value: line.points, style: line.state === 'open' ? OPEN : POINTS };
}

/** Header: the groups, then their items. */
const HEADER_ROW = 3;

function scoreSheet(workbook: Writer, assessment: Assessment, office: string): void {
  const columns = columnsOf(assessment);
  const sheet = workbook.addWorksheet('考核得分', {
    views: [{ state: 'frozen', ySplit: HEADER_ROW + 1, xSplit: 2 }],
    pageSetup: landscape(`${HEADER_ROW}:${HEADER_ROW + 1}`),
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  headline(sheet, 1, `${assessment.year}年度社会信用体系建设工作考核得分表`, TITLE, 30, columns.length);
  const open = assessment.open === 0 ? '' : `，还有${assessment.open}项没有评分（黄底），暂计0分`;
  const told = `${office}，截至${chineseMoment(assessment.asOf)}，共${assessment.units.length}家单位${open}。斜体为缺项，按平均分计；“—”为不计入的缺项。`;
  headline(sheet, 2, told, LINE, 18 * linesOf(told, total / 2), columns.length);
  const [groups, items] = [sheet.getRow(HEADER_ROW), sheet.getRow(HEADER_ROW + 1)];
  groups.height = 22;
  items.height = 17 * Math.max(...columns.map(({ title, width }) => linesOf(title, width / 2 - 0.5)));
  for (const [index, { group, title }] of columns.entries()) {
    setCell(groups.getCell(index + 1), group ?? title, HEADER);
    setCell(items.getCell(index + 1), group === null ? '' : title, HEADER);
  }
  mergeHeader(sheet, columns);
  groups.commit();
  items.commit();
  for (const [place, unit] of assessment.units.entries()) {
    const row = sheet.getRow(HEADER_ROW + 2 + place);
    row.height = 20 * linesOf(unit.name, 8.5);
    for (const [index, { cell }] of columns.entries()) {
      const { value, style } = cell(unit);
      setCell(row.getCell(index + 1), value, style);
    }
    row.commit();
  }
  let next = HEADER_ROW + 2 + assessment.units.length;
  if (assessment.units.length === 0) headline(sheet, next++, '无', CENTRED, 24, columns.length);
  for (const line of assessment.formula.split('\n'))
    headline(sheet, next++, line, LINE, 18 * linesOf(line, total / 2), columns.length);
  sheet.commit();
}

function mergeHeader(sheet: ExcelJS.Worksheet, columns: readonly Column[]): void {
  for (let start = 0; start < columns.length; ) {
    const group = columns[start]?.group ?? null;
    let end = start;
    while (group !== null && columns[end + 1]?.group === group) end++;
    if (group === null) sheet.mergeCells(HEADER_ROW, start + 1, HEADER_ROW + 1, start + 1);
    else if (end > start) sheet.mergeCells(HEADER_ROW, start + 1, HEADER_ROW, end + 1);
    start = end + 1;
  }
}

const STATES: Readonly<Record<ItemScore['state'], string>> = {
  computed: '程序统计',
  typed: '本办评定',
  objected: '申诉改分',
  na: '缺项',
  open: '没有评分',
};

const BASIS_COLUMNS: readonly { readonly title: string; readonly width: number; readonly style: Look }[] = [
  { title: '单位', width: 18, style: CENTRED },
  { title: '项目', width: 24, style: CENTRED },
  { title: '满分', width: 8, style: CENTRED },
  { title: '得分', width: 9, style: POINTS },
  { title: '来源', width: 12, style: CENTRED },
  { title: '得分说明', width: 62, style: TEXT },
  { title: '依据、佐证材料', width: 36, style: TEXT },
];

function basisSheet(workbook: Writer, { units }: Assessment): void {
  const sheet = workbook.addWorksheet('得分说明', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
    pageSetup: landscape('1:1'),
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = BASIS_COLUMNS.map(({ width }) => ({ width }));
  const header = sheet.getRow(1);
  header.height = 24;
  for (const [index, { title }] of BASIS_COLUMNS.entries()) setCell(header.getCell(index + 1), title, HEADER);
  header.commit();
  let place = 2;
  for (const unit of units) {
    for (const { title, max, points, state, how, evidence } of linesOfUnit(unit)) {
      const row = sheet.getRow(place++);
      const most = max === 0 ? '不限' : max;
      const values = [unit.name, title, most, points ?? '—', STATES[state], how, evidence];
      row.height = 18 * Math.max(linesOf(how, 30), linesOf(evidence, 17), linesOf(title, 11));
      for (const [index, { style }] of BASIS_COLUMNS.entries())
        setCell(row.getCell(index + 1), values[index] ?? '', style);
      row.commit();
    }
  }
  sheet.commit();
}

/** Items always; a bonus and a deduction where there is one or an objection changed it, named in its title; deductions below 0. */
function linesOfUnit({ items, bonuses, deductions }: UnitScore): ItemScore[] {
  const given = (lines: readonly ItemScore[], word: string): ItemScore[] =>
    lines
      .filter(({ points, state }) => (points ?? 0) > 0 || state === 'objected')
      .map((line) => ({ ...line, title: `${word}：${line.title}` }));
  const taken = given(deductions, '扣分').map((line) => ({ ...line, points: 0 - (line.points ?? 0) }));
  return [...items, ...given(bonuses, '加分'), ...taken];
}

function landscape(printTitlesRow: string): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow,
  };
}

/** A line over all columns. */
function headline(
  sheet: ExcelJS.Worksheet,
  row: number,
  text: string,
  style: Look,
  height: number,
  width: number,
): void {
  sheet.mergeCells(row, 1, row, width);
  const line = sheet.getRow(row);
  line.height = height;
  setCell(line.getCell(1), text, style);
  line.commit();
}

/** Lines a text takes in a cell so many full characters wide; a streamed row needs its height beforehand. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}

function setCell(cell: ExcelJS.Cell, value: string | number, style: Look): void {
  cell.value = value;
  cell.style = style;
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
