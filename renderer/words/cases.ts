import type { CaseOrigin, CaseTemplate } from '../../electron/contract/cases.ts';
import type { SubjectKind } from '../../electron/contract/commitments.ts';

/** The ledgers in the order of their tabs. */
export const LEDGERS: readonly { readonly template: CaseTemplate; readonly title: string }[] = [
  { template: 'joint-case', title: '联合奖惩案例' },
  { template: 'report-use', title: '信用报告应用' },
  { template: 'publicity', title: '诚信宣传' },
  { template: 'commitment', title: '信用承诺' },
];

export const ORIGIN_WORDS: Readonly<Record<CaseOrigin, string>> = {
  file: '报表',
  article: '稿件',
  paper: '纸质登记',
  typed: '录入',
};

export const SUBJECT_WORDS: Readonly<Record<SubjectKind, string>> = {
  company: '企业法人',
  person: '自然人',
  'sole-trader': '个体工商户',
  'social-organisation': '社会组织',
  'public-institution': '事业单位等',
};

export const CASE_WORDS = {
  title: '案例',
  hint: '案例、宣传稿件和信用承诺各成台账：报表、Word 稿件、纸质登记和录入的都在这里',
  list: '台账',
  counts: '逐月件数',
  coverage: '覆盖与履约',
  search: '标题、名称、代码、正文…',
  everyPeriod: '所有报送期',
  add: '录入一条',
  write: '导出台账',
  written: '已导出',
  added: '已录入，台账和报送台账都已计入',
  mended: '已更正',
  adoptedYes: '已采用',
  adoptedNo: '未采用',
  adopted: '市级采用',
  adoptedAll: '采用与否',
  markYes: '记为已采用',
  markNo: '记为未采用',
  nothing: '没有符合条件的案例',
  nothingHint: '换一个报送期或放宽筛选；单位报来的表请到“导入”，没有表的在这里录入。',
  short: '缺',
  shortHint: '已过期，没有达到每期应报数',
  countHint: '点一格看该单位当月的案例；件数与报送台账一致，含稿件和纸质登记',
  noUnits: '还没有单位承担或报送这一项',
  noUnitsHint: '到“事项”页勾选责任单位，或导入单位报来的表。',
  saveAnyway: '仍要保存',
  check: '保存',
  checkFirst: '有错误的栏目已标出。改正后再保存；确属如此的可照样保存，记为不合规。',
  toRecord: '在“数据”中查看',
  caseTitle: '案例',
  promisor: '承诺人',
  noPapers: '没有附件',
  openPaper: '打开原件',
  paperSaved: '已取出原件',
  papers: '附件',
  paperText: '登记时只记了件数，没有正文。',
  articleText: 'Word 稿件：标题和日期取自正文，全文见上；要补充栏目，请另行录入或由单位报表。',
  enterprises: '还没有企业总数，比值算不出来：请在上面填写。',
  enterprisesCount: '企业总数（含个体工商户）',
  enterprisesSource: '数字来源，例：市监局2022年底登记数',
  enterprisesSave: '保存',
  enterprisesEdit: '修改',
  enterprisesForget: '删除',
  enterprisesSaved: '已保存企业总数',
} as const;

/** Reasons offered where the city's answer is noted. */
export const ADOPTION_REASONS = ['市信用办反馈', '市级平台已刊发', '上级通报载明'] as const;
