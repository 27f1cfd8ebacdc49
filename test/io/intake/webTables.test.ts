import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { CellContent, Sheet, SheetRow } from '../../../electron/contract/sheets.ts';
import { createHtmlScanner } from '../../../electron/io/intake/htmlScanner.ts';
import { readBytes } from './readBytes.ts';

async function sheetsIn(bytes: Uint8Array | string, format: string): Promise<readonly Sheet[]> {
  const result = await readBytes(bytes, '导出.xls');
  if (result.kind !== 'workbook') throw new Error(`${result.kind} ${result.code} ${result.detail}`);
  expect(result.workbook.format).toBe(format);
  return result.workbook.sheets;
}

const lineOf = ({ row, cells }: SheetRow) => `${row}: ${cells.map((c) => `${c.column}=${c.text}`).join(' | ')}`;
const linesOf = (sheet: Sheet | undefined) => (sheet?.rows ?? []).map(lineOf);
const cellsIn = (sheet: Sheet | undefined): readonly CellContent[] => (sheet?.rows ?? []).flatMap((row) => row.cells);
const htmlSheets = (html: string) => sheetsIn(html, 'html');
const table = (rows: string) => `<html><body><table>${rows}</table></body></html>`;

describe('a web page under the name .xls', () => {
  it('keeps codes, dates and numbers as the text they are', async () => {
    const [sheet] = await htmlSheets(
      table(
        `<tr><td>914113231234567890</td><td style='mso-number-format:"\\@"'>0012</td><td>2022-4-18</td><td>1E5</td></tr>`,
      ),
    );
    expect(cellsIn(sheet)).toEqual([
      { column: 1, text: '914113231234567890', type: 'string', value: '914113231234567890', format: 'General' },
      { column: 2, text: '0012', type: 'string', value: '0012', format: '@' },
      { column: 3, text: '2022-4-18', type: 'string', value: '2022-4-18', format: 'General' },
      { column: 4, text: '1E5', type: 'string', value: '1E5', format: 'General' },
    ]);
  });

  it.each(['utf-8', 'gbk', 'utf-16le'])('is read in %s, whatever its meta element says', async (encoding) => {
    const page = `<html><head><meta charset="gb2312"></head><table><tr><td>市监局㙍</td></tr></table></html>`.replace(
      encoding === 'gbk' ? '㙍' : '',
      '',
    );
    const [sheet] = await sheetsIn(iconv.encode(page, encoding, { addBOM: encoding === 'utf-16le' }), 'html');
    expect(linesOf(sheet)).toEqual([`1: 1=市监局${encoding === 'gbk' ? '' : '㙍'}`]);
  });

  it.each([
    [
      'entities',
      '<tr><td>A&amp;B&nbsp;&lt;&#20013;&#x20BB7;&gt; &nosuch; 1&2</td><td>&nbsp;</td></tr>',
      ['1: 1=A&B <中𠮷> &nosuch; 1&2'],
    ],
    ['lines and blanks as a browser shows them', '<tr><td> 甲\n  乙<br/>丙<p>丁</p></td></tr>', ['1: 1=甲 乙\n丙\n丁']],
    ['cells and rows that are never closed', '<tr><td>甲<td>乙<tr><th>丙', ['1: 1=甲 | 2=乙', '2: 1=丙']],
    ['cells without a row', '<td>甲</td><td>乙</td>', ['1: 1=甲 | 2=乙']],
    ['a > in an attribute, no quotes, capitals', '<TR><TD title="a>b" colspan=1>甲</TD></TR>', ['1: 1=甲']],
    ['what is no tag', '<tr><td>1 < 2 <3</td></tr>', ['1: 1=1 < 2 <3']],
    [
      'comments and scripts left out',
      '<!-- <td>x</td> --><tr><td><script>"<td>y</td>"</script>甲</td></tr>',
      ['1: 1=甲'],
    ],
    ['empty rows counted', '<tr><td>甲</td></tr><tr><td></td></tr><tr><td>乙</td></tr>', ['1: 1=甲', '3: 1=乙']],
  ])('is read with %s', async (_, rows, lines) => {
    expect(linesOf((await htmlSheets(table(rows)))[0])).toEqual(lines);
  });

  it('puts cells past those that reach down from above', async () => {
    const [sheet] = await htmlSheets(
      table(
        '<tr><td rowspan=3>甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td rowspan="2">丁</td></tr><tr><td>戊</td><td>己</td></tr>',
      ),
    );
    expect(linesOf(sheet)).toEqual(['1: 1=甲 | 2=乙', '2: 2=丙 | 3=丁', '3: 2=戊 | 4=己']);
    expect(sheet?.merges).toEqual(['A1:A3', 'B1:C1', 'C2:C3']);
  });

  it('makes a sheet of each table, with the lines of the page above it', async () => {
    const sheets = await htmlSheets(
      '<title>不是</title><h3>填报单位：市监局</h3><div>4月</div><table><tr><td>甲</td></tr></table><table></table>其间<table><tr><td><table><tr><td>内</td></tr></table>外</td></tr></table>填表人：张三',
    );
    expect(sheets.map((sheet) => [sheet.name, ...linesOf(sheet)])).toEqual([
      ['Sheet1', '1: 1=填报单位：市监局', '2: 1=4月', '3: 1=甲'],
      ['Sheet2', '1: 1=其间', '2: 1=外'],
      ['Sheet3', '1: 1=内', '2: 1=填表人：张三'],
    ]);
  });

  it('takes the names of the sheets from what Excel left', async () => {
    const [sheet] = await htmlSheets(
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>4月</x:Name></x:ExcelWorksheet></xml><![endif]--><table><tr><td>甲</td></tr></table></html>`,
    );
    expect(sheet?.name).toBe('4月');
  });

  it('tells hidden rows and columns, colours, struck text and pictures', async () => {
    const [sheet] = await htmlSheets(
      `<style>.c{background:#FFFF00} .h{display:none}</style>${table(
        '<col><col class=h span=2><tr style="overflow: hidden"><td class="a c">甲</td><td bgcolor="#ffffff">乙</td><td><s>丙</s></td><td>丁<s>戊</s></td></tr><tr class="h"><td style="text-decoration:line-through">己<img src="http://example.invalid/a.png"></td></tr>',
      )}`,
    );
    expect(sheet).toMatchObject({ hiddenColumns: [2, 3], pictures: 1 });
    expect(sheet?.rows.map((row) => row.hidden)).toEqual([false, true]);
    expect(cellsIn(sheet).map(({ text, coloured, struckOut }) => [text, coloured, struckOut])).toEqual([
      ['甲', true, undefined],
      ['乙', undefined, undefined],
      ['丙', undefined, true],
      ['丁戊', undefined, undefined],
      ['己', undefined, true],
    ]);
  });

  it('reads the same for any cut of the text', () => {
    const page = '<!--a--><style>.a{}</style><td a="1>2">1 &lt; 2<3</td><script></script x>b</script><br/>末&am';
    const eventsOf = (size: number): string => {
      const events: string[] = [];
      const scanner = createHtmlScanner({
        open: (name, attributes) => events.push(`<${name}${attributes}>`),
        close: (name) => events.push(`</${name}>`),
        text: (text) => events.push(text),
        comment: (text) => events.push(`!${text}`),
        style: (text) => events.push(`{${text}}`),
      });
      for (let at = 0; at < page.length; at += size) scanner.push(page.slice(at, at + size));
      scanner.end();
      return events.join('');
    };
    const whole = eventsOf(page.length);
    expect(whole).toBe('!a<style>{.a{}}<td a="1>2">1 < 2<3</td><script><br/>末&am');
    for (const size of [1, 2, 3, 7]) expect(eventsOf(size)).toBe(whole);
  });

  it.each([
    ['a comment without end', `<table><tr><td>甲</td></tr></table><!--${'x'.repeat(5_000_000)}`],
    ['a cell without end', table(`<tr><td>${'<b>长长长长</b>'.repeat(200_000)}`)],
    ['more columns than a sheet has', table(`<tr>${'<td colspan=1000>'.repeat(20)}`)],
  ])('is refused with %s', async (_, page) => {
    expect(await readBytes(page, 'a.xls')).toMatchObject({ kind: 'refused', code: 'too_large' });
  });
});

const xmlBook = (content: string, before = '') =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n${before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${content}</Workbook>`;
const xmlSheet = (rows: string) => `<Worksheet ss:Name="4月"><Table>${rows}</Table></Worksheet>`;
const xmlSheets = (content: string, before?: string) => sheetsIn(xmlBook(content, before), 'xls');

describe('an XML Spreadsheet 2003', () => {
  const STYLES = `<Styles><Style ss:ID="Default"><Font ss:Size="11"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="z"><NumberFormat ss:Format="0000"/></Style><Style ss:ID="s" ss:Parent="z"><Font ss:StrikeThrough="1"/><Interior ss:Color="#FFFF00" ss:Pattern="Solid"/></Style><Style ss:ID="w"><Font ss:Color="#FFFFFF"/></Style></Styles>`;

  it.each([
    ['a text', '<Cell><Data ss:Type="String">A&amp;B 市监局</Data></Cell>', { text: 'A&B 市监局', type: 'string' }],
    [
      'rich text',
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>西峡</B><Font>县</Font></ss:Data></Cell>',
      { text: '西峡县' },
    ],
    [
      'a number',
      '<Cell ss:StyleID="z"><Data ss:Type="Number">12</Data></Cell>',
      { text: '0012', type: 'number', value: 12, format: '0000' },
    ],
    [
      'a code whose digits are lost',
      '<Cell><Data ss:Type="Number">914113231234567890</Data></Cell>',
      { precisionLost: true },
    ],
    [
      'a date',
      '<Cell ss:StyleID="d"><Data ss:Type="DateTime">2022-04-18T00:00:00.000</Data></Cell>',
      { text: '2022/4/18', type: 'date', value: '2022-04-18' },
    ],
    [
      'a date without a style',
      '<Cell><Data ss:Type="DateTime">2022-04-18T00:00:00.000</Data></Cell>',
      { text: '2022/4/18', value: '2022-04-18' },
    ],
    ['true', '<Cell><Data ss:Type="Boolean">1</Data></Cell>', { type: 'boolean', value: true }],
    ['an error', '<Cell><Data ss:Type="Error">#REF!</Data></Cell>', { type: 'error', value: '#REF!' }],
    [
      'a formula',
      '<Cell ss:Formula="=TODAY()" ss:StyleID="d"><Data ss:Type="DateTime">2022-04-18T00:00:00</Data></Cell>',
      { value: '2022-04-18', formula: true, volatile: true },
    ],
    [
      'a formula into another file',
      `<Cell ss:Formula="='D:\\[4月.xls]表'!R1C1"><Data ss:Type="Number">1</Data></Cell>`,
      { external: true },
    ],
    ['a formula never computed', '<Cell ss:Formula="=RC[1]"/>', { type: 'formula', value: null }],
    [
      'an inherited style',
      '<Cell ss:StyleID="s"><Data ss:Type="Number">1</Data></Cell>',
      { text: '0001', struckOut: true, coloured: true },
    ],
    ['white letters', '<Cell ss:StyleID="w"><Data ss:Type="Number">1</Data></Cell>', { unreadable: true }],
    [
      'a comment',
      '<Cell><Data ss:Type="String">甲</Data><Comment ss:Author="张"><ss:Data>实为乙</ss:Data></Comment></Cell>',
      { text: '甲', comment: '实为乙' },
    ],
  ])('gives %s', async (_, cell, content) => {
    const [sheet] = await xmlSheets(STYLES + xmlSheet(`<Row>${cell}</Row>`));
    expect(cellsIn(sheet)).toMatchObject([{ column: 1, ...content }]);
  });

  it('places rows and cells by their index and tells what is merged and hidden', async () => {
    const [first, second] = await xmlSheets(
      `${xmlSheet('<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Row ss:Index="3"><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="String">乙</Data></Cell></Row><Row ss:Hidden="1"><Cell ss:Index="4"><Data ss:Type="String">丙</Data></Cell></Row>')}<Worksheet ss:Name="藏"><Table/><WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet>`,
    );
    expect(linesOf(first)).toEqual(['3: 1=甲 | 4=乙', '4: 4=丙']);
    expect(first).toMatchObject({ name: '4月', hidden: false, merges: ['A3:C4'], hiddenColumns: [2, 3] });
    expect(first?.rows.map((row) => row.hidden)).toEqual([false, true]);
    expect(second).toMatchObject({ name: '藏', hidden: true, rows: [] });
  });

  it('never reads an external entity nor expands one', async () => {
    const type = '<!DOCTYPE Workbook [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "哈"><!ENTITY b "&a;&a;">]>';
    const [sheet] = await xmlSheets(xmlSheet('<Row><Cell><Data ss:Type="String">甲&e;&b;乙</Data></Cell></Row>'), type);
    expect(linesOf(sheet)).toEqual(['1: 1=甲乙']);
  });

  it('is refused where it is cut short', async () => {
    const bytes = xmlBook(xmlSheet('<Row><Cell><Data ss:Type="String">甲</Data></Cell></Row>')).slice(0, -30);
    expect(await readBytes(bytes, 'a.xls')).toMatchObject({ kind: 'refused', code: 'truncated' });
  });
});

describe('a web archive under the name .xls', () => {
  const quoted = (text: string) =>
    [...Buffer.from(text)]
      .map((b) => (b > 126 || b === 61 ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b)))
      .join('')
      .match(/(?:=[0-9A-F]{2}|[^=]){1,60}/gsu)
      ?.join('=\r\n') ?? '';
  const part = (location: string, content: string, encoding: 'quoted-printable' | 'base64' | '8bit') => {
    const body =
      encoding === 'base64' ? Buffer.from(content).toString('base64') : encoding === '8bit' ? content : quoted(content);
    return `--b_1\r\nContent-Location: file:///C:/x/${location}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${body}\r\n`;
  };
  const archive = (...parts: string[]) =>
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n boundary="b_1"\r\n\r\n前言\r\n${parts.join('')}--b_1--\r\n`;

  it.each(['quoted-printable', 'base64', '8bit'] as const)('gives its table, encoded as %s', async (encoding) => {
    const [sheet] = await sheetsIn(archive(part('a.htm', table('<tr><td>市监局=1</td></tr>'), encoding)), 'html');
    expect(linesOf(sheet)).toEqual(['1: 1=市监局=1']);
  });

  it('gives a sheet of each page that its frame names', async () => {
    const frame = `<html><!--<xml><x:ExcelWorksheet><x:Name>许可</x:Name><x:WorksheetSource HRef="a.files/sheet001.htm"/></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>处罚</x:Name><x:WorksheetSource HRef="a.files/sheet002.htm"/></x:ExcelWorksheet></xml>--><frameset></frameset></html>`;
    const sheets = await sheetsIn(
      archive(
        part('a.htm', frame, 'quoted-printable'),
        part('a.files/tabstrip.htm', table('<tr><td>许可</td></tr>'), 'quoted-printable'),
        part('a.files/sheet001.htm', table('<tr><td>甲</td></tr>'), 'quoted-printable'),
        part('a.files/sheet002.htm', table('<tr><td>乙</td></tr>'), 'base64'),
      ),
      'html',
    );
    expect(sheets.map((sheet) => [sheet.name, ...linesOf(sheet)])).toEqual([
      ['许可', '1: 1=甲'],
      ['处罚', '1: 1=乙'],
    ]);
  });

  it('is refused without a page', async () => {
    expect(await readBytes(archive(), 'a.xls')).toMatchObject({ kind: 'refused', code: 'truncated' });
  });
});
