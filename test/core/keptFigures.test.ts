import { describe, expect, it } from 'vitest';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { composeDraft } from '../../electron/core/circular.ts';
import { keptFigures } from '../../electron/core/keptFigures.ts';
import { applyEdits } from '../../electron/core/paperEdits.ts';
import { counted, joined, plain } from '../../electron/core/worded.ts';
import { sampleMonth } from './circularSample.ts';

/** `已报{5}项` with a figure for each number in braces; its question is told by its place. */
function composedOf(text: string) {
  const parts = text.split(/\{([^}]*)\}/u);
  const ref = (place: number): FigureRef => ({
    kind: 'units',
    period: '2022-04',
    asOf: '2022-05-05T16:00',
    units: [String(place)],
  });
  return joined(parts.map((part, index) => (index % 2 === 0 ? plain(part) : counted(part, ref((index + 1) / 2)))));
}

/** What is linked in the written text, `2:5` for the second figure at its number 5. */
function kept(composed: string, written: string): string[] {
  return keptFigures(composedOf(composed), written).map(
    ({ start, length, ref }) =>
      `${ref.kind === 'units' ? ref.units?.join('') : ''}:${written.slice(start, start + length)}`,
  );
}

const TOTAL = '{31}家单位应报送{53}项次，已报送{6}项次（其中零报送{2}项次，迟报{2}项次），上报率为{11.32%}。';

describe('a paragraph rewritten by hand', () => {
  it.each([
    [
      'keeps all where a word is added before them',
      '本月，31家单位应报送53项次，已报送6项次（其中零报送2项次，迟报2项次），上报率为11.32%。',
      ['1:31', '2:53', '3:6', '4:2', '5:2', '6:11.32%'],
    ],
    [
      'keeps the second of two equal numbers where the first is taken out',
      '31家单位应报送53项次，已报送6项次（其中迟报2项次），上报率为11.32%。',
      ['1:31', '2:53', '3:6', '5:2', '6:11.32%'],
    ],
    [
      'drops a number that was changed, and only it',
      '31家单位应报送54项次，已报送6项次（其中零报送2项次，迟报2项次），上报率为11.32%。',
      ['1:31', '3:6', '4:2', '5:2', '6:11.32%'],
    ],
    [
      'finds no number in a longer one, and none without its sign',
      '131家单位应报送530项次，已报送6.5项次，上报率为11.32。',
      [],
    ],
    [
      'keeps numbers around an added sentence, and links none in it',
      '31家单位应报送53项次。经核实，2家单位因系统升级不能报送。上报率为11.32%。',
      ['1:31', '2:53', '6:11.32%'],
    ],
    [
      'keeps in their order those that were put behind others',
      '上报率为11.32%，31家单位应报送53项次。',
      ['1:31', '2:53'],
    ],
    ['keeps nothing of a text that says something else', '无。', []],
    ['keeps nothing of an empty text', '', []],
  ])('%s', (_name, written, expected) => {
    expect(kept(TOTAL, written)).toEqual(expected);
  });

  it('keeps a number that is written with a word behind it', () => {
    expect(kept('收到信用信息增加{12}条，增长{2.4倍}。', '收到信用信息比上期增加12条，增长2.4倍。')).toEqual([
      '1:12',
      '2:2.4倍',
    ]);
    expect(kept('增长{2.4倍}。', '增长2.4成。')).toEqual([]);
  });

  it('is matched at its ends alone where it is longer than any paragraph', () => {
    const pasted = '甲乙丙丁'.repeat(20_000);
    expect(kept(TOTAL, `31家单位${pasted}上报率为11.32%。`)).toEqual(['1:31', '6:11.32%']);
  });
});

describe('a draft with such a paragraph', () => {
  const draft = composeDraft(sampleMonth(12));
  const find = (paragraphs: typeof draft.introduction) => paragraphs.find(({ key }) => key === 'overview/total');
  const composed = find(draft.sections[0]?.paragraphs ?? []);

  it('opens the same rows from the same numbers', () => {
    const base = composed?.text ?? '';
    const edit = { edit: 'replace', key: 'overview/total', base, text: `经汇总，${base}` } as const;
    const now = find(applyEdits(draft, [edit]).document.sections[0]?.paragraphs ?? []);
    expect(composed?.figures?.length).toBeGreaterThan(5);
    expect(now?.figures).toEqual(composed?.figures?.map((figure) => ({ ...figure, start: figure.start + 4 })));
  });
});
