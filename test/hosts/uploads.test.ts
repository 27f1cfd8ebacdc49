import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearUploads } from '../../electron/hosts/uploads.ts';
import { appAnswering, ask, type HostUnderTest, ownHeaders, startHost } from './hostUnderTest.ts';

let host: HostUnderTest;

beforeEach(async () => {
  host = await startHost(appAnswering(null), { maxUpload: 1000 });
});
afterEach(() => host.remove());

function upload(name: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const target = `/api/uploads?name=${encodeURIComponent(name)}`;
  return ask(host.port, { path: target, method: 'POST', headers: { ...ownHeaders(host), ...headers }, body });
}

function uploadsFolder(): string {
  return path.join(host.dataFolder, 'uploads');
}

describe('POST /api/uploads', () => {
  it('keeps the bytes as they are and the name to show', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const answer = await upload('4月第4周/市监局 双公示.xlsx', bytes);
    const { path: file, name } = JSON.parse(answer.body) as { path: string; name: string };
    expect([answer.status, name]).toEqual([200, '4月第4周/市监局 双公示.xlsx']);
    expect(path.basename(file)).toBe('市监局 双公示.xlsx');
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });

  it('keeps two files of the same name apart', async () => {
    const [first, second] = [await upload('a.xlsx', '1'), await upload('a.xlsx', '2')];
    const paths = [first, second].map(({ body }) => (JSON.parse(body) as { path: string }).path);
    expect(paths.map((file) => readFileSync(file, 'utf8'))).toEqual(['1', '2']);
  });

  it.each([
    ['../../credit-desk.db', 'credit-desk.db', 'credit-desk.db'],
    ['..\\..\\credit-desk.db', 'credit-desk.db', 'credit-desk.db'],
    ['/etc/passwd', 'passwd', 'etc/passwd'],
    ['C:\\Windows\\win.ini', 'win.ini', 'C:/Windows/win.ini'],
    ['a/con.xlsx', '_con.xlsx', 'a/con.xlsx'],
    ['a?b*<c>.xlsx', 'a_b__c_.xlsx', 'a?b*<c>.xlsx'],
    ['表格. ', '表格', '表格. '],
    ['...', '_', '...'],
  ])('writes %j nowhere but into its own folder', async (given, fileName, shown) => {
    const answer = await upload(given, 'x');
    const { path: file, name } = JSON.parse(answer.body) as { path: string; name: string };
    expect([path.basename(file), name]).toEqual([fileName, shown]);
    expect(path.dirname(path.dirname(file))).toBe(uploadsFolder());
    expect(readFileSync(path.join(host.dataFolder, 'credit-desk.db'), 'utf8')).toBe('secret');
  });

  it('shortens a name that no disk would take, and keeps its ending', async () => {
    const answer = await upload(`${'长'.repeat(300)}.xlsx`, 'x');
    const { path: file } = JSON.parse(answer.body) as { path: string };
    expect(path.basename(file)).toMatch(/^长{60,70}\.xlsx$/);
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    ['no name', '', 400],
    ['a name of dots and slashes', '../..', 400],
  ])('refuses %s', async (_what, name, status) => {
    expect((await upload(name, 'x')).status).toBe(status);
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  it('refuses a file that is announced too large, before it is sent', async () => {
    const answer = await upload('a.xlsx', 'x'.repeat(1001));
    expect(answer.status).toBe(413);
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  it('leaves nothing of a file that turns out too large', async () => {
    const answer = await upload('a.xlsx', 'x'.repeat(2000), { 'Transfer-Encoding': 'chunked' });
    expect(answer.status).toBe(413);
    await expect.poll(() => readdirSync(uploadsFolder())).toEqual([]);
  });

  it('says so when the file cannot be written', async () => {
    rmSync(uploadsFolder(), { recursive: true });
    writeFileSync(uploadsFolder(), 'a file where the folder should be');
    expect((await upload('a.xlsx', 'x')).status).toBe(500);
  });

  it('leaves nothing of a file whose transfer broke', async () => {
    const sent = request({
      host: '127.0.0.1',
      port: host.port,
      path: '/api/uploads?name=a.xlsx',
      method: 'POST',
      headers: { ...ownHeaders(host), 'Content-Length': '900' },
    });
    sent.on('error', () => undefined);
    sent.write('half');
    await expect.poll(() => readdirSync(uploadsFolder()).length).toBe(1);
    sent.destroy();
    await expect.poll(() => readdirSync(uploadsFolder())).toEqual([]);
  });
});

describe('clearUploads', () => {
  it('removes what an earlier run left', async () => {
    mkdirSync(path.join(uploadsFolder(), 'old'));
    writeFileSync(path.join(uploadsFolder(), 'old', 'a.xlsx'), 'x');
    await clearUploads(uploadsFolder());
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  it('makes the folder when there is none', async () => {
    const folder = path.join(host.folder, 'new', 'uploads');
    await clearUploads(folder);
    expect(existsSync(folder)).toBe(true);
  });
});
