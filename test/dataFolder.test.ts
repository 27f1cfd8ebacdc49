import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from '../electron/dataFolder.ts';

describe('defaultDataFolder', () => {
  it.each([
    ['win32', { APPDATA: 'C:\\Users\\王芳\\AppData\\Roaming' }, 'C:\\Users\\王芳\\AppData\\Roaming\\credit-desk'],
    ['win32', {}, 'C:\\Users\\王芳\\AppData\\Roaming\\credit-desk'],
    ['darwin', {}, '/Users/wang/Library/Application Support/credit-desk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/credit-desk'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/wang/.local/share/credit-desk'],
  ] as const)('is where %s keeps application data', (platform, env, expected) => {
    const home = { win32: 'C:\\Users\\王芳', darwin: '/Users/wang', linux: '/home/wang' }[platform];
    expect(defaultDataFolder({ platform, env, home })).toBe(expected);
  });
});
