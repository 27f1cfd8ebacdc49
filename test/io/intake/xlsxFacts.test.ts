import { describe, expect, it } from 'vitest';
import { type OddWorkbook, oddWorkbook, relationships } from '../../fixtures/oddWorkbook.ts';
import { cellsOf, sheetsOf } from './readBytes.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const text = (cell: string, value: string, more = '') =>
  `<c r="${cell}" ${more} t="inlineStr"><is><t>${value}</t></is></c>`;
const book = (rows: string, more: Partial<OddWorkbook> = {}) =>
  oddWorkbook({ sheets: [{ name: '表', xml: rows }], ...more });
const whole = (rows: string, after: string) =>
  `<worksheet xmlns="${MAIN}" xmlns:r="r"><sheetData>${rows}</sheetData>${after}</worksheet>`;

describe('what a style says of a cell', () => {
  const STYLES = `<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font><font><color indexed="9"/></font><font><sz val="1"/></font><font><sz val="11"/><color theme="0" tint="-0.5"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.15"/></patternFill></fill><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></fills>
<cellXfs><xf/><xf fontId="1"/><xf fontId="2" fillId="1"/><xf fontId="3" fillId="3"/><xf fontId="4"/><xf fontId="5"/><xf fontId="1" fillId="2"/><xf fillId="4"/><xf fillId="5"/><xf fillId="6"/></cellXfs><dxfs><dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>`;

  it.each([
    ['nothing', 0, undefined, undefined],
    ['white letters on nothing', 1, true, undefined],
    ['letters of the window colour on the fill that is none', 2, true, undefined],
    ['white letters of the palette on white', 3, true, undefined],
    ['letters of one point', 4, true, undefined],
    ['grey letters', 5, undefined, undefined],
    ['white letters on yellow', 6, undefined, true],
    ['the window colour', 7, undefined, undefined],
    ['a shade of the window colour', 8, undefined, true],
    ['a colour behind no pattern', 9, undefined, undefined],
  ])('%s', async (_, style, unreadable, coloured) => {
    const [cell] = await cellsOf(book(`<row r="1">${text('A1', '甲', `s="${style}"`)}</row>`, { styles: STYLES }));
    expect([cell?.unreadable, cell?.coloured]).toEqual([unreadable, coloured]);
  });
});

describe('what a formula says of its value', () => {
  it.each([
    ['TODAY()', { volatile: true }],
    ['TEXT(NOW( ),"yyyy")', { volatile: true }],
    ['IF(A2="",RAND(),1)', { volatile: true }],
    ['MYTODAY()+SUM(A1:A2)', {}],
    ['[1]Sheet1!A1', { external: true }],
    ["VLOOKUP(A1,'[2]4 月'!A:B,2,0)", { external: true }],
    ['Table1[1]+Sheet2!A1', {}],
    ['SUM(Table1[[#This Row],[1]])', {}],
  ])('%s', async (formula, facts) => {
    const [cell] = await cellsOf(
      book(`<row r="1"><c r="A1"><f>${formula.replaceAll('"', '&quot;')}</f><v>1</v></c></row>`),
    );
    expect(cell).toEqual({
      column: 1,
      text: '1',
      type: 'number',
      value: 1,
      format: 'General',
      formula: true,
      ...facts,
    });
  });

  it('holds for every cell that shares it', async () => {
    const cells = await cellsOf(
      book(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:C1" si="0">TODAY()</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1"><f t="shared" si="1"/><v>1</v></c></row>',
      ),
    );
    expect(cells.map(({ volatile }) => volatile)).toEqual([true, true, undefined]);
  });
});

describe('comments', () => {
  const COMMENTS = `<comments xmlns="${MAIN}"><authors><author>张三</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>张三:</t></r><r><t xml:space="preserve">
实为 0.5 万元</t></r></text></comment><comment ref="$D$2" authorId="0"><text><t>空格里的值</t></text></comment><comment ref="A5" authorId="1"><text><t>[线程批注]</t></text></comment><comment ref="A4" authorId="0"><text><t> </t></text></comment></commentList></comments>`;
  const THREADS = `<ThreadedComments xmlns="x"><threadedComment ref="A5" id="1"><text>请核实</text></threadedComment><threadedComment ref="A5" id="2" parentId="1"><text>已核实</text></threadedComment></ThreadedComments>`;

  it('stand with their cells, empty ones too; an answer below its comment', async () => {
    const [sheet] = await sheetsOf(
      book(`<row r="2">${text('A2', '甲')}${text('B2', '乙')}</row>`, {
        parts: {
          [RELATIONS]: relationships([
            ['rId1', 'comments', '../comments1.xml'],
            ['rId2', 'threadedComment', '../threadedComments/threadedComment1.xml'],
          ]),
          'xl/comments1.xml': COMMENTS,
          'xl/threadedComments/threadedComment1.xml': THREADS,
        },
      }),
    );
    expect(sheet?.rows.map(({ row, cells }) => [row, ...cells.map((c) => [c.column, c.text, c.comment])])).toEqual([
      [2, [1, '甲', undefined], [2, '乙', '实为 0.5 万元'], [4, '', '空格里的值']],
      [5, [1, '', '请核实\n已核实']],
    ]);
  });
});

describe('what floats over the cells and what a filter hides', () => {
  it('counts text boxes with text, each once, and no other shapes', async () => {
    const box = (content: string) =>
      `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${content}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const drawing = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m">${box('此处作废')}${box(' ')}<xdr:sp/><mc:AlternateContent><mc:Choice>${box('说明')}</mc:Choice><mc:Fallback>${box('说明')}<xdr:pic/></mc:Fallback></mc:AlternateContent><xdr:pic/></xdr:wsDr>`;
    const [sheet] = await sheetsOf(
      book(whole(`<row r="1">${text('A1', '甲')}</row>`, '<drawing r:id="rId1"/>'), {
        parts: {
          [RELATIONS]: relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          'xl/drawings/drawing1.xml': drawing,
        },
      }),
    );
    expect(sheet).toMatchObject({ shapes: 2, pictures: 1 });
  });

  const ROWS = `<row r="1">${text('A1', '甲')}</row><row r="2" hidden="1">${text('A2', '乙')}</row>`;
  const SET =
    '<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn></autoFilter>';
  it.each([
    ['a filter that is set', ROWS, SET, true],
    ['a filter that is not set', ROWS, '<autoFilter ref="A1:A2"/>', undefined],
    ['a filter that hides nothing', ROWS.replace(' hidden="1"', ''), SET, undefined],
    ['no filter', ROWS, '', undefined],
  ])('%s', async (_, rows, after, filtered) => {
    const [sheet] = await sheetsOf(book(whole(rows, after)));
    expect(sheet?.filtered).toBe(filtered);
  });

  it('a filter of a table', async () => {
    const [sheet] = await sheetsOf(
      book(whole(ROWS, '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'), {
        parts: {
          [RELATIONS]: relationships([['rId1', 'table', '../tables/table1.xml']]),
          'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" ref="A1:A2">${SET}</table>`,
        },
      }),
    );
    expect(sheet?.filtered).toBe(true);
  });
});

describe('pictures in cells', () => {
  it.each([
    ['of Excel', '#VALUE!', { 'xl/richData/richValueRel.xml': '<richValueRels/>' }, { text: '', picture: true }],
    ['of no kind: an error with a rich value', '#SPILL!', {}, { text: '#SPILL!', type: 'error' }],
  ])('%s', async (_, error, parts, content) => {
    const [sheet] = await sheetsOf(book(`<row r="1"><c r="A1" t="e" vm="1"><v>${error}</v></c></row>`, { parts }));
    expect(sheet?.rows[0]?.cells).toMatchObject([content]);
    expect(sheet?.pictures).toBe('picture' in content ? 1 : 0);
  });
});
