import os from 'node:os';
import path from 'node:path';

/** What the default depends on; the defaults are this machine's. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where the data lives when `--data` is not given: `credit-desk` in the operating system's application-data folder. */
export function defaultDataFolder(machine: Machine = thisMachine()): string {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    return path.win32.join(filled(env.APPDATA) ?? path.win32.join(home, 'AppData', 'Roaming'), NAME);
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', NAME);
  return path.posix.join(filled(env.XDG_DATA_HOME) ?? path.posix.join(home, '.local', 'share'), NAME);
}

const NAME = 'credit-desk';

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: os.homedir() };
}

function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
