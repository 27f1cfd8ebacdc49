import { Tag } from 'antd';
import type { PaperState } from '../../../electron/contract/papers.ts';
import { PAPER_STATE_SIGNS, PAPER_STATE_WORDS } from '../../words/papers.ts';

const COLORS: Readonly<Record<PaperState, string>> = {
  draft: 'gold',
  checked: 'blue',
  issued: 'green',
  void: 'default',
};

/** 拟稿, 已审核, 已印发 or 作废 with sign and colour. */
export function PaperStateTag({ state }: { readonly state: PaperState }) {
  return (
    <Tag color={COLORS[state]} variant="outlined" data-testid="paper-state" data-state={state}>
      {PAPER_STATE_SIGNS[state]} {PAPER_STATE_WORDS[state]}
    </Tag>
  );
}
