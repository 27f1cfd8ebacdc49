import type { PaperSummary } from '../../../electron/contract/papers.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { PAPER_KIND_WORDS } from '../../words/papers.ts';

/** What a list of drafts calls each: kind and period, for titles begin alike; where two are alike in that, also to whom or since when. */
export function draftNames(drafts: readonly PaperSummary[]): readonly string[] {
  const names = drafts.map(
    ({ kind, period, title }) => `${PAPER_KIND_WORDS[kind]} ${period === null ? title : periodTitle(period)}`,
  );
  return drafts.map(({ kind, addressee, steps: [begun] }, index) => {
    const name = names[index] ?? '';
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    if (kind === 'letter') return `${name}　${addressee}`;
    return begun === undefined ? name : `${name}　${momentText(begun.at).slice(5)} 起草`;
  });
}
