import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MainConfigFactory, PreloadConfigFactory } from 'electron-vite';
import { build } from 'vite';
import { mainConfig, preloadConfig } from '../../electron.vite.config.ts';
import type * as standIn from './standInElectron.ts';

export type StandIn = typeof standIn;

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const STAND_IN = path.join(import.meta.dirname, 'standInElectron.ts');

export interface BuiltShell {
  /** The built preload. */
  readonly preload: string;
  /** A new copy of the built program with a new stand-in, started with these arguments; `prepare` sets the stage before. */
  start(options: StartOptions): Promise<RunningShell>;
  remove(): Promise<void>;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly dataFolder?: string;
  readonly prepare?: (electron: StandIn, dataFolder: string) => Promise<void> | void;
}

export interface RunningShell {
  readonly electron: StandIn;
  readonly root: string;
  readonly dataFolder: string;
}

/** Builds main process and preload as `electron-vite build` does, into a folder that looks like the packed program. */
export async function buildShell(): Promise<BuiltShell> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'credit-desk 外壳-'));
  const built = path.join(work, 'built');
  const input = { main: path.join(ROOT, 'electron/shell/main.ts') };
  const main = {
    build: {
      ...mainConfig.build,
      outDir: path.join(built, 'out', 'main'),
      rolldownOptions: { ...mainConfig.build.rolldownOptions, input },
    },
  };
  const preload = { build: { ...preloadConfig.build, outDir: path.join(built, 'out', 'preload') } };
  const inline = { mode: 'production', configFile: false as const, logLevel: 'error' as const };
  await build(await new MainConfigFactory(main, inline, { root: ROOT }).build());
  await build(await new PreloadConfigFactory(preload, inline, { root: ROOT }).build());
  await writePages(path.join(built, 'out', 'renderer'));
  await writeFile(path.join(built, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(built, 'secret.html'), 'secret');
  let starts = 0;
  return {
    preload: path.join(built, 'out', 'preload', 'preload.cjs'),
    start: async (options) => startCopy(built, path.join(work, `copy${++starts}`), options),
    remove: () => rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

async function writePages(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), '<title>page</title>');
  await writeFile(path.join(folder, 'assets', 'page.js'), 'export {};');
  await writeFile(path.join(folder, 'notes.exe'), 'MZ');
}

const MONITOR = 'uncaughtExceptionMonitor';

/** Each start gets its own addresses, so that neither the program nor the stand-in remembers the start before. */
async function startCopy(built: string, root: string, options: StartOptions): Promise<RunningShell> {
  await cp(built, root, { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  const dataFolder = options.dataFolder ?? path.join(root, 'data 数据');
  const standInFile = path.join(root, 'standInElectron.ts');
  await cp(STAND_IN, standInFile);
  const standInUrl = pathToFileURL(standInFile).href;
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standInUrl, shortCircuit: true } : next(specifier, context),
  });
  const before = { argv: process.argv, env: { ...process.env }, monitors: process.listeners(MONITOR) };
  try {
    const load = createRequire(path.join(root, 'package.json'));
    const electron = load('electron') as StandIn; // by the hook above
    electron.app.paths.temp = root;
    await options.prepare?.(electron, dataFolder);
    process.argv = ['credit-desk', '--data', dataFolder, ...(options.args ?? [])];
    Object.assign(process.env, options.env);
    load(path.join(root, 'out', 'main', 'main.js'));
    await until(() => isStarted(electron));
    return { electron, root, dataFolder };
  } finally {
    process.argv = before.argv;
    for (const name of Object.keys(options.env ?? {})) delete process.env[name];
    Object.assign(process.env, before.env);
    for (const monitor of process.listeners(MONITOR)) {
      if (!before.monitors.includes(monitor)) process.off(MONITOR, monitor);
    }
    hooks.deregister();
  }
}

/** The menu is the last thing a window gets; the other ways to start end in a call or a process. */
function isStarted(electron: StandIn): boolean {
  const last = ['Menu.setApplicationMenu', 'app.quit', 'app.exit'];
  const isCommandLine = electron.services.some(({ entry }) => entry.includes('cliProcess'));
  return isCommandLine || electron.calls.some(({ name }) => last.includes(name));
}

/** Waits until something has come true; what never does ends with the test's own limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** An event of Electron that remembers whether its default was prevented. */
export function preventable<T extends object>(details?: T) {
  const event = {
    ...details,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}
