import type { CellStatus } from '../../electron/contract/status.ts';

/** What each status of the grid means, for the legend; names and signs are in `words.ts`. */
export const STATUS_HINTS: Readonly<Record<CellStatus, string>> = {
  reported: '截止前收到',
  late: '截止后收到，计入上报，不算按时',
  zero: '本期无产生，附有情况说明，计入上报',
  partial: '已有报送，但没有达到规定数量',
  missing: '已过截止时间，没有收到',
  pending: '还没到截止时间',
  returned: '退回修改，尚未重新报送',
  exempt: '经批准免报，不计入应报',
};

/** The order in which the legend lists the statuses. */
export const STATUS_ORDER: readonly CellStatus[] = [
  'reported',
  'late',
  'zero',
  'partial',
  'missing',
  'pending',
  'returned',
  'exempt',
];

/** Statuses that still owe something. */
export const UNMET: ReadonlySet<CellStatus> = new Set<CellStatus>(['missing', 'partial', 'returned']);

export const STATUS_PAGE_WORDS = {
  title: '报送台账',
  gridTab: '台账',
  ratesTab: '报送率与排名',
  dutyFilter: '全部事项',
  kindFilter: '全部类别',
  search: '查找单位',
  onlyUnmet: '只看欠报',
  onlyUnmetHint: '未报、不足额、已退回',
  unit: '单位',
  owes: '欠报',
  owesHint: '本期已过截止仍未报齐的项数',
  noDuties: '本期没有应报事项',
  noDutiesHint: '换一个报送期，或到“事项”页核对周期和责任单位。',
  noRows: '没有符合条件的单位',
  noRowsHint: '放宽筛选条件，或关闭“只看欠报”。',
  clearFilters: '清除筛选',
  notAssigned: '不在责任单位之内，不计入应报',
  due: '截止时间',
  status: '状态',
  received: '收到时间',
  quota: '数量',
  submissions: '报送记录',
  noSubmissions: '还没有收到报送',
  noSubmissionsHint: '收到文件请到“导入”；纸质、微信或无产生的在下面登记。',
  toImport: '去导入',
  toRecords: '查看数据',
  register: '手工登记',
  registerKind: '登记类型',
  registerNote: '说明',
  registerFile: '附件',
  registerCount: '件数',
  registerReceived: '收到时间',
  registerSave: '登记',
  registered: '已登记',
  withdraw: '撤回登记',
  withdrawAsk: '撤回这条登记？撤回后本格恢复原状态。',
  withdrawn: '已撤回',
  statementAsk: '零报送须附情况说明：填写说明文字或选择文件',
  waivedAsk: '请写明免报理由、批准人和文号',
  paperHint: '例：纸质件由李某送达；微信发来照片',
  zeroHint: '情况说明：例，本周未作出行政许可、行政处罚决定',
  waivedHint: '理由、批准人、文号',
} as const;

export const RATES_WORDS = {
  rank: '名次',
  unit: '单位',
  expected: '应报',
  met: '已报',
  late: '迟报',
  reportRate: '上报率',
  records: '记录',
  compliant: '合规',
  complianceRate: '合规率',
  updates: '更正',
  timely: '及时 / 计时',
  timelinessRate: '及时率',
  score: '得分',
  total: '全县',
  none: '本期还没有应报事项，没有可以排名的单位',
  noneHint: '到“导入”页导入本期文件，或换一个报送期。',
  unranked: '—',
  formula: '计算办法',
} as const;
