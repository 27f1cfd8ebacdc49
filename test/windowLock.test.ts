import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireWindowLock, assertNoWindow, windowHolder } from '../electron/windowLock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lock 测试-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lockFile(): string {
  return path.join(folder, 'window.lock');
}

function leaveLock(holder: Record<string, unknown>): void {
  const whole = { pid: process.pid, machine: os.hostname(), user: '王芳', since: new Date().toISOString(), ...holder };
  writeFileSync(lockFile(), JSON.stringify(whole));
}

/** The number of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('acquireWindowLock', () => {
  it('names who has the folder, and leaves nothing behind', () => {
    const lock = acquireWindowLock(path.join(folder, 'new'));
    const file = path.join(folder, 'new', 'window.lock');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, machine: os.hostname() });
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a second window of the same folder', () => {
    const lock = acquireWindowLock(folder);
    expect(() => acquireWindowLock(folder)).toThrow(expect.objectContaining({ code: 'data_folder_busy' }));
    lock.release();
    acquireWindowLock(folder).release();
  });

  it.each([
    ['a process that died', () => leaveLock({ pid: deadPid() })],
    ['a process of before the last start of the machine', () => leaveLock({ since: '2001-01-01T00:00:00.000Z' })],
    ['half a file', () => writeFileSync(lockFile(), '{"pid":')],
    ['nobody', () => writeFileSync(lockFile(), '{}')],
  ])('takes over the lock of %s', (_what, leave) => {
    leave();
    expect(windowHolder(folder)).toBeNull();
    acquireWindowLock(folder).release();
  });

  it('leaves the lock of another machine alone: nobody here can know whether it lives', () => {
    leaveLock({ pid: deadPid(), machine: 'OFFICE-PC-2', since: '2001-01-01T00:00:00.000Z' });
    expect(() => acquireWindowLock(folder)).toThrow(/OFFICE-PC-2/);
  });

  it('does not release what has become somebody else’s', () => {
    const lock = acquireWindowLock(folder);
    leaveLock({ pid: 1, machine: 'OFFICE-PC-2' });
    lock.release();
    expect(existsSync(lockFile())).toBe(true);
  });
});

describe('assertNoWindow', () => {
  it('lets the command line work while no window is open', () => {
    expect(() => assertNoWindow(folder)).not.toThrow();
    expect(() => assertNoWindow(path.join(folder, 'none'))).not.toThrow();
  });

  it('stops it while one is, naming the holder', () => {
    leaveLock({ user: '王芳' });
    expect(() => assertNoWindow(folder)).toThrow(/data_folder_busy.*王芳/);
  });
});
