import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilePlan } from '../../electron/contract/imports.ts';
import { writeMail } from '../fixtures/mail.ts';
import { writeZip } from '../fixtures/zip.ts';
import { type Desk, onlyTable, openDesk } from './desk.ts';
import { articles, penalties } from './workbooks.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030');

/** Bytes of a workbook as a unit makes it. */
async function bytesOf(name: string, ...sheets: Parameters<Desk['mail']>[1][]): Promise<Buffer> {
  return readFileSync(await desk.mail(name, ...sheets));
}

function put(name: string, bytes: Uint8Array): string {
  const file = path.join(desk.mailFolder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A zip in a mail in a zip, with one table of penalties at the bottom. */
async function nested(): Promise<string> {
  const table = await bytesOf('表.xlsx', penalties([1, 2]));
  const mail = writeMail({
    from: Buffer.concat([gbk('西峡县市场监督管理局'), Buffer.from(' <scjgj@example.cn>')]),
    subject: Buffer.from('=?GB2312?B?y6u5q8q+?='),
    date: 'Fri, 29 Apr 2022 09:12:00 +0800',
    parts: [
      { name: 'name=a.zip', data: writeZip([{ name: gbk('市监局双公示.xlsx'), data: table }], { deflate: true }) },
    ],
  });
  return put('4月第4周.zip', writeZip([{ name: gbk('来信/市监局.eml'), data: mail }]));
}

const NAME = '4月第4周.zip › 来信/市监局.eml › a.zip › 市监局双公示.xlsx';
const MAIL = { sender: '西峡县市场监督管理局 <scjgj@example.cn>', subject: '双公示', sentAt: '2022-04-29T09:12' };

/** What is told of a file beside its state: the sentence, and the remarks of its tables. */
const told = ({ message, tables }: FilePlan): string =>
  [message ?? '', ...tables.flatMap(({ remarks }) => remarks.map((remark) => remark.message))].join('');

describe('files in archives and mails', () => {
  it('of a forwarded mail came with the mail that forwards it, from whom the inner one is', async () => {
    desk.now = '2022-05-05T08:00';
    const inner = writeMail({
      boundary: 'inner',
      from: Buffer.concat([gbk('西峡县市场监督管理局'), Buffer.from(' <scjgj@example.cn>')]),
      date: 'Wed, 27 Apr 2022 09:00:00 +0800',
      parts: [{ name: 'name=a.xlsx', data: await bytesOf('表.xlsx', penalties([1])) }],
    });
    const outer = writeMail({
      from: 'lingdao@example.cn',
      date: 'Tue, 3 May 2022 11:00:00 +0800',
      parts: [{ name: 'name="转发.eml"', type: 'message/rfc822', encoding: '8bit', data: inner }],
    });
    const { files } = await desk.ask('imports.preview', { sources: [{ path: put('a.eml', outer), name: 'a.eml' }] });
    expect(files).toMatchObject([
      { status: 'ready', receivedAt: '2022-05-03T11:00', mail: { sender: '西峡县市场监督管理局 <scjgj@example.cn>' } },
    ]);
  });

  it('of a mail from the future came now, which is told', async () => {
    desk.now = '2022-05-05T08:00';
    const parts = [
      { name: 'name=a.xlsx', data: await bytesOf('表.xlsx', penalties([1])) },
      { name: 'name=b.pdf', data: '%PDF-1.4 x' },
    ];
    const mail = put('a.eml', writeMail({ date: 'Thu, 5 May 2072 11:00:00 +0800', parts }));
    const { files } = await desk.ask('imports.preview', { sources: [{ path: mail, name: 'a.eml' }] });
    expect(files.map(({ receivedAt }) => receivedAt)).toEqual(['2022-05-05T08:00', '2022-05-05T08:00']);
    for (const file of files) expect(told(file)).toContain('邮件写的发送时间 2072-05-05 11:00 在将来');
    const given = await desk.receive('2022-04-29T16:00', [mail]);
    expect(given.files.map(told).join('')).not.toContain('在将来');
  });

  it('that stay inside are told of, with a table and with any other file', async () => {
    const table = await bytesOf('表.xlsx', penalties([1]));
    const logo = { type: 'image/png', disposition: 'inline', contentId: 'p', data: Buffer.alloc(900, 1) };
    const html = '<img src="cid:p">';
    const withTable = put(
      'a.eml',
      writeMail({
        html,
        parts: [
          { name: 'name=logo.png', ...logo },
          { name: 'name=a.xlsx', data: table },
        ],
      }),
    );
    const withRar = put(
      'b.eml',
      writeMail({
        html,
        parts: [
          { name: 'name=logo.png', ...logo },
          { name: 'name=旧.rar', data: Buffer.from('526172211a070100', 'hex') },
        ],
      }),
    );
    const withLitter = put(
      'c.zip',
      writeZip([
        { name: '__MACOSX/._x', data: 'x' },
        { name: 'x.pdf', data: '%PDF-1.4 x' },
      ]),
    );
    const { files } = await desk.receive('2022-04-29T16:00', [withTable, withRar, withLitter]);
    expect(files.map(({ name, status }) => [name, status])).toEqual([
      ['a.eml › a.xlsx', 'committed'],
      ['b.eml › 旧.rar', 'rejected'],
      ['c.zip › x.pdf', 'attachment'],
    ]);
    expect(files.map(told)).toEqual([
      expect.stringContaining('“a.eml”正文里有 1 个小图片（logo.png）'),
      expect.stringContaining('“b.eml”正文里有 1 个小图片（logo.png）'),
      expect.stringContaining('“c.zip”里有 1 个操作系统留下的文件（__MACOSX/._x）'),
    ]);
  });

  it('that systems leave behind are temporary files when they come alone', async () => {
    const { files } = await desk.receive('2022-04-29T16:00', [put('x.DS_Store', Buffer.from('junk'))]);
    expect(files).toMatchObject([{ status: 'rejected', code: 'temporary_file' }]);
    expect(files[0]?.message).toBe('“x.DS_Store”是操作系统留下的文件，不含数据，已略过。');
  });

  it('of sentences are papers, not broken tables; a text cut into cells is a table still', async () => {
    const prose = put('来信.txt', gbk('关于4月工作的说明\n\n本月工作正常，详见附件。\n\n2022年4月29日\n'));
    const table = put('表.txt', gbk('甲\t乙\n1\t2\n3\t4\n'));
    const { files } = await desk.receive('2022-04-29T16:00', [prose, table]);
    expect(files.map(({ status, article }) => [status, article?.title])).toEqual([
      ['attachment', '关于4月工作的说明'],
      ['rejected', undefined],
    ]);
    expect(files[0]?.message).toContain('“来信.txt”是文本文件，不是表格。');
  });

  it('are imported as if they had been dropped, received when the mail was sent', async () => {
    desk.now = '2022-05-05T08:00';
    const file = await nested();
    const result = await desk.ask('imports.commit', { sources: [{ path: file, name: path.basename(file) }] });
    expect(result.files).toMatchObject([
      { name: NAME, status: 'committed', receivedAt: '2022-04-29T09:12', mail: MAIL },
    ]);
    expect(onlyTable(result)).toMatchObject({ unit: { id: 'xx-scjgj' }, period: '2022-W17', added: 2, timely: 2 });
  });

  it('keep the original of what they came in, and say where they came from', async () => {
    await desk.receive('2022-04-29T16:00', [await nested()]);
    const [row] = desk.rows<{ container: string; mail: string; sha256: string; received_at: string }>(
      'select * from imported_file',
    );
    expect(JSON.parse(row?.mail ?? '')).toEqual(MAIL);
    expect(row?.received_at).toBe('2022-04-29T16:00');
    for (const [sha256, ending] of [
      [row?.container, '.zip'],
      [row?.sha256, '.xlsx'],
    ]) {
      const kept = path.join(desk.dataFolder, 'originals', sha256?.slice(0, 2) ?? '', `${sha256}${ending}`);
      expect(existsSync(kept)).toBe(true);
    }
    expect(await desk.ask('app.verify', {})).toMatchObject({
      originals: 2,
      missingOriginals: [],
      damagedOriginals: [],
    });
  });

  it('change nothing when the same mail comes a second time, nor when its table comes alone', async () => {
    const file = await nested();
    await desk.receive('2022-04-29T16:00', [file]);
    const again = await desk.receive('2022-04-30T16:00', [file, path.join(desk.mailFolder, '表.xlsx')]);
    expect(again).toMatchObject({ batch: null, files: [{ status: 'unchanged' }, { status: 'unchanged' }] });
  });

  it('are answered by the name shown', async () => {
    const table = await bytesOf('表.xlsx', penalties([1], { unit: '某某局' }));
    const file = put('a.zip', writeZip([{ name: '表.xlsx', data: table }]));
    const asked = await desk.receive('2022-04-29T16:00', [file]);
    expect(asked.files[0]).toMatchObject({ name: 'a.zip › 表.xlsx', status: 'question', code: 'unit_unknown' });
    const answered = await desk.receive('2022-04-29T16:00', [file], {
      overrides: [{ file: 'a.zip › 表.xlsx', unit: 'xx-scjgj' }],
    });
    expect(answered.files[0]?.status).toBe('committed');
  });

  it('of one name are two files', async () => {
    const one = await bytesOf('1.xlsx', penalties([1]));
    const two = await bytesOf('2.xlsx', articles(['甲']));
    const file = put(
      'a.zip',
      writeZip([
        { name: '表.xlsx', data: one },
        { name: '表.xlsx', data: two },
      ]),
    );
    const result = await desk.receive('2022-04-29T16:00', [file]);
    expect(result.files.map(({ name, status }) => [name, status])).toEqual([
      ['a.zip › 表.xlsx', 'committed'],
      ['a.zip › 表(2).xlsx', 'committed'],
    ]);
  });

  it('are shown each with what became of it, though it could not be taken out', async () => {
    const good = await bytesOf('表.xlsx', penalties([1]));
    const file = put(
      '混装.zip',
      writeZip([
        { name: '好.xlsx', data: good },
        { name: '密.xlsx', data: good, encrypted: true },
        { name: '~$好.xlsx', data: 'x'.repeat(165) },
        { name: '旧.rar', data: Buffer.from('526172211a070100', 'hex') },
        { name: '空.zip', data: writeZip([]) },
      ]),
    );
    const { files } = await desk.receive('2022-04-29T16:00', [file]);
    expect(files.map(({ name, status, code }) => [name, status, code])).toEqual([
      ['混装.zip › 好.xlsx', 'committed', null],
      ['混装.zip › 密.xlsx', 'rejected', 'unsupported_format'],
      ['混装.zip › ~$好.xlsx', 'rejected', 'temporary_file'],
      ['混装.zip › 旧.rar', 'rejected', 'unsupported_format'],
      ['混装.zip › 空.zip', 'rejected', 'empty'],
    ]);
    expect(files[1]?.message).toBe(
      '“混装.zip › 密.xlsx”是加密的压缩包，本程序不能直接读取。请先解压，再导入里面的工作簿。',
    );
    expect(files[4]?.message).toContain('压缩包里没有文件');
  });

  it('lie below the data folder while they are looked at, and nowhere once the program is closed', async () => {
    const unpacked = path.join(desk.dataFolder, 'unpacked');
    const file = await nested();
    await desk.ask('imports.preview', { sources: [{ path: file, name: 'a.zip' }] });
    expect(readdirSync(unpacked)).toHaveLength(1);
    const { dataFolder } = desk;
    await desk.close();
    expect(existsSync(path.join(dataFolder, 'unpacked'))).toBe(false);
    desk = await openDesk();
  });

  it('can be looked at cell by cell', async () => {
    const file = await nested();
    const listing = await desk.ask('imports.read', { path: file, name: NAME });
    expect(listing.sheets[0]?.rows[0]?.cells[0]).toMatchObject({ cell: 'A1', text: '行政处罚信息（法人）' });
    expect(await desk.refusal('imports.read', { path: file, name: '没有.xlsx' })).toMatchObject({
      code: 'file_unreadable',
    });
  });

  it('are written all or not at all when the clerk cancels', async () => {
    const table = await bytesOf('表.xlsx', penalties([1]));
    const items = Array.from({ length: 40 }, (_, n) => ({ name: `${n}.xlsx`, data: table }));
    const file = put('a.zip', writeZip(items));
    const seen: string[] = [];
    const cancel = new AbortController();
    const refused = await desk.refusal(
      'imports.commit',
      { sources: [{ path: file, name: 'a.zip' }] },
      {
        signal: cancel.signal,
        onProgress: ({ step, label }) => {
          seen.push(`${step} ${label}`);
          if (label === 'a.zip › 7.xlsx') cancel.abort();
        },
      },
    );
    expect(refused.code).toBe('cancelled');
    expect(seen.slice(0, 3)).toEqual(['read a.zip', 'read a.zip › 0.xlsx', 'read a.zip › 1.xlsx']);
    expect(desk.rows('select * from batch')).toEqual([]);
    expect(desk.rows('select * from imported_file')).toEqual([]);
    expect(existsSync(path.join(desk.dataFolder, 'originals'))).toBe(false);
  });
});
