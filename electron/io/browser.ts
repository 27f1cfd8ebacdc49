import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** What the search depends on; the defaults are this machine's. */
export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

/**
 * Absolute path of the installed Edge, Chrome or Chromium (in this order), or null. `CREDIT_DESK_BROWSER` names another one.
 * Looks at the usual places only: no registry, no program is started.
 */
export function findBrowser(search: BrowserSearch = thisMachine): string | null {
  const named = search.env.CREDIT_DESK_BROWSER;
  if (named !== undefined && named !== '') return search.exists(named) ? named : null;
  return candidates(search).find((file) => search.exists(file)) ?? null;
}

const thisMachine: BrowserSearch = { platform: process.platform, env: process.env, exists: isExecutable };

const WINDOWS_PLACES = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

const MAC_APPLICATIONS = ['Microsoft Edge', 'Google Chrome', 'Chromium'];

const LINUX_COMMANDS = [
  'microsoft-edge-stable',
  'microsoft-edge',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
];

function candidates({ platform, env }: BrowserSearch): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env.ProgramFiles, env.ProgramW6432, env.LOCALAPPDATA];
    return WINDOWS_PLACES.flatMap((place) => present(roots).map((root) => path.win32.join(root, ...place)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...present([env.HOME]).map((home) => path.posix.join(home, 'Applications'))];
    return MAC_APPLICATIONS.flatMap((name) =>
      roots.map((root) => path.posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  // A browser need not be on the PATH of a desktop starter.
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    (folder) => folder !== '',
  );
  return LINUX_COMMANDS.flatMap((command) => folders.map((folder) => path.posix.join(folder, command)));
}

function present(values: readonly (string | undefined)[]): string[] {
  return values.filter((value): value is string => value !== undefined && value !== '');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
