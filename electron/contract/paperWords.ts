import type { BlockMark, DocumentNumber, PaperKind, PaperState, PaperStep } from './papers.ts';

/** Names of papers, their states and steps, for window and command line alike. */
export const PAPER_KIND_WORDS: Readonly<Record<PaperKind, string>> = {
  monthly: '月通报',
  quarterly: '季通报',
  special: '专项通报',
  annual: '年通报',
  letter: '催报函',
  assessment: '考核通报',
  correction: '更正通知',
};

export const PAPER_STATE_WORDS: Readonly<Record<PaperState, string>> = {
  draft: '拟稿',
  checked: '已审核',
  issued: '已印发',
  void: '作废',
};

export const PAPER_STEP_WORDS: Readonly<Record<PaperStep['step'], string>> = {
  drafted: '拟稿',
  checked: '审核',
  reopened: '退回修改',
  issued: '印发',
  voided: '作废',
};

export const MARK_WORDS: Readonly<Record<BlockMark['state'], string>> = {
  edited: '手改',
  stale: '手改，数据已变',
  removed: '已删去',
  own: '手加',
  moved: '移过',
  gone: '数据已无',
};

export const NUMBER_STATE_WORDS: Readonly<Record<DocumentNumber['state'], string>> = {
  reserved: '预留',
  used: '已用',
  outside: '别处已用',
  void: '作废',
};
