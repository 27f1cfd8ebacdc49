import { describe, expect, it } from 'vitest';
import { oddWorkbook } from '../../fixtures/oddWorkbook.ts';
import { cellsOf, sheetsOf, textsOf } from './readBytes.ts';

const STYLES = `<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="0000"/></numFmts>
<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
<cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="31" fontId="0"/><xf numFmtId="176" fontId="0"/><xf numFmtId="177" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="22" fontId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="49" fontId="0"/><xf numFmtId="58" fontId="0"/></cellXfs>`;

function row(cells: string, more: { strings?: string; workbookPr?: string } = {}) {
  return oddWorkbook({ sheets: [{ name: 'Sheet1', xml: `<row r="1">${cells}</row>` }], styles: STYLES, ...more });
}

describe('cells of an .xlsx', () => {
  it.each([
    ['a number', '<c r="A1"><v>12.5</v></c>', { text: '12.5', type: 'number', value: 12.5, format: 'General' }],
    ['a small exponent', '<c r="A1"><v>1.5E-3</v></c>', { text: '0.0015', type: 'number', value: 0.0015 }],
    ['leading zeros', '<c r="A1" s="4"><v>12</v></c>', { text: '0012', type: 'number', value: 12, format: '0000' }],
    ['a percentage', '<c r="A1" s="8"><v>0.5</v></c>', { text: '50%', value: 0.5 }],
    [
      'format 14',
      '<c r="A1" s="1"><v>44669</v></c>',
      { text: '2022/4/18', type: 'date', value: '2022-04-18', format: 'yyyy/m/d' },
    ],
    ['format 31', '<c r="A1" s="2"><v>44669</v></c>', { text: '2022年4月18日', type: 'date', value: '2022-04-18' }],
    ['format 58', '<c r="A1" s="10"><v>44669</v></c>', { text: '4月18日', type: 'date', value: '2022-04-18' }],
    [
      'an own date format',
      '<c r="A1" s="3"><v>44669</v></c>',
      { text: '2022年4月18日', type: 'date', value: '2022-04-18', format: 'yyyy"年"m"月"d"日"' },
    ],
    [
      'a date with time',
      '<c r="A1" s="7"><v>44669.3958333333</v></c>',
      { text: '2022/4/18 9:30', type: 'date', value: '2022-04-18T09:30' },
    ],
    [
      'a date typed as a whole number',
      '<c r="A1" s="1"><v>20220418</v></c>',
      { text: '20220418', type: 'number', value: 20220418 },
    ],
    [
      'an ISO date cell',
      '<c r="A1" s="1" t="d"><v>2022-04-18T00:00:00</v></c>',
      { text: '2022/4/18', type: 'date', value: '2022-04-18' },
    ],
    [
      'an ISO date-time cell without a date style',
      '<c r="A1" t="d"><v>2022-04-18T09:30:00</v></c>',
      { text: '2022/4/18', type: 'date', value: '2022-04-18T09:30' },
    ],
    ['true', '<c r="A1" t="b"><v>1</v></c>', { text: 'TRUE', type: 'boolean', value: true }],
    ['false', '<c r="A1" t="b"><v>0</v></c>', { text: 'FALSE', type: 'boolean', value: false }],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { text: '#N/A', type: 'error', value: '#N/A' }],
    [
      'an inline string',
      '<c r="A1" t="inlineStr"><is><t>西峡县</t></is></c>',
      { text: '西峡县', type: 'string', value: '西峡县' },
    ],
    [
      'inline rich text',
      '<c r="A1" t="inlineStr"><is><r><t>西峡</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 县</t></r></is></c>',
      { text: '西峡 县' },
    ],
    [
      'entities',
      '<c r="A1" t="inlineStr"><is><t>A&amp;B &lt;&#x20BB7;&#134071;&gt;</t></is></c>',
      { text: 'A&B <𠮷𠮷>' },
    ],
    ['escapes', '<c r="A1" t="inlineStr"><is><t>一_x000D_\n二_x005F_x0041_</t></is></c>', { text: '一\r\n二_x0041_' }],
    ['blanks', '<c r="A1" t="inlineStr"><is><t xml:space="preserve">  空 格 </t></is></c>', { text: '  空 格 ' }],
    ['a struck cell', '<c r="A1" s="5"><v>1</v></c>', { struckOut: true }],
    [
      'a struck run',
      '<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>删</t></r></is></c>',
      { text: '删', struckOut: true },
    ],
    [
      'a number as text',
      '<c r="A1" s="9" t="inlineStr"><is><t>914113231234567890</t></is></c>',
      { text: '914113231234567890', type: 'string', format: '@' },
    ],
    [
      'a formula with its number',
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      { text: '2', type: 'number', value: 2, formula: true },
    ],
    [
      'a formula with its text',
      '<c r="A1" t="str"><f>A2</f><v>西峡</v></c>',
      { text: '西峡', type: 'string', formula: true },
    ],
    [
      'a formula that is just a text',
      '<c r="A1"><f>"914113231234567890"</f></c>',
      { text: '914113231234567890', type: 'string', value: '914113231234567890', formula: true },
    ],
    [
      'a formula with an error',
      '<c r="A1" t="e"><f>VLOOKUP(1,B:B,1,0)</f><v>#REF!</v></c>',
      { type: 'error', value: '#REF!', formula: true },
    ],
    [
      'a date by formula',
      '<c r="A1" s="1"><f>TODAY()</f><v>44669</v></c>',
      { type: 'date', value: '2022-04-18', formula: true },
    ],
    ['a formula never computed', '<c r="A1"><f>SUM(B1:B2)</f></c>', { text: '', type: 'formula', value: null }],
    [
      'a formula with an empty result element',
      '<c r="A1"><f>SUM(B1:B2)</f><v></v></c>',
      { type: 'formula', value: null },
    ],
  ])('reads %s', async (_, xml, content) => {
    expect((await cellsOf(row(xml)))[0]).toMatchObject({ column: 1, ...content });
  });

  it.each([
    ['<c r="A1"><v>999999999999999</v></c>', undefined],
    ['<c r="A1"><v>1000000000000000</v></c>', true],
    ['<c r="A1"><v>9.1411323123456794E+17</v></c>', true],
    ['<c r="A1"><v>-1e15</v></c>', true],
    ['<c r="A1" t="inlineStr"><is><t>914113231234567890</t></is></c>', undefined],
  ])('tells whether digits are lost: %s', async (xml, lost) => {
    expect((await cellsOf(row(xml)))[0]?.precisionLost).toBe(lost);
  });

  it.each([
    ['no content', '<c r="A1" s="1"/>'],
    ['an empty string', '<c r="A1" t="inlineStr"><is><t></t></is></c>'],
    ['an empty formula result', '<c r="A1" t="str"><f>A2</f><v></v></c>'],
    ['a shared string that is not there', '<c r="A1" t="s"><v>7</v></c>'],
  ])('drops cells with %s', async (_, xml) => {
    expect(await textsOf(row(xml))).toEqual([]);
  });

  it.each([
    ['<c r="B1" t="inlineStr"></c>', '<c r="C1" t="inlineStr"/>'],
    ['<c r="B1" t="inlineStr"><is/></c>', '<c r="C1" t="inlineStr"><is></is></c>'],
  ])('leaves inline strings without text empty, whatever stood before them: %s', async (...empty) => {
    const kept = (cell: string, text: string) => `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`;
    expect(await textsOf(row(`${kept('A1', '甲')}${empty.join('')}${kept('D1', '丁')}`))).toEqual([['甲', '丁']]);
    expect((await cellsOf(row(`${kept('A1', '甲')}${empty.join('')}`))).map(({ column }) => column)).toEqual([1]);
  });

  it('does not strike a text of which only a part is struck', async () => {
    const xml =
      '<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>删</t></r><r><t>留</t></r></is></c><c r="B1" s="6"><v>1</v></c>';
    expect((await cellsOf(row(xml))).map((cell) => cell.struckOut)).toEqual([undefined, undefined]);
  });

  it('reads shared strings: rich text once, phonetic readings left out', async () => {
    const strings =
      '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t>丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh><phoneticPr fontId="1"/></si><si/>';
    const cells = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c>';
    expect(await textsOf(row(cells, { strings }))).toEqual([['乙丙', '甲']]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const [cell] = await cellsOf(row('<c r="A1" s="1"><v>43207</v></c>', { workbookPr: '<workbookPr date1904="1"/>' }));
    expect(cell).toMatchObject({ text: '2022/4/18', value: '2022-04-18' });
  });

  it('takes a cell picture of WPS for a picture, not for text', async () => {
    const [sheet] = await sheetsOf(
      row('<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'),
    );
    expect(sheet?.rows[0]?.cells).toEqual([
      { column: 1, text: '', type: 'string', value: '', format: 'General', picture: true },
    ]);
    expect(sheet?.pictures).toBe(1);
  });
});
