import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** True when a window can be shown at all. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/**
 * Opens `url` as an application window of an installed Edge, Chrome or Chromium. Its profile lies in the data folder, apart from
 * the clerk's own browser: no extension sees the data, and the process lives as long as the window.
 */
export function openAppWindow(browser: string, url: string, dataFolder: string): ChildProcess {
  const profile = path.join(dataFolder, 'browser');
  mkdirSync(profile, { recursive: true });
  return spawn(browser, appWindowFlags(url, profile), { stdio: 'ignore' });
}

/** The browser's flags: one window without address bar, and none of the browser's own network traffic. */
export function appWindowFlags(url: string, profile: string, isRoot: boolean = isRootOnLinux()): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-background-mode',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-pings',
    '--disable-features=Translate',
    // What flags forget cannot leave either: no name but the loopback address resolves.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--window-size=1366,768',
    // Chromium refuses to run its sandbox as root.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
