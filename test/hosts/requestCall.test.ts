import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { HostedApp } from '../../electron/hosts/requestCall.ts';
import { appAnswering, ask, type HostUnderTest, ownHeaders, startHost } from './hostUnderTest.ts';

let host: HostUnderTest | undefined;

afterEach(() => host?.remove());

async function post(app: HostedApp, body: string, headers: Record<string, string> = {}) {
  host = await startHost(app);
  return ask(host.port, {
    path: '/api/request',
    method: 'POST',
    headers: { ...ownHeaders(host), 'Content-Type': 'application/json', ...headers },
    body,
  });
}

describe('POST /api/request', () => {
  it('hands name and arguments through and gives back the reply', async () => {
    const app = appAnswering({ 单位: '教体局' });
    const answer = await post(
      app,
      JSON.stringify({ name: 'status.grid', args: { period: '2022-W17' }, requestId: 'a' }),
    );
    expect(app.asked).toEqual([['status.grid', { period: '2022-W17' }]]);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: { 单位: '教体局' } }]);
  });

  it('refuses a page that says where on the machine to write', async () => {
    const app = appAnswering({});
    const args = { period: '2022-04', format: 'xlsx', out: '/etc/list.xlsx' };
    const answer = await post(app, JSON.stringify({ name: 'reminders.write', args, requestId: 'a' }));
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(app.asked).toEqual([]);
  });

  it('gives back a refusal as a reply, not as an error of the host', async () => {
    const refusal = { ok: false, error: { code: 'period_invalid', message: '报送期写法不对：x。' } } as const;
    const answer = await post({ dispatch: async () => refusal }, '{"name":"status.grid","args":{}}');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, refusal]);
  });

  it.each([
    ['no JSON', 'x', {}, 400],
    ['no object', '[]', {}, 400],
    ['null', 'null', {}, 400],
    ['no name', '{"args":{}}', {}, 400],
    ['a name that is no text', '{"name":1}', {}, 400],
    ['a form', '{"name":"app.info"}', { 'Content-Type': 'text/plain' }, 415],
    ['more than 20 MB announced', '{}', { 'Content-Length': '20971521' }, 413],
  ])('refuses %s', async (_what, body, headers, status) => {
    const app = appAnswering(null);
    const answer = await post(app, body, headers);
    expect([answer.status, app.asked]).toEqual([status, []]);
  });

  it('stops reading a body that grows beyond 20 MB', async () => {
    const app = appAnswering(null);
    const answer = await post(app, 'x'.repeat(21 * 1024 * 1024), { 'Transfer-Encoding': 'chunked' }).catch(
      (error: Error) => error,
    );
    // The connection may be cut before the sentence arrives.
    if (!(answer instanceof Error)) expect(answer.status).toBe(413);
    expect(app.asked).toEqual([]);
  });

  it('tells nothing of an error of its own', async () => {
    const errors: unknown[] = [];
    const app: HostedApp = {
      dispatch: () => Promise.reject(new Error('secret path')),
    };
    host = await startHost(app, { onError: (error) => errors.push(error) });
    const answer = await ask(host.port, {
      path: '/api/request',
      method: 'POST',
      headers: { ...ownHeaders(host), 'Content-Type': 'application/json' },
      body: '{"name":"app.info","args":{}}',
    });
    expect([answer.status, answer.body, errors.length]).toEqual([500, '程序内部错误。', 1]);
  });

  it('cancels the work when the page goes away', async () => {
    const begun = Promise.withResolvers<AbortSignal>();
    const cancelled = Promise.withResolvers<void>();
    const app: HostedApp = {
      dispatch: async (_name, _args, options) => {
        const signal = options?.signal;
        if (signal === undefined) throw new Error('no signal');
        begun.resolve(signal);
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        cancelled.resolve();
        return { ok: false, error: { code: 'cancelled', message: '已取消。' } };
      },
    };
    host = await startHost(app);
    const headers = { ...ownHeaders(host), 'Content-Type': 'application/json' };
    const sent = request({ host: '127.0.0.1', port: host.port, path: '/api/request', method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.end('{"name":"imports.preview","args":{"sources":[]}}');
    expect((await begun.promise).aborted).toBe(false);
    sent.destroy();
    await cancelled.promise;
    expect((await begun.promise).aborted).toBe(true);
  });
});
