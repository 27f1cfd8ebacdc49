import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../electron/contract/status.ts';
import { composeDraft } from '../../electron/core/circular.ts';
import type { CircularInput } from '../../electron/core/circularInput.ts';
import { SAMPLE_OFFICE, sampleCell, sampleInput, sampleUnits } from './circularSample.ts';

const units = sampleUnits(4);
const WEEKS = ['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17'];

function weeks(unit: string, met: number, of = WEEKS.length): GridCell[] {
  return WEEKS.slice(0, of).map((week, index) =>
    sampleCell(unit, 'd02', week, index < met ? 'reported' : 'missing', 4),
  );
}

const textOf = (input: CircularInput, wanted: string) =>
  composeDraft(input)
    .sections.flatMap(({ paragraphs }) => paragraphs)
    .find(({ key }) => key === wanted)?.text;

const rankingOf = (input: CircularInput) => composeDraft(input).tables.find(({ key }) => key === 'ranking');

/** Records of a unit, with as many faulty ones. */
const sent = (unit: string, records: number, faulty: number) => ({
  tally: { unit, records, compliant: records - faulty, updates: 0, clocked: 0, timely: 0 },
  rows: Array.from({ length: faulty }, (_, row) => ({
    unit,
    template: 'joint-case',
    templateTitle: '联合奖惩案例',
    file: 'a.xlsx',
    row: row + 5,
    subject: '某公司',
    problems: ['有误。'],
  })),
});

function withRecords(cells: readonly GridCell[], all: readonly ReturnType<typeof sent>[]): CircularInput {
  return sampleInput(units, cells, {
    tallies: all.map(({ tally }) => tally),
    findings: all.flatMap(({ rows }) => rows),
  });
}

/** The office with rates of every base. */
function ofAll(input: CircularInput): CircularInput {
  return { ...input, texts: { ...input.texts, limits: { ...input.texts.limits, minDenominator: 1 } } };
}

describe('a list of low rates', () => {
  const low = withRecords([...weeks('u0', 1, 3), ...weeks('u1', 0, 2), ...weeks('u2', 5)], [sent('u2', 4, 3)]);

  it('says of which units it is: who owed or sent less stands in annex 1 with a rate as low', () => {
    expect(textOf(low, 'missing/rate')).toBe('应报不少于3项次的单位中，上报率低于60%的有发改委（33.33%）。');
    expect(textOf(low, 'quality/rate')).toMatch(/^记录不少于3条的单位中，合规率低于80%的有司法局（25.00%）。/);
  });

  it('is of all where the office looks at every base', () => {
    expect(textOf(ofAll(low), 'missing/rate')).toBe('上报率低于60%的有公安局（0.00%）、发改委（33.33%）等2家单位。');
    expect(textOf(ofAll(low), 'quality/rate')).toMatch(/^合规率低于80%的有司法局/);
  });
});

describe('criticism for quality', () => {
  const two = [...weeks('u0', 5), ...weeks('u1', 5)];
  const MILD = '请以上单位认真核实整改。';

  it.each([
    ['one faulty of three asks to mend', two, [sent('u0', 3, 1)], MILD],
    [
      'three faulty are many',
      two,
      [sent('u0', 5, 3)],
      '以上单位不合规信息较多，予以通报批评，请认真查找原因，切实整改。',
    ],
    [
      'each by its own',
      two,
      [sent('u0', 3, 1), sent('u1', 10, 4)],
      '其中，公安局不合规信息较多，予以通报批评，请认真查找原因，切实整改；请其余单位认真核实整改。',
    ],
    [
      'nobody who sent something is criticised where who sent nothing is only asked to',
      [sampleCell('u0', 'd09', '2022-04', 'missing'), ...weeks('u1', 5)],
      [sent('u1', 10, 9)],
      MILD,
    ],
    [
      'where silence is criticised, so is quality',
      [...weeks('u0', 0), ...weeks('u1', 5)],
      [sent('u1', 10, 9)],
      '以上单位不合规信息较多，予以通报批评，请认真查找原因，切实整改。',
    ],
    [
      'one debt of many is no silence',
      [...weeks('u0', 4), ...weeks('u1', 5)],
      [sent('u1', 10, 9)],
      '以上单位不合规信息较多，予以通报批评，请认真查找原因，切实整改。',
    ],
  ])('%s', (_name, cells, all, said) => {
    const text = textOf(withRecords(cells, all), 'quality/rate') ?? '';
    expect(text.slice(text.indexOf('。') + 1)).toBe(said);
  });

  it('follows the limit of the office', () => {
    const input = withRecords(two, [sent('u0', 3, 1)]);
    const limits = { ...input.texts.limits, criticiseFaultyFrom: 1 };
    expect(textOf({ ...input, texts: { ...input.texts, limits } }, 'quality/rate')).toContain('通报批评');
  });
});

describe('the note of the ranking', () => {
  const OWING = '名次按综合得分排列；名次靠前的单位存在未报送事项的，同样予以通报。';

  it.each([
    ['all', [...weeks('u0', 0), ...weeks('u1', 0)], '各单位综合得分相同，不排名次'],
    [
      'those ranked, beside small ones of other scores',
      [...weeks('u0', 0), ...weeks('u1', 0), ...weeks('u2', 2, 2)],
      '参加排名的单位综合得分相同，不排名次',
    ],
    [
      'those ranked, beside one without a score',
      [
        ...weeks('u0', 0),
        ...weeks('u1', 0),
        { ...sampleCell('u2', 'd05', '2022-04', 'pending'), due: '2022-05-30T18:00' },
      ],
      '参加排名的单位综合得分相同，不排名次',
    ],
  ])('says of %s that nobody is first', (_name, cells, said) => {
    expect(rankingOf(sampleInput(units, cells))?.note).toContain(`。${said}，名次记“—”`);
  });

  it.each<[string, number, boolean]>([
    ['criticised', 1, true],
    ['not criticised', 5, false],
  ])('pardons no first place that is %s', (_name, met, isSaid) => {
    const note = rankingOf(sampleInput(units, [...weeks('u0', met), ...weeks('u1', 4)]))?.note;
    expect(note?.includes(OWING)).toBe(isSaid);
  });

  it('says nothing of it where the criticised stand behind the tenth place', () => {
    const many = sampleUnits(12);
    const cells = many.flatMap(({ id }, index) => weeks(id, index < 11 ? 5 : 1));
    expect(rankingOf(sampleInput(many, cells))?.note).not.toContain(OWING);
  });
});

describe('the introduction', () => {
  const notice = { title: '关于做好社会信用体系建设工作的通知', documentNo: '本办通知' };

  it.each([
    ['a name in the place of its number', notice, false],
    ['no number', { ...notice, documentNo: '' }, false],
    ['no title', { title: ' ', documentNo: '西信用办〔2022〕5号' }, false],
    ['a number', { ...notice, documentNo: '西信用办〔2022〕5号' }, true],
    ['a number in full width', { ...notice, documentNo: '西信用办〔２０２２〕５号' }, true],
  ])('of a notice with %s', (_name, own, isCited) => {
    const input = sampleInput(units, weeks('u0', 5), { office: { ...SAMPLE_OFFICE, notice: own } });
    for (const one of [input, { ...input, scope: { duties: ['d02'], units: null } }]) {
      const text = composeDraft(one).introduction[0]?.text ?? '';
      expect(text.startsWith('根据《关于做好社会信用体系建设工作的通知》')).toBe(isCited);
      expect(text.startsWith('为')).toBe(!isCited);
    }
  });
});

describe('a circular of a year', () => {
  it('speaks of its 年度, in title, text and annexes', () => {
    const cells = (['reported', 'missing'] as const).map((status, index) =>
      sampleCell('u0', 'd02', `2022-W1${index}`, status, 4),
    );
    const rates = sampleInput(units, cells, { period: '2021' }).rates;
    const before = { period: '2021', asOf: '2022-01-05T16:00', rates, hasOthers: false };
    const document = composeDraft(
      sampleInput(units, cells, { period: '2022', asOf: '2023-01-05T16:00', comparisons: [before] }),
    );
    expect(document.title).toContain('关于2022年度信用信息归集报送工作情况的通报');
    expect(document.introduction[0]?.text).toContain('对各单位2022年度信用信息');
    expect(document.tables[0]?.caption).toBe('2022年度信用信息归集报送情况排名表');
    const texts = document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('');
    expect(texts).toMatch(/家单位2022年度应报送.*与2021年度同一时点/u);
  });
});

describe('records that are not timely', () => {
  const clocked = (unit: string, untimely: number) => ({
    unit,
    records: 20,
    compliant: 20,
    updates: 0,
    clocked: 20,
    timely: 20 - untimely,
  });
  const PAST = '行政行为信息：未在行政决定作出之日起7日内报送的';

  it.each<[string, readonly [string, number][], string]>([
    ['past their term', [], `${PAST}共4条，涉及发改委（3条）、公安局（1条）等2家单位。`],
    [
      'without a true date, some of them',
      [['u0', 1]],
      `${PAST}共3条，涉及发改委（2条）、公安局（1条）等2家单位。另有决定日期缺失、错误，不能认定为及时的共1条，涉及发改委（1条）。`,
    ],
    [
      'without a true date, all of them',
      [
        ['u0', 3],
        ['u1', 1],
      ],
      '行政行为信息：决定日期缺失、错误，不能认定为及时的共4条，涉及发改委（3条）、公安局（1条）等2家单位。',
    ],
  ])('are told apart: %s', (_name, undated, said) => {
    const cells = [...weeks('u0', 5), ...weeks('u1', 5)];
    const tallies = [clocked('u0', 3), clocked('u1', 1)];
    expect(textOf(sampleInput(units, cells, { tallies, undated: new Map(undated) }), 'late/records')).toBe(said);
  });
});
