import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** What the scripts of package.json load first; without it a host needs more than twice the time to start. */
const FIRST = pathToFileURL(path.join(ROOT, 'electron', 'assertNode.mjs')).href;

/** A program of the repository running as a process of its own. */
export interface Running {
  /** What it said besides: sentences for people. */
  said(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** A running host and the address that it printed. */
export interface Served extends Running {
  readonly url: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts a script of the repository. */
export function run(script: string, args: readonly string[], env: Environment = {}): Running {
  return runningOf(start(script, args, env));
}

/** Starts a script that prints an address as its first line; fails with what it said when it ends before. */
export async function serve(script: string, args: readonly string[], env: Environment = {}): Promise<Served> {
  const child = start(script, args, env);
  const running = runningOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void running.ended.then((code) => reject(new Error(`${script} ended with ${code}: ${running.said()}`)));
  });
  return { ...running, url };
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(script: string, args: readonly string[], env: Environment): Child {
  return spawn(process.execPath, ['--import', FIRST, path.join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function runningOf(child: Child): Running {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { said: () => said, ended, stop };
}
