import {
  AlignmentType,
  Document,
  Footer,
  type ISectionPropertiesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { DocumentForm } from '../../contract/circulars.ts';
import type { Office } from '../../contract/profiles.ts';
import type { ReminderLevel, ReminderList } from '../../contract/reminders.ts';
import { titleLines } from '../../core/circularTitle.ts';
import { chineseDay, dayOf } from '../../core/period.ts';
import { reminderNotes, reminderRows, reminderSummary, reminderTitle } from '../../core/reminderRows.ts';
import { REMINDER_COLUMNS } from '../../core/reminderTable.ts';
import { mm } from './officialPage.ts';
import { FONTS, type OfficialText, officialText } from './officialText.ts';

/** The reminder list (催报清单) to print, on A4 pages laid across, in these typefaces: the table, then the notice for the group of all units. */
export async function writeReminderDocx(
  list: ReminderList,
  office: Pick<Office, 'office'>,
  fonts: DocumentForm['fonts'],
): Promise<Uint8Array> {
  const text = officialText(fonts);
  const title = reminderTitle(list);
  const footers = { default: pageFooter(text) };
  const file = new Document({
    title,
    creator: office.office,
    styles: text.styles(),
    sections: [
      { properties: page(true), footers, children: [...tablePage(list, office, title, text)] },
      { properties: page(false), footers, children: textPages(list, text) },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const MARGIN = mm(15);

function page(landscape: boolean): ISectionPropertiesOptions {
  const side = landscape ? MARGIN : mm(26);
  return {
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { top: side, bottom: side, left: side, right: side, header: mm(8), footer: mm(8), gutter: 0 },
    },
  };
}

function pageFooter({ run }: OfficialText): Footer {
  const words = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'];
  const number = run(words, { font: FONTS.song, ...SMALL });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** 五号, as printed tables of many columns are. */
const SMALL = { size: 20, characterSpacing: 0 } as const;
const SMALL_LINE = { line: 260, lineRule: LineRuleType.EXACT } as const;

function* tablePage(list: ReminderList, office: Pick<Office, 'office'>, title: string, text: OfficialText) {
  const { run, titleParagraphs } = text;
  yield* titleParagraphs(titleLines(title, 28));
  const by = `（${office.office}，${chineseDay(dayOf(list.asOf))}）`;
  yield new Paragraph({ alignment: AlignmentType.CENTER, children: [run(by, { font: FONTS.kai, size: 28 })] });
  yield new Paragraph({ children: [run(reminderSummary(list), { size: 28 })] });
  yield listTable(list, text);
  for (const note of reminderNotes(list))
    yield new Paragraph({
      spacing: { line: 320, lineRule: LineRuleType.EXACT, before: 60 },
      children: [run(note, { size: 21, characterSpacing: 0 })],
    });
}

/** Absolute column widths, the head on every page, no line torn; without lines it says 无. */
function listTable(list: ReminderList, text: OfficialText): Table {
  const cell = cellIn(text);
  const widths = REMINDER_COLUMNS.map(({ width }) => mm(width));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: REMINDER_COLUMNS.map(({ title }, index) =>
      cell(title, { align: 'center', width: widths[index] ?? 0, font: FONTS.hei }),
    ),
  });
  const rows = reminderRows(list).map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: REMINDER_COLUMNS.map(({ title, align, value }, index) =>
          cell(value(row), { align, width: widths[index] ?? 0, ...(title === '级别' ? { level: row.level } : {}) }),
        ),
      }),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const none = new TableRow({
    children: [cell('无', { align: 'center', width: total, span: REMINDER_COLUMNS.length })],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { left: 40, right: 40, top: 40, bottom: 40, marginUnitType: WidthType.DXA },
    rows: [head, ...(rows.length === 0 ? [none] : rows)],
  });
}

interface CellLook {
  readonly align: 'left' | 'center';
  readonly width: number;
  readonly font?: typeof FONTS.hei;
  readonly span?: number;
  /** Shaded lightly: the word stays readable in black and white. */
  readonly level?: ReminderLevel;
}

const SHADES: Readonly<Record<ReminderLevel, string>> = { red: 'F8CBCB', yellow: 'FFF2CC', blue: 'CFE2FF' };

function cellIn({ run }: OfficialText) {
  return (text: string, { align, width, font, span, level }: CellLook): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      ...(span === undefined ? {} : { columnSpan: span }),
      ...(level === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: SHADES[level] } }),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: SMALL_LINE,
            children: [
              run(line, {
                ...SMALL,
                ...(font === undefined ? {} : { font }),
                ...(level === 'red' ? { bold: true } : {}),
              }),
            ],
          }),
      ),
    });
}

/** The notice for the group of all units. */
function textPages(list: ReminderList, { bodyParagraph, headingParagraph }: OfficialText): Paragraph[] {
  const lines = list.groupText.split('\n').filter((line) => line.trim() !== '');
  return [headingParagraph('工作群通知', 'first'), ...lines.map((line) => bodyParagraph(line))];
}
