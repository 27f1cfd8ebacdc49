import { describe, expect, it } from 'vitest';
import { appWindowFlags, hasDisplay } from '../../electron/starting/appWindow.ts';

describe('hasDisplay', () => {
  it.each([
    ['win32', {}, true],
    ['darwin', {}, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ] as const)('%s with %j: %s', (platform, env, expected) => {
    expect(hasDisplay(platform, env)).toBe(expected);
  });
});

describe('appWindowFlags', () => {
  it('opens a window of its own, with a profile of its own, that calls nobody', () => {
    const flags = appWindowFlags('http://127.0.0.1:1/?token=x', '/data/browser', false);
    expect(flags).toEqual(
      expect.arrayContaining([
        '--app=http://127.0.0.1:1/?token=x',
        '--user-data-dir=/data/browser',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ]),
    );
  });

  it('gives up the browser’s sandbox only where it could not start with it', () => {
    expect(appWindowFlags('u', 'p', false)).not.toContain('--no-sandbox');
    expect(appWindowFlags('u', 'p', true)).toContain('--no-sandbox');
  });
});
