import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from './core/refusal.ts';

/** Who holds a data folder: written into its `window.lock`. */
export interface LockHolder {
  readonly pid: number;
  readonly machine: string;
  readonly user: string;
  /** ISO time with zone, for people only. */
  readonly since: string;
}

export interface WindowLock {
  /** Gives the folder free; leaves a lock that has meanwhile become somebody else's. */
  release(): void;
}

/**
 * Takes the data folder for one window; creates the folder. Throws `Refusal('data_folder_busy', …)` naming the holder while
 * another living process has it. A lock left by a dead process of this machine is taken over; one of another machine (a shared
 * folder) is never, for nobody here can know whether it lives.
 */
export function acquireWindowLock(dataFolder: string): WindowLock {
  mkdirSync(dataFolder, { recursive: true });
  const file = lockFile(dataFolder);
  const mine = JSON.stringify(thisProcess(), null, 2);
  // Two rounds: a stale lock is removed in the first; losing the race for it to another starter shows in the second.
  for (let round = 0; round < 2; round++) {
    if (createdExclusively(file, mine)) return { release: () => releaseIfMine(file, mine) };
    refuseIfHeld(dataFolder);
    rmSync(file, { force: true });
  }
  throw new Refusal('data_folder_busy', dataFolder);
}

/** For the command line: throws `Refusal('data_folder_busy', …)` while a window has the data folder open. */
export function assertNoWindow(dataFolder: string): void {
  refuseIfHeld(dataFolder);
}

/** Who has the folder open now, or null. A lock that cannot be read counts as none. */
export function windowHolder(dataFolder: string): LockHolder | null {
  const holder = readHolder(lockFile(dataFolder));
  return holder !== null && isHeld(holder) ? holder : null;
}

const LOCK_NAME = 'window.lock';

function lockFile(dataFolder: string): string {
  return path.join(dataFolder, LOCK_NAME);
}

function refuseIfHeld(dataFolder: string): void {
  const holder = windowHolder(dataFolder);
  if (holder === null) return;
  const subject = `${dataFolder}（${holder.machine} ${holder.user}，进程 ${holder.pid}，${holder.since}）`;
  throw new Refusal('data_folder_busy', subject);
}

function thisProcess(): LockHolder {
  return { pid: process.pid, machine: os.hostname(), user: userName(), since: new Date().toISOString() };
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A container's user may have no entry.
    return '';
  }
}

function isHeld(holder: LockHolder): boolean {
  if (holder.machine !== os.hostname()) return true;
  return !isFromBeforeBoot(holder.since) && isAlive(holder.pid);
}

// After a power cut the number may belong to any other program.
function isFromBeforeBoot(since: string): boolean {
  const bootedAt = Date.now() - os.uptime() * 1000;
  return Date.parse(since) < bootedAt - CLOCK_SLACK_MS;
}

const CLOCK_SLACK_MS = 60_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return errorCode(error) === 'EPERM';
  }
}

function createdExclusively(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function releaseIfMine(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  } catch {
    // Gone already: nothing to release.
  }
}

function readHolder(file: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'pid' in value &&
    Number.isSafeInteger(value.pid) &&
    'machine' in value &&
    typeof value.machine === 'string' &&
    'user' in value &&
    typeof value.user === 'string' &&
    'since' in value &&
    typeof value.since === 'string'
  );
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
