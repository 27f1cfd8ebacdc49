import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Longest wait for the download of the binary, in milliseconds: an office without network must not stare at an empty screen. */
const FETCH_LIMIT_MS = 30_000;

/** Path of Electron's binary below `packageFolder` (`node_modules/electron`), or null when it was never fetched. */
export function installedElectron(packageFolder: string): string | null {
  try {
    const name = readFileSync(path.join(packageFolder, 'path.txt'), 'utf8').trim();
    const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(packageFolder, 'dist');
    const binary = path.join(folder, name);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/**
 * Path of the binary, fetched by Electron's own installer if need be; null when that fails or takes longer than `limitMs`.
 * `ELECTRON_SKIP_BINARY_DOWNLOAD` is honoured.
 */
export async function obtainElectron(packageFolder: string, limitMs: number = FETCH_LIMIT_MS): Promise<string | null> {
  const installed = installedElectron(packageFolder);
  if (installed !== null) return installed;
  const installer = path.join(packageFolder, 'install.js');
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(installer)) return null;
  console.error(`正在获取 Electron（最多等 ${Math.round(limitMs / 1000)} 秒）……`);
  await runBriefly(installer, limitMs);
  return installedElectron(packageFolder);
}

/** Runs a Node script and waits for its end, at most `limitMs`; then it is killed. */
function runBriefly(script: string, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}
