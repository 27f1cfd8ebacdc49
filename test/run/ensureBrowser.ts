import { readFileSync } from 'node:fs';
import { findBrowser } from '../../electron/io/browser.ts';
import { runProgram } from './runner.ts';

/** Finds the system's browser; on Debian and Ubuntu as root installs one. Otherwise says how to get one. */
export async function ensureBrowser(): Promise<{ readonly found: boolean; readonly advice: string }> {
  if (findBrowser() === null && canInstall()) {
    console.log('No browser found: installing chromium and fonts-noto-cjk.');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-noto-cjk'];
    if (await runProgram('apt-get', ['update'], env)) {
      await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env);
    }
  }
  return { found: findBrowser() !== null, advice: ADVICE };
}

const ADVICE =
  'No Edge, Chrome or Chromium found. Install one (Windows has Edge; Debian and Ubuntu: apt-get install chromium fonts-noto-cjk; ' +
  'macOS: Google Chrome), or name one in the environment variable CREDIT_DESK_BROWSER, then run this again.';

function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
