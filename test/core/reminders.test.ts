import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../electron/contract/status.ts';
import { composeReminders } from '../../electron/core/reminders.ts';
import { REMINDING } from './reminderSample.ts';
import { cell, duty, office, unit, weeklyDuty } from './sampleDesk.ts';

const units = [unit('u1'), unit('u2'), unit('u3')];
const duties = [
  weeklyDuty('d1', { title: '十类公共信用信息归集报送' }),
  duty('d2', { title: '诚信宣传教育报道', quota: { count: 2, of: '篇' }, zeroReport: 'none' }),
];

function remind(asOf: string, cells: readonly GridCell[], some = units) {
  return composeReminders({ ...REMINDING, period: '2022-04', asOf, cells, units: some, duties, office });
}

describe('what is reminded of', () => {
  it.each<[string, string, Partial<GridCell>, object | null]>([
    ['missing since six days: yellow', '2022-05-05T09:00', {}, { level: 'yellow', daysLate: 6 }],
    ['the same evening: yellow, no day late', '2022-04-29T19:00', {}, { level: 'yellow', daysLate: 0 }],
    ['the next morning: one day', '2022-04-30T00:00', {}, { level: 'yellow', daysLate: 1 }],
    ['seven days: still yellow', '2022-05-06T09:00', {}, { level: 'yellow', daysLate: 7 }],
    ['eight days: red', '2022-05-07T09:00', {}, { level: 'red', daysLate: 8 }],
    [
      'partial after the due moment',
      '2022-05-05T09:00',
      { status: 'partial', quota: 2, count: 1 },
      { level: 'yellow' },
    ],
    ['returned', '2022-05-05T09:00', { status: 'returned' }, { level: 'yellow', status: 'returned' }],
    ['returned before the due moment', '2022-04-01T09:00', { status: 'returned' }, { level: 'blue', daysLate: 0 }],
    ['pending, due in three days', '2022-04-26T09:00', { status: 'pending' }, { level: 'blue', daysLate: 0 }],
    ['pending, due in four days', '2022-04-25T09:00', { status: 'pending' }, null],
    ['pending, due at this moment', '2022-04-29T18:00', { status: 'pending' }, { level: 'blue' }],
    [
      'pending, three days over a weekend',
      '2022-05-06T09:00',
      { status: 'pending', due: '2022-05-09T18:00' },
      { level: 'blue' },
    ],
    ['partial, not yet due for long', '2022-04-04T09:00', { status: 'partial' }, null],
    ['reported', '2022-05-05T09:00', { status: 'reported' }, null],
    ['late', '2022-05-05T09:00', { status: 'late', late: true }, null],
    ['zero', '2022-05-05T09:00', { status: 'zero' }, null],
    ['exempt', '2022-05-05T09:00', { status: 'exempt' }, null],
    ['not assigned', '2022-05-05T09:00', { assigned: false }, null],
  ])('%s', (_, asOf, changes, owed) => {
    const { items } = remind(asOf, [cell(changes)]);
    if (owed === null) expect(items).toEqual([]);
    else expect(items[0]?.owed).toEqual([expect.objectContaining(owed)]);
  });

  it('is what was sent back though it was not the unit’s to send: never late, and to be sent again', () => {
    const { items } = remind('2022-05-20T09:00', [cell({ status: 'returned', assigned: false })]);
    expect(items[0]?.owed).toEqual([
      expect.objectContaining({
        ...{ status: 'returned', assigned: false, level: 'blue', levelReason: '退回待重报，非应报' },
        ...{ daysLate: 0, lateBefore: 0 },
      }),
    ]);
    expect(items[0]?.text).toContain('（已退回，请改正后重新报送），请尽快办理。');
    expect(remind('2022-05-20T09:00', [cell({ status: 'returned', assigned: false, due: null })]).items).toEqual([]);
  });

  it('puts the worst unit first, then the unit order, and the worst item of each first', () => {
    const { items } = remind('2022-05-09T09:00', [
      cell({ unit: 'u1', status: 'pending', due: '2022-05-10T18:00' }),
      cell({ unit: 'u3', due: '2022-05-06T18:00' }),
      cell({ unit: 'u2', due: '2022-05-06T18:00' }),
      cell({ unit: 'u3', duty: 'd2', due: '2022-04-29T18:00' }),
    ]);
    expect(items.map((item) => item.unit)).toEqual(['u3', 'u2', 'u1']);
    expect(items[0]?.owed.map((one) => `${one.duty} ${one.level}`)).toEqual(['d2 red', 'd1 yellow']);
  });

  it('of an ended unit names and addresses who goes on from it, through several changes', () => {
    const contacts = [{ name: '李四', role: 'clerk' as const, phone: '13800000000', email: '' }];
    const end = (on: string, into: string[]) => ({
      activeTo: '2022-04-30',
      succession: { kind: 'merge' as const, on, units: into, reason: '机构改革' },
    });
    const changed = [
      unit('u1', end('2022-05-01', ['u2'])),
      unit('u2', end('2022-05-01', ['u3'])),
      unit('u3', { contacts }),
      unit('u4', { activeTo: '2022-04-30' }),
    ];
    const cells = [cell({ unit: 'u1' }), cell({ unit: 'u4' })];
    const [first, second] = remind('2022-05-05T09:00', cells, changed).items;
    expect(first).toMatchObject({
      ...{ unit: 'u1', name: 'u1局', contacts },
      ended: { on: '2022-04-30', successors: ['u3局'] },
      text: expect.stringMatching(/^u3局（承接原u1局）：/u),
    });
    expect(second).toMatchObject({
      ended: { successors: [] },
      text: expect.stringMatching(/^u4局（已撤并）：/u),
    });
    const { groupText } = remind('2022-05-05T09:00', cells, changed);
    expect(groupText).toContain('u1局（已撤并，由u3局承接）、u4局（已撤并），共2家');
    // On its last day it still is there.
    expect(remind('2022-04-30T09:00', cells, changed).items[0]?.ended).toBeUndefined();
  });

  it('carries whom to phone', () => {
    const contacts = [{ name: '李四', role: 'clerk' as const, phone: '13800000000', email: '' }];
    expect(remind('2022-05-05T09:00', [cell()], [unit('u1', { contacts })]).items[0]?.contacts).toEqual(contacts);
  });
});

describe('texts to paste', () => {
  const cells = [
    cell({ period: '2022-W17' }),
    cell({ unit: 'u2', period: '2022-W17' }),
    cell({ duty: 'd2', period: '2022-04', due: '2022-05-05T18:00', status: 'partial', quota: 2, count: 1 }),
  ];
  const { items, groupText } = remind('2022-05-05T09:30', cells);

  it('tells a unit what, for when, how late, what to do, signed and dated', () => {
    expect(items[0]?.text).toBe(
      [
        'u1局：',
        '您好！截至2022年5月5日9时30分，贵单位以下2项报送工作尚未完成：',
        '1. 2022年第17周（4月25日—5月1日）十类公共信用信息归集报送，应于2022年4月29日18时前报送，已逾期6天；',
        '2. 2022年4月诚信宣传教育报道（应报2篇，已收到1篇），应于2022年5月5日18时前报送，请按时报送。',
        '请按模板填写后报送县信用办邮箱（xyb@example.cn）；“十类公共信用信息归集报送”无产生信息的，请报零报送并附情况说明。',
        '如已报送，请告知我办核对。感谢支持配合！',
        '联系人：张三，联系电话：0377-69660000',
        '县信用办',
        '2022年5月5日',
      ].join('\n'),
    );
  });

  it('tells the group by duty who owes', () => {
    expect(groupText).toBe(
      [
        '【催报】各单位：截至2022年5月5日9时30分，下列报送工作尚未完成，请有关单位抓紧办理：',
        '1. 2022年第17周（4月25日—5月1日）十类公共信用信息归集报送，应于2022年4月29日18时前报送，已逾期6天：u1局、u2局，共2家。',
        '2. 2022年4月诚信宣传教育报道（应报2篇），应于2022年5月5日18时前报送，请按时报送：u1局（已收到1篇），共1家。',
        '请按模板填写后报送县信用办邮箱（xyb@example.cn）；“十类公共信用信息归集报送”无产生信息的，请报零报送并附情况说明。',
        '联系人：张三，联系电话：0377-69660000',
        '县信用办',
        '2022年5月5日',
      ].join('\n'),
    );
  });

  it('names the units of the group text in their own order, however late each is', () => {
    const list = remind('2022-05-05T09:00', [
      cell({ unit: 'u1' }),
      cell({ unit: 'u2' }),
      cell({ unit: 'u2', duty: 'd2', due: '2022-04-01T18:00' }),
    ]);
    expect(list.items.map((item) => item.unit)).toEqual(['u2', 'u1']);
    expect(list.groupText).toContain('：u1局、u2局，共2家。');
  });

  it('leaves no empty bracket where the office has filled in nothing', () => {
    const bare = { ...office, contact: { place: '', person: '', phone: '', email: '' } };
    const at = { period: '2022-04', asOf: '2022-05-05T09:00' };
    const list = composeReminders({ ...REMINDING, ...at, cells, units, duties, office: bare });
    for (const text of [list.groupText, ...list.items.map((item) => item.text)]) {
      expect(text).not.toMatch(/（）|：，|联系人/);
      expect(text).toContain('请按模板填写后报送县信用办邮箱；');
    }
  });

  it('speaks of a zero report only where one is accepted, without titles where all accept it', () => {
    const quotaOnly = remind('2022-05-06T09:00', [cell({ duty: 'd2' })]);
    expect(quotaOnly.items[0]?.text).not.toContain('零报送');
    expect(remind('2022-05-06T09:00', [cell()]).items[0]?.text).toContain(
      '邮箱（xyb@example.cn）；无产生信息的，请报零报送并附情况说明。',
    );
  });

  it('does not offer a zero report for what data came of: it was sent back, or is too little', () => {
    const sent = [cell({ status: 'returned', count: 12 }), cell({ period: '2022-W17', status: 'partial', count: 1 })];
    for (const one of sent) expect(remind('2022-05-06T09:00', [one]).items[0]?.text).not.toContain('零报送');
    const both = remind('2022-05-06T09:00', [...sent, cell({ period: '2022-W16' })]).items[0]?.text;
    expect(both).toContain('；“十类公共信用信息归集报送”无产生信息的');
  });

  it('quotes a title that is itself in quotation marks with single ones', () => {
    const quoting = [weeklyDuty('d1', { title: '“双公示”公示' }), ...duties.slice(1)];
    const at = { period: '2022-04', asOf: '2022-05-06T09:00', units, duties: quoting, office };
    const { groupText } = composeReminders({ ...REMINDING, ...at, cells: [cell(), cell({ duty: 'd2' })] });
    expect(groupText).toContain('；“‘双公示’公示”无产生信息的');
  });

  it('says a whole day, not its last minute', () => {
    expect(remind('2022-05-05T23:59', [cell({ status: 'zero' })]).groupText).toBe(
      '截至2022年5月5日，没有需要催报的事项。',
    );
    expect(remind('2022-05-05T23:59', [cell()]).items[0]?.text).toContain('截至2022年5月5日，');
  });

  it('asks to send a returned file again', () => {
    expect(remind('2022-05-05T09:00', [cell({ status: 'returned' })]).groupText).toContain(
      'u1局（已退回，请改正后重新报送）',
    );
  });

  it('says that nothing is owed', () => {
    expect(remind('2022-05-05T09:00', [cell({ status: 'zero' })])).toMatchObject({
      items: [],
      groupText: '截至2022年5月5日9时，没有需要催报的事项。',
    });
  });
});
