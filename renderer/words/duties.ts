import type { DutyKind, Shift } from '../../electron/contract/duties.ts';

/** What the signs ★◇○ of the notice's duty table mean here. */
export const DUTY_KIND_HINTS: Readonly<Record<DutyKind, string>> = {
  scheduled: '有周期、有截止时间，列入台账和催报',
  event: '有事才报，不列入应报',
  ledger: '常年或一次性工作，只登记不催报',
};

export const DUE_RULE_WORDS = {
  weekday: '每周星期几',
  'day-of-month': '当月第几日',
  'day-of-next-month': '次月第几日',
  'period-end': '报送期最后一天',
  'fixed-date': '固定日期',
} as const;

export const SHIFT_WORDS: Readonly<Record<Shift | 'office', string>> = {
  office: '按全县设置',
  none: '照原日，不顺延',
  next: '顺延到下一工作日',
  previous: '提前到上一工作日',
};

export const WEEKDAY_WORDS: readonly string[] = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'];

export const DUTIES_WORDS = {
  title: '事项',
  search: '查找事项',
  all: '全部',
  kind: '性质',
  id: '编号',
  name: '报送事项',
  cadence: '周期',
  due: '截止时间',
  noDue: '无固定截止',
  recordTerm: '决定后时限',
  noRecordTerm: '不计时',
  templates: '模板',
  noTemplates: '无固定模板',
  quota: '数量要求',
  noQuota: '未定量',
  quotaAllotted: '由信用办分配',
  zeroReport: '零报送',
  zeroStatement: '无产生可零报，须附情况说明',
  zeroNone: '不适用，必须报数',
  target: '目标',
  source: '出处',
  consequence: '问责',
  groups: '责任分组',
  units: '责任单位',
  noUnits: '还没有责任单位',
  noUnitsHint: '责任分组为空，请先到“单位”页的“单位分组”里勾选。',
  fillGroup: '去填写分组',
  lead: '牵头单位',
  note: '备注',
  none: '—',
  edit: '修改',
  save: '保存',
  saved: '已保存',
  cancel: '取消',
  dueRule: '截止规则',
  dueRuleNone: '没有截止时间',
  weekday: '星期',
  day: '日',
  dayHint: '30 日在二月即月末最后一天',
  month: '月',
  time: '时刻',
  shift: '逢休息日',
  termDays: '天数',
  termUnit: '计日',
  natural: '自然日',
  working: '工作日',
  termHint: '自行政决定作出的次日起算',
  quotaCount: '至少',
  quotaCountHint: '空着表示由信用办分配',
  quotaOf: '计量',
  hasTerm: '逐条记录计时',
  hasQuota: '有数量要求',
  required: '必填',
  timeAsk: '时刻写成 18:00',
  empty: '没有符合条件的事项',
  emptyHint: '换一个性质或查找词。',
} as const;
