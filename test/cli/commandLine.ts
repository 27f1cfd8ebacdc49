import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** What `npm run cli` runs. */
const SCRIPT = [
  '--import',
  pathToFileURL(path.join(ROOT, 'electron', 'assertNode.mjs')).href,
  path.join(ROOT, 'electron', 'cli.ts'),
];

/** Runs one command as a scheduler would: a process of its own, its output over pipes. Costs a second: for what is about the process. */
export function runProcess(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SCRIPT, ...args], { cwd: ROOT });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }),
    );
  });
}

/** Runs one command by the function behind the script: its own application, opened and closed, and what it writes. */
export async function run(args: readonly string[]): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(args, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    isWatched: false,
  });
  return { code, stdout, stderr };
}

type Runner = (args: readonly string[]) => Promise<Ran>;

/** The one JSON document on stdout of a command that is done. */
export async function runJson<T = Record<string, unknown>>(args: readonly string[], runner: Runner = run): Promise<T> {
  const ran = await runner([...args, '--json']);
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: exit ${ran.code} ${ran.stdout} ${ran.stderr}`);
  return JSON.parse(ran.stdout) as T; // the test says what it expects
}
