import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuiltShell, buildShell, preventable, type RunningShell, until } from './builtShell.ts';

let shell: BuiltShell;
let running: RunningShell;

beforeAll(async () => {
  shell = await buildShell();
});
beforeEach(async () => {
  running = await shell.start({});
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => shell.remove());

const services = () => running.electron.services;
const service = () => {
  const last = services().at(-1);
  if (last === undefined) throw new Error('no service was started');
  return last;
};
const request = (requestId: string) => {
  const handler = running.electron.ipcHandlers.get('credit-desk:request');
  const sender = running.electron.BrowserWindow.all[0]?.webContents;
  const senderFrame = { parent: null, url: 'app://credit-desk/index.html' };
  return handler?.({ sender, senderFrame }, { kind: 'request', name: 'app.info', args: {}, requestId });
};

describe('the service', () => {
  it('runs in a process of its own and is told where everything lies', () => {
    const { root, dataFolder } = running;
    expect(services()).toHaveLength(1);
    expect(service().entry).toBe(path.join(root, 'out', 'main', 'service.js'));
    expect(service().posted).toEqual([
      {
        kind: 'start',
        start: {
          dataFolder,
          resourcesFolder: path.join(root, 'resources'),
          migrationsFolder: path.join(root, 'db', 'migrations'),
          workerUrl: pathToFileURL(path.join(root, 'out', 'main', 'intakeWorker.js')).href,
          version: '9.9.9',
          demo: false,
        },
      },
    ]);
  });

  it('is told of --demo', async () => {
    const demo = await shell.start({ args: ['--demo'] });
    expect(demo.electron.services[0]?.posted[0]).toMatchObject({ start: { demo: true } });
  });

  it('dying answers what was asked of it, is started again and works on', async () => {
    const lost = [request('a'), request('b')];
    await until(() => service().posted.length === 3);
    service().emit('exit', 139);
    for (const reply of await Promise.all(lost)) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'service_stopped' } });
      expect(JSON.stringify(reply)).toContain('正在重新启动');
    }
    // Until it is back, a request is answered at once instead of waiting for ever.
    expect(await request('c')).toMatchObject({ ok: false, error: { code: 'service_stopped' } });

    await until(() => services().length === 2);
    expect(service().posted).toEqual(services()[0]?.posted.slice(0, 1));
    const answer = request('d');
    await until(() => service().posted.length === 2);
    service().emit('message', { kind: 'reply', id: service().posted[1]?.id, reply: { ok: true, value: 1 } });
    expect(await answer).toEqual({ ok: true, value: 1 });
  });

  it('pauses longer after each death, and after six in a row says so instead of trying for ever', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    for (const [deaths, pause] of [200, 400, 800, 1600, 3200].entries()) {
      service().emit('exit', 1);
      vi.advanceTimersByTime(pause - 1);
      expect(services()).toHaveLength(deaths + 1);
      vi.advanceTimersByTime(1);
      expect(services()).toHaveLength(deaths + 2);
    }
    expect(called('dialog.showErrorBox')).toEqual([]);
    service().emit('exit', 1);
    vi.advanceTimersByTime(60_000);
    expect(called('dialog.showErrorBox')).toHaveLength(1);
    expect(services()).toHaveLength(6);
  });

  it('that worked for a minute before it died starts again as after a first death', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    for (let death = 1; death <= 10; death++) {
      vi.advanceTimersByTime(61_000);
      service().emit('exit', 1);
      vi.advanceTimersByTime(200);
      expect(services()).toHaveLength(death + 1);
    }
    expect(called('dialog.showErrorBox')).toEqual([]);
  });

  it('is not started again when the program quits during the pause after a death', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    service().emit('exit', 1);
    running.electron.app.emit('will-quit', preventable());
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await until(() => called('app.exit').length === 1);
    expect(services()).toHaveLength(1);
  });

  it('that does not end when told to is killed', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    running.electron.app.emit('will-quit', preventable());
    vi.advanceTimersByTime(2999);
    expect(called('service.kill')).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(called('service.kill')).toHaveLength(1);
  });

  it('is not started again when the program quits', async () => {
    running.electron.app.emit('will-quit', preventable());
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    service().emit('exit', 0);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await until(() => called('app.exit').length === 1);
    expect(services()).toHaveLength(1);
  });
});

describe('a PDF', () => {
  it('is made in a hidden window that runs no script and loads nothing', async () => {
    const html = '<style>@page { size: A4 }</style><h1>通报</h1>';
    service().emit('message', { kind: 'print', id: 7, html });
    await until(() => service().posted.some(({ kind }) => kind === 'printed'));

    const window = running.electron.BrowserWindow.all.at(-1);
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: {
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
    expect(window?.options.webPreferences).not.toHaveProperty('preload');
    expect(called('contents.printToPDF').map(({ args }) => args)).toEqual([
      [{ preferCSSPageSize: true, printBackground: true, pageSize: 'A4' }],
    ]);
    expect(window?.destroyed).toBe(true);
    const answer = service().posted.at(-1);
    expect(answer).toMatchObject({ kind: 'printed', id: 7, error: null });
    expect(String(answer?.pdf)).toBe('%PDF-stand-in');
  });

  it('has a session of its own with every door closed', async () => {
    service().emit('message', { kind: 'print', id: 1, html: 'x' });
    await until(() => service().posted.some(({ kind }) => kind === 'printed'));
    const own = running.electron.sessions.get('credit-desk-print');
    expect(running.electron.BrowserWindow.all.at(-1)?.options.webPreferences).toHaveProperty('session', own);
    expect([...(own?.handlers.keys() ?? [])].sort()).toEqual([
      'devicePermission',
      'displayMedia',
      'onBeforeRequest',
      'permissionCheck',
      'permissionRequest',
      'protocol app',
    ]);
    const cancelled = await new Promise((resolve) => {
      const filter = own?.handlers.get('onBeforeRequest') as
        | ((details: object, answer: (a: object) => void) => void)
        | undefined;
      filter?.({ url: 'https://example.com/picture.png' }, resolve);
    });
    expect(cancelled).toEqual({ cancel: true });
  });

  it('shows exactly the text it was given, only while it is printed', async () => {
    let page: Response | undefined;
    let address = '';
    running.electron.pageLoads.watch = async (url) => {
      address = url;
      page = await serve(url);
    };
    service().emit('message', { kind: 'print', id: 2, html: '<h1>通报</h1>' });
    await until(() => service().posted.some(({ id }) => id === 2));
    expect(page?.status).toBe(200);
    expect(await page?.text()).toBe('<h1>通报</h1>');
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page?.headers.get('content-security-policy')).not.toContain('script-src');
    expect((await serve(address)).status).toBe(404);
  });

  it('that cannot be made is reported and leaves no window behind', async () => {
    running.electron.app.once('web-contents-created', (_event: unknown, contents: { printToPDF: unknown }) => {
      contents.printToPDF = () => Promise.reject(new Error('printer on fire'));
    });
    service().emit('message', { kind: 'print', id: 3, html: 'x' });
    await until(() => service().posted.some(({ kind }) => kind === 'printed'));
    expect(service().posted.at(-1)).toEqual({
      kind: 'printed',
      id: 3,
      pdf: null,
      error: 'Error: printer on fire',
    });
    expect(running.electron.BrowserWindow.all.at(-1)?.destroyed).toBe(true);
  });

  function serve(url: string): Promise<Response> {
    const handler = running.electron.sessions.get('credit-desk-print')?.handlers.get('protocol app');
    return Promise.resolve((handler as (request: object) => Response)({ url, method: 'GET' }));
  }
});

function called(name: string) {
  return running.electron.calls.filter((call) => call.name === name);
}
