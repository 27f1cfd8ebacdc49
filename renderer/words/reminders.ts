import type { OwedStatus, ReminderFormat, ReminderLevel } from '../../electron/contract/reminders.ts';

export { OWED_STATUS_WORDS } from '../../electron/contract/statusWords.ts';

/** What each level means, and its colour; the name of the level is in `words.ts`. */
export const LEVEL_LOOKS: Readonly<Record<ReminderLevel, { hint: string; color: string }>> = {
  blue: { hint: '将到期', color: 'blue' },
  yellow: { hint: '已逾期', color: 'gold' },
  red: { hint: '重点催', color: 'red' },
};

/** Gravest first. */
export const LEVEL_ORDER: readonly ReminderLevel[] = ['red', 'yellow', 'blue'];

/** What is to be done about each, for tooltips. */
export const OWED_STATUS_HINTS: Readonly<Record<OwedStatus, string>> = {
  missing: '截止时间已过，还没有收到',
  pending: '还没有收到，截止时间快到了',
  partial: '收到的数量不够规定的数量',
  returned: '因有问题退回，还没有重新报来',
  contradicted: '既报了零报送，又有数据，请单位说明以哪个为准',
};

export const FORMAT_WORDS: Readonly<Record<ReminderFormat, string>> = {
  xlsx: 'Excel 表格（.xlsx）',
  docx: 'Word 文档（.docx）',
  pdf: 'PDF（.pdf）',
  html: '网页（.html）',
};

export const REMINDER_WORDS = {
  title: '催报',
  notSent: '程序只生成文字和文件，不会自动发送',
  listTab: '催报清单',
  logTab: '催报记录',
  settingsTab: '用语与级别',
  scope: '催报范围',
  everything: '全部未完成',
  onePeriod: '只看',
  asOf: '统计时点',
  asOfNow: '统计至此刻',
  dutyFilter: '全部事项',
  unitFilter: '全部单位和分组',
  groups: '分组',
  units: '单位',
  statusFilter: '全部状态',
  chasedFilter: '已催、未催',
  chasedYes: '已催过',
  chasedNo: '还没催',
  promiseBroken: '承诺已过期',
  expired: '已过期',
  clear: '清除筛选',
  all: '全部',
  unit: '单位',
  duty: '事项',
  period: '报送期',
  due: '截止时间',
  daysLate: '逾期',
  level: '级别和理由',
  status: '状态',
  chased: '催报',
  promised: '承诺',
  noContacts: '联系人未登记',
  addContacts: '去登记',
  copyPhone: '复制电话',
  wechat: '微信',
  copyWechat: '复制微信号',
  copyEmail: '复制邮箱',
  selectAll: '全选',
  open: '展开',
  close: '收起',
  openAll: '全部展开',
  closeAll: '只看单位',
  selectUnit: '选中整个单位',
  selected: '已选',
  chase: '记录催报',
  chaseUnit: '记催报',
  chaseHint: '打过电话、发过消息之后，在这里记一笔',
  letters: '催报函',
  mails: '邮件草稿',
  export: '导出清单',
  ofSelected: '选中的',
  ofShown: '清单上',
  exporting: '正在写出',
  exported: '已导出',
  print: '打印',
  texts: '催报文字',
  otherDay: '另定日子',
  chaseAll: '全部都催',
  endedOn: '最后一天',
  endedHint: '右边的文字写给承接单位，联系人也是承接单位的；不写催报函。',
  unitText: '单位文字',
  groupText: '群通知',
  copyUnit: '复制本单位文字',
  copyGroup: '复制群通知',
  chooseUnit: '点左边的一行，这里就是给那个单位的催报文字。',
  textEdited: '已改动，本次打开期间有效',
  textOld: '清单已有变化，改过的文字没有跟着变',
  restoreText: '恢复原文',
  editHint: '可以先改再复制；改动只在本次打开期间保留。',
  empty: '现在没有欠报，也没有临近截止的事项',
  emptyHint: '可以换一个统计时点或报送期，也可以到“报送台账”看全部单位。',
  noMatch: '没有符合条件的事项',
  noMatchHint: '放宽级别、状态、事项或单位的筛选条件。',
  toStatus: '看报送台账',
  keys: [
    ['↑ ↓', '上下移动'],
    ['← →', '收起、展开'],
    ['空格', '选中'],
    ['Enter', '记录催报'],
    ['Ctrl+A', '全选'],
  ],
} as const;

/** Of a thing sent back that is the unit's no more. */
export const NOT_ASSIGNED_WORDS = {
  short: '退回，非应报',
  hint: '这一项不归这个单位报（没有分工，或分工已经取消）；它报来过，被退回，还没有重新报来',
} as const;
