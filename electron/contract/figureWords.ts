import type { RATE_NAMES } from './assessment.ts';
import type { CellState, RecordState } from './figures.ts';
import { OWED_STATUS_WORDS, STATUS_WORDS } from './statusWords.ts';

/** What the squares behind a number are, above their list. */
export const CELL_STATE_WORDS: Readonly<Record<CellState, string>> = {
  expected: '应报送',
  met: '已报送',
  onTime: '按时报送',
  late: STATUS_WORDS.late,
  zero: '零报送',
  owed: '到期未报送',
  missing: OWED_STATUS_WORDS.missing,
  partial: OWED_STATUS_WORDS.partial,
  returned: OWED_STATUS_WORDS.returned,
  pending: '尚未到截止时间',
  exempt: STATUS_WORDS.exempt,
  contradicted: OWED_STATUS_WORDS.contradicted,
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
  overdue: '超过时限报送的记录',
  undated: '决定日期缺失、错误的记录',
  updated: '更正过的记录',
};

/** The three rates, wherever they are named alone: tables, charts, comparisons, scores, weights. */
export const RATE_WORDS: Readonly<Record<(typeof RATE_NAMES)[number], string>> = {
  report: '上报率',
  compliance: '合规率',
  timeliness: '及时率',
};
