import path from 'node:path';
import { defaultDataFolder } from '../dataFolder.ts';
import { programPlaces } from '../places.ts';

/** Everything the shell needs to know about where things lie, worked out once. */
export interface ShellPaths {
  readonly renderer: string;
  readonly preload: string;
  readonly icon: string;
  readonly service: string;
  readonly cli: string;
  readonly resources: string;
  readonly migrations: string;
  readonly worker: URL;
  readonly dataFolder: string;
  /** Chromium's own files and the window state. In the data folder, so that one window per data folder holds by itself. */
  readonly profile: string;
  readonly windowState: string;
  readonly logs: string;
}

/** `argv`: the program's own arguments; `--data DIR` names the data folder. */
export function shellPaths(argv: readonly string[]): ShellPaths {
  const { root, resources, migrations, renderer, worker } = programPlaces();
  const main = path.join(root, 'out', 'main');
  const dataFolder = path.resolve(argument(argv, '--data') ?? defaultDataFolder());
  const profile = path.join(dataFolder, 'window');
  return {
    renderer,
    preload: path.join(root, 'out', 'preload', 'preload.cjs'),
    icon: path.join(resources, 'icons', '512x512.png'),
    service: path.join(main, 'service.js'),
    cli: path.join(main, 'cliProcess.js'),
    resources,
    migrations,
    worker,
    dataFolder,
    profile,
    windowState: path.join(profile, 'window-state.json'),
    logs: path.join(dataFolder, 'logs'),
  };
}

/** What follows `--cli`, or null when the program is to open its window. */
export function commandLineArguments(argv: readonly string[]): readonly string[] | null {
  const index = argv.indexOf('--cli');
  return index < 0 ? null : argv.slice(index + 1);
}

/** Accepts `--name VALUE` and `--name=VALUE`; Chromium's own switches in between are ignored. */
function argument(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((text) => text.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1) || undefined;
  const index = argv.indexOf(name);
  return index < 0 ? undefined : argv[index + 1];
}
