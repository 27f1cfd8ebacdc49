import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../electron/app/createApp.ts';
import type { DocumentFormat } from '../../electron/contract/circulars.ts';
import type { PaperChange } from '../../electron/contract/papers.ts';
import { programPlaces } from '../../electron/places.ts';
import { docxParts } from '../io/documents/docxParts.ts';
import type { Desk } from './desk.ts';
import { preparedDesks } from './preparedDesk.ts';
import { articles, penalties } from './workbooks.ts';

let desk: Desk;
async function receive(first: Desk): Promise<void> {
  const wrong = { 2: { CF_JDRQ: '2022年4月' } };
  await first.receive('2022-04-29T16:00', [await first.mail('市监局.xlsx', penalties([1, 2, 3], { change: wrong }))]);
  first.now = '2022-05-05T09:00';
}
const openPrepared = preparedDesks(receive);
const openIssued = preparedDesks(async (first) => {
  await receive(first);
  return issue(first);
});
beforeEach(async () => {
  ({ desk } = await openPrepared());
});
afterEach(() => desk.close());

/** The paper of the month, issued: without a change on a desk where that was done once for all tests. */
async function issued(change?: PaperChange): Promise<number> {
  if (change !== undefined) return issue(desk, change);
  await desk.close();
  const opened = await openIssued();
  desk = opened.desk;
  return opened.prepared;
}

async function issue(on: Desk, change: PaperChange = {}): Promise<number> {
  const { paper, document } = await on.ask('papers.create', { kind: 'monthly', period: '2022-04', by: '张三' });
  const { id, revision } = paper;
  const [first] = document.introduction;
  await on.ask('papers.save', {
    id,
    revision,
    change: {
      ...change,
      form: { ...paper.form, seal: true, urgency: '加急' },
      edits: [
        {
          edit: 'replace',
          key: first?.key ?? '',
          text: '根据上级要求，现将有关情况通报如下：',
          base: first?.text ?? '',
        },
        { edit: 'insert', key: 'own/1', after: first?.key ?? '', level: 'body', text: '特此说明。' },
      ],
    },
  });
  await on.ask('papers.check', { id, by: '李四' });
  await on.ask('papers.issue', { id, by: '王五', date: '2022-05-06' });
  return id;
}

let outs = 0;
const outOf = (format: DocumentFormat) => path.join(desk.mailFolder, `${++outs}.${format}`);

interface Printed {
  readonly xml: string;
  readonly html: string;
}

async function printed(id: number): Promise<Printed> {
  const word = await desk.ask('papers.write', { id, format: 'docx', out: outOf('docx') });
  const page = await desk.ask('papers.write', { id, format: 'html', out: outOf('html') });
  const xml = (await docxParts(readFileSync(word.path))).get('word/document.xml') ?? '';
  const html = readFileSync(page.path, 'utf8');
  expect(firstDifference((await desk.ask('papers.page', { id })).html, html)).toBe('');
  return { xml, html };
}

/** Compares as texts: the whole of two documents is too long to read. */
function expectSame(now: Printed, before: Printed): void {
  for (const part of ['xml', 'html'] as const) expect(firstDifference(now[part], before[part]), part).toBe('');
}

function firstDifference(a: string, b: string): string {
  if (a === b) return '';
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 40), at + 40)} ≠ ${b.slice(Math.max(0, at - 40), at + 40)}`;
}

async function changeEverything(): Promise<void> {
  desk.now = '2022-06-20T09:00';
  const mended = await desk.mail('市监局又报.xlsx', penalties([1, 2, 3, 4, 5]));
  await desk.receive('2022-05-04T16:00', [mended]);
  await desk.receive('2022-05-04T17:00', [await desk.mail('丹水镇.xlsx', articles(['诚信进万家']))]);
  await desk.ask('units.rename', {
    unit: 'xx-scjgj',
    name: '市管局',
    officialName: '西峡县市场管理局',
    on: '2022-04-01',
    reason: '机构改革',
  });
  const [duty] = (await desk.ask('duties.list', {})).filter(({ id }) => id === '000-02');
  if (!duty) throw new Error('no duty');
  const { id, due, recordTerm, quota, groups, lead, target, note } = duty;
  await desk.ask('duties.save', {
    duty: { id, title: '十类信息', due, recordTerm, quota, groups, lead, target, note },
  });
  await changeOffice();
}

async function changeOffice(): Promise<void> {
  const office = await desk.ask('office.get', {});
  await desk.ask('office.save', {
    office: {
      ...office,
      office: '西峡县信用建设促进中心',
      letterhead: '西峡县信用建设促进中心文件',
      documentNoPattern: '西信促〔{year}〕{no}号',
      addressee: '各单位',
      settings: { ...office.settings, scoreWeights: { report: 1, compliance: 0, timeliness: 0 } },
    },
  });
}

/** A program of a later year with other words over the same data. */
function laterProgram() {
  const places = programPlaces();
  const resourcesFolder = path.join(desk.mailFolder, 'resources');
  cpSync(places.resources, resourcesFolder, { recursive: true });
  for (const file of ['circular/circular.json', 'profiles/xixia-2022/circular.json']) {
    const words = path.join(resourcesFolder, file);
    writeFileSync(words, readFileSync(words, 'utf8').replaceAll('通报', '公告').replaceAll('单位', '部门'));
  }
  return createApp({
    dataFolder: desk.dataFolder,
    resourcesFolder,
    migrationsFolder: places.migrations,
    workerUrl: places.worker,
    version: 'later',
    now: () => '2027-05-05T09:00',
  });
}

describe('an issued paper', () => {
  it('has its number and date, its edits and its form', async () => {
    const id = await issued();
    const { paper, document } = await desk.ask('papers.get', { id });
    expect(paper).toMatchObject({ state: 'issued', documentNo: '西信用办〔2022〕6号', date: '2022-05-06' });
    expect(document).toMatchObject({ documentNo: '西信用办〔2022〕6号', date: '2022年5月6日' });
    expect(document.form).toMatchObject({ seal: true, urgency: '加急' });
    expect(document.introduction.map(({ text }) => text)).toEqual([
      '根据上级要求，现将有关情况通报如下：',
      '特此说明。',
    ]);
    const { xml, html } = await printed(id);
    for (const text of ['西信用办〔2022〕6号', '特此说明。']) {
      expect(html).toContain(text);
      expect(xml.replaceAll(/<[^>]*>/g, '')).toContain(text);
    }
  });

  it('prints the same bytes for ever, whatever becomes of data, names, settings and wording', async () => {
    const id = await issued();
    const before = await printed(id);
    expectSame(await printed(id), before);
    const view = await desk.ask('papers.get', { id });
    await changeEverything();
    expectSame(await printed(id), before);
    const after = await desk.ask('papers.get', { id });
    expect(after.document).toEqual(view.document);
    expect(after.corrections.length).toBeGreaterThan(0);
    // A draft of the same month reads otherwise by now, so what stayed the same is the frozen one.
    const { document } = await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' });
    expect(document.letterhead).not.toBe(view.document.letterhead);
  });

  it('prints its charts the same each time', async () => {
    const id = await issued({ annexes: ['charts'], scope: { duties: null, units: ['xx-scjgj', 'xx-gaj'] } });
    const before = await printed(id);
    expect(before.html).toContain('<svg');
    expect(before.xml).toContain('<pic:pic');
    await changeEverything();
    // Drawings of another paper between: the library counts them all.
    const other = await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' });
    await desk.ask('papers.write', { id: other.paper.id, format: 'docx', out: outOf('docx') });
    const { id: again, revision } = other.paper;
    await desk.ask('papers.save', { id: again, revision, change: { annexes: ['charts'] } });
    expect((await desk.ask('papers.page', { id: again })).html).toContain('<svg');
    expectSame(await printed(id), before);
  });

  it.each([
    ['with its annexes', { annexes: ['ranking', 'missing', 'quality', 'cases'] }],
    ['about a few duties', { scope: { duties: ['000-02'], units: null } }],
  ])('%s has nothing to correct while only office, settings, pattern and wording change', async (_, change) => {
    const id = await issued(change);
    await changeOffice();
    desk.now = '2022-06-20T09:00';
    expect((await desk.ask('papers.get', { id })).corrections).toEqual([]);
    const later = laterProgram();
    try {
      const view = await later.dispatch('papers.get', { id });
      expect(view.ok && [view.value.corrections, view.value.advice]).toEqual([[], []]);
      const begun = await later.dispatch('papers.correct', { id });
      expect(begun.ok && begun.value.document.sections).toEqual([]);
    } finally {
      await later.close();
    }
    // What the data say otherwise is told in the words and weights of then.
    await desk.receive('2022-05-04T16:00', [await desk.mail('又报.xlsx', penalties([1, 2, 3, 4]))]);
    const { corrections } = await desk.ask('papers.get', { id });
    expect(corrections.length).toBeGreaterThan(0);
    for (const { before, after } of corrections) expect(`${before}${after}`).not.toMatch(/促进中心|公告/u);
  });

  it('prints the same after the program was closed, and under a later program with other words', async () => {
    const id = await issued();
    const before = await printed(id);
    await changeEverything();
    const later = laterProgram();
    try {
      const page = await later.dispatch('papers.page', { id });
      const out = outOf('docx');
      expect(await later.dispatch('papers.write', { id, format: 'docx', out })).toMatchObject({ ok: true });
      const xml = (await docxParts(readFileSync(out))).get('word/document.xml') ?? '';
      expectSame({ xml, html: page.ok ? page.value.html : '' }, before);
      const draft = await later.dispatch('papers.create', { kind: 'monthly', period: '2022-04' });
      expect(draft.ok && draft.value.document.title).toContain('公告');
    } finally {
      await later.close();
    }
  });

  it('made void stays as it was printed, with its reason, and its number is never given again', async () => {
    const id = await issued();
    const before = await printed(id);
    await desk.ask('papers.void', { id, reason: '数据有误', by: '王五' });
    await changeEverything();
    expectSame(await printed(id), before);
    expect((await desk.ask('papers.get', { id })).paper).toMatchObject({
      state: 'void',
      voidReason: '数据有误',
      documentNo: '西信用办〔2022〕6号',
    });
    const { numbers } = await desk.ask('numbers.list', { year: 2022 });
    expect(numbers).toMatchObject([{ seq: 6, state: 'void', paper: id, reason: '数据有误' }]);
  });

  it('of a kind that is not numbered has none, and takes none', async () => {
    const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper;
    await desk.ask('papers.check', { id, by: '李四' });
    const { paper, document } = await desk.ask('papers.issue', { id, numbered: false, by: '王五' });
    expect([paper.documentNo, document.documentNo]).toEqual(['', '']);
    expect((await desk.ask('numbers.list', { year: 2022 })).numbers).toEqual([]);
  });
});

describe('the Word template of the office', () => {
  const inTemplate = (id: number) => ({ id, format: 'docx', template: 'office', out: outOf('docx') }) as const;
  const xmlOf = async (id: number) => {
    const { path: file } = await desk.ask('papers.write', inTemplate(id));
    return (await docxParts(readFileSync(file))).get('word/document.xml') ?? '';
  };

  /** Chooses a template with a line of its own. */
  async function choose(line: string): Promise<void> {
    const { path: sample } = await desk.ask('wordTemplate.sample', { out: outOf('docx') });
    const parts = unzipSync(readFileSync(sample));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    parts['word/document.xml'] = strToU8(text.replace('<w:body>', `<w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p>`));
    const file = outOf('docx');
    writeFileSync(file, zipSync(parts));
    await desk.ask('wordTemplate.save', { path: file });
  }

  it('that a paper was issued under is the one it is printed in again, also when another was chosen since', async () => {
    await choose('第一版');
    const id = await issued({});
    const before = await xmlOf(id);
    expect(before).toContain('第一版');
    expect(before.replaceAll(/<[^>]*>/g, '')).toContain('西信用办〔2022〕6号');
    await choose('第二版');
    expect(firstDifference(await xmlOf(id), before)).toBe('');
    await desk.ask('wordTemplate.remove', {});
    expect(firstDifference(await xmlOf(id), before)).toBe('');
    expect((await desk.refusal('papers.write', inTemplate(await draft()))).code).toBe('template_none');
  });

  it('chosen after a paper was issued is not that of the paper', async () => {
    const id = await issued();
    await choose('第一版');
    const refused = await desk.refusal('papers.write', inTemplate(id));
    expect(refused).toMatchObject({ code: 'paper_state', message: expect.stringContaining('印发时没有选用') });
  });

  it('gives no print page', async () => {
    await choose('第一版');
    const args = { id: await draft(), format: 'pdf', template: 'office' } as const;
    expect((await desk.refusal('papers.write', args)).code).toBe('format_unsupported');
  });

  const draft = async () => (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper.id;
});

describe('a checked paper', () => {
  it('whose data have changed since says where, and is not issued until it is checked again', async () => {
    const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper;
    await desk.ask('papers.check', { id, by: '李四' });
    // Received before the paper's moment, imported after the check.
    await desk.receive('2022-05-04T17:00', [await desk.mail('又报.xlsx', penalties([1, 2, 3, 4]))]);
    const { advice } = await desk.ask('papers.get', { id });
    expect(advice.join()).toMatch(/审核后内容有变化（一（一）.+），请退回修改后重新审核/u);
    const refused = await desk.refusal('papers.issue', { id, by: '王五' });
    expect(refused.code).toBe('paper_state');
    expect(refused.message).toContain('审核后内容有变化（一（一）');
    expect(desk.rows('select id from document_number')).toEqual([]);
    await desk.ask('papers.reopen', { id, reason: '数据有变' });
    await desk.ask('papers.check', { id, by: '李四' });
    expect((await desk.ask('papers.issue', { id, by: '王五' })).paper.state).toBe('issued');
  });

  it('is issued on a later day under the date of that day', async () => {
    const { id } = (await desk.ask('papers.create', { kind: 'monthly', period: '2022-04' })).paper;
    await desk.ask('papers.check', { id, by: '李四' });
    desk.now = '2022-05-09T09:00';
    expect((await desk.ask('papers.issue', { id, by: '王五' })).document.date).toBe('2022年5月9日');
  });
});
