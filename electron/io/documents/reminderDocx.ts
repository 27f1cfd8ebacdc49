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
  type Table,
} from 'docx';
import type { DocumentForm } from '../../contract/circulars.ts';
import type { Office } from '../../contract/profiles.ts';
import type { ReminderLevel, ReminderList } from '../../contract/reminders.ts';
import { titleLines } from '../../core/circularTitle.ts';
import { chineseDay, dayOf } from '../../core/period.ts';
import { reminderNotes, reminderRows, reminderSummary, reminderTitle } from '../../core/reminderRows.ts';
import { REMINDER_COLUMNS } from '../../core/reminderTable.ts';
import { type FixedCell, fixedTable } from './fixedTable.ts';
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
  const number = run(words, { font: FONTS.song, size: 20, characterSpacing: 0 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

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

/** Without lines it says 无. A level is shaded lightly: the word stays readable in black and white. */
function listTable(list: ReminderList, text: OfficialText): Table {
  const rows = reminderRows(list).map((row) =>
    REMINDER_COLUMNS.map(({ title, align, value }): FixedCell => {
      const level = title === '级别' ? row.level : null;
      const shade = level === null ? {} : { fill: SHADES[level], bold: level === 'red' };
      return { text: value(row), align, ...shade };
    }),
  );
  const nothing: FixedCell = { text: '无', align: 'center', span: REMINDER_COLUMNS.length };
  return fixedTable(
    {
      widths: REMINDER_COLUMNS.map(({ width }) => mm(width)),
      head: REMINDER_COLUMNS.map(({ title }) => title),
      rows: rows.length === 0 ? [[nothing]] : rows,
      // 五号, as printed tables of many columns are.
      size: 20,
      line: 260,
      margins: { x: 40, y: 40 },
    },
    text,
  );
}

const SHADES: Readonly<Record<ReminderLevel, string>> = { red: 'F8CBCB', yellow: 'FFF2CC', blue: 'CFE2FF' };

/** The notice for the group of all units. */
function textPages(list: ReminderList, { bodyParagraph, headingParagraph }: OfficialText): Paragraph[] {
  const lines = list.groupText.split('\n').filter((line) => line.trim() !== '');
  return [headingParagraph('工作群通知', 'first'), ...lines.map((line) => bodyParagraph(line))];
}
