import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { chmod } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import iconv from 'iconv-lite';
import { expect } from 'vitest';
import { errorSentence } from '../../../electron/contract/words.ts';
import { Refusal } from '../../../electron/core/refusal.ts';
import { DEFAULT_LIMITS } from '../../../electron/io/intake/limits.ts';
import { readMailedFile } from '../../../electron/io/intake/readMailedFile.ts';
import { type Desk, differenceOf, onlyTable, openDesk } from '../../app/desk.ts';
import { articles, penalties } from '../../app/workbooks.ts';
import { encodedWord, writeMail } from '../../fixtures/mail.ts';
import { writeZip } from '../../fixtures/zip.ts';
import type { Pitfall } from './pitfall.ts';

const FRIDAY = '2022-04-29T16:00';
const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030');

/** Works at a desk of its own. */
async function atDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk();
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

const bytesOf = async (desk: Desk, name: string, ...sheets: Parameters<Desk['mail']>[1][]): Promise<Buffer> =>
  readFileSync(await desk.mail(name, ...sheets));

function put(desk: Desk, name: string, bytes: Uint8Array): string {
  const file = path.join(desk.mailFolder, name);
  writeFileSync(file, bytes);
  return file;
}

/** Reads a file that nobody may open, as a program that holds it leaves it; `free` gives it back meanwhile. */
async function readLocked(free: (file: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'locked '));
  const file = path.join(folder, '市监局.csv');
  writeFileSync(file, '单位,标题\n丹水镇,宣传\n');
  await chmod(folder, 0o755);
  await chmod(file, 0);
  // Nothing is closed to root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    const reading = readMailedFile(file, { name: '市监局.csv', passwords: [] }, DEFAULT_LIMITS).then(
      (result) => result.kind,
      (error: unknown) => (error instanceof Refusal ? errorSentence(error.code, error.subject) : String(error)),
    );
    await wait(100);
    if (isRoot) process.seteuid?.(0);
    await free(file);
    if (isRoot) process.seteuid?.(65534);
    return await reading;
  } finally {
    if (isRoot) process.seteuid?.(0);
    rmSync(folder, { recursive: true, force: true });
  }
}

export const MAIL_FILES: readonly Pitfall[] = [
  {
    number: 25,
    input: 'temporary ~$双公示.xlsx, alone, in a folder and in a zip',
    expected: 'skipped with a note',
    check: () =>
      atDesk(async (desk) => {
        const lock = Buffer.alloc(165, 0x20);
        const zip = writeZip([{ name: '~$双公示.xlsx', data: lock }]);
        const { files } = await desk.receive(FRIDAY, [put(desk, '~$双公示.xlsx', lock), put(desk, 'a.zip', zip)]);
        expect(files.map(({ status, code }) => [status, code])).toEqual([
          ['rejected', 'temporary_file'],
          ['rejected', 'temporary_file'],
        ]);
        expect(files[0]?.message).toBe('“~$双公示.xlsx”是表格软件的临时文件，不含数据，已略过。');
      }),
  },
  {
    number: 26,
    input: 'file held by WPS or a virus scanner',
    expected: 'tried again for a moment, then a sentence that says to close it',
    check: async () => {
      expect(await readLocked((file) => chmod(file, 0o644))).toBe('workbook');
      expect(await readLocked(async () => undefined)).toMatch(
        /^文件正被其他程序（如 WPS）占用：.*市监局\.csv。请关闭后重试。$/u,
      );
    },
  },
  {
    number: 27,
    input: 'path with Chinese, blanks, #, % and more than 260 characters',
    expected: 'read and archived',
    check: () =>
      atDesk(async (desk) => {
        const folder = path.join(
          desk.mailFolder,
          ...Array.from({ length: 5 }, (_, n) => `第${n} 层#100%${'深'.repeat(50)}`),
        );
        mkdirSync(folder, { recursive: true });
        const name = '市监局 双公示#4月%20（终稿）.xlsx';
        const file = path.join(folder, name);
        copyFileSync(await desk.mail('a.xlsx', penalties([1])), file);
        expect(file.length).toBeGreaterThan(260);
        const result = await desk.receive(FRIDAY, [file]);
        expect(result.files).toMatchObject([{ name, status: 'committed' }]);
        expect(await desk.ask('app.verify', {})).toMatchObject({ originals: 1, missingOriginals: [] });
      }),
  },
  {
    number: 28,
    input: 'zip, rar and 7z attachments',
    expected: 'the files of the zip one by one; rar and 7z refused with what to do',
    check: () =>
      atDesk(async (desk) => {
        const zip = writeZip(
          [
            { name: '市监局.xlsx', data: await bytesOf(desk, '1.xlsx', penalties([1])) },
            { name: '乡镇/丹水镇.xlsx', data: await bytesOf(desk, '2.xlsx', articles(['甲'])) },
          ],
          { deflate: true },
        );
        const { files } = await desk.receive(FRIDAY, [
          put(desk, '4月.zip', zip),
          put(desk, '4月.rar', Buffer.from('526172211a0701003392b5e5', 'hex')),
          put(desk, '4月.7z', Buffer.from('377abcaf271c0004', 'hex')),
        ]);
        expect(files.map(({ name, status, code }) => [name, status, code])).toEqual([
          ['4月.zip › 市监局.xlsx', 'committed', null],
          ['4月.zip › 乡镇/丹水镇.xlsx', 'committed', null],
          ['4月.rar', 'rejected', 'unsupported_format'],
          ['4月.7z', 'rejected', 'unsupported_format'],
        ]);
        expect(files[2]?.message).toBe('“4月.rar”是RAR 压缩包，本程序不能直接读取。请先解压，再导入里面的工作簿。');
      }),
  },
  {
    number: 29,
    input: 'zip whose names are GBK without a mark, beside UTF-8 ones',
    expected: 'names right',
    check: () =>
      atDesk(async (desk) => {
        const data = await bytesOf(desk, '1.xlsx', penalties([1], { unit: '' }));
        const zip = writeZip([
          { name: gbk('第17周/西峡县市场监督管理局（终稿）.xlsx'), data },
          { name: gbk('㙍𠮷.txt'), data: '说明' },
          { name: '丹水镇.txt', data: '说明' },
        ]);
        const result = await desk.receive(FRIDAY, [put(desk, 'a.zip', zip)]);
        expect(result.files.map((file) => file.name)).toEqual([
          'a.zip › 第17周/西峡县市场监督管理局（终稿）.xlsx',
          'a.zip › 㙍𠮷.txt',
          'a.zip › 丹水镇.txt',
        ]);
        expect(onlyTable(result).unit?.id).toBe('xx-scjgj');
      }),
  },
  {
    number: 30,
    input: '.eml with attachments named in RFC 2047, RFC 2231 and raw GBK',
    expected: 'each attachment a file with its name; sender and date of the mail',
    check: () =>
      atDesk(async (desk) => {
        const data = await bytesOf(desk, '1.xlsx', penalties([1]));
        const mail = writeMail({
          from: `${encodedWord('GB2312', gbk('西峡县市场监督管理局'))} <scjgj@example.cn>`,
          subject: gbk('第17周双公示'),
          date: 'Fri, 29 Apr 2022 01:05:00 +0000',
          text: '请查收',
          parts: [
            { name: `name="${encodedWord('gb18030', gbk('市监局双公示.xlsx'))}"`, data },
            { name: "name*=utf-8''%E8%AF%B4%E6%98%8E.pdf", data: '%PDF-1.7 1' },
            { name: Buffer.concat([Buffer.from('name="'), gbk('照片.pdf'), Buffer.from('"')]), data: '%PDF-1.7 2' },
          ],
        });
        const source = { path: put(desk, '市监局.eml', mail), name: '市监局.eml' };
        const { files } = await desk.ask('imports.commit', { sources: [source] });
        expect(files.map(({ name, status }) => [name, status])).toEqual([
          ['市监局.eml › 市监局双公示.xlsx', 'committed'],
          ['市监局.eml › 说明.pdf', 'attachment'],
          ['市监局.eml › 照片.pdf', 'attachment'],
        ]);
        expect(files[0]).toMatchObject({
          receivedAt: '2022-04-29T09:05',
          mail: { sender: '西峡县市场监督管理局 <scjgj@example.cn>', subject: '第17周双公示' },
        });
      }),
  },
  {
    number: 31,
    input: 'the same file twice under different names',
    expected: '与“X”完全相同, no change',
    check: () =>
      atDesk(async (desk) => {
        const file = await desk.mail('市监局.xlsx', penalties([1, 2]));
        const copy = put(desk, '市监局(1).xlsx', readFileSync(file));
        await desk.receive(FRIDAY, [file]);
        const again = await desk.receive(FRIDAY, [copy]);
        expect(again).toMatchObject({ batch: null, files: [{ status: 'unchanged' }] });
        expect(again.files[0]?.message).toBe('与“市监局.xlsx”完全相同，未作改动。');
        expect(desk.rows('select * from record')).toHaveLength(2);
      }),
  },
  {
    number: 32,
    input: 'the same name with other content',
    expected: 'a correction of what came before',
    check: () =>
      atDesk(async (desk) => {
        await desk.receive(FRIDAY, [await desk.mail('市监局.xlsx', penalties([1, 2]))]);
        const change = { 2: { CF_NR: '警告并责令改正' } };
        const again = await desk.receive(FRIDAY, [await desk.mail('市监局.xlsx', penalties([1, 2], { change }))]);
        expect(again.files[0]?.status).toBe('committed');
        expect(differenceOf(onlyTable(again))).toEqual({ added: 0, changed: 1, unchanged: 1, removed: 0 });
      }),
  },
  {
    number: 36,
    input: 'modified time in the future, wrong clock of the sender',
    expected: 'the file’s own times count for nothing; the moment of receipt can be set, and is kept in the log',
    check: () =>
      atDesk(async (desk) => {
        desk.now = '2022-05-20T09:00';
        const file = await desk.mail('市监局.xlsx', penalties([1]));
        utimesSync(file, new Date('2099-01-01'), new Date('2099-01-01'));
        const source = { path: file, name: '市监局.xlsx' };
        const now = await desk.ask('imports.preview', { sources: [source] });
        expect(now.files[0]?.receivedAt).toBe('2022-05-20T09:00');
        expect(onlyTable(now).timely).toBe(0);
        const mail = writeMail({
          date: 'Thu, 01 Jan 2099 00:00:00 +0800',
          parts: [{ name: 'name=市监局.xlsx', data: readFileSync(file) }],
        });
        const wrong = await desk.ask('imports.preview', {
          sources: [{ path: put(desk, 'a.eml', mail), name: 'a.eml' }],
        });
        expect(wrong.files[0]?.receivedAt).toBe('2022-05-20T09:00');
        const result = await desk.receive('2022-04-28T10:00', [put(desk, 'a.eml', mail)]);
        expect(result.files[0]?.receivedAt).toBe('2022-04-28T10:00');
        expect(onlyTable(result)).toMatchObject({ period: '2022-W17', timely: 1 });
        expect(desk.rows('select received_at from batch')).toEqual([{ received_at: '2022-04-28T10:00' }]);
        expect(existsSync(file)).toBe(true);
      }),
  },
];
