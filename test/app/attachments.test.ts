import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilePlan } from '../../electron/contract/imports.ts';
import { writeMail } from '../fixtures/mail.ts';
import { type Desk, openDesk } from './desk.ts';
import { ARTICLE, docx, FRIDAY, only, PDF, PUBLICITY, put, submissionRows } from './mailedPapers.ts';
import { articles, penalties } from './workbooks.ts';

const WEEKLY = '000-02';
const STATEMENT = [
  '关于本周双公示信息零报送的情况说明',
  '2022年4月25日至29日，我局未产生行政许可和行政处罚信息。',
  '西峡县市场监督管理局',
  '2022年4月29日',
];

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Unit, duty, period and kind of a filing in short. */
const placeOf = ({ filed }: FilePlan) => filed && [filed.unit.id, filed.duty.id, filed.period, filed.kind].join(' ');
describe('a Word document', () => {
  it('that is an article is filed where its title, name and day say, and counts as one piece', async () => {
    const file = await only(desk, await docx(desk, '诚信宣传报道.docx', ARTICLE));
    expect(file).toMatchObject({ status: 'attachment', code: null, article: { title: ARTICLE[0], day: '2022-04-12' } });
    expect(placeOf(file)).toBe(`xx-dsz ${PUBLICITY} 2022-04 article`);
    expect(file.message).toContain('作为稿件归入 丹水镇');
    expect(submissionRows(desk)).toMatchObject([
      { unit: 'xx-dsz', duty: PUBLICITY, period: '2022-04', kind: 'paper', count: 1 },
    ]);
    const { cells } = await desk.ask('status.grid', { period: '2022-04', duty: PUBLICITY, unit: 'xx-dsz' });
    expect(cells).toMatchObject([{ count: 1, receivedAt: FRIDAY, status: 'reported' }]);
  });

  it('that says that nothing arose is filed as a zero report with its words', async () => {
    const file = await only(desk, await docx(desk, '情况说明.docx', STATEMENT));
    expect(placeOf(file)).toBe(`xx-scjgj ${WEEKLY} 2022-W17 statement`);
    expect(submissionRows(desk)).toMatchObject([
      { kind: 'zero', count: 0, note: expect.stringContaining('未产生行政许可') },
    ]);
    const { cells } = await desk.ask('status.grid', { period: '2022-W17', duty: WEEKLY, unit: 'xx-scjgj' });
    expect(cells).toMatchObject([{ status: 'zero', receivedAt: FRIDAY }]);
  });

  it('that says so of a duty that takes no zero report is a paper beside it, not a zero report that never counts', async () => {
    const lines = [
      '关于4月诚信宣传报道零报送的情况说明',
      '2022年4月，我镇没有诚信宣传报道。',
      '丹水镇人民政府',
      '2022年4月29日',
    ];
    const file = await only(desk, await docx(desk, '丹水镇情况说明.docx', lines));
    expect(placeOf(file)).toBe(`xx-dsz ${PUBLICITY} 2022-04 paper`);
    expect(submissionRows(desk)).toEqual([]);
  });

  it('that says so of a period in which the duty took none yet is a paper, whatever it takes since', async () => {
    const weekly = (await desk.ask('duties.list', {})).find(({ id }) => id === WEEKLY);
    if (weekly === undefined) throw new Error(WEEKLY);
    const { id, title, due, recordTerm, quota, groups, lead, target, note } = weekly;
    const draft = { id, title, due, recordTerm, quota, groups, lead, target, note };
    await desk.ask('duties.save', { duty: { ...draft, zeroReport: 'none' } });
    await desk.ask('duties.save', {
      duty: { ...draft, zeroReport: 'statement' },
      from: '2022-05-02',
      reason: '新规定',
    });
    desk.now = '2022-05-06T09:00';
    const file = await only(desk, await docx(desk, '情况说明.docx', STATEMENT));
    expect(placeOf(file)).toBe(`xx-scjgj ${WEEKLY} 2022-W17 paper`);
    expect(submissionRows(desk)).toEqual([]);
  });

  it.each([
    ['no unit', '诚信宣传报道.docx', ['开展诚信宣传进校园活动', '2022年4月12日']],
    ['two units', '丹水镇诚信宣传报道.docx', ['回车镇开展诚信宣传进校园活动', '2022年4月12日']],
    ['another county', '诚信宣传报道.docx', ['淅川县市场监督管理局开展诚信宣传', '2022年4月12日']],
    ['no duty', '丹水镇.docx', ['丹水镇举行植树活动', '2022年4月12日']],
    ['two duties', '丹水镇.docx', ['丹水镇联合惩戒和诚信宣传报道', '2022年4月12日']],
    ['no day', '丹水镇.docx', ['丹水镇开展诚信宣传进校园活动']],
    ['two months', '丹水镇3月诚信宣传.docx', ['丹水镇4月诚信宣传']],
    ['a month to come', '丹水镇2022年6月诚信宣传.docx', ['诚信宣传']],
  ])('that names %s is kept unfiled and says what is missing', async (_what, name, lines) => {
    const file = await only(desk, await docx(desk, name, lines));
    expect(file).toMatchObject({ status: 'attachment', filed: null });
    expect(file.message).toMatch(/已列为附件，随批次归档；认不出.+，要归入某项报送，请指定/u);
    expect(submissionRows(desk)).toEqual([]);
    expect(await desk.ask('attachments.list', {})).toMatchObject([{ name, unit: null, batch: 'B20220429-001' }]);
  });

  it('goes where the clerk says', async () => {
    const path = await docx(desk, '稿件.docx', ['春天来了']);
    const answer = { file: '稿件.docx', unit: '丹水镇', duty: PUBLICITY, period: '2022-03' };
    expect(placeOf(await only(desk, path, { overrides: [answer] }))).toBe(`xx-dsz ${PUBLICITY} 2022-03 article`);
    const asPaper = await only(desk, await docx(desk, '另一.docx', ['夏天来了']), {
      overrides: [{ ...answer, file: '另一.docx', fileAs: 'paper' }],
    });
    expect(placeOf(asPaper)).toBe(`xx-dsz ${PUBLICITY} 2022-03 paper`);
    expect(submissionRows(desk)).toHaveLength(1);
  });

  it('that is left out is not kept', async () => {
    const path = await docx(desk, '稿件.docx', ARTICLE);
    const result = await desk.receive(FRIDAY, [path], { overrides: [{ file: '稿件.docx', skip: true }] });
    expect(result).toMatchObject({ batch: null, files: [{ status: 'attachment', filed: null }] });
    expect(result.files[0]?.message).toContain('由经办人决定不导入');
  });

  it('is not counted beside the table that lists it', async () => {
    const table = await desk.mail('丹水镇4月统计.xlsx', articles(['丹水镇开展诚信宣传进校园活动']));
    const result = await desk.receive(FRIDAY, [await docx(desk, '诚信宣传报道.docx', ARTICLE), table]);
    expect(result.files.map(placeOf)).toEqual([`xx-dsz ${PUBLICITY} 2022-04 paper`, null]);
    const { cells } = await desk.ask('status.grid', { period: '2022-04', duty: PUBLICITY, unit: 'xx-dsz' });
    expect(cells).toMatchObject([{ count: 1 }]);
  });

  it('with tables in it says that they are not read', async () => {
    const { Table, TableCell, TableRow } = await import('docx');
    const table = new Table({
      rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('单位')] })] })],
    });
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('统计'), table] }] }));
    expect((await only(desk, put(desk, '统计.docx', bytes))).message).toContain('文中的 1 个表格只作文字保存');
  });
});

describe('a paper or picture', () => {
  it('named as a workbook says what it is and what becomes of it', async () => {
    const file = await only(desk, put(desk, '市监局双公示.xlsx', PDF));
    expect(file).toMatchObject({ status: 'attachment', code: 'not_a_workbook', filed: null });
    expect(file.message).toBe(
      '“市监局双公示.xlsx”的名称像工作簿，内容却是 PDF 文档。请让单位重新发送工作簿。已列为附件，随批次归档；认不出报送事项、报送期，要归入某项报送，请指定单位、事项和报送期。',
    );
  });

  it('goes with the table of its name, and with the only table of its mail', async () => {
    const table = await desk.mail('市监局.xlsx', penalties([1, 2]));
    const result = await desk.receive(FRIDAY, [
      table,
      put(desk, '市监局.pdf', PDF),
      put(desk, '别的.pdf', Buffer.concat([PDF, PDF])),
    ]);
    expect(result.files.map(placeOf)).toEqual([null, `xx-scjgj ${WEEKLY} 2022-W17 paper`, null]);

    const other = readFileSync(await desk.mail('2.xlsx', penalties([3], { unit: '西峡县财政局' })));
    const parts = [
      { name: 'name=1.xlsx', data: other },
      { name: 'name=scan.pdf', data: Buffer.concat([PDF, PDF, PDF]) },
    ];
    const mailed = await desk.receive(FRIDAY, [put(desk, '财政局.eml', writeMail({ from: 'x@y.cn', parts }))]);
    expect(mailed.files.map(placeOf)).toEqual([null, `xx-czj ${WEEKLY} 2022-W17 paper`]);
    expect(submissionRows(desk).map(({ kind }) => kind)).toEqual(['file', 'file']);
  });

  it('goes with no table of a mail that holds two, nor with one it contradicts', async () => {
    const one = readFileSync(await desk.mail('1.xlsx', penalties([1])));
    const two = readFileSync(await desk.mail('2.xlsx', penalties([2], { title: '2022年4月18日—4月22日' })));
    const scan = { name: 'name=scan.pdf', data: PDF };
    const mail = (name: string, parts: Parameters<typeof writeMail>[0]['parts'] = []) =>
      put(desk, name, writeMail({ from: 'x@y.cn', parts }));
    const both = mail('a.eml', [{ name: 'name=1.xlsx', data: one }, { name: 'name=2.xlsx', data: two }, scan]);
    const result = await desk.receive(FRIDAY, [both]);
    expect(result.files.map(({ status, filed }) => [status, filed])).toEqual([
      ['committed', null],
      ['committed', null],
      ['attachment', null],
    ]);
    const contradicting = mail('b.eml', [
      { name: 'name=3.xlsx', data: readFileSync(await desk.mail('3.xlsx', penalties([3]))) },
      { name: 'name="财政局盖章件.pdf"', data: Buffer.concat([PDF, PDF]) },
    ]);
    expect((await desk.receive(FRIDAY, [contradicting])).files.map(placeOf)).toEqual([null, null]);
  });
});

describe('a mail that is all text', () => {
  it('is filed as the zero report it is', async () => {
    const from = '=?UTF-8?B?6KW/5bOh5Y6/5biC5Zy655uR552j566h55CG5bGA?= <scjgj@example.cn>';
    const mail = writeMail({
      from,
      subject: Buffer.from('本周无双公示信息'),
      text: '本周我局未产生双公示信息，特此说明。',
    });
    const result = await desk.ask('imports.commit', { sources: [{ path: put(desk, 'a.eml', mail), name: 'a.eml' }] });
    expect(result.files).toMatchObject([{ name: 'a.eml', status: 'attachment', receivedAt: '2022-04-29T10:30' }]);
    expect(result.files.map(placeOf)).toEqual([`xx-scjgj ${WEEKLY} 2022-W17 statement`]);
  });
});
