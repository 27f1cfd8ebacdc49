import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appAnswering, ask, type HostUnderTest, ownHeaders, startHost, TOKEN } from './hostUnderTest.ts';

let host: HostUnderTest;
const app = appAnswering('done');

beforeAll(async () => {
  host = await startHost(app);
});
afterAll(() => host.remove());

describe('the gate of the loopback host', () => {
  it('gives the first page load with the token a cookie that scripts and other sites do not get', async () => {
    const other = await startHost(app);
    try {
      expect(other.url).toBe(`http://127.0.0.1:${other.port}/?token=${TOKEN}`);
      expect(other.cookie).toMatch(new RegExp(`^credit-desk-${other.port}=[\\w-]{40,}$`));
    } finally {
      await other.remove();
    }
  });

  it('sends the browser to the page without the token, so that it stays in no history', async () => {
    const answer = await ask(host.port, { path: `/?token=${TOKEN}`, headers: { Cookie: host.cookie } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });

  it('sets the cookie HttpOnly and SameSite=Strict', async () => {
    const fresh = await startHost(app, { token: 'another' });
    try {
      const first = await ask(fresh.port, { path: '/?token=another' });
      expect(first.headers['set-cookie']).toEqual([expect.stringMatching(/; HttpOnly; SameSite=Strict; Path=\/$/)]);
      const second = await ask(fresh.port, { path: '/?token=another' });
      expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined]);
    } finally {
      await fresh.remove();
    }
  });

  it.each([
    ['without the cookie', {}],
    [
      'with a cookie of the right length and wrong word',
      { Cookie: 'credit-desk-PORT=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    ],
    ['with the token for a cookie', { Cookie: `credit-desk-PORT=${TOKEN}` }],
  ])('opens nothing %s', async (_how, given) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, value.replace('PORT', `${host.port}`)]),
    );
    for (const path of ['/', '/assets/main-1a2b.js', '/api/events', '/api/outputs/x', '/?token=wrong']) {
      const answer = await ask(host.port, { path, headers });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body).not.toContain('secret');
    }
  });

  it.each([
    ['another name for this machine', (own: HostUnderTest) => ({ Host: `localhost:${own.port}` })],
    ['a name that was bound to this machine', () => ({ Host: 'evil.example.org' })],
    ['another port', () => ({ Host: '127.0.0.1:1' })],
  ])('refuses a Host that is %s', async (_what, headers) => {
    const answer = await ask(host.port, { path: '/', headers: { ...ownHeaders(host), ...headers(host) } });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example.org' }],
    ['a page from a file', { Origin: 'null' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
  ])('refuses an Origin that is %s', async (_what, headers) => {
    const before = app.asked.length;
    const answer = await ask(host.port, {
      path: '/api/request',
      method: 'POST',
      headers: { ...ownHeaders(host), ...headers, 'Content-Type': 'application/json' },
      body: '{"name":"app.info","args":{}}',
    });
    expect([answer.status, app.asked.length]).toEqual([403, before]);
  });

  it('refuses a POST without Origin: a browser always sends one', async () => {
    const answer = await ask(host.port, {
      path: '/api/request',
      method: 'POST',
      headers: { Cookie: host.cookie, 'Content-Type': 'application/json' },
      body: '{"name":"app.info","args":{}}',
    });
    expect(answer.status).toBe(403);
  });

  it('lets no other origin read: no CORS header, not even in answer to a preflight', async () => {
    const preflight = await ask(host.port, {
      path: '/api/request',
      method: 'OPTIONS',
      headers: { ...ownHeaders(host), 'Access-Control-Request-Method': 'POST' },
    });
    const page = await ask(host.port, { path: '/', headers: ownHeaders(host) });
    for (const answer of [preflight, page]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(preflight.status).toBe(405);
  });

  it('listens on this machine only', async () => {
    const { networkInterfaces } = await import('node:os');
    const outward = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find((address) => address.family === 'IPv4' && !address.internal);
    if (outward === undefined) return;
    await expect(fetch(`http://${outward.address}:${host.port}/`)).rejects.toThrow();
  });
});
