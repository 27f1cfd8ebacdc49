import type { OwedItem, ReminderLevel } from '../../electron/contract/reminders.ts';

/** What each level means, and its colour; the name of the level is in `words.ts`. */
export const LEVEL_LOOKS: Readonly<Record<ReminderLevel, { hint: string; color: string }>> = {
  blue: { hint: '将到期', color: 'blue' },
  yellow: { hint: '已逾期', color: 'gold' },
  red: { hint: '逾期较久', color: 'red' },
};

/** Gravest first. */
export const LEVEL_ORDER: readonly ReminderLevel[] = ['red', 'yellow', 'blue'];

export const OWED_STATUS_WORDS: Readonly<Record<OwedItem['status'], string>> = {
  missing: '未报',
  pending: '待报',
  partial: '不足额',
  returned: '退回未重报',
};

export const REMINDER_WORDS = {
  title: '催报',
  all: '全部',
  search: '查找单位',
  dutyFilter: '全部事项',
  unit: '单位',
  level: '级别',
  duty: '欠报事项',
  period: '报送期',
  due: '截止时间',
  daysLate: '逾期',
  contacts: '联系人',
  noContacts: '未登记',
  addContacts: '去登记',
  texts: '催报文字',
  copyUnit: '复制本单位文字',
  copyGroup: '复制群通知',
  unitText: '单位文字',
  groupText: '群通知',
  chooseUnit: '点左边的单位，看给它的催报文字',
  exportXlsx: '导出 Excel',
  exportDocx: '导出 Word',
  exporting: '正在写出催报清单',
  exported: '已导出',
  print: '打印',
  empty: '本期没有欠报，也没有临近截止的事项',
  emptyHint: '换一个报送期，或到“报送台账”看全部单位。',
  noMatch: '没有符合条件的单位',
  noMatchHint: '放宽级别、事项或单位的筛选条件。',
  toStatus: '看报送台账',
} as const;
