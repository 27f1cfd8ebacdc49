import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../electron/contract/reply.ts';
import type { FromService, ToService } from '../../electron/shell/serviceMessages.ts';
import { until } from './builtShell.ts';

// The service as a process of its own, with the real application in it.

const ROOT = path.resolve(import.meta.dirname, '..', '..');
let work: string;
let child: ChildProcess;
let heard: FromService[];

beforeEach(async () => {
  work = await mkdtemp(path.join(os.tmpdir(), 'credit-desk 服务-'));
  heard = [];
  const before = pathToFileURL(path.join(import.meta.dirname, 'standInParentPort.ts')).href;
  child = fork(path.join(ROOT, 'electron', 'shell', 'service.ts'), [], {
    execArgv: ['--import', before],
    // As between Electron's processes: values are copied, bytes stay bytes.
    serialization: 'advanced',
  });
  child.on('message', (message: FromService) => heard.push(message));
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const dataFolder = () => path.join(work, '数据');
const post = (message: ToService) => child.send(message);
const start = (resourcesFolder = path.join(ROOT, 'resources')) =>
  post({
    kind: 'start',
    start: {
      dataFolder: dataFolder(),
      resourcesFolder,
      migrationsFolder: path.join(ROOT, 'db', 'migrations'),
      workerUrl: pathToFileURL(path.join(ROOT, 'electron', 'io', 'intake', 'intakeWorker.ts')).href,
      version: '1.2.3',
      demo: false,
    },
  });
let calls = 0;
const ask = async (name: string, args: unknown): Promise<Reply<unknown>> => {
  const id = ++calls;
  post({ kind: 'request', id, name, args });
  const answer = () => heard.find((message) => message.kind === 'reply' && message.id === id);
  await until(() => answer() !== undefined || child.exitCode !== null || child.signalCode !== null);
  const message = answer();
  if (message?.kind !== 'reply') throw new Error('the service is gone');
  return message.reply;
};

describe('the service process', () => {
  it('answers requests of the contract, and refuses what is none', async () => {
    start();
    expect(await ask('profiles.list', {})).toMatchObject({ ok: true, value: expect.any(Array) });
    expect(await ask('app.info', {})).toMatchObject({
      ok: true,
      value: { version: '1.2.3', dataFolder: dataFolder() },
    });
    expect(await ask('no.such', {})).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(await ask('units.list', 'nonsense')).toMatchObject({ ok: false });
  });

  it('says in answer to every request why it cannot start', async () => {
    const broken = path.join(work, 'resources');
    await cp(path.join(ROOT, 'resources'), broken, { recursive: true });
    for (const name of await readdir(path.join(broken, 'templates'))) {
      if (name.endsWith('.json')) await writeFile(path.join(broken, 'templates', name), '{');
    }
    start(broken);
    expect(await ask('app.info', {})).toMatchObject({ ok: false, error: { code: 'resource_invalid' } });
    expect(await ask('units.list', {})).toMatchObject({ ok: false, error: { code: 'resource_invalid' } });
  });

  it('has its PDF made by the main process and writes it', async () => {
    start();
    expect(await ask('profiles.init', { profile: 'xixia-2022' })).toMatchObject({ ok: true });
    const composed = await ask('circulars.compose', { period: '2022-04', asOf: '2022-05-05T09:00' });
    expect(composed).toMatchObject({ ok: true });
    const document = composed.ok ? composed.value : null;
    const out = path.join(work, '通报.pdf');
    child.on('message', (message: FromService) => {
      if (message.kind !== 'print') return;
      post({ kind: 'printed', id: message.id, pdf: new TextEncoder().encode('%PDF-made'), error: null });
    });
    expect(await ask('circulars.write', { document, format: 'pdf', out })).toMatchObject({ ok: true });
    expect(await readFile(out, 'utf8')).toBe('%PDF-made');
    const print = heard.find((message) => message.kind === 'print');
    expect(print?.kind === 'print' && print.html).toContain('通报');
  });

  it('closes the database and ends with code 0 when told to', async () => {
    start();
    await ask('profiles.init', { profile: 'xixia-2022' });
    const ended = once(child, 'exit');
    post({ kind: 'stop' });
    expect((await ended)[0]).toBe(0);
    // The write-ahead log is gone when the last connection was closed properly.
    expect((await readdir(dataFolder())).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });
});
