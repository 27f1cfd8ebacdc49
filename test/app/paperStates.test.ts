import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperState } from '../../electron/contract/papers.ts';
import type { RequestName } from '../../electron/contract.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-05T09:00';
});
afterEach(() => desk.close());

/** A paper brought to a state; returns its id. */
async function paperIn(state: PaperState): Promise<number> {
  const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04', by: '张三' })).paper;
  if (state === 'draft') return id;
  await desk.ask('papers.check', { id, by: '李四' });
  if (state === 'checked') return id;
  await desk.ask('papers.issue', { id, by: '王五' });
  if (state === 'issued') return id;
  await desk.ask('papers.void', { id, reason: '数据有误', by: '王五' });
  return id;
}

async function step(name: RequestName, id: number): Promise<string> {
  const { revision } = (await desk.ask('papers.get', { id })).paper;
  const more = {
    'papers.save': { revision, change: { date: '2022-05-06' } },
    'papers.reopen': { reason: '改字' },
    'papers.void': { reason: '不发了' },
  }[name as string];
  const reply = await desk.reply(name, { id, by: '赵六', ...more } as never);
  return reply.ok ? 'done' : `${reply.error.code} ${reply.error.message}`;
}

const READY = 'done';
describe('a step of a paper', () => {
  it.each([
    ['draft', 'papers.save', READY],
    ['checked', 'papers.save', '已经审核，不能修改，请先退回修改'],
    ['issued', 'papers.save', '已经印发，不能修改，请起草更正'],
    ['void', 'papers.save', '已经作废，不能修改，请另起一份'],
    ['draft', 'papers.check', READY],
    ['checked', 'papers.check', '已经审核，不能再次审核'],
    ['issued', 'papers.check', '已经印发，不能审核'],
    ['void', 'papers.check', '已经作废，不能审核，请另起一份'],
    ['draft', 'papers.reopen', '还是草稿，不能退回修改'],
    ['checked', 'papers.reopen', READY],
    ['issued', 'papers.reopen', '已经印发，不能退回修改，请起草更正'],
    ['void', 'papers.reopen', '已经作废，不能退回修改，请另起一份'],
    ['draft', 'papers.issue', '还是草稿，不能印发，请先审核'],
    ['checked', 'papers.issue', READY],
    ['issued', 'papers.issue', '已经印发，不能再次印发'],
    ['void', 'papers.issue', '已经作废，不能印发，请另起一份'],
    ['draft', 'papers.void', READY],
    ['checked', 'papers.void', READY],
    ['issued', 'papers.void', READY],
    ['void', 'papers.void', '已经作废，不能再次作废'],
    ['draft', 'papers.remove', READY],
    ['checked', 'papers.remove', '已经审核，不能删除，请写明理由作废'],
    ['issued', 'papers.remove', '已经印发，不能删除，请写明理由作废'],
    ['void', 'papers.remove', '已经作废，不能删除'],
    ['draft', 'papers.correct', '还是草稿，不能更正，请直接修改'],
    ['checked', 'papers.correct', '已经审核，不能更正，请先退回修改'],
    ['issued', 'papers.correct', READY],
    ['void', 'papers.correct', '已经作废，不能更正，请另起一份'],
  ] as const)('that is %s: %s is %s', async (state, name, outcome) => {
    const id = await paperIn(state);
    const before = desk.rows(`select * from paper where id = ${id}`);
    const answer = await step(name, id);
    if (outcome === READY) expect(answer).toBe(READY);
    else {
      expect(answer).toMatch(/^paper_state /u);
      expect(answer).toContain(`》${outcome}`);

      expect(desk.rows(`select * from paper where id = ${id}`)).toEqual(before);
    }
  });

  it('is recorded with name and moment, and in the log', async () => {
    const id = await paperIn('checked');
    desk.now = '2022-05-05T10:00';
    await desk.ask('papers.reopen', { id, reason: '附件二有误', by: '李四' });
    await desk.ask('papers.check', { id, by: '李四', note: '已核对附件' });
    await desk.ask('papers.issue', { id, by: '王五' });
    const { paper } = await desk.ask('papers.void', { id, reason: '重复印发', by: '王五' });
    expect(paper.steps).toEqual([
      { step: 'drafted', by: '张三', at: '2022-05-05T09:00', note: '' },
      { step: 'checked', by: '李四', at: '2022-05-05T09:00', note: '' },
      { step: 'reopened', by: '李四', at: '2022-05-05T10:00', note: '附件二有误' },
      { step: 'checked', by: '李四', at: '2022-05-05T10:00', note: '已核对附件' },
      { step: 'issued', by: '王五', at: '2022-05-05T10:00', note: '' },
      { step: 'voided', by: '王五', at: '2022-05-05T10:00', note: '重复印发' },
    ]);
    expect(paper).toMatchObject({ state: 'void', voidReason: '重复印发' });
    const log = desk.rows<{ action: string; by: string }>(`select action, "by" from audit where subject = '${id}'`);
    expect(log.map(({ action, by }) => `${action} ${by}`)).toEqual([
      'paper.create 张三',
      'paper.check 李四',
      'paper.reopen 李四',
      'paper.check 李四',
      'paper.issue 王五',
      'paper.void 王五',
    ]);
  });

  it.each([
    ['papers.check', 'draft', {}],
    ['papers.reopen', 'checked', { reason: '改字' }],
    ['papers.issue', 'checked', {}],
    ['papers.void', 'draft', { reason: '不发了' }],
  ] as const)('%s of another text than the one seen is refused', async (name, state, more) => {
    const id = await paperIn('draft');
    const { revision } = (await desk.ask('papers.get', { id })).paper;
    await desk.ask('papers.save', { id, revision, change: { date: '2022-05-06' }, by: '钱七' });
    if (state === 'checked') await desk.ask('papers.check', { id, by: '李四' });
    const before = desk.rows(`select * from paper where id = ${id}`);
    expect((await desk.refusal(name, { id, revision, by: '李四', ...more })).code).toBe('paper_changed');
    expect(desk.rows(`select * from paper where id = ${id}`)).toEqual(before);
    const now = (await desk.ask('papers.get', { id })).paper.revision;
    expect((await desk.reply(name, { id, revision: now, by: '李四', ...more } as never)).ok).toBe(true);
  });

  it.each([
    ['papers.reopen', 'checked'],
    ['papers.void', 'issued'],
  ] as const)('%s wants a reason', async (name, state) => {
    const id = await paperIn(state);
    expect((await desk.refusal(name, { id, reason: '  ' })).code).toBe('reason_required');
  });

  it.each([
    ['1999-01-01', '1999年1月1日早于数据截至的2022年5月4日'],
    ['2022-05-03', '早于数据截至的'],
    ['2022-06-06', '比今天（2022年5月5日）晚31天以上'],
    ['2022-05-04', ''],
    ['2022-06-05', ''],
  ])('that is 印发 under the date %s: %s', async (date, words) => {
    const { id, revision } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper;
    const change = { date, asOf: '2022-05-04T09:00' };
    const { advice } = await desk.ask('papers.save', { id, revision, change });
    expect(advice.some((sentence) => sentence.startsWith('成文日期不对'))).toBe(words !== '');
    await desk.ask('papers.check', { id, by: '李四' });
    const reply = await desk.reply('papers.issue', { id, by: '王五' });
    expect(reply.ok ? '' : reply.error.code).toBe(words === '' ? '' : 'paper_date');
    if (!reply.ok) expect(reply.error.message).toContain(words);
    expect(desk.rows('select id from document_number')).toHaveLength(words === '' ? 1 : 0);
  });

  it('that is 审核 or 印发 is not taken of a paper that speaks of a moment to come', async () => {
    const begun = await desk.ask('papers.create', { kind: 'monthly', period: '2022-05', asOf: '2022-12-31' });
    const { id } = begun.paper;
    expect(begun.advice[0]).toContain('2022年12月31日23时59分还没有到');
    const refused = await desk.refusal('papers.check', { id, by: '李四' });
    expect(refused).toMatchObject({ code: 'moment_ahead', message: expect.stringContaining('2022年12月31日') });
    desk.now = '2023-01-03T09:00';
    expect((await desk.ask('papers.check', { id, by: '李四' })).advice.join()).not.toContain('还没有到，数字');
    desk.now = '2022-05-05T09:00';
    expect((await desk.refusal('papers.issue', { id, by: '王五' })).code).toBe('moment_ahead');
  });

  it.each([
    ['papers.check', 'draft', '审核'],
    ['papers.issue', 'checked', '印发'],
  ] as const)('%s wants a name', async (name, state, what) => {
    const id = await paperIn(state);
    for (const by of [undefined, ' ']) {
      const refused = await desk.refusal(name, { id, by });
      expect(refused).toMatchObject({ code: 'name_required', message: expect.stringContaining(`是谁${what}的`) });
    }
    expect((await desk.ask('papers.get', { id })).paper.state).toBe(state);
  });

  it('that is 审核 keeps what is printed: what the data say otherwise since is only told', async () => {
    await desk.receive('2022-04-29T16:00', [await desk.mail('市监局.xlsx', penalties([1, 2, 3]))]);
    const id = await paperIn('checked');
    const before = await desk.ask('papers.get', { id });
    const page = await desk.ask('papers.page', { id });
    await desk.receive('2022-05-04T17:00', [await desk.mail('又报.xlsx', penalties([1, 2, 3, 4]))]);
    desk.now = '2022-05-06T09:00';
    expect((await desk.ask('papers.page', { id })).html === page.html).toBe(true);
    const { document, advice } = await desk.ask('papers.get', { id });
    expect(document).toEqual(before.document);
    expect(advice.join()).toContain('审核后内容有变化');
    await desk.ask('papers.reopen', { id, reason: '数据有变', by: '李四' });
    expect((await desk.ask('papers.page', { id })).html === page.html).toBe(false);
  });

  it('of a paper that there is not is refused', async () => {
    for (const name of ['papers.get', 'papers.check', 'papers.issue', 'papers.remove', 'papers.correct'] as const)
      expect((await desk.refusal(name, { id: 99 })).code, name).toBe('paper_unknown');
  });
});

describe('a draft', () => {
  it('that was checked once and reopened is not thrown away', async () => {
    const id = await paperIn('checked');
    await desk.ask('papers.reopen', { id, reason: '改字' });
    const refused = await desk.refusal('papers.remove', { id });
    expect(refused).toMatchObject({ code: 'paper_state' });
    expect(refused.message).toContain('送审过，不能删除，请写明理由作废');
  });

  it('thrown away is gone from the register and stays in the log', async () => {
    const id = await paperIn('draft');
    await desk.ask('papers.remove', { id, by: '张三' });
    expect(await desk.ask('papers.list', {})).toEqual([]);
    expect((await desk.refusal('papers.get', { id })).code).toBe('paper_unknown');
    const [line] = desk.rows<{ detail: string }>("select detail from audit where action = 'paper.remove'");
    expect(line?.detail).toContain('"kind":"monthly"');
  });

  it.each([
    ['monthly', '2022-Q2', 'paper_kind'],
    ['quarterly', '2022-04', 'paper_kind'],
    ['annual', '2022-04', 'paper_kind'],
    ['assessment', '2022-Q1', 'paper_kind'],
    ['letter', '2022-04', 'usage'],
    ['correction', '2022-04', 'usage'],
    ['monthly', '2022-13', 'period_invalid'],
  ] as const)('of kind %s about %s is refused as %s', async (kind, period, code) => {
    expect((await desk.refusal('papers.create', { kind, period })).code).toBe(code);
    expect(desk.rows('select id from paper')).toEqual([]);
  });

  it.each([
    ['quarterly', '2022-Q2'],
    ['annual', '2022'],
    ['special', '2022-W17'],
    ['special', '2022-H1'],
  ] as const)('of kind %s is about %s', async (kind, period) => {
    const { paper, document } = await desk.ask('papers.create', { kind, period });
    expect(paper).toMatchObject({ kind, period, title: document.title });
  });

  it('about duties or units that there are not is refused', async () => {
    const about = (scope: object) => desk.refusal('papers.create', { kind: 'special', period: '2022-04', scope });
    expect((await about({ duties: ['000-99'], units: null })).code).toBe('duty_unknown');
    expect((await about({ duties: null, units: ['nobody'] })).code).toBe('unit_unknown');
  });

  it('checked by whom it was written says so', async () => {
    const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04', by: '张三' })).paper;
    const { advice } = await desk.ask('papers.check', { id, by: '张三' });
    expect(advice.join()).toContain('拟稿和审核是同一人（张三）');
    const other = await paperIn('checked');
    expect((await desk.ask('papers.get', { id: other })).advice.join()).not.toContain('同一人');
  });
});
