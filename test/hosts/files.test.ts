import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../electron/hosts/answers.ts';
import { contentDisposition } from '../../electron/hosts/files.ts';
import { appAnswering, ask, type HostUnderTest, ownHeaders, startHost } from './hostUnderTest.ts';

let host: HostUnderTest;

beforeAll(async () => {
  host = await startHost(appAnswering(null));
});
afterAll(() => host.remove());

function get(target: string) {
  return ask(host.port, { path: target, headers: ownHeaders(host) });
}

describe('the pages', () => {
  it.each([
    ['/', '<title>page</title>', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', '<title>page</title>', 'text/html; charset=utf-8', 'no-store'],
    ['/assets/main-1a2b.js', 'script', 'text/javascript; charset=utf-8', 'max-age=31536000, immutable'],
  ])('%s is served', async (target, body, type, caching) => {
    const answer = await get(target);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': caching });
  });

  it('carry the security headers', async () => {
    const { headers } = await get('/');
    expect(headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('have the same policy in their own head, but for what works only as a header', () => {
    const html = readFileSync(path.join(import.meta.dirname, '..', '..', 'renderer', 'index.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
    expect(`${policy}; frame-ancestors 'self'`).toBe(CONTENT_SECURITY_POLICY);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '/C:%5csecret.txt',
    '//secret.txt',
    '/%00secret.txt',
    '/%zz.txt',
    '/secret.txt',
    '/data/credit-desk.db',
  ])('give away nothing outside their folder: %s', async (target) => {
    const answer = await get(target);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  it.skipIf(process.platform === 'win32')('follow no link out of their folder', async () => {
    symlinkSync(path.join(host.folder, 'secret.txt'), path.join(host.folder, 'renderer', 'link.txt'));
    expect((await get('/link.txt')).status).toBe(404);
  });
});

describe('downloads', () => {
  it('come under their Chinese name', async () => {
    const answer = await get(`/api/outputs/${encodeURIComponent('2022年4月通报（初稿）.docx')}`);
    expect(answer).toMatchObject({ status: 200, body: 'circular' });
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="2022_4_______.docx"; filename*=UTF-8\'\'2022%E5%B9%B44%E6%9C%88%E9%80%9A%E6%8A%A5%EF%BC%88%E5%88%9D%E7%A8%BF%EF%BC%89.docx',
    );
  });

  it.each(['', '..%2fcredit-desk.db', '../credit-desk.db', '..%5ccredit-desk.db', 'none.docx', '.', '..'])(
    'come only out of the outputs folder: “%s”',
    async (name) => {
      const answer = await get(`/api/outputs/${name}`);
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('secret');
    },
  );

  it.each([
    ['plain.xlsx', `attachment; filename="plain.xlsx"; filename*=UTF-8''plain.xlsx`],
    ['a"b\\c%.txt', `attachment; filename="a_b_c_.txt"; filename*=UTF-8''a%22b%5Cc%25.txt`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['行\r\nX: 1', `attachment; filename="___X: 1"; filename*=UTF-8''%E8%A1%8C%0D%0AX%3A%201`],
  ])('%j becomes one header', (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });
});
