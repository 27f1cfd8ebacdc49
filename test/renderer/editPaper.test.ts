import { describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import { PLAIN_FORM } from '../../electron/contract/circulars.ts';
import type { PaperEdit } from '../../electron/contract/papers.ts';
import { applyEdits } from '../../electron/core/paperEdits.ts';
import {
  bringBack,
  insertParagraph,
  insertSection,
  keepMine,
  leaveEmpty,
  leaveField,
  mergeEdits,
  moveBlock,
  moveBlocks,
  removeBlock,
  takeComposed,
  takeNewText,
  textByHand,
  writeText,
} from '../../renderer/features/papers/editPaper.ts';
import { blocksOf, movedWith, standsBehind } from '../../renderer/features/papers/paperBlocks.ts';

const body = (key: string) => ({ key, level: 'body' as const, text: `${key}。` });

const DRAFT: CircularDocument = {
  period: '2022-04',
  asOf: '2022-05-05T09:00',
  form: PLAIN_FORM,
  letterhead: '某某办公室文件',
  documentNo: '',
  title: '关于4月情况的通报',
  addressee: '各单位',
  introduction: [body('intro')],
  sections: [
    { key: 'one', heading: '基本情况', paragraphs: [body('a'), body('b'), body('c')] },
    { key: 'two', heading: '要求', paragraphs: [body('d')] },
    { key: 'three', heading: '其他', paragraphs: [] },
  ],
  tables: [],
  signature: '某某办公室',
  date: '2022年5月5日',
  remark: '',
  copyTo: ['县纪委'],
  issuer: '某某办公室',
};

describe('writing over a text', () => {
  const composed = 'a。';

  it('keeps what the data said, however often it is typed on', () => {
    const once = writeText([], { key: 'a', text: '甲', composed });
    const twice = writeText(once, { key: 'a', text: '甲乙', composed: '新的a。' });
    expect(twice).toEqual([{ edit: 'replace', key: 'a', text: '甲乙', base: composed }]);
  });

  it('is no edit any more when the data’s own text is written back', () => {
    const edits = writeText([], { key: 'a', text: '甲', composed });
    expect(writeText(edits, { key: 'a', text: composed, composed })).toEqual([]);
    expect(writeText([], { key: 'a', text: composed, composed })).toEqual([]);
  });

  it('changes what the clerk added where it was added', () => {
    const edits = insertParagraph([], { key: 'own/1', after: 'a', level: 'third', text: '' });
    expect(writeText(edits, { key: 'own/1', text: '一条', composed: '' })).toEqual([
      { edit: 'insert', key: 'own/1', after: 'a', level: 'third', text: '一条' },
    ]);
  });

  it('knows the text that stands by hand', () => {
    expect(textByHand(writeText([], { key: 'a', text: '甲', composed }), 'a')).toBe('甲');
    expect(textByHand([{ edit: 'remove', key: 'a', base: composed }], 'a')).toBeUndefined();
  });
});

describe('when the data changed after an edit', () => {
  const edits: readonly PaperEdit[] = [{ edit: 'replace', key: 'a', text: '甲', base: '旧。' }];
  const marks = (list: readonly PaperEdit[]) => applyEdits(DRAFT, list).marks.map(({ key, state }) => [key, state]);

  it('keeping mine settles it', () => {
    expect(marks(edits)).toEqual([['a', 'stale']]);
    expect(marks(keepMine(edits, 'a', 'a。'))).toEqual([['a', 'edited']]);
  });

  it('taking the new text leaves nothing by hand', () => {
    expect(marks(takeNewText(edits, 'a'))).toEqual([]);
  });
});

describe('taking away and bringing back', () => {
  it('brings a removed paragraph back with what was written into it', () => {
    const written = writeText([], { key: 'b', text: '乙', composed: 'b。' });
    const removed = removeBlock(written, { key: 'b', composed: 'b。' });
    expect(order(removed)).toBe('intro | one a c | two d | three');
    expect(textOf(bringBack(removed, 'b'), 'b')).toBe('乙');
  });

  it('takes what was added away for good, and leaves what was added behind it', () => {
    const one = insertParagraph([], { key: 'own/1', after: 'a', level: 'body', text: '一' });
    const two = insertParagraph(one, { key: 'own/2', after: 'own/1', level: 'body', text: '二' });
    const moved = move(two, 'own/1', 'c');
    expect(order(removeBlock(two, { key: 'own/1', composed: '' }))).toBe('intro | one a own/2 b c | two d | three');
    expect(order(removeBlock(moved, { key: 'own/1', composed: '' }))).toBe('intro | one a own/2 b c | two d | three');
  });

  it('gives a paragraph back to the data, text and place', () => {
    const edits = move(writeText([], { key: 'a', text: '甲', composed: 'a。' }), 'a', 'c');
    expect(takeComposed(edits, 'a')).toEqual([]);
  });
});

describe('leaving a text empty', () => {
  const emptied = (key: string, composed: string) => writeText([], { key, text: '', composed });

  it('takes a paragraph away', () => {
    const left = leaveEmpty(emptied('a', 'a。'), { key: 'a', composed: 'a。', fallback: null });
    expect(order(left)).toBe('intro | one b c | two d | three');
  });

  it('gives a heading back what the data say, and keeps its section', () => {
    const left = leaveEmpty(emptied('one', '基本情况'), { key: 'one', composed: '基本情况', fallback: '新的一节' });
    expect(left).toEqual([]);
    expect(order(left)).toBe('intro | one a b c | two d | three');
  });

  it('gives an added heading its first words again', () => {
    const own = insertSection([], { key: 'own/s', after: 'one', text: '' });
    const left = leaveEmpty(own, { key: 'own/s', composed: '', fallback: '新的一节' });
    expect(textByHand(left, 'own/s')).toBe('新的一节');
  });

  it.each([
    ['title', []],
    ['signature', [{ edit: 'replace', key: 'signature', text: '', base: '原文' }]],
  ] as const)('gives a title back what the data say, other fields may be empty: %s', (field, left) => {
    expect(leaveField(emptied(field, '原文'), field, '')).toEqual(left);
  });

  it('leaves alone what was taken back before', () => {
    expect(leaveEmpty([], { key: 'own/1', composed: '', fallback: null })).toEqual([]);
  });
});

describe('moving by one place', () => {
  it.each([
    ['b', 'up', 'intro | one b a c | two d | three'],
    ['b', 'down', 'intro | one a c b | two d | three'],
    ['a', 'up', 'intro a | one b c | two d | three'],
    ['c', 'down', 'intro | one a b | two c d | three'],
    ['d', 'down', 'intro | one a b c | two | three d'],
    ['two', 'up', 'intro | two d | one a b c | three'],
    ['two', 'down', 'intro | one a b c | three | two d'],
  ] as const)('%s goes %s', (key, way, expected) => {
    expect(order(step([], key, way))).toBe(expected);
  });

  it('leaves what was put behind a block where it is', () => {
    const edits = insertParagraph([], { key: 'own/1', after: 'b', level: 'body', text: '一' });
    expect(order(step(edits, 'b', 'up'))).toBe('intro | one b a own/1 c | two d | three');
    expect(order(step(edits, 'b', 'down'))).toBe('intro | one a own/1 b c | two d | three');
    expect(order(step(edits, 'own/1', 'up'))).toBe('intro | one a own/1 b c | two d | three');
  });

  it('takes the paragraphs of a section along, added ones too', () => {
    const edits = insertParagraph([], { key: 'own/1', after: 'two', level: 'body', text: '一' });
    expect(order(step(edits, 'two', 'up'))).toBe('intro | two own/1 d | one a b c | three');
  });

  it('leaves an added section where it is when the one before it goes', () => {
    const edits = insertSection([], { key: 'own/s', after: 'one', text: '新的一节' });
    expect(order(step(edits, 'one', 'down'))).toBe('intro | own/s | one a b c | two d | three');
  });

  it('can go anywhere and back, one step at a time', () => {
    const way = ['down', 'down', 'down', 'down', 'up', 'up', 'up', 'up'] as const;
    const edits = way.reduce<readonly PaperEdit[]>((before, next) => step(before, 'b', next), []);
    expect(order(edits)).toBe(order([]));
    expect(edits).toHaveLength(1);
  });
});

describe('a paper changed in two places', () => {
  const before = writeText([], { key: 'a', text: '甲', composed: 'a。' });

  it('has both when they changed different texts', () => {
    const mine = writeText(before, { key: 'b', text: '我的乙', composed: 'b。' });
    const theirs = writeText(before, { key: 'c', text: '他的丙', composed: 'c。' });
    const merged = mergeEdits(before, mine, theirs);
    expect(['a', 'b', 'c'].map((key) => textByHand(merged, key))).toEqual(['甲', '我的乙', '他的丙']);
  });

  it('keeps what was typed here where both changed the same text', () => {
    const mine = writeText(before, { key: 'a', text: '我的甲', composed: 'a。' });
    const theirs = writeText(before, { key: 'a', text: '他的甲', composed: 'a。' });
    expect(textByHand(mergeEdits(before, mine, theirs), 'a')).toBe('我的甲');
  });

  it('takes theirs where nothing was changed here', () => {
    const theirs = removeBlock([], { key: 'd', composed: 'd。' });
    expect(mergeEdits(before, before, theirs)).toEqual(theirs);
  });

  it('does not bring back what was given up here', () => {
    expect(mergeEdits(before, [], before)).toEqual([]);
  });
});

/** Keys in the order in which the paper prints them. */
function order(edits: readonly PaperEdit[]): string {
  const { document } = applyEdits(DRAFT, edits);
  const parts = [
    document.introduction.map(({ key }) => key),
    ...document.sections.map(({ key, paragraphs }) => [key, ...paragraphs.map((one) => one.key)]),
  ];
  return parts.map((part) => part.join(' ')).join(' | ');
}

function textOf(edits: readonly PaperEdit[], key: string): string | undefined {
  const { document } = applyEdits(DRAFT, edits);
  return document.sections.flatMap(({ paragraphs }) => paragraphs).find((one) => one.key === key)?.text;
}

describe('moving a heading within a section', () => {
  const second = (key: string) => ({ key, level: 'second' as const, text: `${key}。` });
  const draft: CircularDocument = {
    ...DRAFT,
    sections: [
      { key: 'one', heading: '基本情况', paragraphs: [second('A'), body('a'), second('B'), body('b'), body('c')] },
      { key: 'two', heading: '要求', paragraphs: [body('d'), second('D'), body('e')] },
    ],
  };
  const printed = (edits: readonly PaperEdit[]) =>
    applyEdits(draft, edits)
      .document.sections.map(({ key, paragraphs }) => [key, ...paragraphs.map((one) => one.key)].join(' '))
      .join(' | ');
  const go = (edits: readonly PaperEdit[], key: string, way: 'up' | 'down') => {
    const { document } = applyEdits(draft, edits);
    const all = blocksOf(document).sections.flatMap(({ paragraphs }) => paragraphs);
    const after = all.find((one) => one.key === key)?.[way] ?? '';
    const isAlike = (other: string) => other !== 'one' && other !== 'two';
    return moveBlocks(edits, movedWith(document, key), { after, before: standsBehind(document, key), isAlike });
  };

  it.each([
    ['B', 'up', 'one B b c A a | two d D e'],
    ['A', 'down', 'one B b c A a | two d D e'],
    ['B', 'down', 'one A a | two B b c d D e'],
    ['D', 'up', 'one A a B b c D e | two d'],
    ['c', 'up', 'one A a B c b | two d D e'],
    ['a', 'down', 'one A B a b c | two d D e'],
  ] as const)('takes %s %s with what stands below it', (key, way, order) => {
    expect(printed(go([], key, way))).toBe(order);
  });

  it('comes back to where it was by the opposite step', () => {
    expect(printed(go(go([], 'B', 'up'), 'B', 'down'))).toBe('one A a B b c | two d D e');
  });

  it('takes what a clerk added below along, and leaves a heading added behind it', () => {
    const added = insertParagraph([], { key: 'own/1', after: 'c', level: 'body', text: '补充' });
    const both = insertParagraph(added, { key: 'own/2', after: 'own/1', level: 'second', text: '新的一节' });
    expect(printed(both)).toBe('one A a B b c own/1 own/2 | two d D e');
    expect(printed(go(both, 'B', 'up'))).toBe('one B b c own/1 A a own/2 | two d D e');
  });
});

/** As the composer moves: where to is read off what is on screen. */
function step(edits: readonly PaperEdit[], key: string, way: 'up' | 'down'): readonly PaperEdit[] {
  const { introduction, sections } = blocksOf(applyEdits(DRAFT, edits).document);
  const all = [...introduction, ...sections.flatMap(({ head, paragraphs }) => [head, ...paragraphs])];
  const after = all.find((one) => one.key === key)?.[way];
  if (after === null || after === undefined) throw new Error(`${key} cannot go ${way}`);
  return move(edits, key, after);
}

function move(edits: readonly PaperEdit[], key: string, after: string): readonly PaperEdit[] {
  const { document } = applyEdits(DRAFT, edits);
  const sections = new Set(document.sections.map((section) => section.key));
  const isAlike = (other: string) => sections.has(other) === sections.has(key);
  return moveBlock(edits, { key, after, before: standsBehind(document, key), isAlike });
}
