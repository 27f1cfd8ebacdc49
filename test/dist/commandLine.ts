import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Checks } from './checks.ts';

export interface Places {
  /** The unpacked archive. */
  readonly content: string;
  /** A folder that does not exist yet. */
  readonly dataFolder: string;
  /** The sample inbox of the tests. */
  readonly inbox: string;
}

/** Runs the packed command line under plain Node, as the packed program does in its utility process, on a new data folder. */
export async function checkCommandLine(checks: Checks, places: Places): Promise<void> {
  const { content, dataFolder, inbox } = places;
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
  const refused = again.code === 1 && again.stdout.includes('already_initialised');
  checks.that('command line: a second init is refused with code 1 and its reason', refused, again.all);

  const workbook = await firstWorkbook(inbox);
  if (workbook !== null) {
    const imported = await run('import', workbook, '--dry-run', '--json');
    const files = member(json(imported.stdout), 'files');
    const isRead = Array.isArray(files) && files.length === 1 && files[0].tables?.length > 0;
    checks.that(`command line: the worker reads ${path.basename(workbook)}`, isRead, imported.all);
  }

  for (const [command, name] of OUTPUTS) {
    const out = path.join(dataFolder, name);
    const written = await run(command, '--period', '2022-04', '--as-of', '2022-05-05', '--out', out, '--json');
    const size = await readFile(out).then(
      (bytes) => bytes.length,
      () => 0,
    );
    checks.that(`command line: ${command} writes ${name}`, written.code === 0 && size > 1000, written.all);
  }

  const pictures = path.join(dataFolder, '图表');
  const drawn = await run('charts', '--period', '2022-04', '--as-of', '2022-05-05', '--out', pictures, '--json');
  const names = await readdir(pictures).catch(() => []);
  const isDrawn = ['.svg', '.png'].every((ending) => names.some((name) => name.endsWith(ending)));
  checks.that('command line: charts draws pictures', drawn.code === 0 && isDrawn, drawn.all);
}

/** Each needs another library from the package. */
const OUTPUTS = [
  ['remind', '催报.xlsx'],
  ['remind', '催报.docx'],
  ['circular', '通报.docx'],
] as const;

async function firstWorkbook(folder: string): Promise<string | null> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const first = names.filter((name) => name.endsWith('.xlsx') && !name.includes('~$')).sort()[0];
  return first === undefined ? null : path.join(folder, first);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
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
