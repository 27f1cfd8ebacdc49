import type { BatchKind } from '../../electron/contract/batches.ts';
import type { AttachmentKind, RemarkCode } from '../../electron/contract/imports.ts';

/** Short name of what is worth knowing of a table; the sentence itself comes with the remark. */
export const REMARK_WORDS: Readonly<Record<RemarkCode, string>> = {
  extra_columns: '多出的列',
  hidden_columns: '隐藏的列',
  hidden_sheet: '隐藏的工作表',
  filtered_rows: '筛选隐去的行',
  coloured_rows: '手工涂色的行',
  comments: '单元格批注',
  floating_text: '浮动文本框',
  cell_pictures: '单元格里的图片',
  unreadable_text: '看不清的文字',
  external_values: '取自其他工作簿的值',
  volatile_values: '随时间变化的公式',
  total_differs: '合计数对不上',
  unlisted_value: '不在清单内',
  numbers_as_text: '数字存成文本',
  long_gap: '中间空行过多',
  cell_full: '单元格写满',
  ditto: '“同上”写法',
  old_version: '旧版模板',
  web_export: '网页另存的表',
  moved_column: '列的位置变了',
  mapped_from_memory: '按记住的对应关系认列',
  proposed_column: '疑似的列，待确认',
  returned_before: '退回后重新报送',
  others_left_alone: '其他单位的数据未动',
  zero_before: '此前报过零报送',
  locked_period: '报送期已锁定',
  changed_earlier: '更正以前报送期的数据',
  name_differs: '单位名称写法不同',
  near_duplicate: '与已有记录相近',
  split_rows: '按单位拆开（代报）',
  rolled_up: '下属机构归口上级',
  mail_date: '邮件日期有误',
  small_pictures: '邮件正文的小图片',
  system_files: '系统留下的文件',
};

export const ATTACHMENT_KIND_WORDS: Readonly<Record<AttachmentKind, string>> = {
  article: '稿件、案例',
  statement: '情况说明（零报送）',
  paper: '其他材料',
};

export const BATCH_KIND_WORDS: Readonly<Record<BatchKind, string>> = {
  import: '导入',
  correction: '更正',
  entry: '录入',
};

/** Reasons most corrections have, offered beside one's own words. */
export const CORRECTION_REASONS: readonly string[] = [
  '与单位电话核实后更正',
  '单位书面说明后更正',
  '明显笔误，已对照公示文书更正',
  '格式有误，内容不变',
];

/** Reasons by which findings often pass, offered after those written before. */
export const CONFIRMATION_REASONS: readonly string[] = [
  '经与单位核对，公示原文如此',
  '已与登记机关核对，代码无误',
  '情况属实，单位已说明',
];

export const IMPORT_KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓', '移动'],
  ['Enter', '打开'],
  ['1–9', '选第几个答案'],
  ['Ctrl+Enter', '提交没有疑问的'],
];

export const WORKING_WORDS = {
  'hand-over': '正在接收文件…',
  preview: '正在识别和检查…',
  commit: '正在提交…',
} as const;
