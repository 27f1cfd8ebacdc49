import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../electron/io/browser.ts';

const WINDOWS_ENV = {
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\王芳\\AppData\\Local',
};

const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const OWN_CHROME = 'C:\\Users\\王芳\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

describe('findBrowser', () => {
  it.each([
    ['takes Edge before Chrome on Windows', 'win32', WINDOWS_ENV, [OWN_CHROME, EDGE], EDGE],
    ['finds a Chrome installed for one user', 'win32', WINDOWS_ENV, [OWN_CHROME], OWN_CHROME],
    ['finds an application on macOS', 'darwin', { HOME: '/Users/a' }, [MAC_CHROME], MAC_CHROME],
    ['follows the PATH on Linux', 'linux', { PATH: '/opt/bin' }, ['/opt/bin/google-chrome'], '/opt/bin/google-chrome'],
    ['looks in /usr/bin without a PATH', 'linux', {}, ['/usr/bin/chromium'], '/usr/bin/chromium'],
    ['says null when there is none', 'linux', { PATH: '/usr/bin' }, [], null],
    [
      'takes the one named by the office',
      'linux',
      { CREDIT_DESK_BROWSER: '/x/b' },
      ['/x/b', '/usr/bin/chromium'],
      '/x/b',
    ],
    [
      'does not replace a named one that is gone',
      'linux',
      { CREDIT_DESK_BROWSER: '/x/b' },
      ['/usr/bin/chromium'],
      null,
    ],
  ] as const)('%s', (_behaviour, platform, env, files, expected) => {
    const installed = new Set<string>(files);
    expect(findBrowser({ platform, env, exists: (file) => installed.has(file) })).toBe(expected);
  });
});
