import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './desk.ts';
import { preparedDesks } from './preparedDesk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
let batch: string;
let ordinary: number;
const openPrepared = preparedDesks(async (first) => {
  const wrong = { 2: { CF_JDRQ: '2022年4月' } };
  const file = await first.mail('市监局.xlsx', penalties([1, 2, 3], { change: wrong }));
  const received = await first.receive('2022-04-29T16:00', [file]);
  return { batch: received.batch ?? '', ordinary: await issue(first) };
});
beforeEach(async () => {
  const { prepared, ...opened } = await openPrepared();
  ({ desk, batch, ordinary } = { ...opened, ...prepared });
});
afterEach(() => desk.close());

/** Issues the paper of the month as of 5 May; the one without edits was issued once for all tests, `ordinary`. */
async function issue(on: Desk, edits: readonly object[] = []): Promise<number> {
  on.now = '2022-05-05T09:00';
  const { id, revision } = (await on.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper;
  await on.ask('papers.save', { id, revision, change: { edits: edits as never } });
  await on.ask('papers.check', { id, by: '李四' });
  await on.ask('papers.issue', { id, by: '王五' });
  on.now = '2022-05-20T09:00';
  return id;
}

/** A record whose decision date the unit had written wrongly is mended after the paper was issued. */
async function correctLate(): Promise<void> {
  const [record] = (await desk.ask('records.list', { search: '第2建材' })).records;
  await desk.ask('records.correct', {
    id: record?.id ?? 0,
    field: 'CF_JDRQ',
    value: '2022-04-26',
    reason: '电话核实',
    by: '李四',
  });
}

describe('what the data say otherwise than an issued paper', () => {
  it('is nothing while nothing changes', async () => {
    const { corrections, advice } = await desk.ask('papers.get', { id: ordinary });
    expect([corrections, advice]).toEqual([[], []]);
  });

  it('is listed with its place after a late correction of a record', async () => {
    const id = ordinary;
    await correctLate();
    const { corrections, document } = await desk.ask('papers.get', { id });
    expect(corrections).toContainEqual({
      place: '一（一）总体情况',
      before: expect.stringContaining('其中合规2条，合规率为66.67%'),
      after: expect.stringContaining('其中合规3条，合规率为100.00%'),
    });
    expect(corrections.map(({ place }) => place)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^附件1 第\d+行（市场监管局） 合规率$/u)]),
    );
    const rate = corrections.find(({ place }) => place.endsWith('（市场监管局） 合规率'));
    expect(rate).toMatchObject({ before: '66.67%', after: '100.00%' });
    // The row of the faulty record is no longer one.
    const gone = corrections.filter(({ place, after }) => place.startsWith('附件3') && after === '');
    expect(gone).toHaveLength(1);
    const texts = document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('\n');
    expect(texts).toContain('合规率为66.67%');
  });

  it('is listed after the import was taken back', async () => {
    const id = ordinary;
    await desk.ask('batches.undo', { batch });
    const { corrections } = await desk.ask('papers.get', { id });
    const row = corrections.filter(({ place }) => place.includes('（市场监管局）'));
    expect(row.length).toBeGreaterThan(0);
    expect(corrections).toContainEqual(
      expect.objectContaining({ before: expect.stringContaining('共收到信用信息3条') }),
    );
  });

  it('is not what came in after the moment of the paper', async () => {
    const id = ordinary;
    await desk.receive('2022-05-10T10:00', [await desk.mail('公安局.xlsx', penalties([7], { unit: '西峡县公安局' }))]);
    const places = (await desk.ask('papers.get', { id })).corrections.map(({ place }) => place);
    expect(places).toEqual([]);
  });

  it('quotes the words that were printed, and leaves out what was struck from the paper', async () => {
    const draft = await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' });
    const paragraphs = draft.document.sections.flatMap((section) => section.paragraphs);
    const total = paragraphs.find(({ text }) => text.includes('合规率为66.67%'));
    const faulty = paragraphs.find(({ text }) => text.startsWith('不合规信息共1条'));
    const id = await issue(desk, [
      { edit: 'replace', key: total?.key, text: '共收到3条，合规2条。', base: total?.text },
      { edit: 'remove', key: faulty?.key, base: faulty?.text },
    ]);
    await correctLate();
    const { corrections, advice } = await desk.ask('papers.get', { id });
    // The rate was struck out.
    expect(advice.join()).toContain('“一（一）总体情况”中有手工改写的文字，所依据的数据后来变了');
    expect(corrections).toContainEqual(
      expect.objectContaining({ before: '共收到3条，合规2条。', after: '共收到3条，合规3条。' }),
    );
    expect(corrections.some(({ before }) => before.startsWith('不合规信息共1条'))).toBe(false);
  });

  it('cannot be told of a year that is unknown by now: the paper opens all the same and says why', async () => {
    const id = ordinary;
    const before = await desk.ask('papers.get', { id });
    // As if the paper spoke of a year whose calendar was taken back since.
    const file = new Database(path.join(desk.dataFolder, 'credit-desk.db'));
    file.prepare("update paper set period = '2031-04' where id = ?").run(id);
    file.close();
    const { document, corrections, advice } = await desk.ask('papers.get', { id });
    expect(document).toEqual(before.document);
    expect(corrections).toEqual([]);
    expect(advice.join()).toMatch(/列不出更正：.*2031/u);
    expect((await desk.ask('papers.correct', { id })).advice.join()).toContain('请手工写明更正内容');
  });
});

describe('a 更正', () => {
  it('is begun from the differences, edited, checked and issued as a paper of its own', async () => {
    const id = ordinary;
    await correctLate();
    const begun = await desk.ask('papers.correct', { id, by: '张三' });
    const original = await desk.ask('papers.get', { id });
    expect(begun.paper).toMatchObject({ kind: 'correction', state: 'draft', about: id, period: '2022-04' });
    expect(begun.document.title).toBe(
      '西峡县社会信用体系建设工作领导小组办公室关于更正《关于2022年4月信用信息归集报送工作情况的通报》有关内容的通知',
    );
    expect(begun.document.introduction[0]?.text).toBe(
      '现将2022年5月5日印发的《关于2022年4月信用信息归集报送工作情况的通报》（西信用办〔2022〕6号）有关内容更正如下：',
    );
    expect(begun.document.addressee).toBe(original.document.addressee);
    const headings = begun.document.sections.map(({ heading }) => heading);
    expect(headings[0]).toBe('一、正文');
    expect(headings[1]).toMatch(/^二、附件1《.+》$/u);
    const items = begun.document.sections.flatMap(({ paragraphs }) => paragraphs);
    expect(items[0]?.text).toMatch(/^1\.“一（一）总体情况”中，原“共收到.*合规2条.*”更正为“共收到.*合规3条.*”。$/u);
    const row = items.find(({ text }) => text.includes('（市场监管局），'));
    expect(row?.text).toMatch(/^\d+\.第\d+行（市场监管局），.*“合规率”原“66.67%”更正为“100.00%”.*。$/u);
    expect(items.at(-1)?.text).toBe('除上述更正外，原文其他内容不变。');

    const { id: own, revision } = begun.paper;
    const edits = [
      { edit: 'replace', key: row?.key ?? '', text: '市场监管局合规率更正为100%。', base: row?.text.slice(2) ?? '' },
    ] as const;
    await desk.ask('papers.save', { id: own, revision, change: { edits } });
    await desk.ask('papers.check', { id: own, by: '李四' });
    const { paper, document } = await desk.ask('papers.issue', { id: own, by: '王五' });
    expect(paper).toMatchObject({ documentNo: '西信用办〔2022〕7号', about: id });
    expect(JSON.stringify(document)).toContain('市场监管局合规率更正为100%。');
    expect((await desk.ask('papers.get', { id })).document).toEqual(original.document);
    expect((await desk.ask('papers.page', { id: own })).html).toContain('合规率更正为100%。');
  });

  it('is as secret as the paper that it quotes, and no more urgent than any other', async () => {
    const { paper } = await desk.ask('papers.create', { kind: 'monthly', period: '2022-04', asOf: '2022-05-05T09:00' });
    const form = { ...paper.form, secrecy: '秘密★1年', urgency: '特急', copyNo: '000001' } as const;
    await desk.ask('papers.save', { id: paper.id, revision: paper.revision, change: { form } });
    await desk.ask('papers.check', { id: paper.id, by: '李四' });
    await desk.ask('papers.issue', { id: paper.id, by: '王五' });
    const begun = await desk.ask('papers.correct', { id: paper.id });
    expect(begun.document.form).toMatchObject({ secrecy: '秘密★1年', urgency: '', copyNo: '' });
  });

  it('says nothing again that an earlier one said', async () => {
    const id = ordinary;
    await correctLate();
    const first = (await desk.ask('papers.correct', { id })).paper.id;
    await desk.ask('papers.check', { id: first, by: '李四' });
    await desk.ask('papers.issue', { id: first, by: '王五' });
    const second = await desk.ask('papers.correct', { id });
    expect(second.document.sections).toEqual([]);
    expect(second.advice.join()).toContain('没有不同');
  });

  it('of a paper made void meanwhile is neither checked nor issued', async () => {
    const id = ordinary;
    await correctLate();
    const [early, late] = [await desk.ask('papers.correct', { id }), await desk.ask('papers.correct', { id })];
    expect([early.barred, late.barred]).toEqual([undefined, undefined]);
    await desk.ask('papers.check', { id: late.paper.id, by: '李四' });
    const { advice } = await desk.ask('papers.void', { id, reason: '重发', by: '王五' });
    expect(advice.join()).toContain(`更正（编号${early.paper.id}）还没有印发`);
    for (const [name, of] of [
      ['papers.check', early],
      ['papers.issue', late],
    ] as const) {
      const refused = await desk.refusal(name, { id: of.paper.id, by: '王五' });
      expect(refused.code).toBe('paper_state');
      expect(refused.message).toContain('（西信用办〔2022〕6号）已经作废');
      const view = await desk.ask('papers.get', { id: of.paper.id });
      expect(view.barred).toContain('作废的文稿不能更正');
      expect(view.advice).toContain(view.barred);
    }
  });

  it('without anything to correct is not issued until a clerk writes what', async () => {
    const id = ordinary;
    const { paper } = await desk.ask('papers.correct', { id });
    await desk.ask('papers.check', { id: paper.id, by: '李四' });
    expect((await desk.refusal('papers.issue', { id: paper.id, by: '王五' })).code).toBe('paper_nothing');
    const reopened = await desk.ask('papers.reopen', { id: paper.id, reason: '补写' });
    const edits = [
      { edit: 'insertSection', key: 'own/1', after: 'introduction', text: '附件2' },
      { edit: 'insert', key: 'own/2', after: 'own/1', level: 'third', text: '第3行“财政局”更正为“审计局”。' },
    ] as const;
    await desk.ask('papers.save', { id: paper.id, revision: reopened.paper.revision, change: { edits } });
    await desk.ask('papers.check', { id: paper.id, by: '李四' });
    const { document } = await desk.ask('papers.issue', { id: paper.id, by: '王五' });
    expect(document.sections).toMatchObject([
      { heading: '一、附件2', paragraphs: [{ text: '1.第3行“财政局”更正为“审计局”。' }] },
    ]);
  });
});
