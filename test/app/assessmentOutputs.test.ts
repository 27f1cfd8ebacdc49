import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../electron/contract/circulars.ts';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { docxParts } from '../io/documents/docxParts.ts';
import { closeCounties, openCounty } from './counties.ts';
import type { Desk } from './desk.ts';

closeCounties();

const YEAR = 2022;
const MARKET = 'xx-scjgj';

/** A year in which 市监局 sent one paper in time and one late, was praised, and objected twice. */
async function openYear(): Promise<Desk> {
  const desk = await openCounty('xixia-2022', '2023-01-10T10:00');
  const paper = { unit: MARKET, duty: '000-14', kind: 'paper' } as const;
  await desk.ask('submissions.register', { ...paper, period: '2022-04', received: '2022-04-20' });
  await desk.ask('submissions.register', { ...paper, period: '2022-05', received: '2022-06-20' });
  const enter = (item: string, points: number, evidence: string) =>
    desk.ask('assessment.enter', { year: YEAR, unit: MARKET, item, points, evidence, by: '张三' });
  await enter('repair', 4.5, '台账第3页');
  await enter('praise', 4, '省发改委表彰');
  const { id } = await desk.ask('assessment.object', { year: YEAR, unit: MARKET, item: 'missing', claim: '停电' });
  await desk.ask('assessment.decide', { id, granted: true, points: 6, decision: '属实' });
  await desk.ask('assessment.object', { year: YEAR, unit: MARKET, item: 'late', claim: '网络中断' });
  return desk;
}

const scoreOf = async (desk: Desk) => {
  const [unit] = (await desk.ask('assessment.get', { year: YEAR, unit: MARKET })).units;
  if (unit === undefined) throw new Error('not scored');
  return unit;
};

describe('every point', () => {
  it('opens how it came about: rule, numbers with their rows, entries with their evidence, objections', async () => {
    const desk = await openYear();
    const unit = await scoreOf(desk);
    const refs: FigureRef[] = [];
    for (const line of [...unit.items, ...unit.bonuses, ...unit.deductions]) {
      if (line.ref === null) throw new Error(line.item);
      const rows = await desk.ask('figures.open', { ref: line.ref });
      if (rows.kind !== 'lines') throw new Error(rows.kind);
      expect(rows.title).toBe(`市场监管局2022年度“${line.title}”`);
      expect(rows.lines[1]?.text).toBe(`得分：${line.how}`);
      refs.push(...rows.lines.flatMap(({ ref }) => ref ?? []));
    }
    for (const ref of refs) expect((await desk.ask('figures.open', { ref })).kind).toBe(ref.kind);
    expect(refs.length).toBeGreaterThan(15);
  });

  it('shows the numbers that its rows are', async () => {
    const desk = await openYear();
    const rows = async (item: string) => {
      const { items, deductions } = await scoreOf(desk);
      const ref = [...items, ...deductions].find((line) => line.item === item)?.ref;
      const opened = ref ? await desk.ask('figures.open', { ref }) : null;
      return opened?.kind === 'lines' ? opened.lines : [];
    };
    for (const item of ['report-rate', 'zero-reports', 'late', 'missing'])
      for (const { text, ref } of await rows(item))
        if (ref) expect(text).toContain(String((await desk.ask('figures.open', { ref })).total));
    expect((await rows('repair')).map(({ text }) => text)).toEqual([
      '评分办法：告知修复渠道，协助修复并按时限办理，由信用办按台账评定',
      '得分：评定4.50分',
      '2023年1月10日10时张三填写4.50分：台账第3页',
    ]);
    expect((await rows('missing')).map(({ text }) => text)).toEqual([
      '评分办法：扣分，每次（条）2分',
      expect.stringMatching(/^得分：申诉成立，由\d+\.00分改为6\.00分$/),
      expect.stringMatching(/^未报\d+项次$/),
      expect.stringMatching(/^2023年1月10日10时申诉（当时\d+\.00分）：停电$/),
      expect.stringMatching(/^2023年1月10日10时处理：成立，由\d+\.00分改为6\.00分。属实$/),
    ]);
    expect((await rows('late')).at(-1)?.text).toBe('申诉还没有处理');
  });

  it('says why a unit has none, and is refused of an unknown unit or item', async () => {
    const desk = await openYear();
    const ref = { kind: 'assessment', year: YEAR, asOf: desk.now, unit: 'xx-jwjw', item: 'late' } as const;
    expect(await desk.ask('figures.open', { ref })).toMatchObject({
      lines: [{ text: '2022年没有应报事项，也没有评定过分值，不参加考核' }],
    });
    expect((await desk.refusal('figures.open', { ref: { ...ref, item: 'none' } })).code).toBe('item_unknown');
    expect((await desk.refusal('figures.open', { ref: { ...ref, unit: 'none' } })).code).toBe('unit_unknown');
  });
});

describe('the workbook', () => {
  it('has the units × items of the score, ready to print across A4, and how each point came about', async () => {
    const desk = await openYear();
    const { units, formula } = await desk.ask('assessment.get', { year: YEAR });
    const out = path.join(desk.mailFolder, '得分.xlsx');
    await desk.ask('assessment.write', { year: YEAR, format: 'xlsx', out });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(out);
    const [sheet, basis] = workbook.worksheets;
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet?.pageSetup.printTitlesRow).toBe('3:4');
    expect(sheet?.getCell('A1').value).toBe('2022年度社会信用体系建设工作考核得分表');
    const rows = (sheet?.getRows(5, units.length) ?? []).map((row) => (row.values as unknown[]).slice(1));
    expect(rows.map(([rank, name]) => [rank, name])).toEqual(units.map(({ rank, name }) => [rank, name]));
    for (const [place, unit] of units.entries()) {
      const numbers = rows[place] ?? [];
      expect(numbers.slice(2, 2 + unit.items.length)).toEqual(unit.items.map(({ points }) => points ?? '—'));
      expect(numbers.slice(-3, -1)).toEqual([unit.deducted, unit.score]);
    }
    const below = sheet?.getRow(5 + units.length).getCell(1).value;
    expect(below).toBe(formula.split('\n')[0]);
    const lines = (basis?.getRows(2, (basis.rowCount ?? 1) - 1) ?? []).map((row) => (row.values as unknown[]).slice(1));
    expect(lines).toContainEqual(['市场监管局', '信用修复', 5, 4.5, '本办评定', '评定4.50分', '台账第3页']);
    expect(lines).toContainEqual([
      '市场监管局',
      '加分：信用工作受上级表彰、列为试点',
      6,
      4,
      '本办评定',
      '评定4.00分',
      '省发改委表彰',
    ]);
    expect(lines.filter(([, , , , state]) => state === '申诉改分').map((line) => line.slice(0, 4))).toEqual([
      ['市场监管局', '扣分：未报', '不限', -6],
    ]);
  });
});

describe('the score sheets', () => {
  const textOf = async (file: string) => {
    const xml = (await docxParts(readFileSync(file))).get('word/document.xml') ?? '';
    return { xml, text: [...xml.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, text]) => text).join('') };
  };

  it('are one section per unit, each with a place to sign', async () => {
    const desk = await openYear();
    const { units } = await desk.ask('assessment.get', { year: YEAR });
    const out = path.join(desk.mailFolder, '全部.docx');
    await desk.ask('assessment.write', { year: YEAR, format: 'docx', out });
    const { xml, text } = await textOf(out);
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(units.length);
    expect(text.match(/单位确认（签字、盖章）：/gu)).toHaveLength(units.length);
    for (const { name } of units) expect(text).toContain(`单位：${name}`);
  });

  it('show of one unit every item with rule and reason, what was given and taken, and the sum', async () => {
    const desk = await openYear();
    const unit = await scoreOf(desk);
    const { units } = await desk.ask('assessment.get', { year: YEAR });
    const { name, path: out } = await desk.ask('assessment.write', { year: YEAR, format: 'docx', unit: MARKET });
    expect(name).toBe('2022年度考核得分表-市场监管局.docx');
    const { xml, text } = await textOf(out);
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(1);
    expect(text).toContain(`名次：第${unit.rank}名（共${units.length}家）`);
    for (const { title, how } of unit.items) for (const part of [title, how]) expect(text).toContain(part);
    expect(text).toContain('+4.00');
    expect(text).toContain('−6.00');
    expect(text).toContain('评定4.00分（省发改委表彰）');
    expect(text).toContain(`＝综合得分${unit.score.toFixed(2)}分`);
    expect(text).toContain('另有1条申诉没有处理');
  });

  it.each(['docx', 'xlsx'] as const)('tell of a deduction that an objection lifted: %s', async (format) => {
    const desk = await openYear();
    const { id } = await desk.ask('assessment.object', {
      year: YEAR,
      unit: MARKET,
      item: 'missing',
      claim: '仍有异议',
    });
    await desk.ask('assessment.decide', { id, granted: true, points: 0, decision: '全部属实' });
    const out = path.join(desk.mailFolder, `得分.${format}`);
    await desk.ask('assessment.write', { year: YEAR, format, unit: MARKET, out });
    const told = '申诉成立，由6.00分改为0.00分';
    if (format === 'docx') expect((await textOf(out)).text).toContain(`${told}（全部属实）`);
    else {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(out);
      const lines = (workbook.worksheets[1]?.getRows(2, 30) ?? []).map((row) => (row.values as unknown[]).slice(1));
      expect(lines.find(([, title]) => title === '扣分：未报')).toEqual([
        ...['市场监管局', '扣分：未报', '不限', 0, '申诉改分', told, '全部属实'],
      ]);
    }
  });

  it('are refused of a unit that is not scored', async () => {
    const desk = await openYear();
    const args = { year: YEAR, format: 'docx', unit: 'xx-jwjw' };
    expect((await desk.refusal('assessment.write', args)).code).toBe('paper_nothing');
    expect((await desk.refusal('assessment.write', { ...args, unit: 'none' })).code).toBe('unit_unknown');
  });
});

describe('the circular of the year’s score', () => {
  const draft = async (desk: Desk) => desk.ask('papers.create', { kind: 'assessment', period: '2022' });
  const texts = ({ sections }: CircularDocument) =>
    sections.map(({ heading, paragraphs }) => [heading, paragraphs.map(({ text }) => text)] as const);

  it('names the bands with their units, what was lost and what is demanded', async () => {
    const desk = await openYear();
    const { units, open } = await desk.ask('assessment.get', { year: YEAR });
    const { document, advice } = await draft(desk);
    expect(document.title).toBe(
      '西峡县社会信用体系建设工作领导小组办公室关于2022年度社会信用体系建设工作考核结果的通报',
    );
    const [results, deductions, demands] = texts(document);
    expect([results?.[0], deductions?.[0], demands?.[0]]).toEqual([
      ...['一、考核结果', '二、主要扣分情况', '三、下一步要求'],
    ]);
    expect(results?.[1][0]).toMatch(
      /^参加考核的单位共50家，平均得分\d+\.\d\d分。其中，.*不合格\d+家。各单位得分见附件1。$/,
    );
    for (const { name, band } of units)
      expect(results?.[1].find((text) => text.startsWith(`${band}等次`))).toContain(name);
    expect(results?.[1].at(-1)).toBe('考核期间处理申诉1件，其中成立1件，已按处理结果改分。');
    expect(deductions?.[1][0]).toBe('迟报：市场监管局（扣0.50分）。');
    expect(deductions?.[1][1]).toMatch(/^未报：50家单位被扣分，共扣\d+\.00分，扣分(较多的|最多的)有/);
    expect(demands?.[1].join('\n')).toContain('将书面整改情况报县信用办。');
    const [table, taken] = document.tables;
    expect(table).toMatchObject({ label: '附件1', caption: '2022年度社会信用体系建设工作考核得分表' });
    expect(table?.rows).toHaveLength(units.length);
    expect(
      taken?.rows.filter(([, name]) => name === '市场监管局').map(([, , title, points]) => [title, points]),
    ).toEqual([
      ['迟报', '0.50'],
      ['未报', '6.00'],
    ]);
    expect(advice).toEqual(
      expect.arrayContaining([
        `还有${open}项没有评分，暂计0分，请在“年度考核”中填写后再印发。`,
        '还有1条申诉没有处理。',
      ]),
    );
  });

  it('opens what its numbers were counted from, in the words where they stand', async () => {
    const desk = await openYear();
    const { document } = await draft(desk);
    const paragraphs = document.sections.flatMap((section) => section.paragraphs);
    const figures = paragraphs.flatMap(({ text, figures: own = [] }) => own.map((figure) => ({ text, ...figure })));
    expect(figures.length).toBeGreaterThan(5);
    for (const { text, start, length, ref } of figures) {
      const printed = text.slice(start, start + length);
      const opened = await desk.ask('figures.open', { ref });
      if (opened.kind === 'units') expect(printed).toBe(String(opened.total));
      else expect([opened.kind, printed]).toEqual(['lines', expect.stringMatching(/^\d+\.\d\d$/)]);
    }
  });

  it('opens from the table of results the items of a group, and the whole score', async () => {
    const desk = await openYear();
    const { units, version } = await desk.ask('assessment.get', { year: YEAR });
    const [table] = (await draft(desk)).document.tables;
    const row = units.findIndex(({ unit }) => unit === MARKET);
    const open = async (column: number) => {
      const ref = table?.figures?.find((one) => one.row === row && one.column === column)?.ref;
      const rows = ref ? await desk.ask('figures.open', { ref }) : null;
      return rows?.kind === 'lines' ? rows : null;
    };
    const [first] = version.scheme.groups;
    const group = await open(2);
    expect(group?.title).toBe(`市场监管局2022年度“${first?.title}”`);
    const own = units[row]?.items.slice(0, first?.items.length).map(({ title, how }) => `${title}：${how}`);
    expect(group?.lines.map(({ text }) => text)).toEqual(own);
    const whole = await open((table?.columns.length ?? 0) - 2);
    expect(whole?.title).toBe('市场监管局2022年度综合得分');
    expect(whole?.total).toBe(
      [units[row]?.items, units[row]?.bonuses, units[row]?.deductions].reduce(
        (sum, list) => sum + (list?.length ?? 0),
        0,
      ),
    );
    for (const { ref } of whole?.lines.slice(0, 2) ?? [])
      expect(ref && (await desk.ask('figures.open', { ref })).kind).toBe('lines');
    expect(await open((table?.columns.length ?? 0) - 1)).toBeNull();
  });

  it('has the same keys in every composition, and stays as it was issued', async () => {
    const desk = await openYear();
    const first = await draft(desk);
    const keys = ({ document }: { document: CircularDocument }) =>
      document.sections.flatMap(({ key, paragraphs }) => [key, ...paragraphs.map((one) => one.key)]);
    const issued = await desk.ask('papers.issue', {
      id: (await desk.ask('papers.check', { id: first.paper.id, by: '李四' })).paper.id,
      by: '王五',
    });
    await desk.ask('submissions.register', {
      ...{ unit: MARKET, duty: '000-14', kind: 'paper', period: '2022-07', received: '2022-07-20' },
    });
    const later = await desk.ask('papers.get', { id: first.paper.id });
    expect(keys(later)).toEqual(keys(first));
    expect(later.document).toEqual(issued.document);
    expect(later.corrections.length).toBeGreaterThan(0);
  });
});
