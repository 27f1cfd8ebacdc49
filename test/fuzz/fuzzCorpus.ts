import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BookType, utils, write as writeBook } from '@e965/xlsx';
import { Document, Packer, Paragraph } from 'docx';
import iconv from 'iconv-lite';
import crypto from 'officecrypto-tool';
import { oddWorkbook, relationships } from '../fixtures/oddWorkbook.ts';
import { writeZip } from '../fixtures/zip.ts';

/** A whole file that inputs of the fuzz are made from. */
export interface Specimen {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files of every kind that the intake knows: the sample inbox, the same tables in other formats, odd workbooks, mails, archives. */
export async function fuzzCorpus(inbox = path.resolve('test/fixtures/inbox')): Promise<Specimen[]> {
  const mailed = readdirSync(inbox)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => ({ name, bytes: readFileSync(path.join(inbox, name)) }))
    .filter(({ bytes }) => bytes.length > 0);
  const docx = await Packer.toBuffer(
    new Document({
      sections: [{ children: ['西峡县开展诚信宣传活动', '2022年4月26日，……'].map((text) => new Paragraph(text)) }],
    }),
  );
  const [first] = mailed.filter(({ name }) => name.startsWith('市监局双公示'));
  const workbook = first?.bytes ?? Buffer.alloc(0);
  return [
    ...mailed,
    ...sheetJsFormats(),
    ...texts(),
    ...oddWorkbooks(),
    { name: '宣传.docx', bytes: docx },
    { name: '加密.xlsx', bytes: crypto.encrypt(workbook, { password: PASSWORD }) },
    {
      name: '4月.zip',
      bytes: writeZip(
        [
          { name: '市监局.xlsx', data: workbook },
          { name: 'a/内.zip', data: writeZip([{ name: 'x.csv', data: CSV }]) },
        ],
        { deflate: true },
      ),
    },
    { name: '报送.eml', bytes: mail(workbook) },
    { name: '导出.xls', bytes: Buffer.from(archive()) },
  ];
}

/** Opens the encrypted ones. */
export const PASSWORD = '西峡2022';

const ROWS: readonly (readonly string[])[] = [
  ['西峡县市场监督管理局行政许可信息（2022年第17周）'],
  [
    '序号',
    '行政相对人名称',
    '行政相对人类别',
    '行政相对人代码_1(统一社会信用代码)',
    '行政许可决定文书名称',
    '行政许可决定文书号',
    '许可类别',
    '许可内容',
    '许可决定日期',
    '有效期自',
    '有效期至',
    '许可机关',
    '许可机关统一社会信用代码',
    '当前状态',
  ],
  ...Array.from({ length: 6 }, (_, i) => [
    String(i + 1),
    `西峡县顺达${i}商贸有限公司`,
    '法人及非法人组织',
    '91350100M000100Y43',
    '食品经营许可决定书',
    `西市监许〔2022〕${i}号`,
    '普通',
    '准予，"经营"\n食品',
    '2022/4/26',
    '2022-04-26',
    '2027年4月25日',
    '西峡县市场监督管理局',
    '11230500001755309F',
    '1',
  ]),
  ['填表人：张三', '审核人：李四'],
];

const CSV = ROWS.map((row) =>
  row.map((cell) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
).join('\r\n');

/** The same table as SheetJS writes it in every format it knows. */
function sheetJsFormats(): Specimen[] {
  const sheet = utils.aoa_to_sheet(
    ROWS.map((row) => row.map((cell) => (/^\d+$/u.test(cell) && cell.length < 4 ? Number(cell) : cell))),
  );
  sheet['!merges'] = [utils.decode_range('A1:N1')];
  const first = sheet.A1;
  if (first) first.c = [{ a: '张三', t: '核对' }];
  const book = utils.book_new(sheet, '许可');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['甲', 1, true, new Date(Date.UTC(2022, 3, 26))]]), '字典');
  const types: readonly BookType[] = [
    'biff8',
    'biff5',
    'biff2',
    'xlml',
    'html',
    'xlsx',
    'xlsb',
    'ods',
    'fods',
    'txt',
    'dif',
    'sylk',
    'rtf',
  ];
  return types.map((bookType) => ({
    name: `许可-${bookType}.xls`,
    bytes: writeBook(book, { type: 'buffer', bookType }),
  }));
}

function texts(): Specimen[] {
  const html = `<html><head><meta charset="gbk"><style>.t{mso-number-format:"\\@"}</style></head><body><h3>填报单位：市监局</h3><table border=1>${ROWS.map((row) => `<tr>${row.map((cell) => `<td class=t>${cell}&nbsp;</td>`).join('')}</tr>`).join('')}</table></body></html>`;
  return [
    { name: '许可.csv', bytes: Buffer.from(CSV) },
    { name: '许可-gbk.csv', bytes: iconv.encode(CSV, 'gb18030') },
    { name: '许可-16.txt', bytes: Buffer.from(`\ufeff${CSV.replaceAll(',', '\t')}`, 'utf16le') },
    { name: '许可-半角.csv', bytes: Buffer.from(CSV.replaceAll(',', ';')) },
    { name: '网页.xls', bytes: iconv.encode(html, 'gbk') },
    { name: '情况说明.txt', bytes: Buffer.from('关于本周零报送的情况说明\n本周未作出行政许可。\n2022年4月29日\n') },
  ];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What no library writes: styles, comments, drawings, shared formulas, ISO dates, merges and hidden parts in one workbook. */
function oddWorkbooks(): Specimen[] {
  const [title = [], header = [], ...data] = ROWS;
  const text = (value: string, style = 0) =>
    `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${value.replaceAll('"', '&quot;')}</t></is></c>`;
  const line = (cells: readonly string[], more = '') =>
    `<row ${more}>${cells.map((cell, i) => text(cell, i % 4)).join('')}</row>`;
  const xml = `<worksheet xmlns="${MAIN}" xmlns:r="r"><cols><col min="5" max="5" hidden="1"/></cols><sheetData>${line(title)}${line(header)}${data.map((row, i) => line(row, i === 2 ? 'hidden="1"' : '')).join('')}<row r="20"><c r="A20" s="4"><v>44677</v></c><c r="B20" t="d"><v>2022-04-26</v></c><c r="C20"><f t="shared" ref="C20:D20" si="0">TODAY()</f><v>44677</v></c><c r="D20"><f t="shared" si="0"/></c><c r="E20" t="s"><v>0</v></c><c r="F20" t="b"><v>1</v></c><c r="G20" t="e"><v>#N/A</v></c></row></sheetData><autoFilter ref="A2:N9"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A1:N1"/><mergeCell ref="B4:B6"/></mergeCells><drawing r:id="rId1"/></worksheet>`;
  const styles = `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fillId="1"/><xf numFmtId="176"/></cellXfs>`;
  const odd = {
    sheets: [{ name: '许可', xml }],
    styles,
    strings: '<si><r><t>西</t></r><r><t>峡</t></r><rPh><t>x</t></rPh></si>',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([
        ['rId1', 'drawing', '../drawings/drawing1.xml'],
        ['rId2', 'comments', '../comments1.xml'],
      ]),
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><a:t>浮动</a:t></xdr:sp><xdr:pic/></xdr:wsDr>',
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>张</author></authors><commentList><comment ref="B3" authorId="0"><text><t>张:实为乙</t></text></comment></commentList></comments>`,
    },
  };
  return [
    { name: '怪.xlsx', bytes: oddWorkbook(odd) },
    { name: '怪-64.xlsx', bytes: oddWorkbook({ ...odd, zip: { zip64: true, deflate: true } }) },
    { name: '怪-流.xlsx', bytes: oddWorkbook({ ...odd, zip: { dataDescriptor: true, deflate: true } }) },
    {
      name: '怪-注.xlsx',
      bytes: oddWorkbook({
        ...odd,
        sheets: [{ name: '许可', xml: xml.replace('<sheetData>', '<!-- 注 --><sheetData>') }],
      }),
    },
  ];
}

function mail(workbook: Buffer): Buffer {
  const name = `=?gbk?B?${iconv.encode('市监局双公示.xlsx', 'gbk').toString('base64')}?=`;
  const lines = [
    'From: =?utf-8?B?5byg5LiJ?= <zhangsan@example.cn>',
    'To: xyb@example.cn',
    `Subject: ${name}`,
    'Date: Fri, 29 Apr 2022 15:00:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="bb"',
    '',
    '--bb',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '现报送第17周双公示。',
    '--bb',
    `Content-Type: application/octet-stream; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    workbook.toString('base64').replace(/.{76}/gu, '$&\r\n'),
    '--bb--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

function archive(): string {
  const rows = ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const body = Buffer.from(`<html><table>${rows}</table></html>`).toString('base64');
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="m"\r\n\r\n--m\r\nContent-Location: a.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n${body}\r\n--m--\r\n`;
}
