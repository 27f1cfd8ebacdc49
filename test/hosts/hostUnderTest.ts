import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { type HttpHost, type HttpHostOptions, startHttpHost } from '../../electron/hosts/httpHost.ts';
import type { HostedApp } from '../../electron/hosts/requestCall.ts';

/** A host over temporary folders, with a page, an output and a secret beside them. */
export interface HostUnderTest extends HttpHost {
  readonly folder: string;
  readonly dataFolder: string;
  readonly origin: string;
  /** `credit-desk-<port>=…`, got by the first page load. */
  readonly cookie: string;
  remove(): Promise<void>;
}

/** What came back; header names in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Starts the host and loads its first page, as the browser does. */
export async function startHost(app: HostedApp, options: Partial<HttpHostOptions> = {}): Promise<HostUnderTest> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'host 测试-'));
  const dataFolder = path.join(folder, 'data');
  const rendererFolder = path.join(folder, 'renderer');
  mkdirSync(path.join(dataFolder, 'outputs'), { recursive: true });
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(dataFolder, 'credit-desk.db'), 'secret');
  writeFileSync(path.join(dataFolder, 'outputs', '2022年4月通报（初稿）.docx'), 'circular');
  writeFileSync(path.join(rendererFolder, 'index.html'), '<title>page</title>');
  writeFileSync(path.join(rendererFolder, 'assets', 'main-1a2b.js'), 'script');
  const host = await startHttpHost({ app, dataFolder, rendererFolder, token: TOKEN, ...options });
  const origin = `http://127.0.0.1:${host.port}`;
  const entered = await ask(host.port, { path: `/?token=${TOKEN}` });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const remove = async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...host, folder, dataFolder, origin, cookie, remove };
}

export const TOKEN = 'one-time-word';

/** One plain HTTP request: unlike `fetch` it lets a test lie about Host, Origin and path. */
export function ask(
  port: number,
  options: { path: string; method?: string; headers?: Record<string, string>; body?: string | Uint8Array },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { path: target, method = 'GET', headers = {}, body } = options;
    const sent = request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Headers of a request that the page itself makes. */
export function ownHeaders(host: HostUnderTest): Record<string, string> {
  return { Cookie: host.cookie, Origin: host.origin };
}

/** An application that answers every request with `value`, and remembers what it was asked. */
export function appAnswering(value: unknown): HostedApp & { readonly asked: unknown[][] } {
  const asked: unknown[][] = [];
  return {
    asked,
    dispatch: async (name, args) => {
      asked.push([name, args]);
      // A stand-in answers whatever the test wants.
      return { ok: true, value: value as never };
    },
  };
}
