import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Document, Packer, Paragraph } from 'docx';
import iconv from 'iconv-lite';
import { expect } from 'vitest';
import type { IntakeResult } from '../../../electron/contract/sheets.ts';
import { fileSentence } from '../../../electron/contract/words.ts';
import { analyseWorkbook } from '../../../electron/core/analyse.ts';
import type { AnalysedTable } from '../../../electron/core/analysed.ts';
import { createCalendar } from '../../../electron/core/calendar.ts';
import { createIntake } from '../../../electron/io/intake/createIntake.ts';
import { openDesk } from '../../app/desk.ts';
import { DESK, good, headerOf, templateOf } from '../../core/sheetOf.ts';
import { compoundFile } from '../../fixtures/compoundFile.ts';
import { tallWorkbook } from '../../fixtures/hugeWorkbook.ts';
import { type OddWorkbook, oddWorkbook, relationships } from '../../fixtures/oddWorkbook.ts';
import { readBytes } from '../../io/intake/readBytes.ts';
import type { Pitfall } from './pitfall.ts';

/** A faultless week of 市场监管局 in texts: a title, the header, two permits; rare characters in the names. */
const FIELDS = templateOf('permit-legal').columns.map(({ id }) => id);
const SUBJECTS = ['西峡县㙍泰商行', '西峡县𠮷源商贸有限公司'];
const LINES: readonly (readonly string[])[] = [
  ['西峡县市场监督管理局报送表（2022年第17周）'],
  headerOf('permit-legal'),
  ...SUBJECTS.map((subject, i) => {
    const values = { ...good('permit-legal', i + 1), XK_XDR_MC: subject };
    return FIELDS.map((field) => String((values as Readonly<Record<string, unknown>>)[field] ?? ''));
  }),
];

const quoted = (cell: string) => (/[",;\t\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (separator = ',', lines = LINES, end = '') =>
  lines.map((line) => `${line.map(quoted).join(separator)}${end}\r\n`).join('');

/** The table must come out whole: both permits, each compliant, every code as it was sent. */
async function expectTable(bytes: Uint8Array | string, name: string, format: string): Promise<AnalysedTable> {
  const result = await readBytes(bytes, name);
  if (result.kind !== 'workbook') throw new Error(`${result.kind} ${result.code} ${result.detail}`);
  expect(result.workbook.format).toBe(format);
  const [table] = analyseWorkbook(result.workbook, { ...DESK, file: name }, createCalendar());
  if (table?.kind !== 'table') throw new Error(table?.kind ?? 'no sheet');
  expect(table).toMatchObject({ template: 'permit-legal', headerRow: 2, unit: { id: 'xx-scjgj' }, question: null });
  expect(
    table.records.map(({ row, compliant, values }) => [row, compliant, values.XK_XDR_MC, values.XK_XDR_SHXYM]),
  ).toEqual(SUBJECTS.map((subject, i) => [3 + i, true, subject, '91350100M000100Y43']));
  return table;
}

async function textsIn(bytes: Uint8Array | string): Promise<string[][]> {
  const result = await readBytes(bytes, '表.csv');
  if (result.kind !== 'workbook') throw new Error(`${result.kind} ${result.code}`);
  return result.workbook.sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const html = () =>
  `<html><meta charset="gb2312"><body><table border="1">${LINES.map((line, i) => `<tr>${line.map((cell) => `<td${i === 0 ? ` colspan="${FIELDS.length}"` : ''}>${escaped(cell)}&nbsp;</td>`).join('')}</tr>`).join('')}</table></body></html>`;
const xml2003 = () =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="许可"><Table>${LINES.map((line) => `<Row>${line.map((cell, i) => (cell === '' ? '' : `<Cell ss:Index="${i + 1}"><Data ss:Type="String">${escaped(cell)}</Data></Cell>`)).join('')}</Row>`).join('')}</Table></Worksheet></Workbook>`;
const mhtml = () =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n${Buffer.from(html()).toString('base64')}\r\n--x--\r\n`;

/** The same table as an `.xlsx` of inline strings. */
const ROWS = LINES.map(
  (line) => `<row>${line.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`,
).join('');
const xlsx = (more: Partial<OddWorkbook> = {}) => oddWorkbook({ sheets: [{ name: '许可', xml: ROWS }], ...more });
const STRICT = 'http://purl.oclc.org/ooxml';
const strict = (xml: string) =>
  xml
    .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/', `${STRICT}/officeDocument/`)
    .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${STRICT}/spreadsheetml/main`);

/** Through the thread that reads mailed files, with its limits. */
async function inWorker(bytes: Uint8Array): Promise<IntakeResult> {
  const folder = await mkdtemp(path.join(tmpdir(), '信用办-'));
  const intake = createIntake({ workerUrl: pathToFileURL(path.resolve('electron/io/intake/intakeWorker.ts')) });
  try {
    const file = path.join(folder, '表.xlsx');
    await writeFile(file, bytes);
    return await intake.read(file, '表.xlsx');
  } finally {
    await intake.close();
    await rm(folder, { recursive: true });
  }
}

export const TEXT_FILES: readonly Pitfall[] = [
  {
    number: 3,
    input: '.xls that is HTML, exported by a web system, in UTF-8 and GBK',
    expected: 'read by its content, codes whole; the clerk is told that long numbers may be damaged',
    async check() {
      const table = await expectTable(html(), '导出.xls', 'html');
      expect(table.remarks.map(({ code }) => code)).toContain('web_export');
      await expectTable(iconv.encode(html(), 'gb18030'), '导出.xls', 'html');
    },
  },
  {
    number: 5,
    input: '.xls that is SpreadsheetML 2003 or MHTML',
    expected: 'read',
    async check() {
      await expectTable(xml2003(), '许可.xls', 'xls');
      await expectTable(mhtml(), '许可.xls', 'html');
    },
  },
  {
    number: 6,
    input: '.et',
    expected: 'refused, with the way to save it again',
    async check() {
      const result = await readBytes(compoundFile(['Workbook', 'ETExtData']), '许可.et');
      expect(result).toMatchObject({ kind: 'refused', code: 'unsupported_format' });
      if (result.kind === 'refused')
        expect(fileSentence(result.code, '许可.et', result.detail)).toMatch(/另存为 \.xlsx/u);
    },
  },
  ...(
    [
      [7, '.csv in UTF-8 with a byte order mark', Buffer.from(`\ufeff${csv()}`)],
      [8, '.csv in UTF-8 without', Buffer.from(csv())],
      [9, '.csv in GBK', iconv.encode(csv().replace('㙍', '堃').replace('𠮷', '吉'), 'gbk')],
      [10, '.csv with characters of four bytes (㙍, 𠮷)', iconv.encode(csv(), 'gb18030')],
      [11, '“Unicode 文本”: UTF-16LE with tabs', Buffer.from(`\ufeff${csv('\t')}`, 'utf16le')],
    ] as const
  ).map(([number, input, bytes]) => ({
    number,
    input,
    expected: 'read',
    async check() {
      if (number !== 9) return void (await expectTable(bytes, '许可.csv', 'csv'));
      const texts = await textsIn(bytes);
      expect(texts.slice(1).map((line) => line[0])).toEqual([
        LINES[1]?.[0],
        '西峡县堃泰商行',
        '西峡县吉源商贸有限公司',
      ]);
    },
  })),
  {
    number: 12,
    input: 'GBK .csv of only two short lines',
    expected: 'still GBK',
    async check() {
      expect(await textsIn(iconv.encode('单位,数\n市监局,1\n', 'gbk'))).toEqual([
        ['单位', '数'],
        ['市监局', '1'],
      ]);
      // These bytes are valid UTF-8 by chance.
      expect(await textsIn(iconv.encode('模\n路\n', 'gbk'))).toEqual([['模'], ['路']]);
    },
  },
  {
    number: 13,
    input: '.csv with ; or tab between its fields',
    expected: 'read',
    async check() {
      await expectTable(csv(';'), '许可.csv', 'csv');
      await expectTable(csv('\t'), '许可.csv', 'csv');
    },
  },
  {
    number: 14,
    input: '.csv with line breaks inside quotes',
    expected: 'one cell, and every record keeps its number',
    async check() {
      const at = FIELDS.indexOf('XK_NR');
      const broken = LINES.map((line, i) => (i === 2 ? line.with(at, '食品经营\n（"冷食"，预包装）') : line));
      const table = await expectTable(csv(',', broken), '许可.csv', 'csv');
      expect(table.records[0]?.raw.XK_NR).toBe('食品经营\n（"冷食"，预包装）');
    },
  },
  {
    number: 15,
    input: '.csv whose lines end in commas',
    expected: 'no columns but those of the header',
    async check() {
      const table = await expectTable(csv(',', LINES, ',,,'), '许可.csv', 'csv');
      expect(table.columns).toHaveLength(FIELDS.length);
      expect(table.remarks).toEqual([]);
    },
  },
  {
    number: 21,
    input: '0-byte file',
    expected: 'refused as empty',
    async check() {
      expect(await readBytes('', '许可.xlsx')).toMatchObject({ kind: 'refused', code: 'empty' });
    },
  },
  {
    number: 22,
    input: 'truncated download',
    expected: 'refused as truncated, wherever it was cut',
    async check() {
      const whole = xlsx({ zip: { deflate: true } });
      for (const share of [0.1, 0.5, 0.9, 0.999]) {
        const result = await readBytes(whole.subarray(0, Math.floor(whole.length * share)), '许可.xlsx');
        expect(result).toMatchObject({ kind: 'refused', code: 'truncated' });
      }
      expect(await readBytes(xml2003().slice(0, -50), '许可.xls')).toMatchObject({
        kind: 'refused',
        code: 'truncated',
      });
    },
  },
  {
    number: 23,
    input: '.docx, .pdf, .jpg renamed to .xlsx',
    expected: 'kept as an attachment, its true type named',
    async check() {
      const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('情况说明')] }] }));
      const files = [
        [docx, 'Word 文档（.docx）'],
        [Buffer.from('%PDF-1.7\n'), 'PDF 文档'],
        [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'JPG 图片'],
      ] as const;
      for (const [bytes, detail] of files) {
        expect(await readBytes(bytes, '许可.xlsx')).toMatchObject({
          kind: 'attachment',
          code: 'not_a_workbook',
          detail,
        });
        expect(fileSentence('not_a_workbook', '许可.xlsx', detail)).toContain(detail);
      }
    },
  },
  {
    number: 24,
    input: 'scanned picture pasted in a sheet',
    expected: 'rejected: there are only pictures in the table',
    async check() {
      const desk = await openDesk();
      try {
        const file = path.join(desk.mailFolder, '扫描.xlsx');
        const sheet = '<worksheet xmlns:r="r"><sheetData/><drawing r:id="rId1"/></worksheet>';
        const parts = {
          'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
          'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="x"><xdr:pic/></xdr:wsDr>',
        };
        await writeFile(file, oddWorkbook({ sheets: [{ name: '扫描', xml: sheet }], parts }));
        const { files } = await desk.receive('2022-04-29T16:00', [file]);
        expect(files).toMatchObject([{ status: 'rejected', code: 'picture_only' }]);
        expect(files[0]?.message).toContain('图片');
      } finally {
        await desk.close();
      }
    },
  },
  {
    number: 33,
    input: 'zip bomb; 1,048,576 empty formatted rows',
    expected: 'the bomb is refused as too large, the empty rows are passed over',
    async check() {
      const bomb = tallWorkbook('<row><c><v>1</v></c></row>', 100_000_000);
      expect(bomb.length).toBeLessThan(20_000_000);
      expect(await inWorker(bomb)).toMatchObject({ kind: 'refused', code: 'too_large' });
      const tall = await inWorker(tallWorkbook('<row><c s="1"/><c s="1"/></row>', 1_048_575));
      expect(tall).toMatchObject({ kind: 'workbook', workbook: { sheets: [{ rows: [{ row: 1 }] }] } });
    },
  },
  {
    number: 34,
    input: '50 MB file with photos',
    expected: 'read without the photos being looked at',
    async check() {
      // Bytes that nobody could inflate: whoever reads them fails.
      const photos = Array.from({ length: 20 }, (_, i) => ({
        name: `xl/media/image${i}.jpeg`,
        data: Buffer.alloc(2_500_000, 0xff),
        inflatesTo: 2_600_000,
      }));
      const bytes = xlsx({ entries: photos, zip: { deflate: true } });
      expect(bytes.length).toBeGreaterThan(50_000_000);
      await expectTable(bytes, '许可.xlsx', 'xlsx');
    },
  },
  {
    number: 35,
    input: 'workbook with macros, DDE and links to other files',
    expected: 'its data and nothing else; values from elsewhere are marked',
    async check() {
      const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
      const formulas = `<row r="9"><c r="A9"><f>[1]Sheet1!A1</f><v>7</v></c><c r="B9" t="str"><f>cmd|'/c calc'!A0</f><v>x</v></c></row>`;
      const result = await readBytes(
        xlsx({
          sheets: [{ name: '许可', xml: ROWS + formulas }],
          parts: {
            '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
            'xl/vbaProject.bin': 'Attribute VB_Name',
            'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          },
        }),
        '许可.xlsm',
      );
      if (result.kind !== 'workbook') throw new Error(result.detail);
      const rows = result.workbook.sheets.flatMap((sheet) => sheet.rows);
      expect(rows).toHaveLength(5);
      expect(rows.at(-1)?.cells).toMatchObject([
        { text: '7', value: 7, formula: true, external: true },
        { text: 'x', value: 'x', formula: true },
      ]);
    },
  },
  {
    number: 37,
    input: '.xlsx of export libraries: ZIP64, data descriptors',
    expected: 'read',
    async check() {
      await expectTable(xlsx({ zip: { zip64: true, deflate: true } }), '许可.xlsx', 'xlsx');
      await expectTable(xlsx({ zip: { dataDescriptor: true, deflate: true } }), '许可.xlsx', 'xlsx');
    },
  },
  {
    number: 38,
    input: '.xlsx without shared strings',
    expected: 'read',
    async check() {
      const parts = { 'xl/sharedStrings.xml': null, 'xl/styles.xml': null };
      await expectTable(xlsx({ parts }), '许可.xlsx', 'xlsx');
    },
  },
  {
    number: 39,
    input: '.xlsx in the strict namespace, with ISO dates',
    expected: 'read',
    async check() {
      const at = LINES[1]?.indexOf('许可决定日期') ?? -1;
      const rows = `<row>${LINES[1]?.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row><row>${LINES[2]?.map((cell, i) => (i === at ? '<c t="d"><v>2022-04-26</v></c>' : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
      const sheet = strict(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
      );
      const parts = {
        '_rels/.rels': strict(relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])),
        'xl/_rels/workbook.xml.rels': strict(relationships([['rId1', 'worksheet', 'worksheets/sheet1.xml']])),
      };
      const result = await readBytes(oddWorkbook({ sheets: [{ name: '许可', xml: sheet }], parts }), '许可.xlsx');
      if (result.kind !== 'workbook') throw new Error(result.detail);
      const [table] = analyseWorkbook(result.workbook, DESK, createCalendar());
      expect(table).toMatchObject({ kind: 'table', records: [{ decisionDate: '2022-04-26', compliant: true }] });
    },
  },
  {
    number: 40,
    input: '.xlsx with absolute part names or backslashes in zip paths',
    expected: 'read',
    async check() {
      await expectTable(xlsx({ rename: (part) => `/${part}` }), '许可.xlsx', 'xlsx');
      await expectTable(xlsx({ rename: (part) => part.replaceAll('/', '\\') }), '许可.xlsx', 'xlsx');
    },
  },
];
