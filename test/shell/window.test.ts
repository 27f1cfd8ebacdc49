import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltShell, buildShell, preventable, type RunningShell, until } from './builtShell.ts';

// The built main process against a stand-in `electron` module: each setting of the security guide, one by one.

let shell: BuiltShell;
let running: RunningShell;

beforeAll(async () => {
  shell = await buildShell();
  running = await shell.start({});
});
afterAll(() => shell.remove());

const argsOf = (name: string) => running.electron.calls.filter((call) => call.name === name).map((call) => call.args);
const mainWindow = () => {
  const window = running.electron.BrowserWindow.all[0];
  if (window === undefined) throw new Error('no window was opened');
  return window;
};

describe('the window', () => {
  it.each([
    ['contextIsolation', true],
    ['sandbox', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['spellcheck', false],
    ['navigateOnDragDrop', false],
  ])('has %s %s', (setting, value) => {
    expect(mainWindow().options.webPreferences).toHaveProperty(setting, value);
  });

  it('gets the one preload and the program’s own page', () => {
    const preload = path.join(running.root, 'out', 'preload', 'preload.cjs');
    expect(mainWindow().options.webPreferences).toHaveProperty('preload', preload);
    expect(argsOf('window.loadURL')).toEqual([['app://credit-desk/index.html']]);
    expect(mainWindow().options).toMatchObject({ title: '信用办工作台', show: false });
  });

  it('turns the sandbox on for every process before anything else is opened', () => {
    const names = running.electron.calls.map((call) => call.name);
    expect(names).toContain('app.enableSandbox');
    expect(names.indexOf('app.enableSandbox')).toBeLessThan(names.indexOf('window.loadURL'));
  });

  it('declares app:// as standard and secure and lets it bypass nothing', () => {
    expect(argsOf('protocol.registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]],
    ]);
  });

  it('keeps Chromium’s own files in the data folder, apart from the data', () => {
    expect(argsOf('app.setPath')).toEqual([['userData', path.join(running.dataFolder, 'window')]]);
  });
});

describe('navigation', () => {
  const FOREIGN = [
    'https://example.com/',
    'http://127.0.0.1:5173/',
    'file:///C:/Windows/win.ini',
    'app://other/index.html',
    'app://credit-desk.evil/index.html',
    'app://x@credit-desk/index.html',
    'data:text/html,x',
    'blob:https://example.com/1',
    'javascript:alert(1)',
    'about:blank',
    'not an address',
  ];

  it.each(FOREIGN)('to %s is denied', (url) => {
    expect(isPrevented('will-navigate', { url })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  it('to the page itself, a reload, is allowed', () => {
    expect(isPrevented('will-navigate', { url: 'app://credit-desk/index.html#/status' })).toBe(false);
  });

  it.each([
    ['about:srcdoc', false],
    ['blob:app://credit-desk/4d1', false],
    ['blob:https://example.com/4d1', true],
    ['https://example.com/', true],
    ['app://credit-desk/index.html', true],
    ['file:///etc/passwd', true],
  ])('of a frame inside the page to %s is denied: %s', (url, denied) => {
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(denied);
  });

  it('by redirect is denied, even to the page itself', () => {
    expect(isPrevented('will-redirect', { url: 'app://credit-desk/index.html' })).toBe(true);
  });

  it.each([...FOREIGN, 'app://credit-desk/index.html'])('a new window for %s is denied', (url) => {
    expect(mainWindow().webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
  });

  it('a webview is never attached', () => {
    expect(isPrevented('will-attach-webview', {})).toBe(true);
  });

  it('is denied in web contents that appear later, too', () => {
    const { app, StandInContents } = running.electron;
    const later = new StandInContents();
    app.emit('web-contents-created', {}, later);
    expect(later.openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(later.listenerCount('will-navigate')).toBe(1);
  });

  it('sends no WebRTC packet past the request filter', () => {
    expect(argsOf('contents.setWebRTCIPHandlingPolicy')[0]).toEqual(['disable_non_proxied_udp']);
  });

  function isPrevented(name: string, details: object): boolean {
    expect(mainWindow().webContents.listenerCount(name)).toBeGreaterThan(0);
    const event = preventable(details);
    mainWindow().webContents.emit(name, event);
    return event.prevented;
  }
});

describe('starting', () => {
  it('a second time for the same data folder only wakes the first window', async () => {
    const second = await shell.start({ prepare: ({ app }) => app.set({ hasLock: false }) });
    expect(second.electron.calls.map((call) => call.name)).toContain('app.quit');
    expect(second.electron.BrowserWindow.all).toEqual([]);
    expect(second.electron.services).toEqual([]);
    expect(second.electron.ipcHandlers.size).toBe(0);

    const before = running.electron.calls.length;
    mainWindow().minimized = true;
    running.electron.app.emit('second-instance', {}, [], '');
    const woken = running.electron.calls.slice(before).map((call) => call.name);
    expect(woken).toEqual(['window.restore', 'window.show', 'window.focus']);
  });

  it('is refused in words while another program has the data folder', async () => {
    const refused = await shell.start({ dataFolder: running.dataFolder });
    const box = refused.electron.calls.find((call) => call.name === 'dialog.showErrorBox');
    expect(String(box?.args[1])).toContain('数据文件夹正被另一个窗口使用');
    expect(refused.electron.calls.at(-1)).toEqual({ name: 'app.exit', args: [1] });
    expect(refused.electron.BrowserWindow.all).toEqual([]);
    expect(refused.electron.services).toEqual([]);
  });

  it.each([
    ['a packaged program', true, 'http://localhost:5173/', 'app://credit-desk/index.html'],
    ['a foreign server', false, 'https://example.com/', 'app://credit-desk/index.html'],
    ['the development server', false, 'http://localhost:5173/', 'http://localhost:5173/'],
  ])('with %s opens the right page', async (_what, isPackaged, server, page) => {
    const started = await shell.start({
      env: { ELECTRON_RENDERER_URL: server },
      prepare: ({ app }) => app.set({ isPackaged }),
    });
    expect(started.electron.calls.find((call) => call.name === 'window.loadURL')?.args).toEqual([page]);
  });

  it('with --cli runs the command line without a window and ends with its code', async () => {
    const started = await shell.start({ args: ['--cli', 'status', '--period', '2022-04', '--json'] });
    const { services, calls, BrowserWindow } = started.electron;
    expect(services.map(({ entry, args, options }) => [path.basename(entry), args, options])).toEqual([
      [
        'cliProcess.js',
        ['status', '--period', '2022-04', '--json'],
        { serviceName: 'credit-desk-cli', stdio: 'inherit' },
      ],
    ]);
    services[0]?.emit('exit', 2);
    expect(calls.at(-1)).toEqual({ name: 'app.exit', args: [2] });
    expect(BrowserWindow.all).toEqual([]);
    expect(calls.map((call) => call.name)).not.toContain('app.requestSingleInstanceLock');
  });

  it('runs without the sandbox only unpacked and when told so', async () => {
    const noSandbox = async (isPackaged: boolean) => {
      const started = await shell.start({
        prepare: ({ app }) => {
          app.set({ isPackaged });
          app.switches.add('no-sandbox');
        },
      });
      return started.electron.calls.some((call) => call.name === 'app.enableSandbox');
    };
    expect(await noSandbox(true)).toBe(true);
    expect(await noSandbox(false)).toBe(false);
  });
});

describe('the window’s place', () => {
  const FIRST_RUN = { width: 1366, height: 820 };
  const on = { x: 100, y: 80, width: 1300, height: 800 };

  it.each([
    ['is taken up again', JSON.stringify({ bounds: on, maximized: false }), on],
    [
      'on an unplugged screen is forgotten',
      JSON.stringify({ bounds: { ...on, x: 4000 }, maximized: false }),
      FIRST_RUN,
    ],
    ['above the screen is forgotten', JSON.stringify({ bounds: { ...on, y: -500 }, maximized: false }), FIRST_RUN],
    ['in a file that is not ours is forgotten', '{"bounds":{"width":"wide"}}', FIRST_RUN],
    ['in a broken file is forgotten', '{', FIRST_RUN],
  ])('%s', async (_what, text, bounds) => {
    const started = await shell.start({
      prepare: async (_electron, dataFolder) => {
        await mkdir(path.join(dataFolder, 'window'), { recursive: true });
        await writeFile(path.join(dataFolder, 'window', 'window-state.json'), text);
      },
    });
    const { x, y, width, height } = started.electron.BrowserWindow.all[0]?.options ?? {};
    expect({ x, y, width, height }).toEqual({ x: undefined, y: undefined, ...bounds });
  });

  it('is written when the window closes', async () => {
    mainWindow().emit('close');
    const text = await readFile(path.join(running.dataFolder, 'window', 'window-state.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ bounds: { x: 40, y: 30, width: 1200, height: 700 }, maximized: false });
  });
});

describe('quitting', () => {
  it('lets the service finish, frees the data folder and then ends', async () => {
    const started = await shell.start({});
    const lock = path.join(started.dataFolder, 'window.lock');
    await readFile(lock);
    const event = preventable();
    started.electron.app.emit('will-quit', event);
    expect(event.prevented).toBe(true);
    const [service] = started.electron.services;
    expect(service?.posted.at(-1)).toEqual({ kind: 'stop' });
    expect(started.electron.calls.map((call) => call.name)).not.toContain('app.exit');
    service?.emit('exit', 0);
    await until(() => started.electron.calls.some((call) => call.name === 'app.exit'));
    await expect(readFile(lock)).rejects.toThrow('ENOENT');
    expect(started.electron.services).toHaveLength(1);
  });
});
