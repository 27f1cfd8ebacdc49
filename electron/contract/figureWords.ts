import type { CellState, RecordState } from './figures.ts';

/** What the squares behind a number are, above their list. */
export const CELL_STATE_WORDS: Readonly<Record<CellState, string>> = {
  expected: '应报送',
  met: '已报送',
  onTime: '按时报送',
  late: '迟报',
  zero: '零报送',
  owed: '到期未报送',
  missing: '未报送',
  partial: '数量不足',
  returned: '退回未重报',
  pending: '尚未到截止时间',
  exempt: '免报',
  contradicted: '零报送与报送数据矛盾',
  sent: '有报送内容',
};

/** What the records behind a number are. */
export const RECORD_STATE_WORDS: Readonly<Record<RecordState, string>> = {
  all: '收到的记录',
  compliant: '合规记录',
  faulty: '不合规记录',
  clocked: '计算及时率的记录',
  timely: '及时记录',
  untimely: '未及时报送的记录',
  updated: '更正过的记录',
};
