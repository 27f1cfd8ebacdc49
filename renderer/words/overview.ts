import type { ChartKind } from '../../electron/contract/charts.ts';
import type { Overview } from '../../electron/contract/overview.ts';

type TodoCode = Overview['todo'][number]['code'];

interface TodoWords {
  readonly sentence: (subject: string) => string;
  readonly action: string;
  readonly link: (subject: string) => string;
}

/** Sentence, button and target of each thing the office still has to fill in. A group is named by its title, and linked by its id. */
export const TODO_WORDS: Readonly<Record<TodoCode, TodoWords>> = {
  group_empty: {
    sentence: (subject) => `单位分组“${subject}”还没有单位，相关事项没有人应报。`,
    action: '去勾选',
    link: (subject) => `/units?tab=groups&group=${subject}`,
  },
  numbers_missing: {
    sentence: (subject) => `${subject}还没有分配数量，不知道应报多少。`,
    action: '去分配',
    link: (subject) => `/duties?duty=${subject}`,
  },
  calendar_missing: {
    sentence: (subject) => `${subject} 年的放假调休安排没有载入，不能推算截止时间。`,
    action: '去载入',
    link: (subject) => `/calendar?year=${subject}`,
  },
  contacts_missing: {
    sentence: (subject) => `${subject} 个单位没有登记联系人，无法电话催报。`,
    action: '去登记',
    link: () => '/units?contacts=none',
  },
};

/** What each chart of the units shows, as its button says. */
export const CHART_WORDS: Readonly<Record<Exclude<ChartKind, 'trend'>, string>> = {
  ranking: '单位得分',
  heat: '报送情况',
  composition: '记录构成',
};

export const OVERVIEW_WORDS = {
  title: '工作台',
  import: '导入文件',
  remind: '催报',
  circular: '写通报',
  progress: '本周和本月报送进度',
  noProgress: '本周和本月没有应报事项',
  noProgressHint: '到“事项”页核对周期，到“单位”页的“单位分组”里核对责任单位。',
  toDuties: '看事项',
  allProgress: '全部',
  lessProgress: '收起',
  late: '今年欠报最多的单位',
  noLate: '没有单位逾期欠报',
  notChased: '未催',
  todo: '待办',
  noTodo: '没有待办',
  lastImport: '最近一次导入',
  noImport: '还没有导入过文件',
  noImportHint: '把单位发来的表格、压缩包、邮件或整个文件夹拖进“导入”页。',
  yearUnknown: '须先载入放假调休安排',
  counting: '正在计算',
  records: '全部数据记录',
  toRecords: '看问题数据',
  allReminders: '全部催报',
  trend: '三项比率走势',
  charts: '各单位情况',
  noRecords: '这个月还没有数据',
  drafts: '未印发文稿',
  noDrafts: '没有未印发的文稿',
  allPapers: '全部文稿',
} as const;
