import type { Indicator, IndicatorSource } from '../../electron/contract/indicators.ts';

export const INDICATOR_WORDS = {
  title: '指标',
  hint: '对照通知的目标，按月、季、年看完成多少、还差多少',
  year: '年度',
  earlier: '上一年',
  later: '下一年',
  none: '县情配置里没有指标',
  noneHint: '新增一项：写明分子、分母和目标，以后按期填数。',
  add: '新增指标',
  edit: '修改',
  latest: '最近一期',
  target: '目标',
  met: '✓ 达标',
  missed: '✗ 未达标',
  unknown: '— 尚无数字',
  yearUnknown: '— 待载入放假安排',
  counted: '由程序统计',
  typed: '手工填写',
  numerator: '分子',
  denominator: '分母',
  rate: '完成率',
  count: '完成数',
  gap: '差距',
  note: '备注',
  source: '依据',
  filled: '填写人',
  saved: '已保存',
  wrongNumber: '请填不小于 0 的数，不填则留空',
  targetLine: '目标',
} as const;

/** How often an indicator is looked at. */
export const INDICATOR_CADENCES: Readonly<Record<Indicator['cadence'], string>> = {
  monthly: '按月',
  quarterly: '按季',
  'half-yearly': '按半年',
  yearly: '按年',
};

/** What a target asks for, to choose from. */
export const TARGET_WORDS: Readonly<Record<Indicator['target']['is'], string>> = {
  '=': '等于',
  '>=': '不低于',
  '<': '低于',
  '<=': '不高于',
};

/** Where a number comes from, to choose from. */
export const INDICATOR_SOURCE_WORDS: Readonly<Record<IndicatorSource, string>> = {
  typed: '手工填写',
  'report-met': '已报期数（上报率分子）',
  'report-expected': '应报期数（上报率分母）',
  records: '收到记录数',
  'records-compliant': '合规记录数',
  'records-clocked': '有时限的记录数',
  'records-timely': '及时记录数',
  commitments: '信用承诺数',
  fulfilments: '履约践诺数',
  'commitments-and-fulfilments': '承诺数与履约数之和',
  submissions: '报送件数',
  'units-drawn': '已抽查单位数',
  'units-to-draw': '应抽查单位数',
};
