import { describe, expect, it } from 'vitest';
import type { Chase } from '../../electron/contract/chases.ts';
import type { OwedItem, ReminderSettings } from '../../electron/contract/reminders.ts';
import type { GridCell } from '../../electron/contract/status.ts';
import { levelNote } from '../../electron/core/reminderLevels.ts';
import { composeReminders } from '../../electron/core/reminders.ts';
import { REMINDING } from './reminderSample.ts';
import { cell, office, unit, weeklyDuty } from './sampleDesk.ts';

const duties = [weeklyDuty('d1', { title: '归集报送' })];

interface Case {
  readonly asOf: string;
  readonly cell?: Partial<GridCell>;
  readonly earlier?: readonly GridCell[];
  readonly chases?: readonly Chase[];
  readonly settings?: Partial<ReminderSettings>;
}

/** The one thing owed of W17, due on Friday 29 April at 18:00. */
function owed({ asOf, cell: changes = {}, earlier = [], chases = [], settings = {} }: Case): OwedItem | undefined {
  const list = composeReminders({
    ...REMINDING,
    settings: { ...REMINDING.settings, ...settings },
    ...{ period: null, asOf, office, units: [unit('u1')], duties, earlier, chases },
    cells: [cell({ period: '2022-W17', ...changes })],
  });
  return list.items[0]?.owed[0];
}

const chase = (id: number, changes: Partial<Chase> = {}): Chase => ({
  ...{ id, unit: 'u1', duty: 'd1', period: '2022-W17', at: `2022-04-30T0${id}:00`, how: 'phone' },
  ...{ whom: '张三', answer: '', promised: null, by: '', paper: null },
  ...changes,
});
const prior = (period: string, changes: Partial<GridCell> = {}) =>
  cell({ period, due: '2022-04-22T18:00', ...changes });
const LATE = { status: 'late', late: true } as const;
const ON_TIME = { status: 'reported' } as const;

describe('the level of a thing owed', () => {
  it.each<[string, Case, Pick<OwedItem, 'level' | 'levelReason'> | undefined]>([
    ['four days ahead: not listed', { asOf: '2022-04-25T09:00', cell: { status: 'pending' } }, undefined],
    [
      'three days ahead',
      { asOf: '2022-04-26T09:00', cell: { status: 'pending' } },
      { level: 'blue', levelReason: '3天后到期' },
    ],
    [
      'on the day',
      { asOf: '2022-04-29T18:00', cell: { status: 'pending' } },
      { level: 'blue', levelReason: '今天到期' },
    ],
    ['an hour late', { asOf: '2022-04-29T19:00' }, { level: 'yellow', levelReason: '已过截止时间' }],
    ['seven days late', { asOf: '2022-05-06T09:00' }, { level: 'yellow', levelReason: '逾期7天' }],
    ['eight days late', { asOf: '2022-05-07T00:00' }, { level: 'red', levelReason: '逾期8天' }],
    [
      'two days late where the office bears one',
      { asOf: '2022-05-01T09:00', settings: { redAfterDays: 1 } },
      { level: 'red', levelReason: '逾期2天' },
    ],
    [
      'late once before',
      { asOf: '2022-05-01T09:00', earlier: [prior('2022-W16', LATE), prior('2022-W15', ON_TIME)] },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'late again: once late and once never sent',
      { asOf: '2022-05-01T09:00', earlier: [prior('2022-W16', LATE), prior('2022-W14')] },
      { level: 'red', levelReason: '逾期2天，之前3期有2期未按时报送' },
    ],
    [
      'late twice, but not among the last three',
      {
        asOf: '2022-05-01T09:00',
        earlier: [
          prior('2022-W13', LATE),
          prior('2022-W14', ON_TIME),
          prior('2022-W15', ON_TIME),
          prior('2022-W16', LATE),
        ],
      },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'late twice in the last three that were owed, weeks apart',
      {
        asOf: '2022-05-01T09:00',
        earlier: [prior('2022-W03', LATE), prior('2022-W08', LATE), prior('2022-W13', ON_TIME)],
      },
      { level: 'red', levelReason: '逾期2天，之前3期有2期未按时报送' },
    ],
    [
      'late twice, where nobody looks back',
      {
        ...{ asOf: '2022-05-01T09:00', settings: { redWhenLateBefore: 0 } },
        earlier: [prior('2022-W16', LATE), prior('2022-W15', LATE)],
      },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'exempt and not assigned before: no fault',
      {
        asOf: '2022-05-01T09:00',
        earlier: [prior('2022-W16', { status: 'exempt' }), prior('2022-W15', { ...LATE, assigned: false })],
      },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'another unit’s faults',
      {
        asOf: '2022-05-01T09:00',
        earlier: [prior('2022-W16', { ...LATE, unit: 'u2' }), prior('2022-W15', { ...LATE, unit: 'u2' })],
      },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'late again, but not yet due this time',
      {
        ...{ asOf: '2022-04-28T09:00', cell: { status: 'pending' } },
        earlier: [prior('2022-W16', LATE), prior('2022-W15', LATE)],
      },
      { level: 'blue', levelReason: '1天后到期' },
    ],
    [
      'chased twice',
      { asOf: '2022-05-01T09:00', chases: [chase(1), chase(2)] },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'chased three times in vain',
      { asOf: '2022-05-01T09:00', chases: [chase(1), chase(2), chase(3)] },
      { level: 'red', levelReason: '逾期2天，已催3次' },
    ],
    [
      'chased three times, where that does not count',
      { asOf: '2022-05-01T09:00', chases: [chase(1), chase(2), chase(3)], settings: { redWhenChased: 0 } },
      { level: 'yellow', levelReason: '逾期2天' },
    ],
    [
      'for all three reasons',
      {
        ...{ asOf: '2022-05-09T09:00', chases: [chase(1), chase(2), chase(3)] },
        earlier: [prior('2022-W16', LATE), prior('2022-W15', LATE), prior('2022-W14', LATE)],
      },
      { level: 'red', levelReason: '逾期10天，之前3期有3期未按时报送，已催3次' },
    ],
    [
      'sent back, before it is due',
      { asOf: '2022-04-20T09:00', cell: { status: 'returned' } },
      { level: 'blue', levelReason: '退回待重报，9天后到期' },
    ],
    [
      'a zero report beside data, long after',
      { asOf: '2022-05-20T09:00', cell: { status: 'reported', contradicted: true } },
      { level: 'yellow', levelReason: '零报送与数据并存' },
    ],
    [
      'a zero report beside data, asked about in vain',
      {
        ...{ asOf: '2022-05-20T09:00', cell: { status: 'reported', contradicted: true } },
        chases: [chase(1), chase(2), chase(3)],
      },
      { level: 'red', levelReason: '零报送与数据并存，已催3次' },
    ],
  ])('%s', (_, given, expected) => {
    const found = owed(given);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it('says of a contradicted report no day late: something came', () => {
    const found = owed({ asOf: '2022-05-20T09:00', cell: { status: 'late', late: true, contradicted: true } });
    expect(found).toMatchObject({ status: 'contradicted', daysLate: 0 });
  });

  it('is explained in the office’s numbers', () => {
    expect(levelNote(REMINDING.settings, null)).toBe(
      '级别：蓝色为3天内到期或尚未到期的退回件；黄色为已过截止时间；红色为逾期超过7天，或已逾期且之前3期中有2期以上未按时报送，或已逾期且催报3次以上。',
    );
    expect(levelNote({ ...REMINDING.settings, soonDays: 0, redWhenLateBefore: 0, redWhenChased: 0 }, null)).toBe(
      '级别：蓝色为当天到期或尚未到期的退回件；黄色为已过截止时间；红色为逾期超过7天。',
    );
  });
});

describe('an office that began to chase on a day', () => {
  const since = '2022-04-25';
  const before = { due: '2022-04-22T18:00', period: '2022-W16' };

  it.each<[string, Case, Partial<OwedItem> | undefined]>([
    ['names nothing that was due before and did not come', { asOf: '2022-05-06T09:00', cell: before }, undefined],
    ['names what was due from that day on', { asOf: '2022-05-06T09:00' }, { level: 'yellow', levelReason: '逾期7天' }],
    [
      'names what came before and went back: it waits to be settled',
      { asOf: '2022-05-06T09:00', cell: { ...before, status: 'returned' } },
      { status: 'returned' },
    ],
    [
      'names what came before in part: the rest is still owed',
      { asOf: '2022-05-06T09:00', cell: { ...before, status: 'partial', quota: 3, count: 1 } },
      { status: 'partial', quota: 3, count: 1 },
    ],
    [
      'counts nobody late again for what was due before',
      { asOf: '2022-05-01T09:00', earlier: [prior('2022-W16', LATE), prior('2022-W15', LATE)] },
      { level: 'yellow', lateBefore: 0 },
    ],
  ])('%s', (_, given, expected) => {
    const found = owed({ ...given, settings: { since } });
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  it('says so under a list of everything, and shows all of a period that is asked for', () => {
    const settings = { ...REMINDING.settings, since };
    const listOf = (period: string | null) =>
      composeReminders({
        ...REMINDING,
        ...{ settings, period, asOf: '2022-05-06T09:00', office, units: [unit('u1')], duties },
        cells: [cell(before)],
      });
    expect(listOf(null).items).toEqual([]);
    expect(listOf(null).levelNote).toContain('2022年4月25日以前到期而没有报来的不列入。');
    expect(listOf('2022-W16').items[0]?.owed).toHaveLength(1);
    expect(listOf('2022-W16').levelNote).not.toContain('不列入');
  });
});

describe('the log on the list', () => {
  const chases = [
    chase(1, { answer: '五一后报', promised: '2022-05-05' }),
    chase(2, { how: 'wechat', whom: '李四', answer: '在填' }),
    chase(3, { at: '2022-05-07T10:00' }),
    chase(4, { period: '2022-W16' }),
    chase(5, { unit: 'u2' }),
  ];

  it('counts what was said about this thing up to the moment, and tells the last', () => {
    expect(owed({ asOf: '2022-05-05T23:00', chases })).toMatchObject({
      chased: 2,
      lastChase: { at: '2022-04-30T02:00', how: 'wechat', whom: '李四', answer: '在填', promised: '2022-05-05' },
      promiseBroken: false,
    });
    expect(owed({ asOf: '2022-05-08T09:00', chases })).toMatchObject({ chased: 3 });
  });

  it('knows a broken promise by the newest one, though a later call brought none', () => {
    expect(owed({ asOf: '2022-05-06T00:00', chases })?.promiseBroken).toBe(true);
    const renewed = [...chases, chase(6, { at: '2022-05-05T12:00', promised: '2022-05-10' })];
    expect(owed({ asOf: '2022-05-06T00:00', chases: renewed })?.promiseBroken).toBe(false);
  });
});
