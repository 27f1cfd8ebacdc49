import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type App, createApp } from './app/createApp.ts';
import { clockStartingAt, systemClock } from './clock.ts';
import type { Moment } from './contract/time.ts';
import { DEMO_NOW, fillDemo, makeDemoFolder, removeDemoFolder } from './demo.ts';
import { startHttpHost } from './hosts/httpHost.ts';
import { printHtmlToPdf } from './io/documents/printHtmlToPdf.ts';
import { programPlaces } from './places.ts';
import { acquireWindowLock } from './windowLock.ts';

const PLACES = programPlaces();

/** The checked-out repository: where the resources, the migrations, the built pages and the sample inbox are. */
export const ROOT = PLACES.root;

export const RENDERER_FOLDER = PLACES.renderer;

/** The sample inbox of the demonstration. */
export const INBOX_FOLDER = path.join(ROOT, 'test', 'fixtures', 'inbox');

export interface LocalAppOptions {
  readonly dataFolder: string;
  readonly demo?: boolean;
  /** Another clock than the machine's, for tests. */
  readonly now?: (() => Moment) | undefined;
}

/** The application over a data folder, with everything of this repository handed in. For every entry without Electron. */
export function createLocalApp(options: LocalAppOptions): App {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }; // our own file
  return createApp({
    dataFolder: options.dataFolder,
    resourcesFolder: PLACES.resources,
    migrationsFolder: PLACES.migrations,
    workerUrl: PLACES.worker,
    version,
    now: options.now ?? (options.demo === true ? clockStartingAt(DEMO_NOW) : systemClock),
    demo: options.demo === true,
    printHtmlToPdf,
  });
}

export interface LocalProgram {
  /** Address to open, good for one page load. */
  readonly url: string;
  readonly dataFolder: string;
  close(): Promise<void>;
}

/**
 * Locks the data folder and serves the program on loopback. With `demo` the folder is a new one, filled with the sample inbox and
 * thrown away on close. Throws `Refusal('data_folder_busy')` while another window has the folder.
 */
export async function startLocalProgram(options: {
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly now?: (() => Moment) | undefined;
  readonly port?: number | undefined;
  readonly onDeserted?: (() => void) | undefined;
}): Promise<LocalProgram> {
  const { demo } = options;
  const dataFolder = demo ? await makeDemoFolder() : path.resolve(options.dataFolder);
  const closers: (() => Promise<void> | void)[] = demo ? [() => removeDemoFolder(dataFolder)] : [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const lock = acquireWindowLock(dataFolder);
    closers.push(() => lock.release());
    const app = createLocalApp({ dataFolder, demo, now: options.now });
    closers.push(() => app.close());
    if (demo) await fillDemo(app, INBOX_FOLDER);
    const host = await startHttpHost({
      app,
      dataFolder,
      rendererFolder: RENDERER_FOLDER,
      port: options.port,
      onDeserted: options.onDeserted,
      onError: (error) => console.error(error),
    });
    closers.push(() => host.close());
    return { url: host.url, dataFolder, close };
  } catch (error) {
    await close();
    throw error;
  }
}
