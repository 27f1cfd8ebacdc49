import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseDraft, CaseItem, CaseQuery } from '../../electron/contract/cases.ts';
import { companyCode } from '../fixtures/inboxGenerator/codes.ts';
import { type Desk, openDesk } from './desk.ts';
import { articles } from './workbooks.ts';

const RECEIVED = '2022-04-29T16:00';
const PUBLICITY = '000-14';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Texts of a row, the first column first. */
const cellTexts = (row: ExcelJS.Row | undefined): string[] => {
  const texts: string[] = [];
  row?.eachCell((one) => texts.push(one.text));
  return texts;
};

const list = (more: Partial<CaseQuery> = {}) => desk.ask('cases.list', { template: 'publicity', ...more });
const titles = async (more: Partial<CaseQuery> = {}) => (await list(more)).cases.map((item) => item.title);

async function article(name: string, lines: readonly string[]): Promise<string> {
  const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
  const file = path.join(desk.mailFolder, name);
  writeFileSync(file, await Packer.toBuffer(document));
  return file;
}

const draft = (values: Readonly<Record<string, string>> = {}, more: Partial<CaseDraft> = {}): CaseDraft => ({
  template: 'publicity',
  unit: 'xx-dsz',
  period: '2022-04',
  values: { title: '丹水镇举办诚信故事会', publishedOn: '2022-04-18', medium: '西峡融媒', ...values },
  ...more,
});

const add = (values: Readonly<Record<string, string>> = {}, more: Partial<CaseDraft> = {}): Promise<CaseItem> =>
  desk.ask('cases.add', { draft: draft(values, more), by: '王敏' });

const cell = async (unit = 'xx-dsz', period = '2022-04') => {
  const { cells } = await desk.ask('status.grid', { period, duty: PUBLICITY, unit });
  return cells[0];
};

describe('the ledger', () => {
  it('lists rows, articles, pieces registered by hand and what was typed in, each once, as the grid counts them', async () => {
    await desk.receive(RECEIVED, [await desk.mail('丹水镇4月.xlsx', articles(['诚信进校园', '诚信进市场']))]);
    await desk.receive(RECEIVED, [
      await article('回车镇诚信宣传报道.docx', ['回车镇开展诚信宣传', '2022年4月12日', '讲守信。']),
    ]);
    await desk.ask('submissions.register', {
      unit: 'xx-dsz',
      duty: PUBLICITY,
      period: '2022-04',
      kind: 'paper',
      count: 2,
      note: '微信报来两篇',
    });
    await add();
    const { total, pieces, cases } = await list();
    expect({ total, pieces }).toEqual({ total: 5, pieces: 6 });
    expect(cases.map(({ origin, title }) => `${origin} ${title}`).sort()).toEqual([
      'article 回车镇开展诚信宣传',
      'file 诚信进市场',
      'file 诚信进校园',
      'paper 微信报来两篇',
      'typed 丹水镇举办诚信故事会',
    ]);
    expect((await cell())?.count).toBe(5);
    expect(cases.find(({ origin }) => origin === 'article')).toMatchObject({
      unit: 'xx-hcz',
      values: { title: '回车镇开展诚信宣传', publishedOn: '2022-04-12' },
      attachments: [{ name: '回车镇诚信宣传报道.docx' }],
    });
  });

  it('does not list an article again whose table lists it, but as a paper of it', async () => {
    const table = await desk.mail('丹水镇4月统计.xlsx', articles(['丹水镇开展诚信宣传进校园活动']));
    const word = await article('诚信宣传报道.docx', ['丹水镇开展诚信宣传进校园活动', '2022年4月12日', '讲守信。']);
    await desk.receive(RECEIVED, [word, table]);
    const { cases } = await list();
    expect(cases).toMatchObject([{ origin: 'file', attachments: [{ name: '诚信宣传报道.docx' }] }]);
  });

  it('is found by unit, period, words and adoption, and by pages', async () => {
    await add();
    await add({ title: '诚信兴商宣传月', adopted: '市级已采用' }, { period: '2022-05', unit: '回车镇' });
    await add(
      { title: '守信“红榜”100%公示', adopted: '未采用', link: 'http://xixia.example/1' },
      { period: '2022-05' },
    );
    await desk.receive(RECEIVED, [
      await article('丹水镇诚信宣传报道.docx', ['丹水镇诚信宣传', '2022年4月12日', '讲守信的故事。']),
    ]);
    expect(await titles({ unit: 'xx-hcz' })).toEqual(['诚信兴商宣传月']);
    expect(await titles({ period: '2022-05' })).toEqual(['守信“红榜”100%公示', '诚信兴商宣传月']);
    expect(await titles({ period: '2022-Q2' })).toHaveLength(4);
    expect(await titles({ period: '2022-03' })).toEqual([]);
    expect(await titles({ search: '“红榜”100%' })).toEqual(['守信“红榜”100%公示']);
    expect(await titles({ search: 'XIXIA.example' })).toEqual(['守信“红榜”100%公示']);
    expect(await titles({ search: '讲守信的故事' })).toEqual(['丹水镇诚信宣传']);
    expect(await titles({ search: 'publishedOn' })).toEqual([]);
    expect(await titles({ adopted: true })).toEqual(['诚信兴商宣传月']);
    expect(await titles({ adopted: false })).toHaveLength(3);
    const first = await list({ limit: 3 });
    const rest = await list({ offset: 3, limit: 3 });
    expect([first.total, first.cases.length, rest.cases.length]).toEqual([4, 3, 1]);
  });

  it('goes out as a workbook with unit, period and codes as text', async () => {
    const code = companyCode('西峡县诚信商贸有限公司');
    const values = {
      subject: '西峡县诚信商贸有限公司',
      subjectKind: '法人及非法人组织',
      subjectCode: code,
      kind: '激励',
      actedOn: '2022-04-20',
      description: '守信激励',
    };
    await desk.ask('cases.add', {
      draft: { template: 'joint-case', unit: '市场监管局', period: '2022-04', values },
    });
    const { path: out } = await desk.ask('cases.write', { query: { template: 'joint-case', period: '2022-04' } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const sheet = book.worksheets[0];
    const header = cellTexts(sheet?.getRow(1));
    expect(header.slice(0, 3)).toEqual(['成员单位', '报送期', '案例']);
    expect(header.slice(-3)).toEqual(['来源', '首次收到', '附件材料']);
    const { columns } = await desk.ask('templates.get', { id: 'joint-case' });
    expect(header.slice(3, -3)).toEqual(columns.map((column) => column.name));
    const row = sheet?.getRow(2);
    expect(row?.getCell(1).value).toBe('市场监管局');
    expect(row?.getCell(2).value).toBe('2022年4月');
    const at = columns.findIndex(({ id }) => id === 'subjectCode') + 4;
    expect([row?.getCell(at).value, row?.getCell(at).numFmt]).toEqual([code, '@']);
  });

  it('refuses a template that is no ledger and a unit it does not know', async () => {
    expect(await desk.refusal('cases.list', { template: 'permit-legal' })).toMatchObject({ code: 'usage' });
    expect(await desk.refusal('cases.list', { template: 'publicity', unit: 'nobody' })).toMatchObject({
      code: 'unit_unknown',
    });
  });
});

describe('a case typed in', () => {
  it('is read and checked like a row of a mailed table', async () => {
    const item = await add({ publishedOn: '2022年4月18日', level: '县', kind: '散文' });
    expect(item).toMatchObject({
      origin: 'typed',
      unit: 'xx-dsz',
      period: '2022-04',
      receivedAt: RECEIVED,
      compliant: false,
      values: { publishedOn: '2022-04-18', level: '县级' },
      findings: [{ rule: 'enum', field: 'kind', cell: null }],
    });
    expect(desk.rows('select action, by from audit order by id desc limit 1')).toEqual([
      { action: 'case.add', by: '王敏' },
    ]);
  });

  it('counts in the grid and fills the quota, and no longer once it is taken back', async () => {
    expect(await cell()).toMatchObject({ status: 'pending', count: 0 });
    await add();
    expect(await cell()).toMatchObject({ status: 'reported', count: 1, receivedAt: RECEIVED });
    const [batch] = await desk.ask('batches.list', {});
    expect(batch).toMatchObject({ kind: 'entry', records: 1 });
    expect(await desk.ask('batches.undo', { batch: batch?.id ?? '' })).toMatchObject({ removed: 1, kept: 0 });
    expect(await list()).toEqual({ total: 0, pieces: 0, cases: [] });
    expect(await cell()).toMatchObject({ status: 'pending', count: 0 });
  });

  it('may be mended since, stays typed in, and stays when its entry is taken back', async () => {
    const { id } = await add();
    await desk.ask('records.correct', { id, field: 'adopted', value: '已采用', reason: '市信用办通知' });
    expect((await list()).cases).toMatchObject([{ id, origin: 'typed', adopted: true }]);
    const entry = (await desk.ask('batches.list', {})).find(({ kind }) => kind === 'entry');
    expect(await desk.ask('batches.undo', { batch: entry?.id ?? '' })).toMatchObject({ kept: 1, corrected: [{ id }] });
  });

  it('that the ledger holds already is refused by name, in whatever period', async () => {
    await add();
    const refused = {
      code: 'case_exists',
      message: expect.stringContaining('丹水镇2022年4月《丹水镇举办诚信故事会》'),
    };
    expect(await desk.refusal('cases.add', { draft: draft({ title: '丹水镇举办诚信故事会 ' }) })).toMatchObject(
      refused,
    );
    expect(await desk.refusal('cases.check', { draft: draft({}, { period: '2022-05' }) })).toMatchObject(refused);
    await add({ publishedOn: '2022-04-19' });
    await add({}, { unit: 'xx-hcz' });
    expect((await list()).total).toBe(3);
  });

  it('is one with the same row of a file that comes later', async () => {
    await add({ title: '诚信进校园', publishedOn: '2022-04-12' });
    desk.now = '2022-04-30T10:00';
    await desk.receive('2022-04-30T09:00', [await desk.mail('丹水镇4月.xlsx', articles(['诚信进校园', '诚信进市场']))]);
    expect(await titles()).toHaveLength(2);
    expect((await cell())?.count).toBe(2);
  });

  it('is checked beforehand without writing anything', async () => {
    const { findings } = await desk.ask('cases.check', { draft: draft({ title: '', publishedOn: '3/4/2022' }) });
    expect(findings.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      'required title',
      'date_invalid publishedOn',
    ]);
    expect(desk.rows('select count(*) n from record')).toEqual([{ n: 0 }]);
  });

  it('with a measure outside the list is told so beforehand and in the ledger, as a mailed one is, until it is mended', async () => {
    const values = {
      subject: '西峡县宏达建材有限公司',
      subjectKind: '法人及非法人组织',
      subjectCode: companyCode('西峡县宏达建材有限公司'),
      kind: '惩戒',
      measure: '取消职工食堂供餐资格',
      actedOn: '2022-04-18',
      description: '依规处理',
      department: '西峡县丹水镇人民政府',
    };
    const given = { template: 'joint-case' as const, unit: 'xx-dsz', period: '2022-04', values };
    const told = [expect.objectContaining({ code: 'unlisted_value', severity: 'verify', cell: null })];
    const { findings, remarks } = await desk.ask('cases.check', { draft: given });
    expect([findings, remarks]).toEqual([[], told]);
    expect(remarks[0]?.message).toContain('“执行措施”不在失信惩戒和守信激励措施清单内：“取消职工食堂供餐资格”');
    const added = await desk.ask('cases.add', { draft: given });
    expect([added.compliant, added.remarks]).toEqual([true, told]);
    const listed = '限制或者禁止参与政府采购活动';
    const mended = { id: added.id, field: 'measure', value: listed, reason: '核对清单' };
    await desk.ask('records.correct', mended);
    expect((await list({ template: 'joint-case' })).cases.map((one) => one.remarks)).toEqual([[]]);
  });

  it.each([
    ['nothing at all', draft({ title: ' ', publishedOn: '', medium: '' }), 'case_empty'],
    ['a field the template has not', draft({ colour: '红' }), 'usage'],
    ['a unit nobody knows', draft({}, { unit: '财政所' }), 'unit_unknown'],
    ['a period of another kind', draft({}, { period: '2022-W17' }), 'period_not_of_duty'],
    ['no period', draft({}, { period: '四月' }), 'period_invalid'],
  ])('with %s is refused', async (_what, given, code) => {
    expect(await desk.refusal('cases.add', { draft: given })).toMatchObject({ code });
  });

  it('for a closed period is refused', async () => {
    await desk.ask('periods.lock', { period: '2022-04', locked: true, reason: '已通报' });
    expect(await desk.refusal('cases.add', { draft: draft() })).toMatchObject({ code: 'period_locked' });
  });
});

describe('the counts of a year', () => {
  const counts = (asOf: string) => desk.ask('cases.counts', { template: 'publicity', year: 2022, asOf });

  it('name the months that are over and short of the quota, not those to come or exempt', async () => {
    await add({}, { period: '2022-04' });
    await add({ title: '诚信进机关' }, { period: '2022-04' });
    await desk.ask('submissions.register', {
      unit: 'xx-dsz',
      duty: PUBLICITY,
      period: '2022-02',
      kind: 'waived',
      note: '抗洪',
    });
    const { months, units, totals } = await counts('2022-05-10');
    expect(months).toHaveLength(12);
    expect(totals[3]).toBe(2);
    const own = units.find(({ unit }) => unit === 'xx-dsz');
    expect(own).toMatchObject({ total: 2, quota: 1, short: ['2022-01', '2022-03'] });
    expect(own?.counts.slice(0, 5)).toEqual([0, 0, 0, 2, 0]);
  });

  it('agree with the ledger and the grid, and know nothing of what came later', async () => {
    await desk.receive(RECEIVED, [await desk.mail('丹水镇4月.xlsx', articles(['诚信进校园', '诚信进市场']))]);
    await desk.receive('2022-05-09T10:00', [
      await article('丹水镇诚信宣传报道.docx', ['丹水镇诚信宣传', '2022年5月6日', '讲守信。']),
    ]);
    const sums = async (asOf: string) => (await counts(asOf)).totals.reduce((sum, count) => sum + count, 0);
    expect([await sums('2022-04-30'), await sums('2022-05-31')]).toEqual([2, (await list()).pieces]);
  });

  it('of a ledger without quota find nothing short', async () => {
    const { units } = await desk.ask('cases.counts', { template: 'report-use', year: 2022, asOf: '2022-12-31' });
    expect(units.every(({ quota, short }) => quota === null && short.length === 0)).toBe(true);
  });
});
