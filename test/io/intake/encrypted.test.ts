import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { fileSentence } from '../../../electron/contract/words.ts';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { type BiffBook, biffWorkbook, cell, record, uint16 } from '../../fixtures/biffWorkbook.ts';
import { compoundFile } from '../../fixtures/compoundFile.ts';
import { encryptedXls } from '../../fixtures/encryptedXls.ts';
import { seeded } from '../../fixtures/seeded.ts';
import { readBytes } from './readBytes.ts';

const XLSX: Buffer = writeBook(utils.book_new(utils.aoa_to_sheet([['市监局', 1]]), '表'), { type: 'buffer' });
const AGILE = officeCrypto.encrypt(XLSX, { password: '信用办2022' });
const STANDARD = officeCrypto.encrypt(XLSX, { password: '信用办2022', type: 'standard' });
const BOOK: BiffBook = {
  sheets: [
    { name: '第一', records: Array.from({ length: 300 }, (_, i) => cell.shared(i, 0, i)) },
    { name: '第二', records: [cell.number(0, 0, 44_669)] },
  ],
  strings: Array.from({ length: 300 }, (_, i) => ({ text: `市监局第${i}号` })),
};
const FIRST = { kind: 'workbook', workbook: { sheets: [{ rows: [{ cells: [{ text: '市监局' }, { value: 1 }] }] }] } };
const read = (bytes: Uint8Array, passwords: readonly string[] = ['信用办2022']) =>
  readBytes(bytes, '表.xlsx', DEFAULT_LIMITS, passwords);

describe('an encrypted workbook', () => {
  it.each([
    ['agile .xlsx', AGILE],
    ['standard .xlsx', STANDARD],
    ['.xls of Excel 97', encryptedXls(BOOK, '信用办2022', 'office97')],
    ['.xls by a provider, 128 bits', encryptedXls(BOOK, '信用办2022', 128)],
  ])('asks for its password and tells a wrong one: %s', async (_, bytes) => {
    expect(await readBytes(bytes)).toEqual({ kind: 'refused', code: 'encrypted', detail: '设有打开密码' });
    const wrong = { kind: 'refused', code: 'wrong_password', detail: '设有打开密码' };
    expect(await read(bytes, ['错'])).toEqual(wrong);
    expect(await read(bytes, [''])).toEqual(wrong);
    expect((await read(bytes, ['错', '信用办2022'])).kind).toBe('workbook');
  });

  it.each([
    ['agile', AGILE],
    ['standard', STANDARD],
  ])('is read under its password like the plain one: %s', async (_, bytes) => {
    const result = await read(bytes);
    expect(result).toMatchObject(FIRST);
    expect(result).toEqual(await readBytes(XLSX));
  });

  it.each(['office97', 40, 128] as const)('is decrypted as officecrypto-tool does it: .xls, %s', async (method) => {
    const bytes = encryptedXls(BOOK, '信用办2022', method);
    const theirs = readBook(await officeCrypto.decrypt(bytes, { password: '信用办2022' }), { type: 'buffer' });
    expect(theirs.Sheets.第一?.A300.v).toBe('市监局第299号');
    const result = await read(bytes);
    expect(result).toEqual(await readBytes(biffWorkbook(BOOK)));
  });

  it.each([
    ['.xlsx', officeCrypto.encrypt(XLSX, { password: 'VelvetSweatshop' })],
    ['.xls', encryptedXls(BOOK, 'VelvetSweatshop', 128)],
  ])('that Excel encrypted only to mark it as read-only opens by itself: %s', async (_, bytes) => {
    expect((await readBytes(bytes)).kind).toBe('workbook');
    expect((await read(bytes)).kind).toBe('workbook');
  });

  it('that is protected in its structure only opens by itself', async () => {
    const protectedBook = biffWorkbook({
      ...BOOK,
      // WINDOWPROTECT, PROTECT, PASSWORD, and the advice to open read-only.
      globals: [
        record(0x19, uint16(1)),
        record(0x12, uint16(1)),
        record(0x13, uint16(0xcc1a)),
        record(0x5b, uint16(1), uint16(0), uint16(0)),
      ],
    });
    expect(await readBytes(protectedBook)).toEqual(await readBytes(biffWorkbook(BOOK)));
  });

  it.each([
    [
      'IRM',
      compoundFile({ EncryptedPackage: Buffer.alloc(5000), '\u0006DataSpaces': Buffer.alloc(9) }),
      'unsupported_format',
    ],
    [
      'extensible',
      compoundFile({ EncryptionInfo: Buffer.from('0400030000000000', 'hex'), EncryptedPackage: Buffer.alloc(9) }),
      'unsupported_format',
    ],
    ['XOR', biffWorkbook({ ...BOOK, filePass: Buffer.alloc(6) }), 'unsupported_format'],
    [
      'too many rounds',
      compoundFile({
        EncryptionInfo: infoOf('<p:encryptedKey spinCount="10000001"/>'),
        EncryptedPackage: Buffer.alloc(9),
      }),
      'too_large',
    ],
    [
      'broken XML',
      compoundFile({ EncryptionInfo: infoOf('<encryption spinCount="1"'), EncryptedPackage: Buffer.alloc(9) }),
      'truncated',
    ],
    ['no package', compoundFile({ EncryptionInfo: infoOf('') }), 'truncated'],
    ['half the file', AGILE.subarray(0, AGILE.length / 2), 'truncated'],
  ])('of another kind, or damaged, is refused with its reason: %s', async (_, bytes, code) => {
    expect(await read(bytes)).toMatchObject({ kind: 'refused', code });
  });

  it('never throws, whatever bytes are wrong', async () => {
    const random = seeded(3);
    // Deriving the key of a package takes its time, on purpose.
    for (const [whole, times] of [
      [STANDARD, 10],
      [encryptedXls(BOOK, '信用办2022', 128), 100],
    ] as const) {
      for (let i = 0; i < times; i++) {
        const bytes = Buffer.from(whole);
        for (let n = 0; n <= random(5); n++) bytes[random(Math.min(bytes.length, 4000))] = random(256);
        expect(['workbook', 'refused']).toContain((await read(bytes)).kind);
      }
    }
  });

  it('is told with its remedy', () => {
    expect(fileSentence('encrypted', '表.xls', '设有打开密码')).toContain('请输入密码');
    expect(fileSentence('wrong_password', '表.xls', '设有打开密码')).toContain('密码不对');
  });
});

function infoOf(xml: string): Buffer {
  return Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]);
}
