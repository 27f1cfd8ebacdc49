import { chaseCell, LEVEL_NAMES, type ReminderRow } from './reminderRows.ts';

/** A column of the printed list; `width` in millimetres. */
export interface ReminderColumn {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'center';
  readonly value: (row: ReminderRow) => string;
}

/** Columns of the printed list on an A4 page laid across with margins of 15 mm: 267 mm. Word document and page print the same ones. */
export const REMINDER_COLUMNS: readonly ReminderColumn[] = [
  { title: '序号', width: 10, align: 'center', value: (row) => String(row.number) },
  { title: '单位', width: 26, align: 'center', value: (row) => row.unit },
  { title: '报送事项', width: 42, align: 'left', value: (row) => row.title },
  { title: '报送期', width: 18, align: 'center', value: (row) => row.period },
  { title: '截止时间', width: 28, align: 'center', value: (row) => row.due },
  { title: '情形', width: 23, align: 'center', value: (row) => row.state },
  { title: '逾期\n天数', width: 12, align: 'center', value: (row) => (row.daysLate === 0 ? '' : String(row.daysLate)) },
  { title: '级别', width: 10, align: 'center', value: (row) => LEVEL_NAMES[row.level] },
  { title: '级别理由', width: 30, align: 'left', value: (row) => row.reason },
  { title: '催报情况', width: 34, align: 'left', value: chaseCell },
  { title: '联系人、电话', width: 34, align: 'left', value: (row) => row.people },
];
