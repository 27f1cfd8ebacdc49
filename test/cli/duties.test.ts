import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Allotment, Coverage, Draw } from '../../electron/contract/assignments.ts';
import type { DutyYear } from '../../electron/contract/duties.ts';
import type { DutyEvent } from '../../electron/contract/events.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const dueOf = async (period: string, ...more: string[]) =>
  (await office.json<{ cells: { due: string }[] }>('status', '--period', period, ...more)).cells.map(({ due }) => due);

// One office's year: the steps build on each other.
describe('the commands of duties', () => {
  it('show a duty with its source and its year', async () => {
    expect(await office.json('duties', 'show', '000-14')).toMatchObject({
      id: '000-14',
      quota: 1,
      quotaOf: expect.any(String),
    });
    expect(await office.text('duties', 'show', '信用报告查询应用案例')).toContain('依据  西信用办〔2022〕5号');
    const year = await office.json<DutyYear>('duties', 'year', '000-06', '2022');
    expect(year.periods).toContainEqual(
      expect.objectContaining({ period: '2022-04', plain: '2022-04-30', due: '2022-05-05T18:00' }),
    );
  });

  it('show what a change would do, and make it from a day on', async () => {
    const edit = ['duties', 'edit', '000-06', '--due', 'day-of-month:25', '--time', '17:00', '--from', '2022-07-01'];
    const dry = await office.json<DutyYear>(...edit, '--dry-run');
    expect(dry.changes.map(({ period }) => period)).toEqual('07 08 09 10 11 12'.split(' ').map((m) => `2022-${m}`));
    expect(await office.text(...edit, '--dry-run')).toContain('2022-08-01 18:00 → 2022-07-25 17:00');
    expect((await office.refusal(...edit)).code).toBe('reason_required');
    await office.json(...edit, '--note', '会议纪要');
    const square = ['--unit', '公安局', '--duty', '000-06'];
    expect(await dueOf('2022-06', ...square)).toEqual(['2022-06-30T18:00']);
    expect(await dueOf('2022-07', ...square)).toEqual(['2022-07-25T17:00']);
  });

  it.each([
    [['--due', 'weekday:4', '--shift', 'previous'], { rule: 'weekday', weekday: 4, time: '18:00', shift: 'previous' }],
    [['--time', '12:00', '--shift', 'office'], { rule: 'weekday', weekday: 4, time: '12:00' }],
  ])('change the due rule by %j', async (options, due) => {
    expect((await office.json('duties', 'edit', '000-02', ...options)).due).toEqual(due);
  });

  it('change what is owed and for how long', async () => {
    const edited = await office.json(
      ...[
        'duties',
        'edit',
        '000-14',
        '--quota',
        '3',
        '--of',
        '篇',
        '--zero-report',
        'none',
        '--lead',
        '文广旅局、市监局',
      ],
      ...['--active-to', '2022-12-31', '--target', '每月三篇', '--remark', '县里加码'],
    );
    expect(edited).toMatchObject({
      ...{ quota: 3, quotaOf: '篇', zeroReport: 'none', lead: expect.arrayContaining(['xx-wglj', 'xx-scjgj']) },
      ...{ to: '2022-12-31', target: '每月三篇', note: '县里加码' },
    });
    expect(await office.json('duties', 'edit', '000-14', '--active-to', 'none', '--quota', 'none')).toMatchObject({
      ...{ to: null, quota: null, target: '每月三篇' },
    });
    const file = path.join(office.folder, '改动.json');
    writeFileSync(file, JSON.stringify({ title: '诚信宣传' }));
    expect(await office.json('duties', 'edit', '000-14', '--file', file)).toMatchObject({ title: '诚信宣传' });
  });

  it('set terms of events and of records, samples, tables and cadence', async () => {
    expect(
      await office.json('duties', 'edit', '000-04', '--event-term', '7:working:within:收到异议', '--term', '5:working'),
    ).toMatchObject({
      eventTerm: { count: 7, unit: 'working', meaning: 'within', from: '收到异议' },
      recordTerm: { days: 5, unit: 'working', shift: 'none' },
    });
    expect(await office.json('duties', 'edit', '000-13', '--templates', 'defaulter,red-black')).toMatchObject({
      templates: ['defaulter', 'red-black'],
    });
    const sampled = ['duties', 'edit', '000-09', '--sampling', 'quarterly:half-yearly:0.5'];
    expect(await office.json(...sampled, '--cadence', 'quarterly')).toMatchObject({
      cadence: 'quarterly',
      sampling: { draw: 'quarterly', cover: 'half-yearly', share: 0.5 },
    });
  });

  it.each([
    [['--due', 'weekday']],
    [['--due', 'friday']],
    [['--due', 'fixed-date:1220']],
    [['--due', 'days-after-period:5:weeks']],
    [['--term', '7']],
    [['--quota', 'many']],
    [['--sampling', 'monthly:yearly:2']],
    [['--event-term', '3:months']],
    [['--shift', 'up']],
  ])('refuse %j as no change', async (options) => {
    expect((await office.refusal('duties', 'edit', '000-02', ...options)).code).toBe('usage');
  });

  it('give a unit a part of its own and take it back', async () => {
    const add = ['assignments', 'add', '--unit', '丹水镇', '--duty', '000-09', '--role', 'responsible'];
    expect((await office.refusal(...add)).code).toBe('reason_required');
    const made = await office.json<{ id: number }>(
      ...add,
      '--from',
      '2022-04-01',
      '--note',
      '县里指定',
      '--document',
      '西信用办〔2022〕9号',
    );
    expect(made).toMatchObject({ unit: 'xx-dsz', role: 'responsible', documentNo: '西信用办〔2022〕9号', to: null });
    expect(await office.json('assignments', '--unit', '丹水镇')).toHaveLength(1);
    await office.json('assignments', 'remove', String(made.id));
    expect(await office.text('assignments')).not.toContain('xx-dsz');
  });

  it('exempt and extend with approver and document number', async () => {
    const extend = ['exemptions', 'extend', '--unit', '公安局', '--duty', '000-02', '--period', '2022-W17'];
    const until = [...extend, '--until', '2022-05-09T12:00', '--note', '系统升级'];
    const refused = await office.refusal(...until);
    expect([refused.code, refused.message]).toEqual(['approval_required', expect.stringContaining('批准人')]);
    const approval = ['--approver', '王主任', '--document', '批〔2022〕1号', '--by', '李四'];
    expect(await office.json(...until, ...approval)).toMatchObject({ until: '2022-05-09T12:00', by: '李四' });
    expect(await dueOf('2022-W17', '--unit', '公安局')).toEqual(['2022-05-09T12:00']);
    const exempt = [
      'exemptions',
      'add',
      '--unit',
      '教体局',
      '--from',
      '2022-04-01',
      '--to',
      '2022-06-30',
      '--note',
      '借调',
    ];
    const { id } = await office.json<{ id: number }>(...exempt, ...approval);
    expect(await office.text('exemptions', '--unit', '教体局')).toMatch(
      /免报 +xx-jtj +全部 +2022-04-01 至 2022-06-30/u,
    );
    await office.json('exemptions', 'remove', String(id));
    expect(await office.json('exemptions')).toHaveLength(1);
  });

  it('allot numbers to some units and leave those of others', async () => {
    const set = (...numbers: string[]) =>
      office.json<{ allotments: Allotment[] }>(
        ...['allotments', 'set', ...numbers, '--duty', '000-12', '--period', '2022-Q2'],
      );
    await set('发改委=20', '财政局=5');
    expect((await set('财政局=8')).allotments.map(({ unit, count }) => [unit, count]).toSorted()).toEqual([
      ['xx-czj', 8],
      ['xx-fgw', 20],
    ]);
    await set('发改委=none');
    expect(await office.json('allotments', '--duty', '000-12', '--period', '2022-Q2')).toHaveLength(1);
    expect((await office.refusal('allotments', 'set', '发改委', '--duty', '000-12', '--period', '2022-Q2')).code).toBe(
      'usage',
    );
  });

  it('draw a sample, the same one from the same seed', async () => {
    const at = ['--duty', '000-09', '--period', '2022-Q1'];
    const draw = await office.json<Draw>('draws', 'make', ...at, '--seed', '公证处');
    expect(draw.units).toHaveLength(13);
    const coverage = await office.json<Coverage>('draws', ...at);
    expect([coverage.period, coverage.uncovered.length]).toEqual(['2022-H1', 13]);
    expect((await office.refusal('draws', 'make', ...at)).code).toBe('draw_exists');
    await office.json('draws', 'remove', String(draw.id), '--note', '重抽');
    expect((await office.json<Draw>('draws', 'make', ...at, '--seed', '公证处')).units).toEqual(draw.units);
  });

  it('follow an event from its day to its outcome', async () => {
    const event = await office.json<DutyEvent>(
      ...['events', 'add', '--duty', '000-04', '--unit', '公安局', '--title', '某公司异议', '--day', '2022-04-25'],
    );
    // Seven working days: 26–29 April, then 5–7 May, the 7th of which is worked.
    expect(event).toMatchObject({ due: '2022-05-07', state: 'open' });
    expect(await office.json('events', '--open', '--as-of', '2022-05-09')).toMatchObject([{ state: 'overdue' }]);
    const id = String(event.id);
    await office.json('events', 'edit', id, '--unit', 'none');
    const closed = await office.json('events', 'close', id, '--day', '2022-05-06', '--outcome', '已更正');
    expect(closed).toMatchObject({ state: 'closed', unit: null, outcome: '已更正', title: '某公司异议' });
    expect(await office.json('events', '--open')).toEqual([]);
    expect(await office.json('events', 'reopen', id)).toMatchObject({ closedOn: null });
    await office.json('events', 'remove', id, '--note', '重复登记');
    expect((await office.refusal('events', 'edit', id)).code).toBe('event_unknown');
  });

  it('lock a period and open it again', async () => {
    expect((await office.refusal('lock', '2022-04')).code).toBe('usage');
    expect(await office.json('lock', '2022-04', '--note', '通报已发')).toMatchObject([{ period: '2022-04' }]);
    const edit = [
      'exemptions',
      'extend',
      '--unit',
      '公安局',
      '--duty',
      '000-02',
      '--period',
      '2022-W16',
      '--until',
      '2022-05-09',
    ];
    const approved = [...edit, '--note', '补', '--approver', '王', '--document', '1号'];
    expect((await office.refusal(...approved)).code).toBe('period_locked');
    expect(await office.text('locks')).toContain('通报已发');
    expect(await office.json('unlock', '2022-04', '--note', '补录')).toEqual([]);
    expect(await office.json(...approved)).toMatchObject({ period: '2022-W16' });
  });
});
