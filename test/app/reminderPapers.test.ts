import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../electron/contract/reply.ts';
import type { Contact } from '../../electron/contract/units.ts';
import type { Args } from '../../electron/contract.ts';
import { docxParts } from '../io/documents/docxParts.ts';
import { type Desk, openDesk } from './desk.ts';

const MARKET = 'xx-scjgj';
const FINANCE = 'xx-czj';
const TOWN = 'xx-dsz';
const WEEKLY = '000-02';

let desk: Desk;
let out: string;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-06T09:00';
  out = mkdtempSync(path.join(os.tmpdir(), '催报 out '));
});
afterEach(async () => {
  await desk.close();
  rmSync(out, { recursive: true, force: true });
});

const list = (query: Args<'reminders.list'> = {}) => desk.ask('reminders.list', query);
const owedBy = async (unit: string, query: Args<'reminders.list'> = {}) =>
  (await list({ ...query, units: [unit] })).items[0]?.owed ?? [];
const square = async (unit: string, duty: string, period: string, asOf?: string) =>
  (await owedBy(unit, { duties: [duty], asOf })).find((one) => one.period === period);
const phone = (unit: string, duty: string, period: string, more: Partial<Args<'chases.add'>['draft']> = {}) =>
  desk.ask('chases.add', {
    draft: { items: [{ unit, duty, period }], how: 'phone', whom: '张三', answer: '', promised: null, ...more },
    by: '王某',
  });
const enterContacts = async (unit: string, contacts: readonly Contact[]) => {
  const found = (await desk.ask('units.list', {})).find(({ id }) => id === unit);
  if (!found) throw new Error(unit);
  await desk.ask('units.save', { unit: { ...found, contacts } });
};

describe('a unit that has ended', () => {
  it('stays on the list with who goes on from it, and gets no letter', async () => {
    const found = (await desk.ask('units.list', {})).find(({ id }) => id === FINANCE);
    if (!found) throw new Error(FINANCE);
    await desk.ask('units.save', { unit: { ...found, activeTo: '2022-05-01' } });
    const [item] = (await list({ units: [FINANCE] })).items;
    expect(item).toMatchObject({ ended: { on: '2022-05-01', successors: [] }, owed: expect.any(Array) });
    expect(
      await desk.refusal('reminders.letters', { units: [FINANCE], merged: false, numbered: true, by: '王某', out }),
    ).toMatchObject({ code: 'nobody_to_remind' });
    const { papers } = await desk.ask('reminders.letters', {
      ...{ units: [FINANCE, MARKET], merged: false, numbered: true, by: '王某', out },
    });
    expect(papers).toHaveLength(1);
  });
});

describe('the list on paper', () => {
  it('is the same as workbook, document and page, with the log beside each line', async () => {
    await enterContacts(FINANCE, [{ name: '李四', role: 'clerk', phone: '13800000000', email: '' }]);
    await phone(FINANCE, WEEKLY, '2022-W17', { answer: '节后报', promised: '2022-05-07' });
    const query = { units: [FINANCE], duties: [WEEKLY], asOf: '2022-05-09T09:00' };
    const { items } = await list(query);
    const lines = items[0]?.owed.length ?? 0;
    expect(lines).toBeGreaterThan(15);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(
      (await desk.ask('reminders.write', { ...query, format: 'xlsx', out: path.join(out, '清单.xlsx') })).path,
    );
    const rows =
      workbook.worksheets[0]?.getRows(4, lines)?.map((row) => Array.from(row.values as ExcelJS.CellValue[]).slice(1)) ??
      [];
    expect(workbook.worksheets[0]?.getCell('A1').value).toBe('信用信息报送催报清单');
    expect(rows.find((row) => row[3] === '第17周')).toEqual([
      ...[expect.any(Number), '财政局', items[0]?.owed[0]?.title, '第17周', '4月29日18时', '未报送', 10, '红'],
      ...[
        '逾期10天，之前3期有3期未按时报送',
        1,
        '5月6日 电话 张三',
        '节后报',
        '5月7日（已过）',
        '李四（经办人）',
        '13800000000',
      ],
    ]);

    const docx = await desk.ask('reminders.write', { ...query, format: 'docx', out: path.join(out, '清单.docx') });
    const xml = (await docxParts(readFileSync(docx.path))).get('word/document.xml') ?? '';
    const html = readFileSync(
      (await desk.ask('reminders.write', { ...query, format: 'html', out: path.join(out, '清单.html') })).path,
      'utf8',
    );
    expect(xml.match(/<w:tr>/gu)).toHaveLength(1 + lines);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(1 + lines);
    expect(xml).toContain('w:orient="landscape"');
    expect(html.match(/<tr class="/gu)).toHaveLength(lines);
    const chased = '已催1次；5月6日 电话 张三；答复：节后报；承诺5月7日（已过）';
    for (const text of [xml, html])
      for (const said of ['>红<', '李四（经办人） 13800000000', '逾期10天，之前3期有3期未按时报送', chased])
        expect(text).toContain(said);
  });

  it('prints through the browser where there is one, and says so where there is none', async () => {
    expect(await desk.refusal('reminders.write', { format: 'pdf', out: path.join(out, '清单.pdf') })).toMatchObject({
      code: 'format_unsupported',
    });
  });

  it('bears its period, or its day, in a name of its own', async () => {
    const names = [];
    for (const period of ['2022-04', undefined])
      names.push((await desk.ask('reminders.write', { period, format: 'html' })).name);
    expect(names).toEqual(['催报清单-2022年4月.html', '催报清单-2022年5月6日.html']);
  });
});

describe('a letter', () => {
  const APRIL = { period: '2022-04', duties: [WEEKLY], units: [FINANCE, MARKET] };

  it('with a number is refused without a name, before anything is written; without a number it needs none', async () => {
    const query = { ...APRIL, units: [FINANCE], merged: false, out };
    for (const by of [undefined, ' ']) {
      const refused = await desk.refusal('reminders.letters', { ...query, numbered: true, by });
      expect(refused).toMatchObject({ code: 'name_required', message: expect.stringContaining('是谁印发的') });
    }
    expect(readdirSync(out)).toEqual([]);
    expect(await desk.ask('papers.list', { kind: 'letter' })).toEqual([]);
    expect((await desk.ask('reminders.letters', { ...query, numbered: false })).papers).toHaveLength(1);
  });

  it('is a paper of the register to each unit, numbered one after the other, and a chase about all it lists', async () => {
    const { papers, files } = await desk.ask('reminders.letters', {
      ...{ ...APRIL, merged: false, numbered: true, date: '2022-05-07', out, by: '王某' },
    });
    expect(papers.map(({ kind, state, documentNo, date }) => ({ kind, state, documentNo, date }))).toEqual([
      { kind: 'letter', state: 'issued', documentNo: '西信用办〔2022〕6号', date: '2022-05-07' },
      { kind: 'letter', state: 'issued', documentNo: '西信用办〔2022〕7号', date: '2022-05-07' },
    ]);
    expect(papers.map(({ addressee }) => addressee)).toEqual(['西峡县财政局', '西峡县市场监督管理局']);
    expect(files.map(({ name }) => name)).toEqual([
      '催报函-财政局-2022-05-07.docx',
      '催报函-市场监管局-2022-05-07.docx',
    ]);
    const xml = (await docxParts(readFileSync(files[1]?.path ?? ''))).get('word/document.xml') ?? '';
    for (const said of ['西峡县市场监督管理局：', '〔2022〕7号', '第17周', '2022年5月7日']) expect(xml).toContain(said);

    // Printed again from the register it is the same.
    const again = await desk.ask('papers.write', {
      id: papers[1]?.id ?? 0,
      format: 'docx',
      out: path.join(out, '再.docx'),
    });
    expect((await docxParts(readFileSync(again.path))).get('word/document.xml')).toBe(xml);

    const log = await desk.ask('chases.list', {});
    expect(log).toHaveLength(10);
    expect(new Set(log.map(({ how, paper, by }) => `${how} ${paper} ${by}`))).toEqual(
      new Set(papers.map(({ id }) => `letter ${id} 王某`)),
    );
    expect(await square(MARKET, WEEKLY, '2022-W13')).toMatchObject({ chased: 1, lastChase: { how: 'letter' } });
    expect(await desk.ask('papers.list', { kind: 'letter' })).toHaveLength(2);
  });

  it.each(['2022-04-06', '2022-06-07'])('is not dated %s: before its data, or far ahead', async (date) => {
    const query = { ...APRIL, merged: true, numbered: true, by: '王某', date, out };
    expect((await desk.refusal('reminders.letters', query)).code).toBe('paper_date');
    expect(desk.rows('select id from document_number')).toEqual([]);
  });

  it('is not written as of a moment to come; the list may look ahead', async () => {
    const asOf = '2022-12-31';
    expect((await list({ ...APRIL, asOf })).items).toHaveLength(2);
    const refused = await desk.refusal('reminders.letters', {
      ...APRIL,
      asOf,
      merged: true,
      numbered: true,
      by: '王某',
      out,
    });
    expect(refused.code).toBe('moment_ahead');
    expect(await desk.ask('chases.list', {})).toEqual([]);
  });

  it('is not written twice about the same on one day, unless that is said, or the first was made void', async () => {
    const query = { ...APRIL, merged: true, numbered: true, by: '王某', out };
    const { papers } = await desk.ask('reminders.letters', { ...query, units: [FINANCE] });
    const refused = await desk.refusal('reminders.letters', query);
    expect(refused).toMatchObject({ code: 'letter_again', message: expect.stringContaining('财政局') });
    expect(refused.message).not.toContain('市场监管局');
    expect(desk.rows('select id from document_number')).toHaveLength(1);
    expect((await desk.ask('reminders.letters', { ...query, again: true })).papers).toHaveLength(2);
    for (const { id } of [...papers, ...(await desk.ask('papers.list', { kind: 'letter', state: 'issued' }))])
      await desk.reply('papers.void', { id, reason: '重写', by: '王某' });
    expect((await desk.ask('reminders.letters', query)).papers).toHaveLength(2);
    desk.now = '2022-05-07T09:00';
    expect((await desk.ask('reminders.letters', query)).papers).toHaveLength(2);
  });

  it('made void was no chase', async () => {
    const { papers } = await desk.ask('reminders.letters', { ...APRIL, merged: true, numbered: true, by: '王某', out });
    await desk.ask('papers.void', { id: papers[0]?.id ?? 0, reason: '写错单位', by: '王某' });
    expect(new Set((await desk.ask('chases.list', {})).map(({ paper }) => paper))).toEqual(new Set([papers[1]?.id]));
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({ chased: 0 });
    expect(await square(MARKET, WEEKLY, '2022-W17')).toMatchObject({ chased: 1 });
    // Its trace stays for whoever asks for it; one taken back by hand leaves none.
    const trace = await desk.ask('chases.list', { withVoid: true });
    expect(new Set(trace.filter(({ isVoid }) => isVoid).map(({ paper }) => paper))).toEqual(new Set([papers[0]?.id]));
    expect(trace.filter(({ isVoid }) => !isVoid)).toEqual(await desk.ask('chases.list', {}));
    const [last] = await desk.ask('chases.list', {});
    await desk.ask('chases.withdraw', { id: last?.id ?? 0 });
    expect(await desk.ask('chases.list', { withVoid: true })).toHaveLength(trace.length - 1);
    expect(await desk.refusal('chases.withdraw', { id: trace.find(({ isVoid }) => isVoid)?.id ?? 0 })).toMatchObject({
      code: 'chase_unknown',
    });
  });

  it('can be one stack, each letter from page one of a page of its own, without numbers', async () => {
    const { papers, files } = await desk.ask('reminders.letters', { ...APRIL, merged: true, numbered: false, out });
    expect(papers.map(({ documentNo }) => documentNo)).toEqual(['', '']);
    expect(files.map(({ name }) => name)).toEqual(['催报函-2家-2022-05-06.docx']);
    const xml = (await docxParts(readFileSync(files[0]?.path ?? ''))).get('word/document.xml') ?? '';
    expect(xml.match(/西峡县(财政局|市场监督管理局)：/gu)).toEqual(['西峡县财政局：', '西峡县市场监督管理局：']);
    expect(xml.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(2);
    const query = { ...APRIL, merged: true, numbered: false, out };
    const again = await desk.ask('reminders.letters', { ...query, again: true });
    expect(again.files.map(({ name }) => name)).toEqual(['催报函-2家-2022-05-06(2).docx']);
  });

  it('leaves nothing in register and log when its file cannot be written', async () => {
    const file = path.join(out, '不是文件夹');
    await desk.ask('reminders.write', { period: '2022-04', format: 'html', out: file });
    const refused = await desk.refusal('reminders.letters', {
      ...APRIL,
      merged: true,
      numbered: true,
      by: '王某',
      out: file,
    });
    expect(refused.code).toBe('output_failed');
    expect(await desk.ask('papers.list', {})).toEqual([]);
    expect(await desk.ask('chases.list', {})).toEqual([]);
    expect(desk.rows('select * from document_number')).toEqual([]);
  });

  it('whose file lost its place while it was registered is in the register, and is said to be', async () => {
    const { prepare } = Database.prototype;
    let papers = 0;
    // The first time is the rehearsal.
    Database.prototype.prepare = function (this: Database.Database, source: string) {
      if (source.startsWith('insert into "paper"') && ++papers === 2)
        writeFileSync(path.join(out, '催报函-财政局-2022-05-06.docx'), '别人的文件');
      return prepare.call(this, source);
    } as typeof prepare;
    try {
      const query = { ...APRIL, units: [FINANCE], merged: false, numbered: true, by: '王某', out };
      const refused = await desk.refusal('reminders.letters', query);
      expect(refused.code).toBe('output_failed');
      expect(refused.message).toMatch(/催报函-财政局-2022-05-06\.docx（催报函已经编号、登记/u);
    } finally {
      Database.prototype.prepare = prepare;
    }
    const [letter] = await desk.ask('papers.list', {});
    expect(letter).toMatchObject({ kind: 'letter', documentNo: '西信用办〔2022〕6号' });
    expect((await desk.ask('chases.list', {})).length).toBeGreaterThan(0);
    expect(readdirSync(out)).toEqual(['催报函-财政局-2022-05-06.docx']);
    const again = await desk.ask('papers.write', {
      id: letter?.id ?? 0,
      format: 'docx',
      out: path.join(out, '再.docx'),
    });
    expect(again.size).toBeGreaterThan(1000);
  });

  it('says how far it has come, and when it is stopped leaves nothing behind', async () => {
    const stop = new AbortController();
    const told: string[] = [];
    const onProgress = ({ done, total, label }: Progress) => {
      told.push(`${done}/${total} ${label}`);
      if (done === 1) stop.abort();
    };
    const query = { ...APRIL, merged: false, numbered: true, by: '王某', out };
    const refused = await desk.refusal('reminders.letters', query, { onProgress, signal: stop.signal });
    expect(refused.code).toBe('cancelled');
    expect(told).toEqual(['0/2 财政局', '1/2 市场监管局']);
    expect(readdirSync(out)).toEqual([]);
    for (const table of ['paper', 'document_number', 'chase']) expect(desk.rows(`select * from ${table}`)).toEqual([]);
  });

  it('goes to nobody for what is merely near', async () => {
    const asOf = '2022-01-05T09:00';
    expect((await owedBy(FINANCE, { asOf, duties: [WEEKLY] })).map(({ level }) => level)).toEqual(['blue']);
    const query = { asOf, duties: [WEEKLY], units: [FINANCE], merged: true, numbered: true, by: '王某', out };
    expect(await desk.refusal('reminders.letters', query)).toMatchObject({ code: 'nobody_to_remind' });
  });
});

describe('a draft mail', () => {
  it('goes to the clerks with an address, in the office’s words; who has none is named', async () => {
    await enterContacts(FINANCE, [
      { name: '甲', role: 'leader', phone: '', email: 'leader@example.cn' },
      { name: '乙', role: 'clerk', phone: '', email: ' clerk@example.cn ' },
    ]);
    await enterContacts(TOWN, [{ name: '丙', role: 'leader', phone: '', email: 'town@example.cn' }]);
    const units = [FINANCE, TOWN, MARKET];
    const { files, without } = await desk.ask('reminders.mails', { units, period: '2022-04', out });
    expect(without).toEqual(['市场监管局']);
    const mails = await Promise.all(files.map(({ path: of }) => PostalMime.parse(readFileSync(of))));
    const texts = new Map((await list({ units, period: '2022-04' })).items.map(({ name, text }) => [name, text]));
    const byUnit = new Map(mails.map((mail) => [mail.to?.[0]?.address, mail]));
    expect([...byUnit.keys()].toSorted()).toEqual(['clerk@example.cn', 'town@example.cn']);
    const mail = byUnit.get('clerk@example.cn');
    expect(mail?.to).toHaveLength(1);
    expect(mail?.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail?.subject).toMatch(/^【催报】财政局有\d+项信用信息报送工作尚未完成（2022年5月6日）$/u);
    expect(mail?.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(texts.get('财政局'));
    // A draft is no contact yet.
    expect(await desk.ask('chases.list', {})).toEqual([]);
  });
});
