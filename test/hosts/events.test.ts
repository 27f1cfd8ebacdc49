import { type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestName } from '../../electron/contract.ts';
import type { HostedApp } from '../../electron/hosts/requestCall.ts';
import { appAnswering, ask, type HostUnderTest, ownHeaders, startHost } from './hostUnderTest.ts';

let host: HostUnderTest | undefined;

afterEach(() => host?.remove());

/** The events of one open stream, one after the other. */
async function* events(from: HostUnderTest): AsyncGenerator<unknown> {
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: from.port, path: '/api/events', headers: ownHeaders(from) },
      resolve,
    );
    sent.on('error', reject);
    sent.end();
  });
  expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  let text = '';
  try {
    for await (const chunk of stream.setEncoding('utf8')) {
      text += String(chunk);
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (data !== undefined) yield JSON.parse(data);
      }
    }
  } finally {
    stream.destroy();
  }
}

function call(from: HostUnderTest, name: RequestName, requestId = '') {
  return ask(from.port, {
    path: '/api/request',
    method: 'POST',
    headers: { ...ownHeaders(from), 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, args: {}, requestId }),
  });
}

async function next(stream: AsyncGenerator<unknown>): Promise<unknown> {
  return (await stream.next()).value;
}

describe('GET /api/events', () => {
  it('tells of writes, and of nothing that only reads', async () => {
    host = await startHost(appAnswering(null));
    const stream = events(host);
    expect(await next(stream)).toEqual({ dataVersion: 0 });
    await call(host, 'status.grid');
    await call(host, 'imports.commit');
    expect(await next(stream)).toEqual({ dataVersion: 1 });
    await call(host, 'units.save');
    expect(await next(stream)).toEqual({ dataVersion: 2 });
    await stream.return(undefined);
  });

  it('tells a page that comes back what it missed', async () => {
    host = await startHost(appAnswering(null));
    await call(host, 'batches.undo');
    const stream = events(host);
    expect(await next(stream)).toEqual({ dataVersion: 1 });
    await stream.return(undefined);
  });

  it('tells of no write that was refused', async () => {
    const app: HostedApp = {
      dispatch: async (name) =>
        name === 'batches.undo'
          ? { ok: false, error: { code: 'batch_unknown', message: '没有这个导入批次。' } }
          : { ok: true, value: null as never },
    };
    host = await startHost(app);
    const stream = events(host);
    await next(stream);
    await call(host, 'batches.undo');
    await call(host, 'units.save');
    expect(await next(stream)).toEqual({ dataVersion: 1 });
    await stream.return(undefined);
  });

  it('carries the progress of a request under its id', async () => {
    const progress = { step: 'read', done: 1, total: 3, label: '4月第4周.zip' } as const;
    const app: HostedApp = {
      dispatch: async (_name, _args, options) => {
        options?.onProgress?.(progress);
        return { ok: true, value: null as never };
      },
    };
    host = await startHost(app);
    const stream = events(host);
    await next(stream);
    await call(host, 'imports.preview', 'request-7');
    expect(await next(stream)).toEqual({ requestId: 'request-7', progress });
    await stream.return(undefined);
  });

  it('ends with the host', async () => {
    host = await startHost(appAnswering(null));
    const stream = events(host);
    await next(stream);
    await host.close();
    expect((await stream.next()).done).toBe(true);
  });
});
