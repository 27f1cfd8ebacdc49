import { describe, expect, it } from 'vitest';
import { writeCircularDocx } from '../../../electron/io/documents/circularDocx.ts';
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
    expect(paragraphWith('附件：1.2022年4月信用信息归集报送情况排名表')).not.toBe('');
    expect(paragraphWith('4.2022年4月案例和宣传报道报送统计表')).not.toBe('');
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
      expect(rows).toHaveLength(2);
      expect(rows[1]).toContain('>无<');
    }
  });
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
