import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltShell, buildShell, preventable, type RunningShell } from './builtShell.ts';

let shell: BuiltShell;
let running: RunningShell;

beforeAll(async () => {
  shell = await buildShell();
  running = await shell.start({});
});
afterAll(() => shell.remove());

const handler = <T>(name: string): T => {
  const found = running.electron.session.defaultSession.handlers.get(name);
  if (found === undefined) throw new Error(`nothing handles ${name}`);
  return found as T; // the test knows what Electron would call it with
};

describe('requests of the page', () => {
  const isCancelled = (url: string): boolean => {
    let cancelled: boolean | undefined;
    handler<Filter>('onBeforeRequest')({ url }, (answer) => {
      cancelled = answer.cancel;
    });
    if (cancelled === undefined) throw new Error('no answer');
    return cancelled;
  };
  type Filter = (details: { url: string }, answer: (answer: { cancel: boolean }) => void) => void;

  it.each(['app://credit-desk/index.html', 'data:image/png;base64,AA', 'blob:app://credit-desk/1'])(
    'to %s go through',
    (url) => expect(isCancelled(url)).toBe(false),
  );

  it.each([
    'https://example.com/',
    'http://localhost:5173/',
    'http://127.0.0.1/',
    'ws://localhost/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'chrome://version/',
    'devtools://devtools/bundled/inspector.html',
    'nonsense',
  ])('to %s are cancelled', (url) => expect(isCancelled(url)).toBe(true));

  it('ask no proxy, fetch no dictionary, and download nothing', () => {
    const args = (name: string) => running.electron.calls.filter((call) => call.name === name).map((call) => call.args);
    expect(args('session.setProxy')).toEqual([['default', { mode: 'direct' }]]);
    expect(args('session.setSpellCheckerEnabled')).toEqual([['default', false]]);
    const event = preventable();
    running.electron.session.defaultSession.events.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });

  it('and Chromium’s own cannot even resolve a name', () => {
    const switches = running.electron.calls.filter((call) => call.name === 'commandLine.appendSwitch');
    expect(switches.map((call) => call.args)).toEqual(
      expect.arrayContaining([
        ['host-resolver-rules', 'MAP * ~NOTFOUND'],
        ['no-proxy-server', undefined],
        ['disable-background-networking', undefined],
        ['disable-component-update', undefined],
      ]),
    );
  });
});

describe('permissions', () => {
  const PERMISSIONS = [
    'media',
    'display-capture',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'local-network-access',
    'unknown',
  ];
  type Ask = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
  type Check = (contents: unknown, permission: string) => boolean;
  const contentsAt = (url: string) => ({ getURL: () => url });
  const own = contentsAt('app://credit-desk/index.html');
  const isGranted = (contents: unknown, permission: string): boolean => {
    let granted: boolean | undefined;
    handler<Ask>('permissionRequest')(contents, permission, (answer) => {
      granted = answer;
    });
    if (granted === undefined) throw new Error('no answer');
    return granted;
  };

  it.each(PERMISSIONS)('%s is refused, asked for or checked', (permission) => {
    expect(isGranted(own, permission)).toBe(false);
    expect(handler<Check>('permissionCheck')(own, permission)).toBe(false);
  });

  it('only writing text to the clipboard is granted, and only to the own page', () => {
    const foreign = contentsAt('https://example.com/');
    expect(isGranted(own, 'clipboard-sanitized-write')).toBe(true);
    expect(isGranted(foreign, 'clipboard-sanitized-write')).toBe(false);
    expect(handler<Check>('permissionCheck')(own, 'clipboard-sanitized-write')).toBe(true);
    expect(handler<Check>('permissionCheck')(foreign, 'clipboard-sanitized-write')).toBe(false);
    expect(handler<Check>('permissionCheck')(null, 'clipboard-sanitized-write')).toBe(false);
  });

  it('devices and screens are refused', () => {
    expect(handler<(details: unknown) => boolean>('devicePermission')({ deviceType: 'usb' })).toBe(false);
    let streams: unknown = 'no answer';
    handler<(request: unknown, answer: (streams: unknown) => void) => void>('displayMedia')({}, (answer) => {
      streams = answer;
    });
    expect(streams).toBeNull();
  });
});

describe('the page’s files', () => {
  const get = async (url: string, method = 'GET') => {
    const response = await handler<(request: object) => Promise<Response>>('protocol app')({ url, method });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it.each([
    ['app://credit-desk/', '<title>page</title>', 'text/html; charset=utf-8'],
    ['app://credit-desk/index.html?x=1#/status', '<title>page</title>', 'text/html; charset=utf-8'],
    ['app://credit-desk/assets/page.js', 'export {};', 'text/javascript; charset=utf-8'],
    ['app://credit-desk/assets//page%2ejs', 'export {};', 'text/javascript; charset=utf-8'],
  ])('%s is served', async (url, text, type) => {
    const response = await get(url);
    expect([response.status, response.text, response.headers.get('content-type')]).toEqual([200, text, type]);
  });

  it.each([
    ['one step up, encoded', 'app://credit-desk/..%2Fsecret.html'],
    ['steps up from a folder', 'app://credit-desk/assets/..%2f..%2f..%2fsecret.html'],
    ['dots encoded', 'app://credit-desk/%2e%2e%2f%2e%2e%2fsecret.html'],
    ['encoded twice', 'app://credit-desk/%252e%252e%252fsecret.html'],
    ['backslashes', 'app://credit-desk/..\\..\\secret.html'],
    ['backslashes inside a name', 'app://credit-desk/assets\\..\\..\\..\\secret.html'],
    ['backslashes encoded', 'app://credit-desk/..%5C..%5Csecret.html'],
    ['a drive', 'app://credit-desk/C:/Windows/win.ini'],
    ['a drive encoded', 'app://credit-desk/C%3A%5CWindows%5Cwin.ini'],
    ['a stream', 'app://credit-desk/index.html%3A%3A$DATA'],
    ['a zero byte', 'app://credit-desk/index.html%00.js'],
    ['broken encoding', 'app://credit-desk/%E0%A4%A'],
    ['another host', 'app://other/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['no address', 'nonsense'],
  ])('%s is refused with 403', async (_what, url) => {
    const response = await get(url);
    expect([response.status, response.text]).toEqual([403, '']);
  });

  it.each([
    ['one step up, which the address itself swallows', 'app://credit-desk/../secret.html'],
    ['an absolute path', 'app://credit-desk//etc/passwd'],
    ['a missing file', 'app://credit-desk/assets/none.js'],
    ['a folder', 'app://credit-desk/assets'],
    ['a kind of file the page does not consist of', 'app://credit-desk/notes.exe'],
  ])('%s is not found', async (_what, url) => {
    const response = await get(url);
    expect([response.status, response.text]).toEqual([404, '']);
  });

  it('are only read, never written', async () => {
    expect((await get('app://credit-desk/index.html', 'POST')).status).toBe(405);
    expect((await get('app://credit-desk/index.html', 'HEAD')).text).toBe('');
  });

  it.each(['app://credit-desk/', 'app://credit-desk/none.js', 'app://other/'])('%s carries the policy', async (url) => {
    const { headers } = await get(url);
    const policy = new Map((headers.get('content-security-policy') ?? '').split('; ').map(directive));
    expect(policy.get('default-src')).toBe("'self'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('form-action')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  const directive = (text: string): [string, string] => {
    const [name = '', ...values] = text.split(' ');
    return [name, values.join(' ')];
  };
});
