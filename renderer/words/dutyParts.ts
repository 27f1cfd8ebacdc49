import type { Assignment, Exemption } from '../../electron/contract/assignments.ts';
import type { EventTerm, SamplingRule } from '../../electron/contract/duties.ts';
import type { DutyEvent } from '../../electron/contract/events.ts';

export const ROLE_WORDS: Readonly<Record<Assignment['role'], string>> = {
  responsible: '增列为责任单位',
  lead: '牵头',
  none: '不再承担',
};

export const EXEMPTION_WORDS: Readonly<Record<Exemption['kind'], string>> = { exempt: '免报', extended: '延期' };

export const TERM_UNIT_WORDS: Readonly<Record<EventTerm['unit'], string>> = {
  natural: '自然日',
  working: '工作日',
  months: '个月',
};

export const TERM_MEANING_WORDS: Readonly<Record<EventTerm['meaning'], string>> = {
  within: '内办结',
  'not-before': '期满后方可办理',
};

export const DRAW_WORDS: Readonly<Record<SamplingRule['draw'], string>> = { monthly: '每月抽', quarterly: '每季度抽' };

export const COVER_WORDS: Readonly<Record<SamplingRule['cover'], string>> = {
  'half-yearly': '半年覆盖全部单位',
  yearly: '全年覆盖全部单位',
};

/** Signs beside the colours: ! 过期, ○ 待办, … 未满期, ✓ 办结. */
export const EVENT_STATE_WORDS: Readonly<Record<DutyEvent['state'], string>> = {
  overdue: '! 已超期',
  open: '○ 待办',
  waiting: '… 未满期限',
  closed: '✓ 已办结',
};

export const YEAR_WORDS = {
  title: '全年安排',
  previous: '上一年',
  next: '下一年',
  nothing: '这一年没有需要报送的时间',
  nothingHint: '事项没有截止规则，或不在起止日期之内。',
  unscheduledHint: '◇ 事件事项和 ○ 台账事项没有截止规则的，不列入应报，也不催报；要按期收的，请先填截止规则。',
  nobody: '还没有责任单位，不会产生应报',
  saveDoes: '保存后的变化',
  shared: '同样的表，别的事项也向这些单位收，来件时会逐个问归哪一项：',
  noChange: '这次修改不改变这一年的安排',
  zeroAllowed: '从此可以零报送',
  zeroRefused: '不再可以零报送',
  noPreview: '填完左边的规则后，这里显示全年安排和变化',
} as const;

export const PARTS_WORDS = {
  assignments: '责任分工调整',
  assignmentsHint: '分组以外增列、牵头，或分组以内不再承担的单位',
  noAssignments: '没有单独调整，按责任分组执行',
  exemptions: '免报与延期',
  noExemptions: '没有免报或延期',
  add: '添加',
  addAssignment: '调整分工',
  addExemption: '免报',
  addExtension: '延期',
  unit: '单位',
  role: '调整',
  from: '自',
  to: '至',
  fromTo: '起止',
  always: '一直',
  open: '无截止日',
  reason: '理由',
  approver: '批准人',
  documentNo: '文号',
  approvalNo: '批准文号',
  period: '报送期',
  until: '延至',
  by: '经办',
  allDuties: '该单位全部事项',
  thisDuty: '仅本事项',
  scope: '范围',
  save: '保存',
  cancel: '取消',
  required: '必填',
  withdraw: '撤回',
  withdrawAsk: '撤回后恢复原来的要求，记录仍留在日志中。撤回？',
  saved: '已保存',
  withdrawn: '已撤回',
  allotments: '分配数量',
  allotmentsHint: '空着为未分配，仍应报，报多少待定；填 0 为不分配，当期不应报；整张表一次保存',
  savedUnallotted: (count: number) => `已保存。还有 ${count} 个单位未分配，仍按应报计；不需要报的请填 0`,
  allotmentsCommon: '空着按统一的数量报（灰字）；填了的按所填的报，填 0 为当期不应报；整张表一次保存',
  notAllotted: '未分配',
  allotTotal: '合计',
  allotAll: '全部填为',
  draws: '抽查名单',
  drawsHint: '抽取按种子计算：同一种子、同一批单位，抽出来的一定是同一份名单，可当众复核',
  seed: '种子',
  seedHint: '空着由程序生成；可填当众摇出的号码',
  draw: '抽取',
  drawn: '已抽取',
  notDrawn: '尚未抽取',
  uncovered: '还没有抽到的单位',
  allCovered: '全部单位已抽到过',
  withdrawDraw: '撤回名单',
  withdrawReason: '撤回理由',
  events: '事件',
  addEvent: '登记事件',
  editEvent: '修改事件',
  eventTitle: '事件名称',
  eventTitleHint: '例：某某公司申请信用修复',
  eventDay: '起算日',
  eventDue: '期限',
  eventState: '状态',
  eventClosed: '办结日',
  eventOutcome: '办理结果',
  eventNote: '备注',
  noEvents: '没有事件',
  noEventsHint: '收到异议、修复申请、约谈等事项时登记，程序按期限提醒。',
  onlyOpen: '只看未办结',
  close: '办结',
  change: '修改',
  noUnit: '不针对单位',
  duty: '事项',
} as const;
