import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../electron/contract/papers.ts';
import { composeCircular, composeDraft } from '../../electron/core/circular.ts';
import { circularAdvice } from '../../electron/core/circularAdvice.ts';
import type { CircularInput } from '../../electron/core/circularInput.ts';
import { circularKindOf } from '../../electron/core/circularKind.ts';
import { annexesToChoose } from '../../electron/core/circularTables.ts';
import { SAMPLE_DUTIES, sampleCell, sampleInput, sampleMonth, sampleUnits } from './circularSample.ts';

describe('the kind of a circular', () => {
  it.each([
    ['2022-04', undefined, 'monthly'],
    ['2022-Q2', undefined, 'quarterly'],
    ['2022', undefined, 'annual'],
    ['2022-W17', undefined, 'special'],
    ['2022-H1', undefined, 'special'],
    ['2022-04', 'special', 'special'],
    ['2022', 'annual', 'annual'],
  ] as const)('of %s asked as %s is %s', (period, asked, kind) => {
    expect(circularKindOf(period, asked)).toBe(kind);
  });

  it.each<[string, PaperKind]>([
    ['2022-Q2', 'monthly'],
    ['2022-04', 'quarterly'],
    ['2022-W17', 'monthly'],
    ['2022-H1', 'annual'],
    ['2022-04', 'letter'],
    ['2022', 'assessment'],
  ])('of %s is not %s', (period, asked) => {
    expect(() => circularKindOf(period, asked)).toThrow(expect.objectContaining({ code: 'paper_kind' }));
  });
});

const units = sampleUnits(3);

/** A special circular about some duties, with a square of each. */
function special(ids: readonly string[], titles: Readonly<Record<string, string>> = {}): CircularInput {
  const duties = SAMPLE_DUTIES.filter(({ id }) => ids.includes(id)).map((duty) => ({
    ...duty,
    title: titles[duty.id] ?? duty.title,
  }));
  const cells = units.flatMap(({ id }) => ids.map((duty) => sampleCell(id, duty, '2022-04', 'missing')));
  return sampleInput(units, cells, { kind: 'special', duties, scope: { duties: ids, units: null } });
}

describe('a special circular', () => {
  it.each([
    [{ d02: '双公示信息报送' }, ['d02'], '关于2022年4月双公示信息报送情况的专项通报'],
    [{ d02: '十类公共信用信息归集报送' }, ['d02'], '关于2022年4月十类公共信用信息报送情况的专项通报'],
    [{ d02: '双公示报送', d14: '诚信报道' }, ['d02', 'd14'], '关于2022年4月双公示和诚信报道报送情况的专项通报'],
    [{}, ['d02', 'd05', 'd14'], '关于2022年4月信用信息归集报送情况的专项通报'],
  ])('of %j says its subject: %s', (titles, ids, words) => {
    const document = composeDraft(special(ids, titles));
    expect(document.title.endsWith(words)).toBe(true);
    expect(document.introduction[0]?.text).toContain('对有关单位2022年4月');
  });

  it.each(['monthly', 'special'] as const)('of kind %s that is narrowed does not speak of all', (kind) => {
    for (const scope of [
      { duties: null, units: ['u0'] },
      { duties: ['d02'], units: null },
    ]) {
      const { title, introduction } = composeDraft({ ...special(['d02']), kind, scope });
      expect(title).toMatch(/专项通报$/u);
      expect(introduction[0]?.text).toContain('对有关单位2022年4月');
      expect(introduction[0]?.text).not.toContain('各单位');
    }
    const whole = composeDraft({ ...special(['d02']), kind, scope: { duties: null, units: null } });
    expect(whole.introduction[0]?.text).toContain('对各单位2022年4月');
  });

  it('of some units alone names no duty', () => {
    const input = { ...special(['d02']), scope: { duties: null, units: ['u0'] } };
    expect(composeDraft(input).title).toMatch(/关于2022年4月信用信息归集报送情况的专项通报$/);
  });

  it('about everything is worded like any other', () => {
    const input = { ...sampleMonth(5), kind: 'special' as const };
    expect(composeDraft(input)).toEqual(composeDraft(sampleMonth(5)));
  });

  it('speaks of cases only where its duties do, in text and annexes', () => {
    const keys = (input: CircularInput) =>
      composeDraft(input).sections.flatMap(({ paragraphs }) => paragraphs.map(({ key }) => key));
    const stated = (input: CircularInput) => ({
      ...input,
      cells: input.cells.map((cell) => ({ ...cell, status: 'zero' as const })),
    });
    expect(keys(stated(special(['d02'])))).not.toContain('zero');
    expect(keys(stated(special(['d02', 'd09'])))).toContain('zero');
    expect(composeDraft(special(['d02'])).tables.map(({ key, label }) => [key, label])).toEqual([
      ['ranking', '附件1'],
      ['missing', '附件2'],
    ]);
  });

  it('leaves out what it has nothing to say of, but not that there is no problem', () => {
    const calm = special(['d02']);
    const cells = calm.cells.map((cell) => ({ ...cell, status: 'reported' as const, count: 1 }));
    const input = { ...sampleInput(units, cells, { kind: 'special', duties: calm.duties, scope: calm.scope }) };
    const document = composeCircular({ ...input, annexes: ['quality', 'ranking'] });
    expect(document.sections[1]?.paragraphs.map(({ text }) => text)).toEqual(['无。']);
    expect(document.tables.map(({ key, label }) => [key, label])).toEqual([['ranking', '附件']]);
    expect(circularAdvice({ ...input, annexes: ['quality', 'ranking'] })).toContainEqual(
      expect.stringMatching(/^附件《2022年4月不合规数据明细》没有内容/),
    );
  });

  it('names only the kinds of case it is about, and demands nothing else', () => {
    const one = composeDraft(special(['d02', 'd09']));
    const texts = one.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('');
    expect(texts).toContain('信用案例。未收到联合奖惩案例。');
    for (const other of ['信用报告', '诚信宣传', '信用承诺']) expect(texts).not.toContain(other);
    const cases = special(['d09']);
    const counted = {
      ...cases,
      cells: cases.cells.map((cell) => ({ ...cell, status: 'reported' as const, count: 2 })),
    };
    const said = composeDraft(counted).sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(said).toContain('信用案例。共收到联合奖惩案例6件。');
    expect(said).not.toContain('提高数据质量');
    expect(said).toContain('发改委、公安局、司法局等3家单位按时完成本通报所列事项的报送任务，予以通报表扬。');
    const annex = composeDraft(counted).tables.find(({ key }) => key === 'cases');
    expect(annex?.columns.map(({ title }) => title)).toEqual(['序号', '单位', '联合奖惩案例', '合计']);
    expect(annex?.rows.at(-1)).toEqual(['', '合计', '6', '6']);
  });

  it('of what nobody owes says that alone, and the clerk is told', () => {
    const duties = special(['d02']).duties.map((one) => ({ ...one, id: 'd99', title: '示范单位评选', templates: [] }));
    const input = sampleInput(units, [], { kind: 'special', duties, scope: { duties: ['d99'], units: null } });
    const texts = composeDraft(input).sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(texts).toContain('截至2022年5月5日16时，2022年4月没有到期的报送事项。');
    expect(texts.join('')).not.toMatch(/未收到|案例/);
    expect(circularAdvice(input)).toContainEqual(expect.stringMatching(/通报没有内容/));
  });

  it('of some units names no kind they do not owe', () => {
    const cells = [sampleCell('u0', 'd14', '2022-04', 'reported', 1)];
    const input = sampleInput(units, cells, { kind: 'special', scope: { duties: null, units: ['u0'] } });
    const texts = composeDraft(input)
      .sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
      .join('');
    expect(texts).toContain('诚信宣传报道。');
    expect(texts).not.toMatch(/“双公示”|信用承诺信息|信用案例/);
  });

  it('asks its questions within its scope', () => {
    const input = { ...special(['d02']), scope: { duties: ['d02'], units: ['u0', 'u1', 'u2'] } };
    const refs = composeDraft(input).sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ figures = [] }) => figures.map(({ ref }) => ref)),
    );
    expect(refs.length).toBeGreaterThan(5);
    for (const ref of refs) expect(ref).toMatchObject({ duties: ['d02'] });
  });
});

describe('annexes', () => {
  it('are those chosen in the order chosen, and the text refers to them', () => {
    const document = composeCircular({ ...sampleMonth(20), annexes: ['quality', 'ranking'] });
    expect(document.tables.map(({ key, label }) => [key, label])).toEqual([
      ['quality', '附件1'],
      ['ranking', '附件2'],
    ]);
    const texts = document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(texts.find((text) => text.startsWith('不合规信息共'))).toContain('明细见附件1。');
    // No list of who owes: the text does not send the reader to one.
    expect(texts.join('')).not.toContain('名单见');
  });

  it('are none where none are chosen', () => {
    const document = composeCircular({ ...sampleMonth(20), annexes: [] });
    expect(document.tables).toEqual([]);
    expect(document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('')).not.toContain(
      '附件',
    );
  });

  it('of charts hold charts alone, and only where they are chosen', () => {
    const chart = { kind: 'composition' as const, title: '构成', items: [] };
    const month = { ...sampleMonth(5), charts: [chart] };
    expect(composeCircular(month).tables.map(({ key }) => key)).not.toContain('charts');
    const [charts] = composeCircular({ ...month, annexes: ['charts'] }).tables;
    expect(charts).toMatchObject({ key: 'charts', label: '附件', columns: [], rows: [], charts: [chart] });
  });

  it.each([
    ['2022-04', ['ranking', 'missing', 'quality', 'cases', 'charts']],
    ['2022-Q2', ['ranking', 'missing', 'quality', 'cases', 'periods', 'charts']],
  ])('to choose for %s are %j', (period, expected) => {
    expect(annexesToChoose(sampleInput(units, [], { period })).map(({ annex }) => annex)).toEqual(expected);
  });
});
