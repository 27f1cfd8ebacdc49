import type { PaperSummary } from '../../../electron/contract/papers.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { shortTitle } from '../../parts/shortTitle.ts';
import { PAPER_KIND_WORDS } from '../../words/papers.ts';

/**
 * What a list of drafts calls each: kind and period, for titles begin alike. Where two are alike in that, also whom it is to or what it is
 * about, as its title says; and where that is alike, too, since when and as which one it is kept.
 */
export function draftNames(drafts: readonly PaperSummary[]): readonly string[] {
  const short = drafts.map(
    ({ kind, period, title }) => `${PAPER_KIND_WORDS[kind]} ${period === null ? title : periodTitle(period)}`,
  );
  const subjects = drafts.map(({ kind, title, addressee }) =>
    kind === 'letter' ? addressee : shortTitle(title).replace(/^关于/u, ''),
  );
  const named = drafts.map(({ kind }, index) => {
    const [name, subject] = [short[index] ?? '', subjects[index] ?? ''];
    if (isAlone(short, name)) return name;
    return kind === 'letter' ? `${name}　${subject}` : `${PAPER_KIND_WORDS[kind]}　${subject}`;
  });
  return drafts.map(({ id, steps: [begun] }, index) => {
    const name = named[index] ?? '';
    if (isAlone(named, name)) return name;
    return `${short[index]}　第 ${id} 份${begun === undefined ? '' : `，${momentText(begun.at).slice(5)} 起草`}`;
  });
}

const isAlone = (names: readonly string[], name: string) => names.indexOf(name) === names.lastIndexOf(name);
