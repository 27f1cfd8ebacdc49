import type { OwedStatus } from './reminders.ts';
import type { CellStatus } from './status.ts';

/** What a square of the grid is, as short as its tag: on screen, in charts and on the command line. */
export const STATUS_WORDS: Readonly<Record<CellStatus, string>> = {
  reported: '已报',
  late: '迟报',
  zero: '零报',
  missing: '未报',
  pending: '未到期',
  returned: '退回',
  exempt: '免报',
  partial: '不足',
};

/** What is owed, in the words of papers: in the reminder list and its files, and where a circular or a number names what is owed. */
export const OWED_STATUS_WORDS: Readonly<Record<OwedStatus, string>> = {
  missing: '未报送',
  pending: '即将到期',
  partial: '数量不足',
  returned: '退回未重报',
  contradicted: '零报存疑',
};
