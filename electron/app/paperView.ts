import type { StoredPaper } from '../../db/queries/papers.ts';
import type { BlockMark, Paper, PaperStep, PaperView } from '../contract/papers.ts';
import { dayOf } from '../core/period.ts';
import type { Context } from './context.ts';
import { contentOf } from './paperContent.ts';

/** A paper as the window shows it: a draft as it would be printed now, an issued one as it was. */
export function viewOf(context: Context, stored: StoredPaper): PaperView {
  const { frozen, ...paper } = stored;
  if (isClosed(paper) && frozen !== null) {
    return { paper, document: frozen.document, marks: [], corrections: [], advice: [], annexChoice: [] };
  }
  const { document, marks, advice, annexChoice } = contentOf(context, paper, dayOf(context.deps.now()));
  const own = [...advice, ...staleAdvice(marks), ...sameHand(paper.steps)];
  return { paper, document, marks, corrections: [], advice: own, annexChoice };
}

/** Whether it left the office or was made void: nothing of it changes any more. */
export function isClosed({ state }: Pick<Paper, 'state'>): boolean {
  return state === 'issued' || state === 'void';
}

function staleAdvice(marks: readonly BlockMark[]): string[] {
  const count = (state: BlockMark['state']) => marks.filter((mark) => mark.state === state).length;
  const stale = count('stale');
  const gone = count('gone');
  return [
    ...(stale > 0 ? [`有 ${stale} 处手工改过的文字，数据后来又变了，请逐处核对。`] : []),
    ...(gone > 0 ? [`有 ${gone} 处手工改过的文字，按现在的数据已不再写入，请核对是否还要保留。`] : []),
  ];
}

function sameHand(steps: readonly PaperStep[]): string[] {
  const drafted = steps.findLast(({ step }) => step === 'drafted')?.by ?? '';
  const checked = steps.findLast(({ step }) => step === 'checked' || step === 'reopened');
  if (checked?.step !== 'checked' || drafted === '' || checked.by !== drafted) return [];
  return [`拟稿和审核是同一人（${drafted}），印发前请另一位同志再看一遍。`];
}
