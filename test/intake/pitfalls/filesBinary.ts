import { utils, write as writeBook } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { expect } from 'vitest';
import type { IntakeResult } from '../../../electron/contract/sheets.ts';
import { fileSentence } from '../../../electron/contract/words.ts';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { type BiffBook, biffStream, biffWorkbook, cell, record, uint16 } from '../../fixtures/biffWorkbook.ts';
import { compoundFile, WPS_HEADER } from '../../fixtures/compoundFile.ts';
import { encryptedXls } from '../../fixtures/encryptedXls.ts';
import { readBytes } from '../../io/intake/readBytes.ts';
import type { Pitfall } from './pitfall.ts';

/** The same table in every form: a header and two rows of 市场监管局. */
const TABLE = [
  ['行政相对人名称', '处罚金额', '处罚决定日期'],
  ['西峡县宏达建材有限公司', 1.5, '2022年4月26日'],
  ['西峡县𠮷源商行', 0, '2022/4/27'],
];
const PASSWORD = '信用办2022';
const XLSX: Buffer = writeBook(utils.book_new(utils.aoa_to_sheet(TABLE), '表'), { type: 'buffer', bookType: 'xlsx' });
const EXCEL_2003: Buffer = writeBook(utils.book_new(utils.aoa_to_sheet(TABLE), '表'), {
  type: 'buffer',
  bookType: 'biff8',
});
const strings = TABLE.flat().filter((value) => typeof value === 'string');
const BOOK: BiffBook = {
  sheets: [
    {
      name: '表',
      records: TABLE.flatMap((row, r) =>
        row.map((value, c) =>
          typeof value === 'number' ? cell.number(r, c, value) : cell.shared(r, c, strings.indexOf(value)),
        ),
      ),
    },
  ],
  strings: strings.map((text) => ({ text })),
};
/** As WPS saves it: a class id in the header, its own stream beside the workbook. */
const WPS = compoundFile(
  { Workbook: biffStream(BOOK), ETExtData: Buffer.alloc(300, 1), '\u0005SummaryInformation': Buffer.alloc(200) },
  { headerId: WPS_HEADER },
);
const AGILE = officeCrypto.encrypt(XLSX, { password: PASSWORD });
const STANDARD = officeCrypto.encrypt(XLSX, { password: PASSWORD, type: 'standard' });

const read = (bytes: Uint8Array, name: string, passwords: readonly string[] = []): Promise<IntakeResult> =>
  readBytes(bytes, name, DEFAULT_LIMITS, passwords);

/** The rows must come out whole, as the values they are. */
async function expectTable(bytes: Uint8Array, name: string, passwords?: readonly string[]): Promise<void> {
  const result = await read(bytes, name, passwords);
  const sheets = result.kind === 'workbook' ? result.workbook.sheets : [];
  expect(sheets.map(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value)))).toEqual([TABLE]);
}

export const BINARY_FILES: readonly Pitfall[] = [
  {
    number: 1,
    input: '.xls that is BIFF8 from Excel 2003',
    expected: 'read',
    check: () => expectTable(EXCEL_2003, '表.xls'),
  },
  {
    number: 2,
    input: '.xls saved by WPS, whole and damaged',
    expected: 'read; damaged: refused with the advice to save it as .xlsx in WPS',
    async check() {
      await expectTable(WPS, '表.xls');
      const result = await read(WPS.subarray(0, WPS.length / 2), '表.xls');
      expect(result).toMatchObject({ kind: 'refused', code: 'truncated' });
      if (result.kind === 'refused') {
        expect(fileSentence(result.code, '表.xls', result.detail)).toMatch(/WPS 能打开，请另存为 \.xlsx/u);
      }
    },
  },
  {
    number: 4,
    input: '.xls that is really xlsx, .xlsx that is really xls',
    expected: 'read by their first bytes',
    async check() {
      await expectTable(XLSX, '表.xls');
      await expectTable(EXCEL_2003, '表.xlsx');
    },
  },
  {
    number: 16,
    input: 'encrypted xlsx (agile)',
    expected: 'asks for the password, then reads',
    async check() {
      expect(await read(AGILE, '表.xlsx')).toMatchObject({ kind: 'refused', code: 'encrypted' });
      expect(fileSentence('encrypted', '表.xlsx', '')).toContain('请输入密码');
      await expectTable(AGILE, '表.xlsx', [PASSWORD]);
    },
  },
  {
    number: 17,
    input: 'a wrong password',
    expected: 'asked again, then the right one opens it',
    async check() {
      expect(await read(STANDARD, '表.xlsx', ['111111'])).toMatchObject({ kind: 'refused', code: 'wrong_password' });
      await expectTable(STANDARD, '表.xlsx', ['111111', PASSWORD]);
    },
  },
  {
    number: 18,
    input: 'encrypted .xls (RC4)',
    expected: 'decrypted',
    async check() {
      for (const method of ['office97', 40, 128] as const) {
        const bytes = encryptedXls(BOOK, PASSWORD, method);
        expect(await read(bytes, '表.xls')).toMatchObject({ kind: 'refused', code: 'encrypted' });
        await expectTable(bytes, '表.xls', [PASSWORD]);
      }
    },
  },
  {
    number: 19,
    input: 'sheet and workbook structure protected',
    expected: 'read without a password',
    async check() {
      const globals = [record(0x19, uint16(1)), record(0x12, uint16(1)), record(0x13, uint16(0xcc1a))];
      await expectTable(biffWorkbook({ ...BOOK, globals }), '表.xls');
      const book = utils.book_new(utils.aoa_to_sheet(TABLE), '表');
      const sheet = book.Sheets.表;
      if (sheet) sheet['!protect'] = { password: 'x' };
      await expectTable(writeBook(book, { type: 'buffer', bookType: 'xlsx' }), '表.xlsx');
      // What Excel encrypts with its own well-known word to keep the structure.
      await expectTable(encryptedXls(BOOK, 'VelvetSweatshop', 128), '表.xls');
    },
  },
  {
    number: 20,
    input: 'read-only recommended',
    expected: 'ignored',
    async check() {
      const globals = [record(0x86), record(0x5b, uint16(1), uint16(0), uint16(0))];
      await expectTable(biffWorkbook({ ...BOOK, globals }), '表.xls');
    },
  },
];
