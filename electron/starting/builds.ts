import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Builds the pages into `out/renderer` when they are missing or older than their sources. Throws when the build fails. */
export async function buildPages(root: string): Promise<void> {
  if (!(await isBuildNeeded(root, 'out/renderer/index.html', PAGE_SOURCES))) return;
  console.error('正在生成页面……');
  await runNode(root, [...VITE_BUILD]);
}

/** Builds Electron's main process, its preload and the pages, when anything they are made of has changed. */
export async function buildDesktop(root: string): Promise<void> {
  if (!(await isBuildNeeded(root, 'out/main/main.js', [...PAGE_SOURCES, 'electron', 'db']))) return;
  console.error('正在生成程序……');
  await runNode(root, [path.join('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build']);
}

/** True when `built` is missing or older than one of the sources (files or folders; missing ones are passed over). */
export async function isBuildNeeded(root: string, built: string, sources: readonly string[]): Promise<boolean> {
  const builtAt = await changedAt(path.join(root, built));
  if (builtAt === null) return true;
  for (const source of sources) {
    if (await isNewer(path.join(root, source), builtAt)) return true;
  }
  return false;
}

const VITE_BUILD = [
  path.join('node_modules', 'vite', 'bin', 'vite.js'),
  'build',
  '--config',
  'vite.renderer.config.ts',
  '--logLevel',
  'warn',
];

const PAGE_SOURCES = [
  'renderer',
  'electron/contract',
  'electron/contract.ts',
  'vite.renderer.config.ts',
  'electron.vite.config.ts',
  'package-lock.json',
];

async function isNewer(source: string, builtAt: number): Promise<boolean> {
  const at = await changedAt(source);
  // A folder's own time changes when a file in it is removed.
  if (at === null || at > builtAt) return at !== null;
  const entries = await readdir(source, { recursive: true }).catch(() => []);
  for (const entry of entries) {
    if (((await changedAt(path.join(source, entry))) ?? 0) > builtAt) return true;
  }
  return false;
}

async function changedAt(file: string): Promise<number | null> {
  return stat(file).then(
    (details) => details.mtimeMs,
    () => null,
  );
}

function runNode(root: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args[0]}: exit code ${code}`));
    });
  });
}
