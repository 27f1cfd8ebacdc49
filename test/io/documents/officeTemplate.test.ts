import { Document, Footer, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../electron/contract/charts.ts';
import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { templateFault } from '../../../electron/contract/templateFault.ts';
import { checkOfficeTemplate, fillOfficeTemplate } from '../../../electron/io/documents/officeTemplate.ts';
import { writeOfficeTemplateSample } from '../../../electron/io/documents/officeTemplateSample.ts';
import { rankingOf } from '../../core/sampleCharts.ts';
import { docxParts } from './docxParts.ts';
import { middleOf, missingRenderer, type RenderedLine, renderedPages } from './renderedPages.ts';
import { sampleDocument } from './sampleDocuments.ts';

type Child = Paragraph | Table;

const line = (...texts: string[]) => new Paragraph({ children: texts.map((text) => new TextRun(text)) });

async function template(children: readonly Child[], footer?: Paragraph): Promise<Uint8Array> {
  const footers = footer ? { default: new Footer({ children: [footer] }) } : {};
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ footers, children: [...children] }] })));
}

/** Texts of the paragraphs of a part, in order. */
async function linesOf(bytes: Uint8Array, part = 'word/document.xml'): Promise<string[]> {
  const xml = (await docxParts(bytes)).get(part) ?? '';
  return (xml.match(/<w:p[ >](?:(?!<\/w:p>).)*<\/w:p>/gs) ?? []).map((text) =>
    [...text.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, words]) => words ?? '\n').join(''),
  );
}

const document = sampleDocument();
const check = async (...texts: string[]) =>
  checkOfficeTemplate(await template(texts.map((text) => line(text))), '模板.docx');
const WHOLE = ['{标题}{发文字号}{主送}', '{#正文}{一级标题}{文字}{/正文}', '{署名}{成文日期}', '{附件}'];

it.each(['甲⟦某某⟧建材有限公司', '⟦图1⟧', '只有一半⟦图', '\ue000图1\ue001'])(
  'leaves %s as a unit wrote it, where pictures are put in as well',
  async (name) => {
    const [table] = document.tables;
    if (!table) throw new Error('the sample has no table');
    const own = { ...table, rows: [table.columns.map(() => name)], figures: [], charts: [rankingOf(1)] };
    const picture = () => Promise.resolve({ png: Uint8Array.from(Buffer.from(PIXEL, 'base64')), width: 1, height: 1 });
    const bytes = await template(WHOLE.map((text) => line(text)));
    const filled = await fillOfficeTemplate(bytes, { ...document, tables: [own] }, { picture });
    const lines = await linesOf(filled);
    expect(lines.filter((text) => text === name)).toHaveLength(table.columns.length);
    expect((await docxParts(filled)).get('word/document.xml')?.match(/<w:drawing>/gu)).toHaveLength(1);
  },
);

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('checking a template', () => {
  it('finds nothing wrong with the sample', async () => {
    const checked = await checkOfficeTemplate(await writeOfficeTemplateSample(), '样板.docx');
    expect(checked.unknown).toEqual([]);
    expect(checked.missing).toEqual([]);
    expect(checked.tags).toEqual(expect.arrayContaining(['标题', '正文', '文字', '附件', '抄送']));
    const meanings = new Map(checked.known.map(({ tag, meaning }) => [tag, meaning]));
    for (const tag of checked.tags) expect(meanings.get(tag)).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['{发文号}', '发文号', '发文字号'],
    ['{成文时间}', '成文时间', '成文日期'],
    ['{XYZ}', 'XYZ', ''],
    ['{正文}', '{正文}', '{#正文}…{/正文}'],
    ['{文字}', '{文字}', '{#正文}{文字}{/正文}'],
    ['{#标题}{/标题}', '{#标题}', '{标题}'],
    ['｛主送｝', '｛主送｝', '{主送}'],
    ['{#正文}{文字}', '{#正文}', '{#正文}…{/正文}'],
    ['{#附件1行}{列1}{列16}{/附件1行}', '列16', '列1'],
  ])('%s: does not know %s, asks for %s', async (text, tag, like) => {
    const { unknown } = await check(...WHOLE, text);
    expect(unknown).toContainEqual({ tag, like });
  });

  it.each([
    ['{标题', '花括号没有成对：{标题，应写成 {标题}'],
    ['{发文字号 号', '花括号没有成对：{发文字号 号，应写成 {发文字号}'],
    ['{#正文', '花括号没有成对：{#正文，应写成 {#正文}'],
    ['{X', '花括号没有成对：{X，请补上另一半'],
    ['{发文号}', '不认识“发文号”，是不是“发文字号”'],
    ['{XYZ}', '不认识“XYZ”'],
  ])('says of %s how it is to be written', async (text, sentence) => {
    const { unknown } = await check('甲', text, '文');
    expect(unknown.map(templateFault)).toEqual([sentence]);
  });

  it('lists what the paper would not be whole without', async () => {
    expect((await check('{标题}')).missing).toEqual(['发文字号', '主送', '正文', '文字', '署名', '成文日期', '附件']);
    expect((await check(...WHOLE)).missing).toEqual([]);
    expect((await check(...WHOLE.slice(0, 3), '{#附件1行}{列1}{/附件1行}')).missing).toEqual([]);
  });

  it('sees a tag that Word has split into runs, and those of header and footer', async () => {
    const bytes = await template([line('{标', '', '题}')], line('{印发', '机关}'));
    expect((await checkOfficeTemplate(bytes, '模板.docx')).tags).toEqual(['标题', '印发机关']);
  });

  it.each([
    ['an old .doc by another name', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['half a file', null],
    ['nothing', new Uint8Array()],
    [
      'a workbook by another name',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
    ],
  ])('refuses %s', async (_, bytes) => {
    const given = bytes ?? (await writeOfficeTemplateSample()).slice(0, 2000);
    await expect(checkOfficeTemplate(given, '模板.docx')).rejects.toMatchObject({
      code: 'template_unreadable',
      subject: '模板.docx',
    });
  });
});

describe('filling a template', () => {
  it('puts the texts in their places, a title on its lines, footers too', async () => {
    const bytes = await template(
      [line('【{发文字号}】'), line('{标', '题}'), line('{主送}：')],
      line('{印发机关} {印发日期}'),
    );
    const filled = await fillOfficeTemplate(bytes, { ...document, tables: [], addressee: '各单位<A&B>{x}' });
    const lines = await linesOf(filled);
    expect(lines.slice(0, 3)).toEqual([
      `【${document.documentNo}】`,
      '西峡县社会信用体系建设工作领导小组办公室\n关于2022年4月信用信息归集报送\n工作情况的通报',
      '各单位&lt;A&amp;B&gt;{x}：',
    ]);
    const footer = [...(await docxParts(filled)).keys()].find((name) => /footer\d*\.xml$/.test(name)) ?? '';
    expect(await linesOf(filled, footer)).toEqual([`${document.issuer} ${document.date}`]);
  });

  it.each([
    ['in one line', [line('{#正文}{一级标题}', '{二级标题}{文字}{/正文}')]],
    ['on lines of their own', [line('{#正文}'), line('{一级标题}{二级标题}{文字}'), line('{/正文}')]],
  ])('repeats the paragraph of a loop written %s, without empty lines', async (_, loop) => {
    const filled = await fillOfficeTemplate(await template([line('前'), ...loop, line('后')]), {
      ...document,
      tables: [],
    });
    const lines = await linesOf(filled);
    const texts = [
      ...document.introduction.map(({ text }) => text),
      ...document.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
    ];
    expect(lines.slice(0, texts.length + 2)).toEqual(['前', ...texts, '后']);
  });

  it('keeps headings with what they head, and the last of the text with the signature', async () => {
    const bytes = await template([line('{#正文}{一级标题}{二级标题}{文字}{/正文}'), line('{署名}')]);
    const filled = await fillOfficeTemplate(bytes, { ...document, tables: [] });
    const xml = (await docxParts(filled)).get('word/document.xml') ?? '';
    const kept = (xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [])
      .filter((paragraph) => paragraph.includes('<w:keepNext/>'))
      .map((paragraph) => [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(([, words]) => words).join(''));
    const headings = document.sections.flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.filter(({ level }) => level === 'second').map(({ text }) => text),
    ]);
    expect(kept).toEqual([...headings, document.sections.at(-1)?.paragraphs.at(-1)?.text]);
  });

  it.each([
    ['leaves out lines whose placeholders have nothing', ['{份号}', '{密级}{紧急程度}', '{发文字号}'], ['{发文字号}']],
    ['keeps the words around one', ['抄送：{抄送}'], ['抄送：']],
    [
      'leaves out what is for papers with copies only',
      ['{#抄送行}', '抄送：{抄送}。', '——', '{/抄送行}', '完'],
      ['完'],
    ],
  ])('%s', async (_, lines, left) => {
    const bare = { ...document, tables: [], copyTo: [], documentNo: '' };
    const filled = await fillOfficeTemplate(await template([...lines, '{标题}'].map((text) => line(text))), bare);
    const printed = await linesOf(filled);
    const expected = left.map((text) => text.replace('{发文字号}', '')).filter((text) => text !== '');
    expect(printed.filter((text) => text !== '').slice(0, -1)).toEqual(expected);
    expect(printed[0]).not.toBe('');
  });

  it('leaves a cell of a table its last line', async () => {
    const cells = [[line('{份号}'), line('{密级}')], [line('二')]].map((children) => new TableCell({ children }));
    const filled = await fillOfficeTemplate(
      await template([new Table({ rows: [new TableRow({ children: cells })] }), line('{标题}')]),
      { ...document, tables: [] },
    );
    const xml = (await docxParts(filled)).get('word/document.xml') ?? '';
    const paragraphs = (xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => cell.match(/<w:p>/g)?.length);
    expect(paragraphs).toEqual([1, 1]);
  });

  it('repeats a row of a table that the office has laid out itself', async () => {
    const cell = (text: string) => new TableCell({ children: [line(text)] });
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('名次'), cell('单位')] }),
        new TableRow({ children: [cell('{#附件1行}{列1}'), cell('{列2}{/附件1行}')] }),
      ],
    });
    const filled = await fillOfficeTemplate(await template([line('{附件1名称}'), table]), document);
    const lines = await linesOf(filled);
    expect(lines.slice(0, 5)).toEqual([document.tables[0]?.caption, '名次', '单位', '1', '发改委']);
    expect(lines).toContain(document.tables[0]?.rows.at(-1)?.[1]);
    // Its own place for an annex: none is added after the last line.
    expect(lines).not.toContain('附件2');
  });

  it('sets all annexes where {附件} stands, wide ones on turned pages of the template, then goes on upright', async () => {
    const filled = await fillOfficeTemplate(await template([line('{附件}'), line('抄送：{抄送}')]), document);
    const xml = (await docxParts(filled)).get('word/document.xml') ?? '';
    const turns = (xml.match(/<w:pgSz[^>]*>/g) ?? []).map((tag) => tag.includes('landscape'));
    expect(turns).toEqual([false, true, false]);
    const lines = await linesOf(filled);
    for (const { label } of document.tables) expect(lines.filter((text) => text === label)).toHaveLength(1);
    expect(lines.at(-1)).toBe('抄送：县纪委监委，县委县政府督查局');
    for (const table of xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []) {
      expect(table).toContain('<w:tblHeader/>');
      const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(Number(/<w:tblW [^>]*w:w="(\d+)"/.exec(table)?.[1]));
    }
  });

  it('loses no annex in a template without a place for them', async () => {
    const lines = await linesOf(await fillOfficeTemplate(await template([line('{标题}')]), document));
    for (const { label } of document.tables) expect(lines).toContain(label);
  });

  it('puts charts in as pictures', async () => {
    const chart: ChartSpec = { kind: 'composition', title: '构成', items: [] };
    const tables: CircularDocument['tables'] = [
      { key: 'c', label: '附件', caption: '图', columns: [], rows: [], note: '', landscape: false, charts: [chart] },
    ];
    const picture = async () => ({ png: new Uint8Array([137, 80, 78, 71]), width: 2000, height: 1000 });
    const filled = await fillOfficeTemplate(await template([line('{附件}')]), { ...document, tables }, { picture });
    const parts = await docxParts(filled);
    expect([...parts.keys()].filter((name) => /^word\/media\/.+/.test(name))).toHaveLength(1);
    const place = (parts.get('word/document.xml') ?? '').match(/<w:p>(?:(?!<\/w:p>).)*<wp:extent.*?<\/w:p>/s)?.[0];
    expect(place).toContain('w:lineRule="auto"');
    expect(parts.get('word/document.xml')).not.toContain('\u27e6');
  });

  const missing = missingRenderer();
  it.skipIf(missing !== null)(
    `prints the filled sample, the last annex wide, without a blank page ${missing ?? ''}`,
    async () => {
      const wide = { ...document, tables: document.tables.slice(0, 3) };
      const pages = renderedPages(await fillOfficeTemplate(await writeOfficeTemplateSample(), wide));
      expect(pages.length).toBeGreaterThan(5);
      for (const { lines } of pages)
        expect(lines.filter(({ text }) => !/^—?\d*—?$/.test(text)).length).toBeGreaterThan(0);
      expect(pages.some(({ width, height }) => width > height)).toBe(true);
      expect(pages.at(-1)?.lines.some((one) => one.text.endsWith('印发'))).toBe(true);
      const ending = renderedPages(await fillOfficeTemplate(await template([line('{标题}'), line('{附件}')]), wide));
      expect(ending.at(-1)?.width).toBeGreaterThan(ending.at(-1)?.height ?? 0);
    },
  );

  it.skipIf(missing !== null)(`sets the filled sample as an official paper ${missing ?? ''}`, async () => {
    const sample = await writeOfficeTemplateSample();
    const marked = { copyNo: '000012', secrecy: '秘密★1年', urgency: '特急', signer: '张三' };
    const upright = { ...document, tables: document.tables.slice(0, 1) };
    const [plain, upward] = await Promise.all(
      [{}, marked].map(async (form) => {
        const filled = await fillOfficeTemplate(sample, { ...upright, form: { ...document.form, ...form } });
        return renderedPages(filled).map(({ lines }) => lines);
      }),
    );
    const find = (lines: readonly RenderedLine[] | undefined, start: string) =>
      lines?.find((one) => one.text.startsWith(start));
    // The mark stands 35 mm below the top of the type area, whatever stands above it.
    const [first, second] = [plain, upward].map((pages) => find(pages?.[0], document.letterhead));
    expect(Math.abs((first?.top ?? 0) - (second?.top ?? 0))).toBeLessThan(0.3);
    expect(first && Math.abs(middleOf(first) - (37 + 35 + 9.7 / 2))).toBeLessThan(2.5);
    const number = find(plain?.[0], document.documentNo);
    expect(number && Math.abs((number.left + number.right) / 2 - (28 + 156 / 2))).toBeLessThan(1.5);
    expect(plain?.flat().some(({ text }) => text.includes('签发人'))).toBe(false);
    expect(upward?.[0]?.some(({ text }) => /^\s*西信用办〔2022〕6号签发人：张三$/u.test(text))).toBe(true);
    for (const pages of [plain, upward]) {
      const signing = pages?.find((lines) => find(lines, document.date));
      expect(find(signing, '西峡县社会信用体系建设工作领导小组办公室')).toBeDefined();
      expect(signing?.some(({ text }) => text.includes('段。'))).toBe(true);
      const foot = pages?.at(-1)?.filter(({ text }) => !/^[—\d\s]+$/u.test(text));
      expect(foot?.at(-2)?.text.trim()).toBe('抄送：县纪委监委，县委县政府督查局。');
      expect(foot?.at(-1)?.text.endsWith('印发')).toBe(true);
      const gap = 297 - 35 - middleOf(foot?.at(-1) ?? { top: 0, bottom: 0 });
      expect(gap).toBeGreaterThan(1.5);
      expect(gap).toBeLessThan(7);
      expect(foot?.some(({ text }) => text.startsWith('注：'))).toBe(true);
    }
  });
});
