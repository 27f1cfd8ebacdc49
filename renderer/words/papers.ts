import type { PaperState } from '../../electron/contract/papers.ts';

export { PAPER_KIND_WORDS, PAPER_STATE_WORDS, PAPER_STEP_WORDS } from '../../electron/contract/paperWords.ts';

export const PAPER_WORDS = {
  title: '通报与文稿',
  hint: '起草、审核、印发，印发后的内容永久保存，随时可以原样再打印',
  registerTab: '文稿登记簿',
  numbersTab: '发文字号',
  templateTab: '本办 Word 模板',
  create: '新建通报',
  search: '搜标题、文号、主送',
  anyKind: '全部文种',
  anyState: '全部状态',
  anyYear: '全部年份',
  clear: '清除筛选',
  none: '还没有通报和文稿',
  noneHint: '点“新建通报”，选文种和报送期，正文和附件由数据写好，再逐段修改。催报函在“催报”页生成后也列在这里。',
  noneFound: '没有符合条件的文稿',
  noneFoundHint: '换一个词，或者清除筛选。',
  documentNo: '文号',
  unnumbered: '未编号',
  documentTitle: '标题',
  kind: '文种',
  period: '报送期',
  state: '状态',
  date: '成文日期',
  who: '经办',
  back: '返回登记簿',
} as const;

/** One sign per state: colour is never the only difference. */
export const PAPER_STATE_SIGNS: Readonly<Record<PaperState, string>> = {
  draft: '✎',
  checked: '✓',
  issued: '●',
  void: '✕',
};

export const NEW_PAPER_WORDS = {
  title: '新建通报',
  ok: '起草',
  kind: '文种',
  period: '报送期',
  asOf: '统计截至',
  asOfNow: '此刻',
  asOfHint: '报送期已经结束、要与当时数字一致的，填当时的时间；不填按此刻统计。',
  duties: '事项范围',
  allDuties: '全部事项',
  units: '单位范围',
  allUnits: '全部成员单位',
  scopeHint: '只通报其中几项工作或几个单位的，在这里选；不选就是全部。',
} as const;
