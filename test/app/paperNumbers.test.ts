import { spawn } from 'node:child_process';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../electron/app/createApp.ts';
import type { Result } from '../../electron/contract.ts';
import { programPlaces } from '../../electron/places.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-05T09:00';
});
afterEach(() => desk.close());

/** Checked papers about one small duty, ready to issue. */
async function ready(): Promise<number> {
  const scope = { duties: ['000-02'], units: ['xx-gaj'] };
  const { id } = (await desk.ask('papers.create', { kind: 'special', period: '2022-W17', scope })).paper;
  await desk.ask('papers.check', { id, by: '李四' });
  return id;
}

const register = async (year = 2022) => {
  const { next, gaps, numbers } = await desk.ask('numbers.list', { year });
  return { next, gaps, numbers: numbers.map(({ seq, state, paper }) => [seq, state, paper]) };
};

describe('the numbers of a year', () => {
  it('go on behind the notice of the office, one after the other', async () => {
    const [a, b] = [await ready(), await ready()];
    expect((await desk.ask('papers.issue', { id: a, by: '王五' })).paper.documentNo).toBe('西信用办〔2022〕6号');
    expect((await desk.ask('papers.issue', { id: b, by: '王五' })).paper.documentNo).toBe('西信用办〔2022〕7号');
    expect(await register()).toEqual({
      next: 8,
      gaps: [{ from: 1, to: 4 }],
      numbers: [
        [6, 'used', a],
        [7, 'used', b],
      ],
    });
  });

  it('begin with 1 in a year in which nothing was issued, by the date of the paper', async () => {
    desk.now = '2022-12-30T09:00';
    const id = await ready();
    const { paper } = await desk.ask('papers.issue', { id, date: '2023-01-03', by: '王五' });
    expect(paper.documentNo).toBe('西信用办〔2023〕1号');
    expect((await register(2022)).numbers).toEqual([]);
  });

  it('are reserved, entered, used and made void, each with a line in the log, and keep their places', async () => {
    const reserved = await desk.ask('numbers.reserve', { subject: '第二季度通报', by: '张三' });
    expect(reserved).toMatchObject({ seq: 6, text: '西信用办〔2022〕6号', state: 'reserved', by: '张三' });
    const entered = await desk.ask('numbers.enter', { year: 2022, seq: 7, subject: '会议通知', by: '张三' });
    const spare = await desk.ask('numbers.reserve', { subject: '备用', by: '张三' });
    await desk.ask('numbers.void', { id: spare.id, reason: '没有发出', by: '李四' });
    const id = await ready();
    await desk.ask('papers.issue', { id, no: 6, by: '王五' });
    expect(await register()).toEqual({
      next: 9,
      gaps: [{ from: 1, to: 4 }],
      numbers: [
        [6, 'used', id],
        [7, 'outside', null],
        [8, 'void', null],
      ],
    });
    const log = desk.rows<{ line: string }>(
      `select action || ' ' || subject || ' ' || "by" line from audit where action like 'number.%' order by id`,
    );
    expect(log.map(({ line }) => line)).toEqual([
      'number.reserve 西信用办〔2022〕6号 张三',
      'number.enter 西信用办〔2022〕7号 张三',
      'number.reserve 西信用办〔2022〕8号 张三',
      'number.void 西信用办〔2022〕8号 李四',
    ]);
    expect(entered.paper).toBeNull();
  });

  it('are under the pattern that the office has at the time', async () => {
    const first = await ready();
    await desk.ask('papers.issue', { id: first, by: '王五' });
    const office = await desk.ask('office.get', {});
    await desk.ask('office.save', { office: { ...office, documentNoPattern: '西信促〔{year}〕{no}号' } });
    const second = await ready();
    expect((await desk.ask('papers.issue', { id: second, by: '王五' })).paper.documentNo).toBe('西信促〔2022〕1号');
    expect((await desk.ask('papers.get', { id: first })).paper.documentNo).toBe('西信用办〔2022〕6号');
    expect(await register()).toMatchObject({ next: 2, gaps: [] });
  });
});

describe('the pattern of the numbers', () => {
  it.each(['西信用办{no}号', '西信用办〔{year}〕号', '', '{year}{no}{no}'])(
    '%s is refused',
    async (documentNoPattern) => {
      const office = await desk.ask('office.get', {});
      const refused = await desk.refusal('office.save', { office: { ...office, documentNoPattern } });
      expect(refused).toMatchObject({ code: 'usage', message: expect.stringContaining('{year}') });
      expect(await desk.ask('office.get', {})).toEqual(office);
    },
  );
});

describe('a number that a slip put far ahead', () => {
  const enter = (seq: number, year = 2022) => desk.ask('numbers.enter', { year, seq, subject: '会议通知' });
  const asVoid = (id: number, mistyped?: boolean) => ({ id, reason: '打错了', mistyped, by: '李四' });
  const makeVoid = (id: number, mistyped?: boolean) => desk.ask('numbers.void', asVoid(id, mistyped));

  it('goes from the register where the clerk says so, with a line in the log: the next is again the one it was', async () => {
    const { id } = await enter(66);
    expect((await register()).next).toBe(67);
    expect(await makeVoid(id, true)).toMatchObject({ state: 'void', text: '西信用办〔2022〕66号' });
    expect(await register()).toEqual({ next: 6, gaps: [], numbers: [] });
    const log = desk.rows(`select action, subject, "by" from audit where action in ('number.void', 'number.takeOut')`);
    expect(log).toEqual(
      ['number.void', 'number.takeOut'].map((action) => ({ action, subject: '西信用办〔2022〕66号', by: '李四' })),
    );
  });

  it('keeps its place without that: a paper outside the program may have borne it', async () => {
    const { id } = await enter(12, 2023);
    await makeVoid(id);
    expect(await register(2023)).toMatchObject({ next: 13, numbers: [[12, 'void', null]] });
  });

  it('goes with the void ones that were taken behind it', async () => {
    const [slip, next] = [await enter(66), await enter(67)];
    await makeVoid(next.id);
    await makeVoid(slip.id, true);
    expect(await register()).toEqual({ next: 6, gaps: [], numbers: [] });
  });

  it.each([
    ['the one behind the notice', 2022, [6]],
    ['the first of a year', 2023, [1]],
    ['one behind another that was given', 2022, [20, 21]],
  ])('is told from %s, which is not taken out', async (_what, year, seqs) => {
    const lines = [];
    for (const seq of seqs) lines.push(await enter(seq, year));
    const before = await register(year);
    const refused = await desk.refusal('numbers.void', asVoid(lines.at(-1)?.id ?? 0, true));
    expect(refused).toMatchObject({ code: 'number_state', message: expect.stringContaining('请作废并保留') });
    expect(await register(year)).toEqual(before);
  });

  it('stays where a paper came behind it', async () => {
    await enter(66);
    const id = await ready();
    await desk.ask('papers.issue', { id, by: '王五' });
    await desk.ask('papers.void', { id, reason: '错了' });
    const [slip] = (await desk.ask('numbers.list', { year: 2022 })).numbers;
    expect((await desk.refusal('numbers.void', asVoid(slip?.id ?? 0, true))).code).toBe('number_state');
    expect((await register()).numbers).toEqual([
      [66, 'outside', null],
      [67, 'void', id],
    ]);
  });
});

describe('a number', () => {
  it('that begins a year by a slip is refused: those between would be missing for ever', async () => {
    const refused = await desk.refusal('numbers.enter', { year: 2022, seq: 999_999, subject: '会议通知' });
    expect(refused).toMatchObject({
      code: 'number_gap',
      message: expect.stringContaining('下一个号是西信用办〔2022〕6号'),
    });
  });

  it.each([
    ['taken', 6, 'number_taken', '西信用办〔2022〕6号'],
    ['void', 7, 'number_taken', '西信用办〔2022〕7号'],
    ['beyond the next', 9, 'number_gap', '下一个号是西信用办〔2022〕8号'],
  ])('that is %s is refused, and the paper stays as it was', async (_, no, code, words) => {
    await desk.ask('numbers.enter', { year: 2022, seq: 6, subject: '会议通知' });
    const { id: spare } = await desk.ask('numbers.reserve', { subject: '备用' });
    await desk.ask('numbers.void', { id: spare, reason: '没有发出' });
    const id = await ready();
    const before = await register();
    const refused = await desk.refusal('papers.issue', { id, no, by: '王五' });
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
    expect((await desk.refusal('numbers.enter', { year: 2022, seq: no, subject: '又一份' })).code).toBe(code);
    expect(await register()).toEqual(before);
    expect((await desk.ask('papers.get', { id })).paper).toMatchObject({ state: 'checked', documentNo: '' });
  });

  it('of the office’s own notice is given to no paper; the notice itself may be entered', async () => {
    const id = await ready();
    const refused = await desk.refusal('papers.issue', { id, no: 5, by: '王五' });
    expect(refused).toMatchObject({ code: 'number_taken', message: expect.stringContaining('西信用办〔2022〕5号') });
    expect((await desk.refusal('numbers.reserve', { subject: '备用', seq: 5 })).code).toBe('number_taken');
    await desk.ask('numbers.enter', { year: 2022, seq: 5, subject: '工作要点' });
    expect((await desk.refusal('numbers.enter', { year: 2022, seq: 5, subject: '又一份' })).code).toBe('number_taken');
    expect(await register()).toEqual({ next: 6, gaps: [{ from: 1, to: 4 }], numbers: [[5, 'outside', null]] });
  });

  it('of a paper is made void with the paper only, a void one not again', async () => {
    const id = await ready();
    await desk.ask('papers.issue', { id, by: '王五' });
    const [used] = (await desk.ask('numbers.list', { year: 2022 })).numbers;
    const refused = await desk.refusal('numbers.void', { id: used?.id ?? 0, reason: '错了' });
    expect(refused.code).toBe('number_state');
    expect(refused.message).toContain('请作废那份文稿');
    await desk.ask('papers.void', { id, reason: '错了' });
    expect((await desk.refusal('numbers.void', { id: used?.id ?? 0, reason: '错了' })).code).toBe('number_state');
    expect((await desk.refusal('numbers.void', { id: 99, reason: '错了' })).code).toBe('number_unknown');
    expect((await desk.refusal('numbers.void', { id: used?.id ?? 0, reason: ' ' })).code).toBe('reason_required');
  });

  it('is not written on a paper without one', async () => {
    const id = await ready();
    expect((await desk.refusal('papers.issue', { id, no: 6, numbered: false, by: '王五' })).code).toBe('usage');
  });

  it('is given to one of two papers that are issued at once', async () => {
    const ids = [await ready(), await ready()];
    const places = programPlaces();
    const other = createApp({
      dataFolder: desk.dataFolder,
      resourcesFolder: places.resources,
      migrationsFolder: places.migrations,
      workerUrl: places.worker,
      version: 'test',
      now: () => desk.now,
    });
    try {
      const [a, b] = ids;
      const replies = await Promise.all([
        desk.reply('papers.issue', { id: a ?? 0, by: '王五' }),
        other.dispatch('papers.issue', { id: b ?? 0, by: '王五' }),
      ]);
      const given = replies.map((reply) => (reply.ok ? reply.value.paper.documentNo : reply.error.code));
      expect(given.toSorted()).toEqual(['西信用办〔2022〕6号', '西信用办〔2022〕7号']);
      // The window shows what the other program has issued: the same paper is not issued twice.
      expect((await other.dispatch('papers.issue', { id: a ?? 0, by: '王五' })).ok).toBe(false);
    } finally {
      await other.close();
    }
  });

  it('that is in the data file already cannot be written again', async () => {
    await desk.ask('numbers.enter', { year: 2022, seq: 6, subject: '会议通知' });
    const file = new Database(path.join(desk.dataFolder, 'credit-desk.db'));
    try {
      const [line] = file.prepare('select * from document_number').all();
      const again = `insert into document_number (pattern, year, seq, state, subject, reason, "by", at)
        values (@pattern, @year, @seq, 'used', '又一份', '', '', @at)`;
      expect(() => file.prepare(again).run(line)).toThrow(/UNIQUE/u);
    } finally {
      file.close();
    }
  });
});

describe('a program killed in the middle of issuing', () => {
  it.each(['insert into "document_number"', 'update "paper"', 'insert into "audit"'])(
    'at %s has used no number and issued nothing',
    async (sql) => {
      const id = await ready();
      const before = desk.rows(`select * from paper where id = ${id}`);
      const script = path.join(import.meta.dirname, 'killedIssue.ts');
      const child = spawn(process.execPath, [script, desk.dataFolder, String(id), sql], { stdio: 'ignore' });
      const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve) =>
        child.once('exit', (code, signal) => resolve({ code, signal })),
      );
      expect(process.platform === 'win32' ? ended.code : ended.signal).toBe(
        process.platform === 'win32' ? 1 : 'SIGKILL',
      );
      expect(desk.rows(`select * from paper where id = ${id}`)).toEqual(before);
      expect(desk.rows('select * from document_number')).toEqual([]);
      expect((await desk.ask('papers.issue', { id, by: '王五' })).paper.documentNo).toBe('西信用办〔2022〕6号');
    },
  );
});

describe('the register', () => {
  it('holds no number twice and no hole behind the first, whatever is done in whatever order', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('reserve' as const),
        seq: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      }),
      fc.record({ do: fc.constant('enter' as const), seq: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ do: fc.constant('void' as const), seq: fc.integer({ min: 1, max: 12 }) }),
    );
    let year = 2030;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        year++;
        let first: number | null = null;
        let known: Result<'numbers.list'>['numbers'] = [];
        for (const { do: what, seq } of steps) {
          const id = known.find((one) => one.seq === seq)?.id ?? 0;
          const reply =
            what === 'void'
              ? await desk.reply('numbers.void', { id, reason: '不用' })
              : what === 'enter'
                ? await desk.reply('numbers.enter', { year, seq: seq ?? 1, subject: '文' })
                : await desk.reply('numbers.reserve', { year, seq, subject: '文' });
          if (reply.ok) first ??= reply.value.seq;
          else expect(reply.error.code).toMatch(/^number_(?:taken|gap|unknown|state)$/u);
          // A slip that was taken out is the first no more: what was filled in before it goes on.
          known = (await desk.ask('numbers.list', { year })).numbers;
          const left = known.map((one) => one.seq);
          if (first !== null && !left.includes(first)) first = left.length === 0 ? null : Math.max(...left);
        }
        const { next, gaps, numbers } = await desk.ask('numbers.list', { year });
        const given = numbers.map(({ seq }) => seq);
        expect(new Set(given).size).toBe(given.length);
        expect(gaps.filter(({ to }) => to >= (first ?? 1))).toEqual([]);
        expect(next).toBe(Math.max(0, ...given) + 1);
      }),
      { numRuns: 40 },
    );
  });
});
