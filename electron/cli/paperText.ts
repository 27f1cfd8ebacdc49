import type { PaperSummary, PaperView } from '../contract/papers.ts';
import { MARK_WORDS, PAPER_KIND_WORDS, PAPER_STATE_WORDS, PAPER_STEP_WORDS } from '../contract/paperWords.ts';
import { table } from './table.ts';

/** The register as a page of text. */
export function paperTable(papers: readonly PaperSummary[]): string {
  if (papers.length === 0) return '没有文稿。';
  return table(
    ['编号', '发文字号', '文种', '状态', '日期', '标题', '主送'],
    papers.map(({ id, documentNo, kind, state, date, title, addressee }) => [
      ...[id, documentNo || null, PAPER_KIND_WORDS[kind], PAPER_STATE_WORDS[state], date, title, addressee],
    ]),
  );
}

/** A paper as a page of text: what it says, who did what, what the data say otherwise, what to look at. */
export function paperPage({ paper, document, marks, corrections, advice }: PaperView): string {
  const { id, kind, state, documentNo, steps, voidReason, about } = paper;
  const head = [`${id}`, PAPER_KIND_WORDS[kind], PAPER_STATE_WORDS[state], documentNo, voidReason];
  return [
    head.filter((part) => part !== '').join('  '),
    ...(about === null ? [] : [`所更正的文稿：${about}`]),
    ...steps.map(
      ({ step, by, at, note }) => `  ${[PAPER_STEP_WORDS[step], by, at.replace('T', ' '), note].join(' ').trim()}`,
    ),
    '',
    document.title,
    `${document.addressee}：`,
    ...document.introduction.map(({ text }) => text),
    ...document.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
    ...document.tables.map(({ label, caption, rows }) => `${label} ${caption}（${rows.length}行）`),
    document.signature,
    document.date,
    ...part(
      '手工改动',
      marks.map(({ key, state: mark, text }) => `${key}  ${MARK_WORDS[mark]}  ${text}`),
    ),
    ...part(
      '数据与印发时不同',
      corrections.map(({ place, before, after }) => `${place}：${before || '（无）'} → ${after || '（无）'}`),
    ),
    ...part('提示', advice),
  ].join('\n');
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}：`, ...lines.map((line) => `  ${line}`)];
}
