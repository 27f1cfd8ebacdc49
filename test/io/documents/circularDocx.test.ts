import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../electron/contract/charts.ts';
import type { CircularDocument, DocumentForm } from '../../../electron/contract/circulars.ts';
import { writeCircularDocx, writeDocumentsDocx } from '../../../electron/io/documents/circularDocx.ts';
import { docxParts } from './docxParts.ts';
import { sampleDocument } from './sampleDocuments.ts';

const document = sampleDocument();
const parts = await docxParts(await writeCircularDocx(document));
const body = parts.get('word/document.xml') ?? '';
const styles = parts.get('word/styles.xml') ?? '';
const sections = body.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];

function attributes(xml: string, element: string): Record<string, string> {
  const tag = new RegExp(`<${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return Object.fromEntries([...tag.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

function paragraphsWith(text: string): string[] {
  return (body.match(/<w:p>.*?<\/w:p>/g) ?? []).filter((xml) => xml.includes(`>${text}<`));
}

/** XML of the first paragraph that is this text. */
function paragraphWith(text: string): string {
  return paragraphsWith(text)[0] ?? '';
}

describe('page (GB/T 9704)', () => {
  it('is A4 with margins of 37, 35, 28 and 26 mm, the main part and each annex a section of its own', () => {
    expect(sections).toHaveLength(5);
    const [main = ''] = sections;
    expect(attributes(main, 'w:pgSz')).toMatchObject({ w: '11906', h: '16838' });
    expect(attributes(main, 'w:pgMar')).toMatchObject({ top: '2098', bottom: '1984', left: '1587', right: '1474' });
  });

  it('turns the wide annex, with the same type area', () => {
    const wide = sections[3] ?? '';
    expect(attributes(wide, 'w:pgSz')).toMatchObject({ w: '16838', h: '11906', orient: 'landscape' });
    expect(attributes(wide, 'w:pgMar')).toMatchObject({ top: '1587', bottom: '1474', left: '1984', right: '2098' });
  });

  it('sets 16 pt 仿宋_GB2312 for Chinese and Latin text on exact lines of 28.95 pt', () => {
    expect(attributes(styles, 'w:rFonts')).toMatchObject({ eastAsia: '仿宋_GB2312', ascii: '仿宋_GB2312' });
    expect(attributes(styles, 'w:sz').val).toBe('32');
    expect(attributes(styles, 'w:spacing')).toEqual({ val: '-5' });
    expect(styles).toMatch(/<w:spacing [^>]*w:line="579" w:lineRule="exact"/);
  });

  it('numbers odd pages right and even pages left, in 14 pt 宋体', () => {
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    for (const section of sections) {
      expect(section).toMatch(/<w:footerReference w:type="default"/);
      expect(section).toMatch(/<w:footerReference w:type="even"/);
    }
    const relations = parts.get('word/_rels/document.xml.rels') ?? '';
    const footer = (type: string) => {
      const id = new RegExp(`w:type="${type}" r:id="(\\w+)"`).exec(sections[0] ?? '')?.[1];
      const relation = relations.match(/<Relationship [^>]*>/g)?.find((tag) => tag.includes(`Id="${id}"`)) ?? '';
      return parts.get(`word/${/Target="([^"]+)"/.exec(relation)?.[1]}`) ?? '';
    };
    expect(footer('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/);
    expect(footer('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/);
    expect(footer('default')).toContain('>— <');
    expect(attributes(footer('default'), 'w:rFonts').eastAsia).toBe('宋体');
    expect(attributes(footer('default'), 'w:sz').val).toBe('28');
  });
});

describe('elements', () => {
  it('has a red mark on one line and a red rule under the number', () => {
    const mark = paragraphWith(document.letterhead);
    expect(mark).toContain('<w:color w:val="FF0000"/>');
    expect(attributes(mark, 'w:rFonts').eastAsia).toBe('方正小标宋简体');
    const width = (Number(attributes(mark, 'w:sz').val) / 2) * document.letterhead.length;
    expect((width * Number(attributes(mark, 'w:w').val)) / 100).toBeLessThan(442);
    expect(paragraphWith(document.documentNo)).toMatch(/<w:bottom w:val="single" w:color="FF0000"/);
  });

  it('breaks the 22 pt title where its words end', () => {
    const title = paragraphWith('工作情况的通报');
    expect(attributes(title, 'w:sz').val).toBe('44');
    expect(attributes(title, 'w:jc').val).toBe('center');
  });

  it('sets 一、 in 黑体, （一） in 楷体, body lines two characters in, the addressee flush left', () => {
    expect(attributes(paragraphWith('一、基本情况'), 'w:rFonts').eastAsia).toBe('黑体');
    expect(attributes(paragraphWith('（一）总体情况'), 'w:rFonts').eastAsia).toBe('楷体_GB2312');
    expect(attributes(paragraphWith(document.introduction[0]?.text ?? ''), 'w:ind')).toMatchObject({
      firstLineChars: '200',
    });
    expect(paragraphWith(`${document.addressee}：`)).not.toContain('<w:ind');
  });

  it('lists the annexes below the text and signs with the date two characters further right than the name', () => {
    const list = ['2022年4月信用信息归集报送情况排名表', '2022年4月案例和宣传报道报送统计表'].map(paragraphWith);
    // The first line hangs out to the left with its label; a tab carries every name to the same edge.
    const edges = list.map((xml) => {
      const { left, hanging } = attributes(xml, 'w:ind');
      return [Number(left), Number(left) - Number(hanging), xml.includes('<w:tab/>')];
    });
    expect(edges).toEqual([
      [5 * 315 + 320, 2 * 315, true],
      [5 * 315 + 320, 5 * 315, true],
    ]);
    expect(list[0]).toContain('>附件：<');
    expect(list[0]).toContain('>1.<');
    expect(list[1]).toContain('>4.<');
    const name = Number(attributes(paragraphsWith(document.signature)[1] ?? '', 'w:ind').left);
    const date = Number(attributes(paragraphWith(document.date), 'w:ind').left);
    expect(date - name).toBe(2 * 315);
  });

  it('ends with copies and printer, printed date with 印发', () => {
    expect(body).toContain('>抄送：县纪委监委，县委县政府督查局。<');
    expect(body).toContain('>2022年5月5日印发<');
  });
});

describe('tables', () => {
  const tables = body.match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];

  it('have absolute widths that add up, a repeated head and rows that stay whole', () => {
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(attributes(table, 'w:tblW').type).toBe('dxa');
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
      const grid = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(Number(attributes(table, 'w:tblW').w));
      expect(table).not.toMatch(/w:type="pct"|w:type="auto"/);
      const rows = table.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
      expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([rows[0]]);
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    }
  });

  it('print 无 where there are no rows', async () => {
    const empty = { ...document, tables: document.tables.map((table) => ({ ...table, rows: [] })) };
    const xml = (await docxParts(await writeCircularDocx(empty))).get('word/document.xml') ?? '';
    for (const table of xml.match(/<w:tbl>.*?<\/w:tbl>/g) ?? []) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
      const [, nothing, ...below] = rows;
      expect(nothing).toContain('>无<');
      // The note, or the room of the imprint.
      expect(below.length).toBeLessThanOrEqual(1);
      expect(below.join('')).not.toContain('>无<');
    }
  });
});

describe('the form of a paper', () => {
  const written = async (changes: Partial<CircularDocument>) =>
    (await docxParts(await writeCircularDocx({ ...document, tables: [], ...changes }))).get('word/document.xml') ?? '';
  const inForm = (form: Partial<DocumentForm>) => written({ form: { ...document.form, ...form } });
  const textOf = (xml: string) =>
    (xml.match(/<w:p>.*?<\/w:p>/g) ?? []).map((part) =>
      [...part.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
    );

  it('puts 份号, 密级 and 紧急程度 in this order above the mark, in 黑体 but for the number', async () => {
    const xml = await inForm({ urgency: '特急', secrecy: '秘密★1年', copyNo: '000012' });
    const texts = textOf(xml);
    expect(texts.slice(0, 4)).toEqual(['000012', '秘密★1年', '特\u3000急', document.letterhead]);
    const [copyNo = '', secrecy = '', urgency = '', mark = ''] = xml.match(/<w:p>.*?<\/w:p>/g) ?? [];
    expect([copyNo, secrecy, urgency].map((part) => attributes(part, 'w:rFonts').eastAsia)).toEqual([
      '仿宋_GB2312',
      '黑体',
      '黑体',
    ]);
    // The mark stays where it is: three lines less above it.
    const plain = Number(attributes(paragraphWith(document.letterhead), 'w:spacing').before);
    expect(Number(/w:before="(\d+)"/.exec(mark)?.[1])).toBe(plain - 3 * 579);
  });

  it('puts the number left and 签发人 right, names in 楷体, the last one beside the number', async () => {
    const xml = await inForm({ signer: '张三、李四五、王六' });
    const texts = textOf(xml);
    const at = texts.indexOf('签发人：张\u3000三\u3000李四五');
    expect(texts[at + 1]).toBe(`\u3000${document.documentNo}王\u3000六`);
    const rows = (xml.match(/<w:p>.*?<\/w:p>/g) ?? []).slice(at, at + 2);
    expect(rows[0]).toContain('w:eastAsia="楷体_GB2312"');
    expect(rows[0]).not.toContain('<w:bottom');
    expect(rows[1]).toContain('<w:bottom w:val="single" w:color="FF0000"');
  });

  it('has no red on a plain paper, its number under the title', async () => {
    const xml = await inForm({ redHead: false });
    expect(xml).not.toContain('FF0000');
    expect(textOf(xml).slice(0, 4)).toEqual([
      '西峡县社会信用体系建设工作领导小组办公室',
      '关于2022年4月信用信息归集报送',
      '工作情况的通报',
      document.documentNo,
    ]);
  });

  it.each([
    // A short name: date four characters from the right edge, name centred over it.
    ['县信用办', true, 2, 28 - 4 - 6 + 3 - 2, 28 - 4 - 6],
    // A name too wide for that stands two characters from the edge, the date in its middle.
    ['西峡县社会信用体系建设工作领导小组办公室', true, 2, 6, 6 + 10 - 3],
    // Without a seal: name two characters in, date's first character two right of the name's.
    ['西峡县社会信用体系建设工作领导小组办公室', false, 1, 6, 8],
    // A date that is longer stands two characters in and pushes the name left.
    ['县信用办', false, 1, 28 - 2 - 6 - 2, 28 - 2 - 6],
  ])('signs as %s, sealed: %s', async (signature, seal, linesAbove, name, date) => {
    const xml = await written({ signature, issuer: '', form: { ...document.form, seal }, remark: '' });
    const all = xml.match(/<w:p>.*?<\/w:p>/g) ?? [];
    const at = textOf(xml).lastIndexOf(signature);
    const left = (xml: string | undefined) => Number(attributes(xml ?? '', 'w:ind').left) / 315;
    expect(left(all[at])).toBeCloseTo(name, 2);
    expect(left(all[at + 1])).toBeCloseTo(date, 2);
    // Room, no empty paragraphs: LibreOffice counts paragraphs to guess where pages end.
    expect(textOf(xml)[at - 1]).toMatch(/\S/);
    expect(attributes(all[at] ?? '', 'w:spacing').before).toBe(String(linesAbove * 579));
    for (const part of all.slice(at - 1, at + 1)) expect(part).toContain('<w:keepNext/>');
  });

  it('moves 主送 to the imprint where it would leave no room for text on the first page', async () => {
    const addressee = Array.from({ length: 40 }, (_, index) => `第${index + 1}镇人民政府`).join('，');
    const texts = textOf(await written({ addressee }));
    expect(texts).not.toContain(`${addressee}：`);
    expect(texts.indexOf(`主送：${addressee}。`)).toBe(texts.indexOf('抄送：县纪委监委，县委县政府督查局。') - 1);
  });

  it('writes the families chosen for it, 宋体 in bold for a title without 小标宋', async () => {
    const fonts = { title: { family: '宋体', bold: true }, body: { family: '仿宋', bold: false } };
    const parts = await docxParts(await writeCircularDocx({ ...document, form: { ...document.form, fonts } }));
    expect(attributes(parts.get('word/styles.xml') ?? '', 'w:rFonts').eastAsia).toBe('仿宋');
    const title =
      /<w:p>(?:(?!<\/w:p>).)*工作情况的通报.*?<\/w:p>/.exec(parts.get('word/document.xml') ?? '')?.[0] ?? '';
    expect(attributes(title, 'w:rFonts').eastAsia).toBe('宋体');
    expect(title).toContain('<w:b/>');
    expect(parts.get('word/document.xml')).not.toContain('方正小标宋简体');
  });

  it('gives the same bytes of text each time it is written', async () => {
    const again = await docxParts(await writeCircularDocx(document));
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/footer1.xml'])
      expect(again.get(name)).toBe(parts.get(name));
    const [one, two] = [await writeCircularDocx(WITH_CHART, DRAWING), await writeCircularDocx(WITH_CHART, DRAWING)];
    const text = async (bytes: Uint8Array) => (await docxParts(bytes)).get('word/document.xml');
    expect(await text(two)).toBe(await text(one));
  });
});

const CHART: ChartSpec = { kind: 'composition', title: '各类信息记录数', items: [] };
const WITH_CHART: CircularDocument = {
  ...document,
  tables: [
    { key: 'charts', label: '附件', caption: '图', columns: [], rows: [], note: '', landscape: false, charts: [CHART] },
  ],
};
const DRAWING = {
  picture: async () => ({ png: new Uint8Array([137, 80, 78, 71]), width: 2000, height: 1000 }),
};

it('puts a chart in its annex, as wide as the type area and no wider, named for who cannot see it', async () => {
  const all = await docxParts(await writeCircularDocx(WITH_CHART, DRAWING));
  const xml = all.get('word/document.xml') ?? '';
  const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
  const millimetre = 36000;
  expect(Number(width) / millimetre).toBeLessThanOrEqual(156);
  expect(Number(width) / millimetre).toBeGreaterThan(155);
  expect(Number(height) / Number(width)).toBeCloseTo(0.5, 2);
  expect(xml).toContain('descr="各类信息记录数"');
  expect([...all.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
});

it('puts the imprint at the foot of a wide last annex, across its page', async () => {
  const wide = { ...document, tables: document.tables.slice(0, 3) };
  const xml = (await docxParts(await writeCircularDocx(wide))).get('word/document.xml') ?? '';
  const turns = (xml.match(/<w:pgSz[^>]*>/g) ?? []).map((tag) => tag.includes('landscape'));
  expect(turns).toEqual([false, false, false, true]);
  const [, width] = /<wp:extent cx="(\d+)"(?:(?!<wp:extent).)*name="版记"/su.exec(xml) ?? [];
  expect(Math.round(Number(width) / 36000)).toBe(225);
  expect(xml.slice(xml.lastIndexOf('</w:tbl>'), xml.lastIndexOf('landscape'))).toContain('印发');
});

it('writes several papers into one file, each from page 1 on the front of a sheet', async () => {
  const files = await docxParts(await writeDocumentsDocx([document, { ...document, title: '催报函', tables: [] }]));
  const xml = files.get('word/document.xml') ?? '';
  const all = xml.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
  expect(all).toHaveLength(6);
  const begins = all.map((section) => section.includes('<w:pgNumType w:start="1"/>'));
  expect(begins).toEqual([true, false, false, false, false, true]);
  expect(all.map((section) => section.includes('<w:type w:val="oddPage"/>'))).toEqual(begins);
  expect(xml).toContain('>催报函<');
});

it('writes what a text holds, markup and all, as text', async () => {
  const title = 'A & B <w:p/> "引号"';
  const xml = (await docxParts(await writeCircularDocx({ ...document, title }))).get('word/document.xml') ?? '';
  expect(xml).toContain('A &amp; B &lt;w:p/&gt;');
});

it('prints without annexes, copies or remark', async () => {
  const xml =
    (await docxParts(await writeCircularDocx({ ...document, tables: [], copyTo: [], remark: '' }))).get(
      'word/document.xml',
    ) ?? '';
  expect(xml).not.toContain('附件：');
  expect(xml).not.toContain('抄送');
  expect(xml).toContain('印发');
});
