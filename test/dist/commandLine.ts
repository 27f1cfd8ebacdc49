import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Checks } from './checks.ts';

/** Runs the packed command line under plain Node, as the packed program does in its utility process, on a new data folder. */
export async function checkCommandLine(checks: Checks, content: string, dataFolder: string): Promise<void> {
  const run = (...args: string[]) =>
    runNode(path.join(content, 'out', 'main', 'cli.js'), [...args, '--data', dataFolder]);

  const profiles = await run('profiles', '--json');
  const list = json(profiles.stdout);
  const known = Array.isArray(list) ? list.map((profile: { id?: unknown }) => profile.id) : [];
  checks.that('command line: profiles lists xixia-2022', known.includes('xixia-2022'), profiles.all);

  const init = await run('init', '--profile', 'xixia-2022', '--json');
  checks.that('command line: init makes the data folder', init.code === 0, init.all);

  const units = await run('units', '--json');
  const directory = json(units.stdout);
  const count = Array.isArray(directory) ? directory.length : 0;
  checks.that(`command line: units lists the county's units (${count})`, count > 20, units.all);

  const again = await run('init', '--profile', 'xixia-2022', '--json');
  checks.that('command line: a second init is refused with code 1', again.code === 1, again.all);
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly all: string;
}

function runNode(script: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    child.once('error', reject);
    child.once('close', (code) => {
      const stdout = Buffer.concat(out).toString('utf8');
      const all = `code ${code} ${stdout.slice(0, 500)} ${Buffer.concat(err).toString('utf8').slice(0, 1500)}`;
      resolve({ code, stdout, all });
    });
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
