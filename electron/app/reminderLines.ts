import type { ReminderList } from '../contract/reminders.ts';
import { LEVEL_NAMES, reminderRows } from '../core/reminderRows.ts';

/** Heads of `reminderLines`. */
export const REMINDER_HEADS = ['级别', '单位', '事项', '报送期', '截止', '逾期天数', '理由', '已催', '承诺', '联系人'];

/** The reminder list for the command line: an item a line, its cells as workbook and document print them; null: empty. */
export function reminderLines(list: ReminderList): readonly (string | number | null)[][] {
  return reminderRows(list).map((row) => [
    ...[LEVEL_NAMES[row.level], row.unit, row.title, row.period, row.due],
    ...[row.daysLate || null, row.reason, row.chased || null, row.promised || null],
    row.people.replaceAll('\n', '；') || null,
  ]);
}
