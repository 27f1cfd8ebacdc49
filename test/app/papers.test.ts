import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type AppDeps, dataFile } from '../../electron/app/context.ts';
import { registerIssued } from '../../electron/app/paperRegister.ts';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import type { Args } from '../../electron/contract.ts';
import { programPlaces } from '../../electron/places.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const APRIL = { kind: 'monthly', period: '2022-04' } as const;
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-05T09:00';
});
afterEach(() => desk.close());

describe('a draft', () => {
  it('is begun, found in the register and opened again', async () => {
    const { paper, document } = await desk.ask('papers.create', { ...APRIL, by: '张三' });
    expect(paper).toMatchObject({ state: 'draft', revision: 1, documentNo: '', asOf: '2022-05-05T09:00' });
    expect(document.documentNo).toBe('西信用办〔2022〕\u3000号');
    expect(document.date).toBe('2022年5月5日');
    expect(await desk.ask('papers.list', {})).toEqual([
      expect.objectContaining({ id: paper.id, title: document.title }),
    ]);
    expect((await desk.ask('papers.get', { id: paper.id })).paper).toEqual(paper);
  });

  it('is composed anew at each look, as of its own moment', async () => {
    const { id } = (await desk.ask('papers.create', APRIL)).paper;
    const textOf = async () => JSON.stringify((await desk.ask('papers.get', { id })).document.sections);
    const before = await textOf();
    expect(before).toContain('截至2022年5月5日9时');
    desk.now = '2022-05-08T09:00';
    expect(await textOf()).toBe(before);
    await desk.receive('2022-05-07T09:00', [await desk.mail('晚到.xlsx', penalties([1]))]);
    expect(await textOf()).toBe(before);
    await desk.receive('2022-04-29T09:00', [await desk.mail('早到.xlsx', penalties([2]))]);
    expect(await textOf()).not.toBe(before);
  });

  it('takes another moment, scope, form, annexes and date', async () => {
    const { id, revision, form } = (await desk.ask('papers.create', APRIL)).paper;
    const change = {
      asOf: '2022-05-04',
      scope: { duties: ['000-02'], units: null },
      form: { ...form, redHead: false, signer: '李主任' },
      annexes: ['missing'],
      date: '2022-05-06',
    };
    const view = await desk.ask('papers.save', { id, revision, change, by: '张三' });
    expect(view.paper).toMatchObject({ ...change, asOf: '2022-05-04T23:59', revision: revision + 1 });
    expect(view.document).toMatchObject({ date: '2022年5月6日', form: { redHead: false, signer: '李主任' } });
    expect(view.document.tables.map(({ key }) => key)).toEqual(['missing']);
    expect(view.annexChoice.map(({ annex }) => annex)).toEqual(expect.arrayContaining(['ranking', 'missing']));
    const [line] = desk.rows<{ detail: string; by: string }>(
      `select detail, "by" from audit where action = 'paper.save'`,
    );
    expect(line?.by).toBe('张三');
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({
      change: { annexes: ['missing'] },
      before: { annexes: null },
    });
  });

  it.each([
    ['addressee', '主送机关'],
    ['signature', '署名'],
  ])('without %s is not checked', async (key, named) => {
    const { paper, document } = await desk.ask('papers.create', APRIL);
    const base = { addressee: document.addressee, signature: document.signature }[key] ?? '';
    const edits = [{ edit: 'replace', key, text: ' ', base }] as const;
    await desk.ask('papers.save', { id: paper.id, revision: paper.revision, change: { edits } });
    const refused = await desk.refusal('papers.check', { id: paper.id, by: '李四' });
    expect(refused).toMatchObject({ code: 'paper_nothing', message: expect.stringContaining(`没有${named}`) });
  });

  it('without any text is not checked', async () => {
    const { paper, document } = await desk.ask('papers.create', APRIL);
    const blocks = [...document.introduction, ...document.sections.flatMap(({ paragraphs }) => paragraphs)];
    const edits = blocks.map(({ key, text }) => ({ edit: 'remove', key, base: text }) as const);
    await desk.ask('papers.save', { id: paper.id, revision: paper.revision, change: { edits } });
    const refused = await desk.refusal('papers.check', { id: paper.id, by: '李四' });
    expect(refused).toMatchObject({ code: 'paper_nothing', message: expect.stringContaining('没有正文') });
  });

  it('keeps what a clerk wrote when the data change, and says so', async () => {
    const { paper, document } = await desk.ask('papers.create', APRIL);
    const total = document.sections.flatMap(({ paragraphs }) => paragraphs).find(({ text }) => text.includes('截至'));
    const edits = [
      { edit: 'replace', key: total?.key ?? '', text: '总体情况见附件1。', base: total?.text ?? '' },
    ] as const;
    await desk.ask('papers.save', { id: paper.id, revision: paper.revision, change: { edits } });
    await desk.receive('2022-04-29T09:00', [await desk.mail('早到.xlsx', penalties([2]))]);
    const { marks, advice, document: now } = await desk.ask('papers.get', { id: paper.id });
    expect(JSON.stringify(now.sections)).toContain('总体情况见附件1。');
    expect(marks).toMatchObject([{ key: total?.key, state: 'stale', base: total?.text, text: '总体情况见附件1。' }]);
    expect(advice).toContain('有 1 处手工改过的文字，数据后来又变了，请逐处核对。');
  });

  it.each([
    ['a moment that there is not', { asOf: '2022-02-30' }, 'moment_invalid'],
    ['a day that there is not', { date: '2022-02-30' }, 'moment_invalid'],
    ['an annex chosen twice', { annexes: ['ranking', 'ranking'] }, 'usage'],
    ['an annex that there is not', { annexes: ['rankings'] }, 'usage'],
    ['a scope of no duty', { scope: { duties: [], units: null } }, 'usage'],
    ['a scope of no unit', { scope: { duties: null, units: [] } }, 'usage'],
    ['a duty that there is not', { scope: { duties: ['x'], units: null } }, 'duty_unknown'],
    ['a mistyped key', { edit: [] }, 'usage'],
    ['an edit of another kind', { edits: [{ edit: 'bold', key: 'intro' }] }, 'usage'],
    [
      'an own paragraph under a composed key',
      { edits: [{ edit: 'insert', key: 'x', after: 'intro', level: 'body', text: '' }] },
      'usage',
    ],
    [
      'an edit of what there never was',
      { edits: [{ edit: 'replace', key: 'nothing/here', text: '手改。', base: '' }] },
      'usage',
    ],
    [
      'a title that is a whole text',
      { edits: [{ edit: 'replace', key: 'title', text: '关于信用'.repeat(40), base: '' }] },
      'usage',
    ],
    [
      'a copy number of letters',
      { form: { redHead: true, copyNo: 'abc', secrecy: '', urgency: '', signer: '', seal: false } },
      'usage',
    ],
  ])('is not changed by %s', async (_, change, code) => {
    const { id, revision } = (await desk.ask('papers.create', APRIL)).paper;
    expect((await desk.refusal('papers.save', { id, revision, change })).code).toBe(code);
    expect((await desk.ask('papers.get', { id })).paper.revision).toBe(revision);
  });

  it('saved against an older revision is refused, and keeps what the other one wrote', async () => {
    const { paper } = await desk.ask('papers.create', APRIL);
    const { id, revision } = paper;
    await desk.ask('papers.save', { id, revision, change: { date: '2022-05-06' } });
    const refused = await desk.refusal('papers.save', { id, revision, change: { date: '2022-05-07' } });
    expect(refused.code).toBe('paper_changed');
    expect((await desk.ask('papers.get', { id })).document.date).toBe('2022年5月6日');
  });
});

describe('the register', () => {
  it('finds papers by title, number, addressee, kind, state, year and period, letters among them', async () => {
    const april = (await desk.ask('papers.create', APRIL)).paper.id;
    const quarter = (await desk.ask('papers.create', { kind: 'quarterly', period: '2022-Q1' })).paper.id;
    await desk.ask('papers.check', { id: quarter, by: '李四' });
    desk.now = '2023-01-04T09:00';
    await desk.ask('papers.issue', { id: quarter, date: '2023-01-04', by: '王五' });
    desk.now = '2022-05-05T09:00';
    const { document } = await desk.ask('papers.get', { id: april });
    const letter = registerLetter({ ...document, title: '催报函', addressee: '西峡县公安局', period: null });
    const found = async (query: Args<'papers.list'>) => (await desk.ask('papers.list', query)).map(({ id }) => id);
    expect(await found({})).toEqual([letter, quarter, april]);
    expect(await found({ search: '第一季度' })).toEqual([quarter]);
    expect(await found({ search: '〔2023〕1号' })).toEqual([quarter]);
    expect(await found({ search: '公安局' })).toEqual([letter]);
    expect(await found({ search: '100%' })).toEqual([]);
    expect(await found({ search: '_' })).toEqual([]);
    expect(await found({ kind: 'letter' })).toEqual([letter]);
    expect(await found({ state: 'draft' })).toEqual([april]);
    expect(await found({ state: 'issued', year: 2022 })).toEqual([letter]);
    expect(await found({ year: 2023 })).toEqual([quarter]);
    expect(await found({ period: '2022-04' })).toEqual([april]);
    expect(await found({ period: '2022-04', kind: 'quarterly' })).toEqual([]);
  });

  it('shows a letter as it was made, numbered with the others, and takes it as void', async () => {
    const { document } = await desk.ask('papers.create', APRIL);
    const id = registerLetter({ ...document, title: '催报函', addressee: '西峡县公安局', period: null });
    const view = await desk.ask('papers.get', { id });
    expect(view.paper).toMatchObject({
      kind: 'letter',
      state: 'issued',
      documentNo: '西信用办〔2022〕6号',
      period: null,
    });
    expect(view.document).toMatchObject({ addressee: '西峡县公安局', documentNo: '西信用办〔2022〕6号' });
    expect([view.corrections, view.advice]).toEqual([[], []]);
    expect((await desk.ask('papers.page', { id })).html).toContain('西信用办〔2022〕6号');
    expect((await desk.ask('papers.void', { id, reason: '已报' })).paper.state).toBe('void');
  });
});

/** What `reminders.letters` does with a finished letter. */
function registerLetter(document: CircularDocument): number {
  const places = programPlaces();
  const store = openStore(dataFile(desk.dataFolder), places.migrations, desk.mailFolder);
  try {
    const made = { kind: 'letter', period: null, asOf: desk.now, document, numbered: true, by: '张三' } as const;
    const deps = { now: () => desk.now } as AppDeps; // the clock is all it asks
    return store.write((db) => registerIssued(db, made, { deps })).id;
  } finally {
    store.close();
  }
}
