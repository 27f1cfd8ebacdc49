import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../electron/contract/units.ts';
import type { Args } from '../../electron/contract.ts';
import { docxParts } from '../io/documents/docxParts.ts';
import { closeCounties, openCounty } from './counties.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const MARKET = 'xx-scjgj';
const FINANCE = 'xx-czj';
const TOWN = 'xx-dsz';
const WEEKLY = '000-02';
const ARTICLES = '000-14';

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
closeCounties();

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

describe('what is owed', () => {
  it('is everything, whatever period it is about; of a period, only what that holds', async () => {
    const all = await owedBy(FINANCE);
    const periods = new Set(all.map(({ period }) => period));
    expect([...periods]).toEqual(expect.arrayContaining(['2022-01', '2022-04', '2022-W01', '2022-W17', '2022-W18']));
    // Due in the last days of May.
    expect(periods.has('2022-05')).toBe(false);
    const april = await owedBy(FINANCE, { period: '2022-04' });
    expect(new Set(april.map(({ period }) => period))).toEqual(
      new Set(['2022-W13', '2022-W14', '2022-W15', '2022-W16', '2022-W17', '2022-04']),
    );
    for (const one of april) expect(all).toContainEqual(one);
  });

  it('reaches back over the year before', async () => {
    const owed = await owedBy(FINANCE, { asOf: '2023-02-10T09:00', duties: [WEEKLY] });
    expect(owed.map(({ period }) => period)).toEqual(expect.arrayContaining(['2022-W01', '2022-W52', '2023-W05']));
    expect(owed).toHaveLength(52 + 6);
  });

  it('begins with the notice: nothing of before is asked for', async () => {
    const county = await openCounty('xingshan-2024', '2024-12-31T12:00');
    const { effectiveFrom } = (await county.ask('office.get', {})).settings;
    const { items } = await county.ask('reminders.list', {});
    const dues = items.flatMap(({ owed }) => owed.map(({ due }) => due.slice(0, 10)));
    expect(dues.length).toBeGreaterThan(0);
    expect(dues.filter((due) => due < effectiveFrom)).toEqual([]);
  });

  it('is told of chosen duties and units only, and refuses those there are not', async () => {
    const { items } = await list({ duties: [ARTICLES], units: [TOWN, FINANCE] });
    expect(items.map(({ unit }) => unit).toSorted()).toEqual([FINANCE, TOWN].toSorted());
    expect(new Set(items.flatMap(({ owed }) => owed.map(({ duty }) => duty)))).toEqual(new Set([ARTICLES]));
    expect(await desk.refusal('reminders.list', { duties: ['x'] })).toMatchObject({ code: 'duty_unknown' });
    expect(await desk.refusal('reminders.list', { units: ['x'] })).toMatchObject({ code: 'unit_unknown' });
  });

  it('leaves out what only an unknown year could say, and names the year when it is near', async () => {
    const asOf = '2026-12-30T09:00';
    const { items, refused } = await list({ asOf });
    expect(items.length).toBeGreaterThan(0);
    expect(refused?.map(({ year }) => year)).toContain('2027');
    expect((await list({ asOf: '2026-11-02T09:00' })).refused).toBeUndefined();
  });
});

describe('how it stands', () => {
  it('is missing, soon, too little, sent back, or in contradiction', async () => {
    desk.now = '2022-05-06T09:00';
    expect(await square(MARKET, WEEKLY, '2022-W17')).toMatchObject({ status: 'missing', level: 'red', daysLate: 7 });
    expect(await square(MARKET, WEEKLY, '2022-W18')).toMatchObject({
      ...{ status: 'pending', level: 'blue', daysLate: 0, levelReason: '今天到期' },
    });
    await desk.ask('allotments.save', { duty: ARTICLES, period: '2022-04', counts: { [TOWN]: 3 } });
    await desk.ask('submissions.register', { unit: TOWN, duty: ARTICLES, period: '2022-04', kind: 'paper', count: 2 });
    expect(await square(TOWN, ARTICLES, '2022-04')).toMatchObject({ status: 'partial', quota: 3, count: 2 });

    const file = await desk.mail('市监局.xlsx', penalties([1, 2], { change: { 1: { CF_SY: null } } }));
    const { batch } = await desk.receive('2022-04-29T10:00', [file]);
    expect(await square(MARKET, WEEKLY, '2022-W17')).toBeUndefined();
    await desk.ask('returns.write', { batch: batch ?? '', out });
    expect(await square(MARKET, WEEKLY, '2022-W17')).toMatchObject({ status: 'returned', level: 'red', daysLate: 7 });

    const clean = await desk.mail('财政局.xlsx', penalties([3], { unit: '西峡县财政局' }));
    await desk.receive('2022-04-29T11:00', [clean]);
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toBeUndefined();
    await desk.ask('submissions.register', {
      ...{
        unit: FINANCE,
        duty: WEEKLY,
        period: '2022-W17',
        kind: 'zero',
        note: '本周无',
        received: '2022-05-01T09:00',
      },
    });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({
      ...{ status: 'contradicted', level: 'yellow', daysLate: 0, count: 1 },
    });
  });

  it('is red when late again: what came late and what never came in the periods before count, across the year', async () => {
    const on = async (period: string, received: string) =>
      desk.ask('submissions.register', { unit: FINANCE, duty: WEEKLY, period, kind: 'paper', received });
    desk.now = '2022-05-09T09:00';
    for (const week of ['2022-W15', '2022-W16', '2022-W17']) await on(week, '2022-04-11T09:00');
    expect(await square(FINANCE, WEEKLY, '2022-W18')).toMatchObject({ level: 'yellow', lateBefore: 0 });
    const [kept] = await desk.ask('submissions.list', { unit: FINANCE, duty: WEEKLY, period: '2022-W16' });
    await desk.ask('submissions.withdraw', { id: kept?.id ?? 0 });
    expect(await square(FINANCE, WEEKLY, '2022-W18')).toMatchObject({ level: 'yellow', lateBefore: 1 });
    await on('2022-W16', '2022-04-25T09:00');
    const [last] = await desk.ask('submissions.list', { unit: FINANCE, duty: WEEKLY, period: '2022-W17' });
    await desk.ask('submissions.withdraw', { id: last?.id ?? 0 });
    expect(await square(FINANCE, WEEKLY, '2022-W18')).toMatchObject({
      ...{ level: 'red', lateBefore: 2, levelReason: '逾期3天，之前3期有2期未按时报送' },
    });
    // The week's own list looks back just as far.
    expect((await owedBy(FINANCE, { period: '2022-W18' }))[0]).toMatchObject({ level: 'red', lateBefore: 2 });
    expect(await square(FINANCE, WEEKLY, '2023-W01', '2023-01-08T09:00')).toMatchObject({ lateBefore: 3 });
  });

  it('is nothing where a county has sent all: no unit, one sentence, an empty list to print', async () => {
    const county = await openCounty('xingshan-2024', '2024-06-03T09:00');
    const settings = (await county.ask('office.get', {})).settings;
    const office = await county.ask('office.get', {});
    await county.ask('office.save', { office: { ...office, settings: { ...settings, effectiveFrom: '2024-06-03' } } });
    const empty = await county.ask('reminders.list', {});
    expect(empty.items).toEqual([]);
    expect(empty.groupText).toBe('截至2024年6月3日9时，没有需要催报的事项。');
    const written = await county.ask('reminders.write', { format: 'html', out: path.join(out, '空.html') });
    expect(readFileSync(written.path, 'utf8')).toContain('>无</td>');
    for (const name of ['reminders.letters', 'reminders.mails'] as const)
      expect(await county.refusal(name, { merged: true, numbered: true, out })).toMatchObject({
        code: 'nobody_to_remind',
      });
    expect(readdirSync(out)).toEqual(['空.html']);
  });
});

describe('a chase', () => {
  it('is counted, told and raises the level when it was in vain', async () => {
    desk.now = '2022-05-01T09:00';
    const settings = { soonDays: 3, redAfterDays: 30, redWhenLateBefore: 0, periodsBefore: 3, redWhenChased: 2 };
    await desk.ask('reminders.saveSettings', { settings });
    await phone(FINANCE, WEEKLY, '2022-W17', { answer: '节后报', promised: '2022-05-05' });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({
      ...{ chased: 1, level: 'yellow', promiseBroken: false },
      lastChase: { how: 'phone', whom: '张三', answer: '节后报', promised: '2022-05-05' },
    });
    desk.now = '2022-05-06T09:00';
    const [second] = await phone(FINANCE, WEEKLY, '2022-W17', { how: 'wechat' });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({
      ...{ chased: 2, level: 'red', levelReason: '逾期7天，已催2次', promiseBroken: true },
    });
    // As it stood before the second one.
    expect(await square(FINANCE, WEEKLY, '2022-W17', '2022-05-02T09:00')).toMatchObject({ chased: 1, level: 'yellow' });
    await desk.ask('chases.withdraw', { id: second?.id ?? 0, by: '王某' });
    expect(await square(FINANCE, WEEKLY, '2022-W17')).toMatchObject({ chased: 1, level: 'yellow' });
    expect(await desk.refusal('chases.withdraw', { id: second?.id ?? 0 })).toMatchObject({ code: 'chase_unknown' });
    expect(desk.rows('select how, withdrawn_at is null as stands from chase order by id')).toEqual([
      { how: 'phone', stands: 1 },
      { how: 'wechat', stands: 0 },
    ]);
    expect(desk.rows("select action, by from audit where action like 'chase.%' order by id")).toEqual([
      { action: 'chase.add', by: '王某' },
      { action: 'chase.add', by: '王某' },
      { action: 'chase.withdraw', by: '王某' },
    ]);
  });

  it('is logged once for each thing, and found again by unit, duty, period and day, newest first', async () => {
    const item = { unit: FINANCE, duty: WEEKLY, period: '2022-W17' };
    const items = [item, { ...item, period: '2022-W16' }, item];
    const said = { how: 'visit', whom: '', answer: '', promised: null } as const;
    expect(await desk.ask('chases.add', { draft: { items, ...said, at: '2022-05-04T15:00' } })).toHaveLength(2);
    await phone(TOWN, ARTICLES, '2022-04');
    const found = async (filter: Args<'chases.list'>) =>
      (await desk.ask('chases.list', filter)).map(({ unit, period }) => `${unit} ${period}`);
    const [week16, week17, town] = [`${FINANCE} 2022-W16`, `${FINANCE} 2022-W17`, `${TOWN} 2022-04`];
    expect(await found({})).toEqual([town, week16, week17]);
    expect(await found({ unit: FINANCE })).toEqual([week16, week17]);
    expect(await found({ duty: ARTICLES })).toEqual([town]);
    expect(await found({ period: '2022-W17' })).toEqual([week17]);
    expect(await found({ from: '2022-05-05' })).toEqual([town]);
    expect(await found({ from: '2022-05-04', to: '2022-05-04' })).toEqual([week16, week17]);
    expect(await desk.refusal('chases.list', { from: '2022-05-04', to: '2022-05-03' })).toMatchObject({
      code: 'range_invalid',
    });
  });

  it.each<[string, object, object]>([
    ['a unit there is not', { unit: 'x' }, { code: 'unit_unknown' }],
    ['a duty there is not', { duty: 'x' }, { code: 'duty_unknown' }],
    ['what is no period', { period: '2022-13' }, { code: 'period_invalid' }],
    ['a month of a weekly duty', { period: '2022-04' }, { code: 'period_not_of_duty' }],
    [
      'a moment ahead',
      { at: '2022-05-06T09:01' },
      { code: 'range_invalid', message: expect.stringContaining('还没有到') },
    ],
    ['no moment', { at: '昨天' }, { code: 'moment_invalid' }],
    ['a promise for yesterday', { promised: '2022-05-05' }, { code: 'range_invalid' }],
    ['a promise for the year after next', { promised: '2024-05-06' }, { code: 'range_invalid' }],
    ['a day there is not', { promised: '2022-02-30' }, { code: 'moment_invalid' }],
  ])('is refused about %s', async (_, { at, promised = null, ...square }: Record<string, string | null>, refusal) => {
    const items = [{ unit: FINANCE, duty: WEEKLY, period: '2022-W17', ...square }];
    const draft = { items, how: 'phone', whom: '', answer: '', promised, ...(at ? { at } : {}) };
    expect(await desk.refusal('chases.add', { draft })).toMatchObject(refusal);
    expect(await desk.ask('chases.list', {})).toEqual([]);
  });
});

describe('levels and wording', () => {
  it('are the office’s: kept, logged, and given back', async () => {
    const shipped = await desk.ask('reminders.settings', {});
    expect(shipped).toMatchObject({ isOwn: false, settings: { soonDays: 3, redAfterDays: 7 } });
    const settings = { ...shipped.settings, soonDays: 0, redAfterDays: 1 };
    const wording = { ...shipped.wording, unit: '{unit}：{items}', group: '各单位：\n{items}' };
    expect(await desk.ask('reminders.saveSettings', { settings, by: '王某' })).toEqual({ ...shipped, settings });
    expect(await desk.ask('reminders.saveSettings', { wording })).toEqual({ settings, wording, isOwn: true });
    const { items, levelNote, groupText } = await list({ period: '2022-W17', asOf: '2022-05-01T09:00' });
    expect(items[0]?.owed[0]?.level).toBe('red');
    expect(items[0]?.text).toMatch(/^\S+：1\. 2022年第17周/u);
    expect(groupText.split('\n')[0]).toBe('各单位：');
    expect(levelNote).toContain('当天到期');
    expect(levelNote).toContain('超过1天');
    expect((await owedBy(FINANCE, { asOf: '2022-05-05T09:00' })).map(({ period }) => period)).not.toContain('2022-W18');
    expect(await desk.ask('reminders.saveSettings', { wording: null })).toEqual({ ...shipped, settings });
    expect(desk.rows("select by from audit where action = 'reminders.settings' order by id")).toEqual([
      ...[{ by: '王某' }, { by: '' }, { by: '' }],
    ]);
  });

  it('refuses a placeholder it cannot fill in, with its name and those there are', async () => {
    const { wording } = await desk.ask('reminders.settings', {});
    const refused = await desk.refusal('reminders.saveSettings', {
      wording: { ...wording, letter: '{单位}：{items}' },
    });
    expect(refused).toEqual({
      code: 'wording_placeholder',
      message:
        '措辞中有不能用的占位：“催报函正文”中的 {单位}，可以用的有 {unit}、{asOf}、{count}、{items}、{remedy}、{contact}、{office}、{date}、{chased}。',
    });
    for (const bad of [{ unit: ' ' }, { mailSubject: '一\n二' }, { other: '' }])
      expect(await desk.refusal('reminders.saveSettings', { wording: { ...wording, ...bad } })).toMatchObject({
        code: 'usage',
      });
    const never = { soonDays: 3, redAfterDays: 7, redWhenLateBefore: 4, periodsBefore: 3, redWhenChased: 3 };
    expect(await desk.refusal('reminders.saveSettings', { settings: never })).toMatchObject({ code: 'usage' });
    expect(await desk.ask('reminders.settings', {})).toMatchObject({ isOwn: false, wording });
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

    const log = await desk.ask('chases.list', {});
    expect(log).toHaveLength(10);
    expect(new Set(log.map(({ how, paper, by }) => `${how} ${paper} ${by}`))).toEqual(
      new Set(papers.map(({ id }) => `letter ${id} 王某`)),
    );
    expect(await square(MARKET, WEEKLY, '2022-W13')).toMatchObject({ chased: 1, lastChase: { how: 'letter' } });
    expect(await desk.ask('papers.list', { kind: 'letter' })).toHaveLength(2);
  });

  it('can be one stack, each letter from page one of a page of its own, without numbers', async () => {
    const { papers, files } = await desk.ask('reminders.letters', { ...APRIL, merged: true, numbered: false, out });
    expect(papers.map(({ documentNo }) => documentNo)).toEqual(['', '']);
    expect(files.map(({ name }) => name)).toEqual(['催报函-2家-2022-05-06.docx']);
    const xml = (await docxParts(readFileSync(files[0]?.path ?? ''))).get('word/document.xml') ?? '';
    expect(xml.match(/西峡县(财政局|市场监督管理局)：/gu)).toEqual(['西峡县财政局：', '西峡县市场监督管理局：']);
    expect(xml.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(2);
    const again = await desk.ask('reminders.letters', { ...APRIL, merged: true, numbered: false, out });
    expect(again.files.map(({ name }) => name)).toEqual(['催报函-2家-2022-05-06(2).docx']);
  });

  it('leaves nothing in register and log when its file cannot be written', async () => {
    const file = path.join(out, '不是文件夹');
    await desk.ask('reminders.write', { period: '2022-04', format: 'html', out: file });
    const refused = await desk.refusal('reminders.letters', { ...APRIL, merged: true, numbered: true, out: file });
    expect(refused.code).toBe('output_failed');
    expect(await desk.ask('papers.list', {})).toEqual([]);
    expect(await desk.ask('chases.list', {})).toEqual([]);
    expect(desk.rows('select * from document_number')).toEqual([]);
  });

  it('goes to nobody for what is merely near', async () => {
    const asOf = '2022-01-05T09:00';
    expect((await owedBy(FINANCE, { asOf, duties: [WEEKLY] })).map(({ level }) => level)).toEqual(['blue']);
    const query = { asOf, duties: [WEEKLY], units: [FINANCE], merged: true, numbered: true, out };
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
