import { describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import type { GridCell } from '../../electron/contract/status.ts';
import { ratePrinted } from '../../electron/contract/words.ts';
import { composeCircular } from '../../electron/core/circular.ts';
import { SAMPLE_OFFICE, sampleCell, sampleInput, sampleMonth, sampleUnits } from './circularSample.ts';

/** Paragraphs below a （一） heading, by its words. */
function part(document: CircularDocument, heading: string): string[] {
  const paragraphs = document.sections.flatMap((section) => section.paragraphs);
  const start = paragraphs.findIndex(({ level, text }) => level === 'second' && text.endsWith(heading));
  expect(start).toBeGreaterThanOrEqual(0);
  const rest = paragraphs.slice(start + 1);
  const end = rest.findIndex(({ level }) => level === 'second');
  return rest.slice(0, end === -1 ? rest.length : end).map(({ text }) => text);
}

function allTexts(document: CircularDocument): string[] {
  return [
    document.title,
    ...document.introduction.map(({ text }) => text),
    ...document.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
    ...document.tables.flatMap(({ caption, note, rows }) => [caption, note, ...rows.flat()]),
  ];
}

const annexOf = (document: CircularDocument, wanted: string) => document.tables.find(({ key }) => key === wanted);

const units = sampleUnits(3);
const calm = units.map(({ id }) => sampleCell(id, 'd02', '2022-W17', 'reported', 3));

describe('composing the circular', () => {
  it.each([
    [
      '关于印发《稷山县2022年社会信用体系建设工作要点》的通知',
      '《关于印发〈稷山县2022年社会信用体系建设工作要点〉的通知》',
    ],
    ['《关于做好重点工作的通知》', '《关于做好重点工作的通知》'],
    ['关于印发《工作要点》', '《关于印发〈工作要点〉》'],
  ])('quotes the notice %s as %s', (title, quoted) => {
    const month = sampleMonth(3);
    const notice = { documentNo: '稷信用办〔2022〕1号', title };
    const { introduction } = composeCircular({ ...month, office: { ...month.office, notice } });
    expect(introduction[0]?.text).toMatch(new RegExp(`^根据${quoted}（`));
  });

  it('has the parts of such a notice in their order', () => {
    const document = composeCircular(sampleMonth(50));
    expect(document.title).toBe('西峡县社会信用体系建设工作领导小组办公室关于2022年4月信用信息归集报送工作情况的通报');
    expect(document.documentNo).toBe('西信用办〔2022〕6号');
    expect(document.introduction[0]?.text).toContain(
      '《关于进一步做好社会信用体系建设重点工作的通知》（西信用办〔2022〕5号）',
    );
    expect(document.introduction[0]?.text).toMatch(/现将有关情况通报如下：$/);
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      '一、基本情况',
      '二、存在的问题',
      '三、下一步工作要求',
    ]);
    const problems = document.sections[1]?.paragraphs.filter(({ level }) => level === 'second');
    expect(problems?.map(({ text }) => text)).toEqual([
      '（一）未按时报送',
      '（二）迟报',
      '（三）数据质量不合规',
      '（四）案例和宣传报道为零的单位',
    ]);
    expect(document.tables.map(({ label, landscape }) => [label, landscape])).toEqual([
      ['附件1', false],
      ['附件2', false],
      ['附件3', true],
      ['附件4', false],
    ]);
  });

  it('leaves the number blank until one is given and writes the date without leading zeros', () => {
    const document = composeCircular(sampleInput(units, calm, { no: null, date: '2022-05-05' }));
    expect(document.documentNo).toBe('西信用办〔2022〕\u3000号');
    expect(document.date).toBe('2022年5月5日');
  });

  it.each([
    ['2022-W17', '关于2022年第17周（4月25日—5月1日）信用信息'],
    ['2022-04', '关于2022年4月信用信息'],
    ['2022-Q2', '关于2022年第二季度信用信息'],
    ['2022-H1', '关于2022年上半年信用信息'],
    ['2022', '关于2022年度信用信息'],
  ])('speaks of the period %s', (period, words) => {
    const document = composeCircular(sampleInput(units, calm, { period }));
    expect(document.title).toContain(words);
  });

  it('prints the contact line only when the office has filled it in', () => {
    expect(composeCircular(sampleInput(units, calm)).remark).toBe('联系人：王某，联系电话：0377-00000000');
    const contact = { ...SAMPLE_OFFICE.contact, person: '（略）' };
    expect(composeCircular(sampleInput(units, calm, { office: { ...SAMPLE_OFFICE, contact } })).remark).toBe('');
  });
});

describe('numbers', () => {
  it('agree with the rates, in the text and in the ranking', () => {
    const input = sampleMonth(50);
    const { total } = input.rates;
    const [first = '', second = ''] = part(composeCircular(input), '总体情况');
    expect(first).toContain(`应报送${total.expected}项次，已报送${total.met}项次`);
    expect(first).toContain(`迟报${total.late}项次），未报送${total.expected - total.met}项次`);
    expect(first).toContain(`上报率为${ratePrinted(total.reportRate)}`);
    expect(second).toContain(
      `${total.records}条，其中合规${total.compliant}条，合规率为${ratePrinted(total.complianceRate)}`,
    );
    expect(second).toContain(`及时率为${ratePrinted(total.timelinessRate)}`);
    const ranking = composeCircular(input).tables[0];
    expect(ranking?.rows).toHaveLength(input.rates.units.length + 1);
    expect(ranking?.rows.at(-1)?.slice(1, 5)).toEqual([
      '合计',
      String(total.expected),
      String(total.met),
      ratePrinted(total.reportRate),
    ]);
    expect(ranking?.note).toBe(`${input.rates.formula}名次并列的，按单位名录顺序排列。`);
  });

  it('names both clocks', () => {
    const text = part(composeCircular(sampleInput(units, calm)), '总体情况').join('');
    expect(text).toContain('各报送事项的截止时间');
    expect(text).toContain('自行政决定作出之日起7日内');
  });

  it('counts what is not yet due apart from what is missing', () => {
    const cells = [...calm, { ...sampleCell('u0', 'd05', '2022-04', 'pending'), due: '2022-05-30T18:00' }];
    const document = composeCircular(sampleInput(units, cells));
    expect(part(document, '总体情况')[0]).toContain('未报送0项次');
    expect(part(document, '总体情况')[0]).toContain('另有1项次尚未到截止时间');
    expect(part(document, '未按时报送')).toEqual(['无。']);
  });

  it('lists as many non-compliant rows as the text says, and counts the rows beyond the limit', () => {
    const input = sampleMonth(50);
    const text = part(composeCircular(input), '数据质量不合规')[0];
    expect(text).toContain(`共${input.findings.length}条`);
    expect(composeCircular(input).tables[2]?.rows).toHaveLength(input.findings.length);
    const many = Array.from({ length: 40 }, (_, row) => ({
      unit: 'u0',
      template: 'permit-legal',
      templateTitle: '行政许可（法人）',
      file: 'a.xlsx',
      row: row + 5,
      subject: '某公司',
      problems: ['有误。'],
    }));
    const rows = annexOf(composeCircular(sampleInput(units, calm, { findings: many })), 'quality')?.rows ?? [];
    expect(rows).toHaveLength(31);
    expect(rows.at(-1)?.at(-1)).toBe('另有10条，见退回该单位的问题清单');
  });
});

describe('sentences', () => {
  it('read 无 where the reader would think a part forgotten; other parts and annexes with nothing to say are left out', () => {
    const document = composeCircular(sampleInput(sampleUnits(50), []));
    for (const heading of ['未按时报送', '迟报', '数据质量不合规']) expect(part(document, heading)).toEqual(['无。']);
    expect(allTexts(document).join('')).not.toMatch(/报送工作较好的单位|为零的单位/);
    expect(document.tables).toEqual([]);
    expect(part(document, '总体情况')[0]).toBe('截至2022年5月5日16时，2022年4月没有到期的报送事项。');
  });

  it('say that nothing was due yet, of debts and of cases', () => {
    const cells = [{ ...sampleCell('u0', 'd09', '2022-04', 'pending'), due: '2022-05-30T18:00' }];
    const document = composeCircular(sampleInput(units, cells));
    expect(part(document, '未按时报送')).toEqual(['尚未到截止时间。']);
    expect(allTexts(document)).not.toContain('（四）案例和宣传报道为零的单位');
    expect(annexOf(document, 'cases')).toBeUndefined();
  });

  it.each([0, 1, 2, 3, 13, 50, 120])(
    'are whole with %i units: no empty bracket, no dangling sign, no placeholder',
    (count) => {
      for (const text of allTexts(composeCircular(sampleMonth(count)))) {
        expect(text).not.toMatch(/（）|、。|、等|：。|，。|。。|、、|：等|[{}]|undefined|null|NaN/);
      }
    },
  );

  it('do not miss monthly reports in a week that owes none', () => {
    const document = composeCircular(sampleInput(units, calm, { period: '2022-W17' }));
    expect(part(document, '分类情况')).toEqual(['1.“双公示”信息。未收到行政许可、行政处罚信息。']);
  });

  it.each([
    [['2022-W13', '2022-W14', '2022-W15'], '第13—15周'],
    [['2022-W13', '2022-W15', '2022-W16'], '第13、15、16周'],
    [
      ['2022-W13', '2022-W14', '2022-W15', '2022-W17', '2022-W18', '2022-W20', '2022-W21', '2022-W22'],
      '第13—15、17、18、20—22周',
    ],
    [['2022-01', '2022-02', '2022-03', '2022-05'], '1—3、5月'],
    [['2022-03', '2022-04'], '3、4月'],
    [['2022-W16', '2022-W17'], '第16、17周'],
  ])('put the missing periods %s into one line of annex 2', (weeks, text) => {
    const cells = weeks.map((week) => sampleCell('u0', 'd02', week, 'missing'));
    expect(annexOf(composeCircular(sampleInput(units, cells)), 'missing')?.rows).toEqual([
      ['十类公共信用信息归集报送', text, '未报送', '1', '发改委'],
    ]);
  });

  it('name one unit as itself and several as 等N家单位', () => {
    const one = sampleInput(units, [sampleCell('u0', 'd02', '2022-W17', 'missing')]);
    expect(part(composeCircular(one), '未按时报送')).toEqual([
      '十类公共信用信息归集报送：发改委截至统计时仍未报送。',
      '请以上单位尽快补报。',
    ]);
    const two = sampleInput(units, [
      sampleCell('u0', 'd02', '2022-W17', 'missing'),
      sampleCell('u1', 'd02', '2022-W16', 'missing'),
      sampleCell('u1', 'd02', '2022-W17', 'missing'),
    ]);
    expect(part(composeCircular(two), '未按时报送')[0]).toBe(
      '十类公共信用信息归集报送：发改委、公安局（2期）等2家单位截至统计时仍未报送。',
    );
  });

  it('end a long list after twelve names and point to the annex that has them all', () => {
    const many = sampleUnits(40);
    const cells = many.map(({ id }) => sampleCell(id, 'd02', '2022-W17', 'missing'));
    const document = composeCircular(sampleInput(many, cells));
    const [text = ''] = part(document, '未按时报送');
    expect(text.split('、')).toHaveLength(12);
    expect(text).toContain('等40家单位（名单见附件2）');
    // One row: all forty owe the same week.
    expect(document.tables[1]?.rows).toHaveLength(1);
    expect(document.tables[1]?.rows[0]?.[4]?.split('、')).toEqual(many.map((unit) => unit.name));
  });

  it('print a list that no page holds in rows that say again what they are about, with the count of all in the first', () => {
    const many = sampleUnits(120);
    const cells = many.map(({ id }) => sampleCell(id, 'd09', '2022-04', 'missing'));
    const annex = annexOf(composeCircular(sampleInput(many, cells)), 'missing');
    const rows = annex?.rows ?? [];
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map((row) => row.slice(0, 4))).toEqual(
      rows.map((_, index) => ['联合奖惩案例', '4月', '未报送', index === 0 ? '120' : '续']),
    );
    expect(rows.flatMap((row) => row[4]?.split('、') ?? [])).toEqual(many.map(({ name }) => name));
    const lengths = rows.map((row) => row[4]?.length ?? 0);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(30);
    expect(annex?.figures).toEqual([
      { row: 0, column: 3, ref: expect.objectContaining({ kind: 'units', units: many.map(({ id }) => id) }) },
    ]);
  });

  it('give long lists of names the room that short periods leave, and no other', () => {
    const widths = (count: number, weeks: readonly string[]) => {
      const many = sampleUnits(count);
      const cells = many.flatMap(({ id }) => weeks.map((week) => sampleCell(id, 'd02', week, 'missing')));
      return annexOf(composeCircular(sampleInput(many, cells)), 'missing')?.columns.map(({ width }) => width);
    };
    const scattered = Array.from({ length: 8 }, (_, index) => `2022-W${10 + index * 2}`);
    expect(widths(20, ['2022-W17'])).toEqual([34, 32, 16, 12, 65]);
    expect(widths(60, ['2022-W17'])).toEqual([34, 20, 16, 12, 77]);
    expect(widths(60, scattered)).toEqual([34, 32, 16, 12, 65]);
  });

  it('ask the one who owes little and criticise the one who owes much', () => {
    const cells = [
      sampleCell('u0', 'd02', '2022-W17', 'missing'),
      sampleCell('u0', 'd05', '2022-04', 'reported', 1),
      ...['2022-W15', '2022-W16', '2022-W17'].map((week) => sampleCell('u1', 'd02', week, 'missing')),
    ];
    expect(part(composeCircular(sampleInput(units, cells)), '未按时报送').at(-1)).toBe(
      '其中，公安局未报送事项较多，予以通报批评，请立即补报；请其余单位尽快补报。',
    );
    const onlySevere = cells.filter(({ unit }) => unit === 'u1');
    expect(part(composeCircular(sampleInput(units, onlySevere)), '未按时报送').at(-1)).toBe(
      '以上单位未报送事项较多，予以通报批评，请立即补报。',
    );
  });

  it('praise only who met everything on time with compliant and timely records', () => {
    const tally = { records: 3, compliant: 3, updates: 0, clocked: 3, timely: 3 };
    const cells = [...calm, sampleCell('u1', 'd05', '2022-04', 'late', 1)];
    const input = sampleInput(units, cells, {
      tallies: [
        { unit: 'u0', ...tally },
        { unit: 'u1', ...tally },
        { unit: 'u2', ...tally, timely: 2 },
      ],
    });
    expect(part(composeCircular(input), '报送工作较好的单位')).toEqual([
      '发改委按时完成各项报送任务，报送的信息全部合规、及时，予以通报表扬。',
    ]);
  });

  it('praise nobody for a clock or records that do not exist', () => {
    const cells = [...calm, sampleCell('u1', 'd05', '2022-04', 'reported', 1)];
    const unclocked = { unit: 'u1', records: 3, compliant: 3, updates: 0, clocked: 0, timely: 0 };
    const clocked = { ...unclocked, unit: 'u0', clocked: 3, timely: 3 };
    expect(
      part(composeCircular(sampleInput(units, cells, { tallies: [clocked, unclocked] })), '报送工作较好的单位'),
    ).toEqual([
      '发改委按时完成各项报送任务，报送的信息全部合规、及时，予以通报表扬。',
      '公安局按时完成各项报送任务，报送的信息全部合规，予以通报表扬。',
      '司法局按时完成各项报送任务，予以通报表扬。',
    ]);
  });

  it('tell a stated zero from silence, each in one place', () => {
    const cells = [
      sampleCell('u0', 'd09', '2022-04', 'zero'),
      sampleCell('u1', 'd09', '2022-04', 'missing'),
      sampleCell('u2', 'd09', '2022-04', 'reported', 2),
    ];
    const document = composeCircular(sampleInput(units, cells));
    expect(part(document, '未按时报送')[0]).toBe('联合奖惩案例：公安局截至统计时仍未报送。');
    expect(part(document, '案例和宣传报道为零的单位')).toEqual([
      '联合奖惩案例：发改委作零报送，已提交情况说明。',
      '请以上单位进一步梳理本单位工作，确有案例和宣传报道的，及时补报。',
    ]);
    expect(annexOf(document, 'cases')?.rows).toEqual([
      ['1', '发改委', '零报', '—', '—', '0'],
      ['2', '公安局', '未报', '—', '—', '0'],
      ['3', '司法局', '2', '—', '—', '2'],
      ['', '合计', '2', '0', '0', '2'],
    ]);
  });

  it.each<[string, readonly Partial<GridCell>[], string[] | null, string | null]>([
    ['silence for a part of the time is a debt', [{ status: 'zero' }, { status: 'missing' }], null, '未报'],
    ['what was sent back and holds none is a debt', [{ status: 'returned' }], null, '未报'],
    ['papers without a case are nought', [{ status: 'reported' }], ['联合奖惩案例：发改委报送数为零。'], '0'],
    ['what is not due yet waits', [{ status: 'zero' }, { status: 'pending', due: '2022-05-31T18:00' }], null, null],
    ['an exemption is neither', [{ status: 'exempt' }], null, '免报'],
  ])('say of cases: %s', (_name, squares, said, printed) => {
    const cells = squares.map((square, index) => ({
      ...sampleCell('u0', 'd09', `2022-0${4 + index}`, 'zero'),
      ...square,
    }));
    const other = sampleCell('u1', 'd02', '2022-W17', 'reported', 1);
    const document = composeCircular(sampleInput(units, [...cells, other], { period: '2022-Q2' }));
    const heading = document.sections.flatMap(({ paragraphs }) => paragraphs).find(({ key }) => key === 'zero');
    const line = heading ? part(document, '案例和宣传报道为零的单位').slice(0, 1) : null;
    expect(line).toEqual(said);
    expect(annexOf(document, 'cases')?.rows[0]?.[2] ?? null).toBe(printed);
  });

  it('hide natural persons and ID numbers in the annex that goes to every unit', () => {
    const row = { unit: 'u0', templateTitle: '行政处罚（自然人）', file: 'a.xlsx', row: 6 };
    const problems = ['“公民身份号码”411323199001011234校验码不对。'];
    const findings = [
      { ...row, template: 'penalty-person', subject: '张小三', problems },
      { ...row, row: 7, template: 'permit-legal', subject: '西峡县某某有限公司', problems: ['一。', '二。'] },
    ];
    const rows = annexOf(composeCircular(sampleInput(units, calm, { findings })), 'quality')?.rows;
    expect(rows?.map((cells) => cells.slice(5))).toEqual([
      ['张**', '“公民身份号码”411323********1234校验码不对'],
      ['西峡县某某有限公司', '1.一；2.二'],
    ]);
  });
});
