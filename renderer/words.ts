import type { Cadence, DutyKind } from '../electron/contract/duties.ts';
import type { Severity, SkipReason } from '../electron/contract/findings.ts';
import type { FileStatus, LeftOutReason, QuestionCode, TableStatus } from '../electron/contract/imports.ts';
import type { ReminderLevel } from '../electron/contract/reminders.ts';
import type { Progress } from '../electron/contract/reply.ts';
import type { CellStatus, RegisterKind } from '../electron/contract/status.ts';

export { RULE_WORDS } from '../electron/contract/ruleWords.ts';
export { STATUS_WORDS } from '../electron/contract/statusWords.ts';
export { UNIT_KIND_WORDS } from '../electron/contract/unitWords.ts';

// Screen words by code; the words of `product.md`. Sentences of refusals, and words that papers and the command line say, too, are in `electron/contract`.

/** One sign per status: colour is never the only difference. */
export const STATUS_SIGNS: Readonly<Record<CellStatus, string>> = {
  reported: '✓',
  late: '迟',
  zero: '零',
  missing: '✗',
  pending: '…',
  returned: '退',
  exempt: '免',
  partial: '缺',
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', verify: '核实', notice: '提示' };

/** What each severity means, for tooltips. */
export const SEVERITY_HINTS: Readonly<Record<Severity, string>> = {
  error: '该条记录不合规，请单位改正；确属无误的可填写理由后放行',
  verify: '须核实；填写理由后方可汇总上报，不影响合规率',
  notice: '仅作提示，不计入统计',
};

export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  blank: '空行',
  total_row: '合计行',
  subtotal_row: '小计行',
  footer: '表尾（填表人、审核人等）',
  repeated_header: '重复表头',
  sample_row: '示例行',
  note: '备注说明',
  duplicate_row: '重复行',
};

export const QUESTION_WORDS: Readonly<Record<QuestionCode | 'encrypted' | 'wrong_password', string>> = {
  unit_unknown: '单位不明',
  unit_conflict: '单位不一致',
  period_unknown: '报送期不明',
  period_conflict: '报送期不一致',
  duty_ambiguous: '事项不明',
  column_ambiguous: '列含义不明',
  column_missing: '缺少必填列',
  date_order: '日月顺序不明',
  removed_rows: '重报后少了行',
  resend_or_addition: '更正还是补报',
  encrypted: '需要密码',
  wrong_password: '密码不对',
};

export const FILE_STATUS_WORDS: Readonly<Record<FileStatus, string>> = {
  ready: '可提交',
  committed: '已提交',
  unchanged: '无变化',
  question: '有疑问',
  rejected: '拒收',
  attachment: '附件',
};

export const TABLE_STATUS_WORDS: Readonly<Record<TableStatus, string>> = {
  ready: '可提交',
  committed: '已提交',
  unchanged: '无变化',
  question: '有疑问',
  skipped: '不导入',
};

export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  empty: '没有内容',
  picture_only: '只有图片，没有可读取的单元格',
  hidden: '是隐藏的工作表',
  no_table: '没有找到表头行',
  unknown_layout: '表头与任何模板都对不上',
  skipped: '已按要求不导入',
  other_unit: '是其他单位的数据，这份退回的工作簿只核对被退单位的',
};

export const LEVEL_WORDS: Readonly<Record<ReminderLevel, string>> = { blue: '蓝色', yellow: '黄色', red: '红色' };

export const REGISTER_WORDS: Readonly<Record<RegisterKind | 'file', string>> = {
  file: '文件导入',
  zero: '零报送',
  paper: '纸质、微信等登记',
  waived: '免报',
};

export const CADENCE_WORDS: Readonly<Record<Cadence, string>> = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
  once: '一次性',
  event: '随时（事件）',
  irregular: '不定期',
};

export const DUTY_KIND_WORDS: Readonly<Record<DutyKind, string>> = {
  scheduled: '★ 定期报送',
  event: '◇ 事件触发',
  ledger: '○ 台账检查',
};

export const STEP_WORDS: Readonly<Record<Progress['step'], string>> = {
  read: '正在读取',
  check: '正在检查',
  commit: '正在提交',
  write: '正在写出',
};

/** `98.33%`; null: —. Nothing short of 100 prints as 100. */
export function rateText(rate: number | null | undefined): string {
  if (rate === null || rate === undefined) return '—';
  const shown = rate < 100 ? Math.min(rate, 99.99) : rate;
  return `${shown.toFixed(2)}%`;
}
