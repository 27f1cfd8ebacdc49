import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read as readBook, write as writeBook } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell } from '../fixtures/biffWorkbook.ts';
import { encryptedXls } from '../fixtures/encryptedXls.ts';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

const PASSWORD = '第十七周密码Xk9';
let desk: Desk;
let encrypted: string;
let old: string;
beforeAll(async () => {
  desk = await openDesk();
  const plain = await readFile(await desk.mail('明文.xlsx', penalties([1, 2, 3])));
  encrypted = path.join(desk.mailFolder, '市监局加密.xlsx');
  await writeFile(encrypted, officeCrypto.encrypt(plain, { password: PASSWORD, type: 'standard' }));
  // The same table, other rows, as the encrypted .xls that old machines send.
  const sheet = readBook(await readFile(await desk.mail('明文2.xlsx', penalties([4, 5]))), { type: 'buffer' });
  const binary = readBook(writeBook(sheet, { type: 'buffer', bookType: 'biff8' }), { type: 'buffer', dense: true });
  const rows = Object.values(binary.Sheets)[0]?.['!data'] ?? [];
  const records = rows.flatMap((row, r) =>
    (row ?? []).flatMap((one, c) => (one?.v === undefined ? [] : [cell.text(r, c, String(one.v))])),
  );
  old = path.join(desk.mailFolder, '市监局加密.xls');
  await writeFile(old, encryptedXls({ sheets: [{ name: '行政处罚', records }] }, PASSWORD, 128));
});
afterAll(() => desk.close());

const sources = () => [encrypted, old].map((file) => ({ path: file, name: path.basename(file) }));
const received = '2022-04-29T16:00';

describe('encrypted workbooks', () => {
  it('ask for their password, ask again after a wrong one, and go in with the right one', async () => {
    const states = async (passwords?: string[]) => {
      const { files } = await desk.ask('imports.preview', { sources: sources(), received, passwords });
      return files.map(({ status, code, question }) => [status, code, question?.code]);
    };
    expect(await states()).toEqual(Array(2).fill(['question', 'encrypted', 'encrypted']));
    expect(await states(['不对'])).toEqual(Array(2).fill(['question', 'wrong_password', 'wrong_password']));
    expect(await states(['不对', PASSWORD])).toEqual(Array(2).fill(['ready', null, undefined]));
    const { batch, files } = await desk.ask('imports.commit', {
      sources: sources(),
      received,
      passwords: ['不对', PASSWORD],
    });
    expect(batch).not.toBeNull();
    expect(files.map(({ tables }) => tables.map(({ added }) => added))).toEqual([[3], [2]]);
  });

  it('show what is in them under 导入诊断', async () => {
    expect((await desk.refusal('imports.read', { path: old })).message).toContain('请输入密码');
    const listing = await desk.ask('imports.read', { path: old, passwords: [PASSWORD] });
    expect(listing).toMatchObject({ format: 'xls', sheets: [{ name: '行政处罚' }] });
  });

  it('leave their password nowhere in the data folder', () => {
    const files = readdirSync(desk.dataFolder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(desk.dataFolder, name))
      .filter((file) => statSync(file).isFile());
    expect(files.some((file) => file.endsWith('credit-desk.db'))).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect([file, bytes.includes(Buffer.from(PASSWORD, encoding))]).toEqual([file, false]);
    }
  });
});
