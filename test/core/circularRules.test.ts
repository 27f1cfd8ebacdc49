import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../electron/contract/status.ts';
import { composeDraft } from '../../electron/core/circular.ts';
import { circularAdvice } from '../../electron/core/circularAdvice.ts';
import type { CircularInput } from '../../electron/core/circularInput.ts';
import { SAMPLE_OFFICE, sampleCell, sampleInput, sampleUnits } from './circularSample.ts';

const units = sampleUnits(4);
const WEEKS = ['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17'];

/** Weekly squares of a unit, so many of which were met. */
function weeks(unit: string, met: number, of = WEEKS.length): GridCell[] {
  return WEEKS.slice(0, of).map((week, index) =>
    sampleCell(unit, 'd02', week, index < met ? 'reported' : 'missing', 4),
  );
}

const textOf = (input: CircularInput, wanted: string) =>
  composeDraft(input)
    .sections.flatMap(({ paragraphs }) => paragraphs)
    .find(({ key }) => key === wanted)?.text;

const tally = (unit: string, records: number, compliant: number, clocked = 0) => ({
  unit,
  records,
  compliant,
  updates: 0,
  clocked,
  timely: clocked,
});

describe('criticism for a rate', () => {
  it('names who is below the limit, the worst first, and grades them with those who owe much', () => {
    const input = sampleInput(units, [
      ...weeks('u0', 2, 4),
      ...weeks('u1', 1, 3),
      ...weeks('u2', 3, 4),
      ...weeks('u3', 5),
    ]);
    expect(textOf(input, 'missing/rate')).toBe(
      '应报不少于3项次的单位中，上报率低于60%的有公安局（33.33%）、发改委（50.00%）等2家单位。',
    );
    expect(textOf(input, 'missing/grade')).toBe(
      '其中，发改委、公安局等2家单位上报率较低，予以通报批评，请立即补报；请其余单位尽快补报。',
    );
  });

  it('says for what it is: many items owed, a low rate, or either', () => {
    const cells = [...weeks('u0', 2, 4), ...weeks('u1', 0, 3)];
    expect(textOf(sampleInput(units, cells), 'missing/grade')).toMatch(/^以上单位未报送事项较多或者上报率较低，予以/);
    expect(textOf(sampleInput(units, [...cells, ...weeks('u3', 4)]), 'missing/grade')).toBe(
      '其中，公安局未报送事项较多，发改委上报率较低，予以通报批评，请立即补报；请其余单位尽快补报。',
    );
  });

  it('is the same for cases and publicity, and for who sent nothing of two', () => {
    const owes = (unit: string, ids: readonly string[]) => ids.map((id) => sampleCell(unit, id, '2022-04', 'missing'));
    const two = sampleInput(units, [...owes('u0', ['d06', 'd09']), ...owes('u1', ['d02', 'd05'])]);
    expect(textOf(two, 'missing/d09')).toBe('联合奖惩案例：发改委截至统计时仍未报送。');
    expect(textOf(two, 'missing/grade')).toBe('请以上单位尽快补报。');
    const three = sampleInput(units, [...owes('u0', ['d06', 'd09', 'd14']), ...owes('u1', ['d02', 'd05'])]);
    expect(textOf(three, 'missing/grade')).toMatch(/^其中，发改委未报送事项较多，/);
  });

  it('names a debt of cases though some were sent in another month', () => {
    const cells = [
      sampleCell('u0', 'd14', '2022-04', 'reported', 2),
      sampleCell('u0', 'd14', '2022-05', 'missing'),
      { ...sampleCell('u1', 'd09', '2022-05', 'partial', 1), quota: 2 },
    ];
    const input = sampleInput(units, cells, { period: '2022-Q2', asOf: '2022-07-05T16:00' });
    expect(textOf(input, 'missing/d14')).toBe('诚信宣传教育报道：发改委截至统计时仍未报送。');
    expect(textOf(input, 'missing/d09/partial')).toBe('联合奖惩案例：公安局报送数量未达到规定要求。');
  });

  it('spares a unit that owed too little for a rate', () => {
    const input = sampleInput(units, [...weeks('u0', 1, 2), ...weeks('u1', 5)]);
    expect(textOf(input, 'missing/rate')).toBeUndefined();
    expect(textOf(input, 'missing/grade')).toBe('请以上单位尽快补报。');
  });

  it('names low compliance beside the faulty records, unless they are too few to tell', () => {
    const row = (unit: string) => ({
      unit,
      template: 'permit-legal',
      templateTitle: '行政许可（法人）',
      file: 'a.xlsx',
      row: 6,
      subject: '某公司',
      problems: ['有误。'],
    });
    const cells = ['u0', 'u1', 'u2'].flatMap((unit) => weeks(unit, 5));
    const tallies = [tally('u0', 4, 3), tally('u1', 2, 0), tally('u2', 10, 9)];
    const input = sampleInput(units, cells, { tallies, findings: [row('u0'), row('u1'), row('u1'), row('u2')] });
    expect(textOf(input, 'quality/rate')).toBe(
      '记录不少于3条的单位中，合规率低于80%的有发改委（75.00%）。请以上单位认真核实整改。',
    );
  });

  it('is not spoken where the office sets no limit', () => {
    const input = sampleInput(units, weeks('u0', 1));
    const limits = { ...input.texts.limits, reportRateBelow: 0 };
    expect(textOf({ ...input, texts: { ...input.texts, limits } }, 'missing/rate')).toBeUndefined();
  });
});

describe('the moment a circular speaks of', () => {
  it.each([
    ['2022-05-05T17:04', '2022-05-05T16:30', '截至2022年5月5日17时，'],
    ['2022-05-05T17:04', '2022-05-05T17:02', '截至2022年5月5日17时4分，'],
    ['2022-05-05T23:59', '2022-05-05T23:30', '截至2022年5月5日，'],
    ['2022-05-05T23:58', '2022-05-05T23:30', '截至2022年5月5日23时58分，'],
  ])('%s with the last file of %s reads %s', (asOf, receivedAt, words) => {
    const cells = weeks('u0', 5).map((cell) => ({ ...cell, receivedAt }));
    expect(textOf(sampleInput(units, cells, { asOf }), 'overview/total')?.startsWith(words)).toBe(true);
  });

  it('is on the hour for the period before', () => {
    const before = { period: '2022-03', asOf: '2022-04-05T16:04', rates: sampleInput(units, weeks('u0', 4)).rates };
    const input = sampleInput(units, weeks('u0', 5), { comparisons: [{ ...before, hasOthers: false }] });
    expect(textOf(input, 'overview/compare')).toMatch(/^与2022年3月同一时点（截至2022年4月5日16时）相比/);
  });
});

describe('the ranking', () => {
  it('is turned where its sums need more digits than an upright page has room for', () => {
    const many = sampleUnits(250).flatMap(({ id }) => weeks(id, 4));
    const upright = composeDraft(sampleInput(sampleUnits(250), many.slice(0, 995))).tables[0];
    expect(upright?.landscape).toBe(false);
    const turned = composeDraft(sampleInput(sampleUnits(250), many)).tables[0];
    expect(turned?.landscape).toBe(true);
    const width = turned?.columns.reduce((sum, column) => sum + column.width, 0) ?? 0;
    // Millimetres of 应报, with four digits of the 小四 of a table and its margins.
    expect(((turned?.columns[2]?.width ?? 0) / width) * 225).toBeGreaterThan(14);
  });

  it('has no first place where all are equal, and says so', () => {
    const [table] = composeDraft(sampleInput(units, [...weeks('u0', 0), ...weeks('u1', 0)])).tables;
    expect(table?.rows.map(([place, name]) => `${place}${name}`)).toEqual(['—发改委', '—公安局', '合计']);
    expect(table?.note).toMatch(/各单位综合得分相同，不排名次，/);
    expect(table?.note).not.toContain('名次并列的');
  });
});

describe('praise', () => {
  it('is for who has nothing open of the period, and had something due', () => {
    const later = { due: '2022-05-30T18:00' };
    const cells = [
      ...weeks('u0', 5),
      { ...sampleCell('u0', 'd05', '2022-04', 'pending'), ...later },
      { ...sampleCell('u1', 'd05', '2022-04', 'reported', 1), ...later },
      ...weeks('u2', 5),
      { ...sampleCell('u2', 'd05', '2022-04', 'reported', 1), ...later },
    ];
    expect(textOf(sampleInput(units, cells), 'praise/reports')).toMatch(/^司法局按时完成各项报送任务，/);
  });

  it('speaks of compliance and timeliness only where there are enough records to tell', () => {
    const cells = ['u0', 'u1', 'u2'].flatMap((unit) => weeks(unit, 5));
    const tallies = [tally('u0', 3, 3, 3), tally('u1', 3, 3, 2), tally('u2', 2, 2, 2)];
    const input = sampleInput(units, cells, { tallies });
    expect(textOf(input, 'praise/records')).toMatch(/^发改委.*全部合规、及时/);
    expect(textOf(input, 'praise/unclocked')).toMatch(/^公安局.*全部合规，/);
    expect(textOf(input, 'praise/reports')).toMatch(/^司法局按时完成各项报送任务，予以/);
  });
});

describe('advice before a circular is signed', () => {
  const calm = sampleInput(units, weeks('u0', 5), {
    comparisons: [
      {
        period: '2022-03',
        asOf: '2022-04-05T16:00',
        rates: sampleInput(units, weeks('u0', 4)).rates,
        hasOthers: false,
      },
    ],
  });

  it('is none where there is nothing to say', () => {
    expect(circularAdvice(calm)).toEqual([]);
  });

  it.each<[string, Partial<CircularInput>, RegExp]>([
    ['a period that has not begun', { asOf: '2022-03-31T16:00' }, /^2022年4月还没有开始，没有可以通报的数据/],
    ['a period that still runs', { asOf: '2022-04-30T16:00' }, /^2022年4月还没有结束/],
    [
      'what is not yet due',
      { cells: [...calm.cells, { ...sampleCell('u1', 'd05', '2022-04', 'pending'), due: '2022-05-30T18:00' }] },
      /有1项次还没有到截止时间/,
    ],
    [
      'a zero report beside data',
      { cells: [{ ...sampleCell('u0', 'd09', '2022-04', 'reported', 1), contradicted: true }] },
      /有1项次零报送与收到的数据矛盾/,
    ],
    [
      'a county half of which is criticised',
      { cells: weeks('u0', 0) },
      /点名的单位有1家，占应报1家的一半以上，请先核对/,
    ],
    ['what was registered by hand', { unrecorded: 2 }, /有2项次是手工登记的/],
    [
      'who sent what nobody owes',
      { cells: [...calm.cells, { ...sampleCell('u1', 'd05', '2022-04', 'reported', 3), assigned: false }] },
      /^公安局报送了没有分配的事项/,
    ],
    [
      'an empty contact line',
      { office: { ...SAMPLE_OFFICE, contact: { ...SAMPLE_OFFICE.contact, phone: '' } } },
      /附注不印/,
    ],
    ['nothing to compare with', { comparisons: [] }, /^2022年3月的截止时间要用到没有载入的工作日历/],
    [
      'a period before the office began',
      { comparisons: [], period: '2022-01', asOf: '2022-02-05T09:00' },
      /^2021年12月早于.*（2022-01-01）/,
    ],
    [
      'a period before in which nothing came',
      { comparisons: calm.comparisons.map((one) => ({ ...one, rates: sampleInput(units, weeks('u0', 0)).rates })) },
      /^2022年3月没有任何报送/,
    ],
    ['an annex that is cut', { findingTotals: new Map([['u0', 31]]) }, /附件只列前30条/],
  ])('tells of %s', (_name, change, sentence) => {
    expect(circularAdvice({ ...calm, ...change })).toContainEqual(expect.stringMatching(sentence));
  });

  it('tells how many are not ranked for their small base', () => {
    const input = sampleInput(units, [...weeks('u0', 5), ...weeks('u1', 2, 2)], { comparisons: calm.comparisons });
    expect(circularAdvice(input)).toEqual([
      '有1家单位应报不足3项次且记录不足3条，没有参加排名，也没有按比率表扬、批评。',
    ]);
  });
});
