import { AlignmentType, Document, LineRuleType, Packer, Paragraph } from 'docx';
import type { CircularColumn } from '../../contract/circulars.ts';
import type { Office } from '../../contract/profiles.ts';
import type { ReminderList } from '../../contract/reminders.ts';
import { titleLines } from '../../core/circularTitle.ts';
import { chineseDay, dayOf } from '../../core/period.ts';
import {
  LEVEL_NAMES,
  LEVEL_NOTE,
  type ReminderRow,
  reminderRows,
  reminderSummary,
  reminderTitle,
} from '../../core/reminderRows.ts';
import { annexTable } from './annexTable.ts';
import { officialPage, pageNumberFooters } from './officialPage.ts';
import {
  bodyParagraph,
  CHARACTER,
  FONTS,
  headingParagraph,
  officialStyles,
  run,
  titleParagraphs,
} from './officialText.ts';

/** The reminder list (催报清单) to print: the table on landscape pages, then the notice for the group of all units. */
export async function writeReminderDocx(list: ReminderList, office: Office): Promise<Uint8Array> {
  const footers = pageNumberFooters(false);
  const title = reminderTitle(list);
  const file = new Document({
    title,
    creator: office.office,
    styles: officialStyles(),
    evenAndOddHeaderAndFooters: true,
    sections: [
      { properties: officialPage(true), footers, children: [...tablePage(list, office, title)] },
      { properties: officialPage(false), footers, children: textPages(list) },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const COLUMNS: readonly (CircularColumn & { readonly value: (row: ReminderRow) => string })[] = [
  { title: '序号', width: 12, align: 'center', value: (row) => String(row.number) },
  { title: '单位', width: 32, align: 'center', value: (row) => row.unit },
  { title: '报送事项', width: 61, align: 'left', value: (row) => row.title },
  { title: '报送期', width: 22, align: 'center', value: (row) => row.period },
  { title: '截止时间', width: 36, align: 'center', value: (row) => row.due },
  { title: '情形', width: 24, align: 'center', value: (row) => row.state },
  { title: '逾期天数', width: 22, align: 'center', value: (row) => String(row.daysLate) },
  { title: '级别', width: 12, align: 'center', value: (row) => LEVEL_NAMES[row.level] },
  { title: '联系人', width: 33, align: 'center', value: (row) => row.contacts },
  { title: '电话', width: 34, align: 'center', value: (row) => row.phones },
];

function* tablePage(list: ReminderList, office: Office, title: string) {
  yield* titleParagraphs(titleLines(title, 28));
  const by = `（${office.office}，${chineseDay(dayOf(list.asOf))}）`;
  yield new Paragraph({ alignment: AlignmentType.CENTER, children: [run(by, { font: FONTS.kai })] });
  yield new Paragraph({ children: [run(reminderSummary(list))], indent: { firstLine: 2 * CHARACTER } });
  yield annexTable({
    columns: COLUMNS,
    rows: reminderRows(list).map((row) => COLUMNS.map(({ value }) => value(row))),
    landscape: true,
  });
  yield new Paragraph({
    spacing: { line: 360, lineRule: LineRuleType.EXACT },
    children: [run(LEVEL_NOTE, { size: 21 })],
  });
}

/** The notice for the group of all units. */
function textPages(list: ReminderList): Paragraph[] {
  const lines = list.groupText.split('\n').filter((line) => line.trim() !== '');
  return [headingParagraph('工作群通知', 'first'), ...lines.map((line) => bodyParagraph(line))];
}
