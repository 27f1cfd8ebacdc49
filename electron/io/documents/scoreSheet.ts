import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Assessment, ItemScore, UnitScore } from '../../contract/assessment.ts';
import type { DocumentForm } from '../../contract/circulars.ts';
import { printedPoints } from '../../core/assessmentTables.ts';
import { textWidth } from '../../core/circularTitle.ts';
import { chineseMoment } from '../../core/period.ts';
import { mm } from './officialPage.ts';
import { FONTS, type OfficialText, officialText } from './officialText.ts';

export interface ScoreSheetInput {
  readonly assessment: Assessment;
  /** Those to print; ranks are those among all. */
  readonly units: readonly UnitScore[];
  /** How many units were scored. */
  readonly scored: number;
  readonly office: { readonly office: string; readonly shortName: string };
  readonly fonts: DocumentForm['fonts'];
}

/**
 * Score sheets (得分表), one page per unit: items with rule, points and how they came about, bonus and deductions, score and band, and lines
 * to sign. The type is as large as the longest sheet leaves room for.
 */
export async function writeScoreSheets(input: ScoreSheetInput): Promise<Uint8Array> {
  const title = `${input.assessment.year}年度社会信用体系建设工作考核得分表`;
  const text = officialText(input.fonts);
  const file = new Document({
    title,
    creator: input.office.office,
    styles: text.styles(),
    sections: input.units.map((unit) => ({ properties: PAGE, children: sheetOf(unit, title, input, text) })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const PAGE = {
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(15), bottom: mm(12), left: mm(20), right: mm(20), header: mm(8), footer: mm(8), gutter: 0 },
  },
};

/** Columns and their widths in millimetres. */
const COLUMNS = [
  { title: '类别', width: 26 },
  { title: '评分项目', width: 29 },
  { title: '评分办法', width: 42 },
  { title: '满分', width: 10 },
  { title: '得分', width: 13 },
  { title: '得分说明', width: 50 },
] as const;
const WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);

interface SheetRow {
  readonly group: string;
  readonly title: string;
  readonly basis: string;
  readonly max: string;
  readonly points: string;
  readonly how: string;
}

function sheetOf(
  unit: UnitScore,
  title: string,
  { assessment, scored, office }: ScoreSheetInput,
  text: OfficialText,
): (Paragraph | Table)[] {
  const { rows, size, isShortened } = fitted(unit, assessment);
  const line = textLine(size, text);
  const rank = unit.rank === 0 ? '名次：不排名' : `名次：第${unit.rank}名（共${scored}家）`;
  return [
    ...text.titleParagraphs([title], 36),
    line([`单位：${unit.name}`, rank, `等次：${unit.band}`, `综合得分：${printedPoints(unit.score)}`].join('　　'), {
      font: FONTS.hei,
      size: 21,
      after: 80,
    }),
    scoreTable(rows, totalText(unit), cellOf(size, text)),
    line(`截至${chineseMoment(assessment.asOf)}。${assessment.formula.replaceAll('\n', '')}`, {
      size: size - 2,
      before: 60,
    }),
    ...(unit.openObjections === 0
      ? []
      : [line(`另有${unit.openObjections}条申诉没有处理，处理后可能改分。`, { size })]),
    ...(isShortened ? [line('依据较长的只印开头，全文见得分总表的“得分说明”。', { size })] : []),
    ...signatures(office.shortName, text),
  ];
}

/** Rows and type that fit the page: long evidence is cut, and told so, before the type becomes too small to read. */
function fitted(
  unit: UnitScore,
  assessment: Assessment,
): { readonly rows: readonly SheetRow[]; readonly size: number; readonly isShortened: boolean } {
  const noteLength = [...assessment.formula].length;
  const rows = rowsOf(unit, assessment, Number.POSITIVE_INFINITY);
  const size = sizeFor(rows, noteLength, LEGIBLE);
  if (size !== null) return { rows, size, isShortened: false };
  const short = rowsOf(unit, assessment, SHORT_EVIDENCE);
  const smallest = LEGIBLE.at(-1) ?? 0;
  return { rows: short, size: sizeFor(short, noteLength, [...LEGIBLE, 14]) ?? smallest, isShortened: true };
}

function rowsOf(unit: UnitScore, { version }: Assessment, evidenceLength: number): SheetRow[] {
  const { scheme } = version;
  const lines = new Map([...unit.items, ...unit.bonuses, ...unit.deductions].map((line) => [line.item, line]));
  const row = (group: string, id: string, basis: string, sign = ''): SheetRow => {
    const line = lines.get(id);
    const points = printedPoints(line?.points ?? null);
    const max = line === undefined || line.max === 0 ? '不限' : String(line.max);
    return {
      group,
      title: line?.title ?? id,
      basis,
      max,
      points: (line?.points ?? 0) > 0 ? `${sign}${points}` : points,
      how: line === undefined ? '' : howOf(line, evidenceLength),
    };
  };
  // A deduction that an objection lifted is told, too.
  const isGiven = ({ id }: { readonly id: string }): boolean =>
    (lines.get(id)?.points ?? 0) > 0 || lines.get(id)?.state === 'objected';
  return [
    ...scheme.groups.flatMap(({ title, items }) => items.map(({ id, basis }) => row(title, id, basis))),
    ...scheme.bonus
      .filter(isGiven)
      .map(({ id, each }) => row('加分', id, each === null ? '按佐证材料' : `每件${each}分`, '＋')),
    ...scheme.deductions.filter(isGiven).map(({ id, each }) => row('扣分', id, `每次（条）${each}分`, '－')),
  ];
}

function howOf({ how, evidence }: ItemScore, length: number): string {
  const characters = [...evidence];
  const shown = characters.length > length ? `${characters.slice(0, length).join('')}……` : evidence;
  return evidence === '' ? how : `${how}（${shown}）`;
}

/** `各项得分80.00分＋加分2.00分－扣分1.50分＝综合得分80.50分` */
function totalText({ sum, full, base, bonus, deducted, score }: UnitScore): string {
  const scaled = full === 100 ? '' : `（满分${printedPoints(full)}分，折算为${printedPoints(base)}分）`;
  const raw = `各项得分${printedPoints(sum)}分${scaled}＋加分${printedPoints(bonus)}分－扣分${printedPoints(deducted)}分`;
  return `${raw}＝综合得分${printedPoints(score)}分`;
}

function scoreTable(rows: readonly SheetRow[], total: string, cell: ReturnType<typeof cellOf>): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: COLUMNS.map(({ title, width }) => cell(title, width, { center: true, font: FONTS.hei })),
  });
  const body = rows.map((row, place) => {
    const isFirst = rows[place - 1]?.group !== row.group;
    const merge = isFirst ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
    const [group, title, basis, max, points, how] = COLUMNS;
    return new TableRow({
      cantSplit: true,
      children: [
        cell(isFirst ? row.group : '', group.width, { center: true, merge }),
        cell(row.title, title.width, { center: true }),
        cell(row.basis, basis.width),
        cell(row.max, max.width, { center: true }),
        cell(row.points, points.width, { center: true }),
        cell(row.how, how.width),
      ],
    });
  });
  const sum = new TableRow({
    cantSplit: true,
    children: [cell(total, WIDTH, { center: true, font: FONTS.hei, span: COLUMNS.length })],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(WIDTH), type: WidthType.DXA },
    columnWidths: COLUMNS.map(({ width }) => mm(width)),
    alignment: AlignmentType.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    rows: [head, ...body, sum],
  });
}

interface CellLook {
  readonly center?: boolean;
  readonly font?: (typeof FONTS)[keyof typeof FONTS];
  readonly merge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
  readonly span?: number;
}

function cellOf(size: number, { run }: OfficialText) {
  return (text: string, width: number, { center = false, font, merge, span }: CellLook = {}): TableCell =>
    new TableCell({
      width: { size: mm(width), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(merge === undefined ? {} : { verticalMerge: merge }),
      ...(span === undefined ? {} : { columnSpan: span }),
      children: [
        new Paragraph({
          alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: lineOf(size), lineRule: LineRuleType.EXACT },
          children: [run(text, { size, characterSpacing: 0, ...(font === undefined ? {} : { font }) })],
        }),
      ],
    });
}

function textLine(normal: number, { run }: OfficialText) {
  return (
    text: string,
    look: {
      readonly font?: CellLook['font'];
      readonly size?: number;
      readonly before?: number;
      readonly after?: number;
    } = {},
  ): Paragraph => {
    const { font, size = normal, before = 0, after = 0 } = look;
    return new Paragraph({
      spacing: { line: lineOf(size), lineRule: LineRuleType.EXACT, before, after },
      children: [run(text, { size, characterSpacing: 0, ...(font === undefined ? {} : { font }) })],
    });
  };
}

/** The unit confirms on the left, the office on the right. */
function signatures(office: string, { run }: OfficialText): (Paragraph | Table)[] {
  const side = (text: string): TableCell =>
    new TableCell({
      width: { size: mm(WIDTH / 2), type: WidthType.DXA },
      borders: NO_BORDERS,
      children: [text, '　　　　年　　月　　日'].map(
        (line) =>
          new Paragraph({
            spacing: { line: 400, lineRule: LineRuleType.EXACT },
            children: [run(line, { size: 21, characterSpacing: 0 })],
          }),
      ),
    });
  return [
    new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT }, children: [] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: mm(WIDTH), type: WidthType.DXA },
      columnWidths: [mm(WIDTH / 2), mm(WIDTH / 2)],
      alignment: AlignmentType.CENTER,
      borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
      rows: [
        new TableRow({ cantSplit: true, children: [side('单位确认（签字、盖章）：'), side(`${office}（盖章）：`)] }),
      ],
    }),
    // A document ends in a paragraph; as low as can be, so that it takes no page of its own.
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** Line height in twips of a size in half points. */
function lineOf(size: number): number {
  return Math.round(size * 12.5);
}

/** Room for the table and the notes on the page, in twips: what title, heading and signatures leave. */
const ROOM = mm(297 - 27 - 14 - 8 - 20);

/** Sizes of type, in half points, that read well on paper. */
const LEGIBLE = [21, 20, 19, 18, 17, 16, 15] as const;
/** Characters of evidence that a crowded sheet shows. */
const SHORT_EVIDENCE = 16;

/** The largest of the sizes with which the page holds the rows; null: none. */
function sizeFor(rows: readonly SheetRow[], noteLength: number, sizes: readonly number[]): number | null {
  const [, title, basis, , , how] = COLUMNS;
  for (const size of sizes) {
    const charactersIn = (width: number): number => (width - 2.4) / ((size / 2) * 0.3528);
    const linesOf = (text: string, width: number): number =>
      Math.max(1, Math.ceil(textWidth(text) / Math.floor(charactersIn(width))));
    const lines = rows.map((row) =>
      Math.max(linesOf(row.title, title.width), linesOf(row.basis, basis.width), linesOf(row.how, how.width)),
    );
    const height = lines.reduce((sum, count) => sum + count * lineOf(size) + 50, 0) + 3 * (lineOf(size) + 50);
    const notes = Math.ceil(noteLength / charactersIn(WIDTH) + 2) * lineOf(size - 2);
    if (height + notes <= ROOM) return size;
  }
  return null;
}
