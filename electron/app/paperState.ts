import type { Paper, PaperState } from '../contract/papers.ts';
import { Refusal } from '../core/refusal.ts';

/** Refuses a step of a paper that is not in one of the states for it (`paper_state`): the sentence says what to do instead. */
export function refuseState(paper: Pick<Paper, 'state' | 'title'>, allowed: readonly PaperState[], what: string): void {
  if (allowed.includes(paper.state)) return;
  throw new Refusal(
    'paper_state',
    `《${paper.title}》${INSTEAD[paper.state]}，不能${what === DONE[paper.state] ? '再次' : ''}${what}${REMEDY[paper.state](what)}`,
  );
}

/** Refuses a step of one who has seen another paper than the one there is now (`paper_changed`). Without `revision` it is not asked. */
export function refuseOlder(
  { title, revision: now }: Pick<Paper, 'title' | 'revision'>,
  seen: number | undefined,
): void {
  if (seen !== undefined && seen !== now) throw new Refusal('paper_changed', title);
}

/** Refuses a step that nobody has put a name to (`name_required`): whoever checks and issues a paper answers for it. */
export function refuseNameless(by: string, what: '审核' | '印发'): void {
  if (by.trim() === '') throw new Refusal('name_required', what);
}

const INSTEAD: Readonly<Record<PaperState, string>> = {
  draft: '还是草稿',
  checked: '已经审核',
  issued: '已经印发',
  void: '已经作废',
};

/** The step that led to a state: it is not taken again. */
const DONE: Readonly<Record<PaperState, string>> = { draft: '', checked: '审核', issued: '印发', void: '作废' };

/** What to do instead; some steps leave nothing to do. */
const REMEDY: Readonly<Record<PaperState, (what: string) => string>> = {
  draft: (what) => (what === '印发' ? '，请先审核' : what === '更正' ? '，请直接修改' : ''),
  checked: (what) => (what === '删除' ? '，请写明理由作废' : what === '审核' ? '' : '，请先退回修改'),
  issued: (what) =>
    what === '删除' ? '，请写明理由作废' : what === '修改' || what === '退回修改' ? '，请起草更正' : '',
  void: (what) => (what === '作废' || what === '删除' ? '' : '，请另起一份'),
};
