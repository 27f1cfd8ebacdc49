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
      '31家单位应报送53项次，已报送6项次（其中，迟报2项次），上报率为11.32%。',
      ['1:31', '2:53', '5:2', '6:11.32%'],
    ],
    [
      'drops a number that was changed, and what is said in one breath with it',
      '31家单位应报送54项次，已报送6项次（其中零报送2项次，迟报2项次），上报率为11.32%。',
      ['3:6', '4:2', '5:2', '6:11.32%'],
    ],
    [
      'drops the numbers whose own words were changed',
      '全县31家单位应报送53项次，已报送6项次（其中零报送2项次，迟报2项次），上报率是11.32%。',
      ['3:6', '4:2', '5:2'],
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
    ['keeps those that were put behind others', '上报率为11.32%，31家单位应报送53项次。', ['6:11.32%', '1:31', '2:53']],
    ['keeps nothing of a text that says something else', '无。', []],
    ['keeps nothing of an empty text', '', []],
  ])('%s', (_name, written, expected) => {
    expect(kept(TOTAL, written)).toEqual(expected);
  });

  it('keeps a number that is written with a word behind it', () => {
    const composed = '收到信用信息增加{12}条，增长{2.4倍}。';
    expect(kept(composed, '本月，收到信用信息增加12条，增长2.4倍。')).toEqual(['1:12', '2:2.4倍']);
    expect(kept('增长{2.4倍}。', '增长2.4成。')).toEqual([]);
  });

  it('is read where it is longer than any paragraph', () => {
    const pasted = '甲乙丙丁'.repeat(20_000);
    expect(kept(TOTAL, `31家单位${pasted}，上报率为11.32%。`)).toEqual(['6:11.32%']);
  });
});

describe('a list rewritten by hand', () => {
  it.each([
    [
      'opens each unit’s own rows in another order',
      '月度报送：发改委（{5}期）、公安局（{5}期）、林业局（{3}期）截至统计时仍未报送。',
      '月度报送：公安局（5期）、发改委（5期）、林业局（3期）截至统计时仍未报送。',
      ['2:5', '1:5', '3:3'],
    ],
    [
      'links to no unit what now stands behind another',
      '{1}家逾期：发改委（{5}期）、公安局（{5}期）。',
      '1家逾期：公安局（5期）、公安局（5期）。',
      ['1:1'],
    ],
    [
      'never gives a new unit the rows of one it stands in for',
      '甲局{3}期、乙局{5}期、丙局{3}期',
      '甲局4期、丁局3期',
      [],
    ],
    ['tells numbers in names apart', '第1小学{3}期、第2小学{3}期', '第2小学3期、第3小学3期', ['2:3']],
    ['keeps to what follows the number, too', '{5}期未报、{5}期迟报', '5期迟报、5期未报', ['2:5', '1:5']],
    [
      'opens nothing under the title of something else',
      '许可、处罚：甲局（{3}期）；承诺、处罚：乙局（{2}期）。',
      '许可、处罚：乙局（2期）；承诺、处罚：甲局（3期）。',
      [],
    ],
    [
      'opens nothing where a unit stands in two lists that changed',
      '未报的有甲局{3}期、乙局{2}期、丙局{4}期；迟报的有丁局{1}期、乙局{2}期。',
      '未报的有甲局3期、丙局4期、戊局1期；迟报的有丁局1期、乙局2期、己局1期。乙局2期待核。',
      ['1:3', '3:4', '4:1'],
    ],
    [
      'keeps what is said alike of two rates where that part stands as it was',
      '从各月看，上报率1月{90%}、2月{80%}；合规率1月{70%}、2月{80%}。',
      '逐月看，上报率1月90%、2月80%；合规率1月70%、2月80%。',
      ['1:90%', '3:70%', '4:80%'],
    ],
  ])('%s', (_name, composed, written, expected) => {
    expect(kept(composed, written)).toEqual(expected);
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
