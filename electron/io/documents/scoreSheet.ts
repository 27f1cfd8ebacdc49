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
  WidthType,
} from 'docx';
import type { Assessment, UnitScore } from '../../contract/assessment.ts';
import type { FontRole } from '../../contract/charts.ts';
import type { DocumentForm } from '../../contract/circulars.ts';
import { printedPoints } from '../../core/assessmentTables.ts';
import { chineseMoment } from '../../core/period.ts';
import { type FixedCell, fixedTable, lineOf } from './fixedTable.ts';
import { mm } from './officialPage.ts';
import { FONTS, type OfficialText, officialText } from './officialText.ts';
import { fittedRows, SHEET_COLUMNS, SHEET_WIDTH, type SheetRow } from './scoreSheetRows.ts';

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

function sheetOf(
  unit: UnitScore,
  title: string,
  { assessment, scored, office }: ScoreSheetInput,
  text: OfficialText,
): (Paragraph | Table)[] {
  const { rows, size, isShortened } = fittedRows(unit, assessment);
  const line = textLine(size, text);
  const rank =
    unit.rank === 0
      ? `名次：不排名${unit.ended === undefined ? '（得分相同）' : ''}`
      : `名次：第${unit.rank}名（共${scored}家）`;
  return [
    ...text.titleParagraphs([title], 36),
    line([`单位：${unit.name}`, rank, `等次：${unit.band}`, `综合得分：${printedPoints(unit.score)}`].join('　　'), {
      font: FONTS.hei,
      size: 21,
      after: 80,
    }),
    scoreTable(rows, totalText(unit), size, text),
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

/** `各项得分80.00分＋加分2.00分－扣分1.50分＝综合得分80.50分` */
function totalText({ sum, full, base, bonus, deducted, score }: UnitScore): string {
  const scaled = full === 100 ? '' : `（满分${printedPoints(full)}分，折算为${printedPoints(base)}分）`;
  const raw = `各项得分${printedPoints(sum)}分${scaled}＋加分${printedPoints(bonus)}分－扣分${printedPoints(deducted)}分`;
  return `${raw}＝综合得分${printedPoints(score)}分`;
}

function scoreTable(rows: readonly SheetRow[], total: string, size: number, text: OfficialText): Table {
  const body = rows.map((row, place): FixedCell[] => {
    const isFirst = rows[place - 1]?.group !== row.group;
    return [
      { text: isFirst ? row.group : '', align: 'center', merge: isFirst ? 'begins' : 'goes on' },
      { text: row.title, align: 'center' },
      { text: row.basis, align: 'left' },
      { text: row.max, align: 'center' },
      { text: row.points, align: 'center' },
      { text: row.how, align: 'left' },
    ];
  });
  const sum: FixedCell = { text: total, align: 'center', font: FONTS.hei, span: SHEET_COLUMNS.length };
  return fixedTable(
    {
      widths: SHEET_COLUMNS.map(({ width }) => mm(width)),
      head: SHEET_COLUMNS.map(({ title }) => title),
      rows: [...body, [sum]],
      size,
      line: lineOf(size),
      margins: { x: 60, y: 20 },
    },
    text,
  );
}

function textLine(normal: number, { run }: OfficialText) {
  return (
    text: string,
    look: {
      readonly font?: FontRole;
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
      width: { size: mm(SHEET_WIDTH / 2), type: WidthType.DXA },
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
      width: { size: mm(SHEET_WIDTH), type: WidthType.DXA },
      columnWidths: [mm(SHEET_WIDTH / 2), mm(SHEET_WIDTH / 2)],
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
