import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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

/** Runs one command as a scheduler would: a process of its own, its output over pipes. */
export function run(args: readonly string[], { cwd = ROOT } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SCRIPT, ...args], { cwd });
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

/** The one JSON document on stdout of a command that is done. */
export async function runJson<T = Record<string, unknown>>(args: readonly string[], options = {}): Promise<T> {
  const ran = await run([...args, '--json'], options);
  if (ran.code !== 0) throw new Error(`${args.join(' ')}: exit ${ran.code} ${ran.stdout} ${ran.stderr}`);
  return JSON.parse(ran.stdout) as T; // the test says what it expects
}
