import { spawn } from 'node:child_process';

/** How a window ended: closed by the clerk, or it never came up. */
export type WindowEnd = 'closed' | 'failed';

/** A window that ends in error within this time never came up (no sandbox allowed, a library missing). */
const START_MS = 10_000;

/** Runs Electron with our built main process until its window is closed. */
export function runElectron(binary: string, root: string, args: readonly string[]): Promise<WindowEnd> {
  const startedAt = performance.now();
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Node's own mode of the binary would run no window.
  const { ELECTRON_RUN_AS_NODE: _ignored, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(binary, [root, ...sandbox, ...args], { stdio: 'inherit', env });
    child.once('error', () => resolve('failed'));
    child.once('close', (code) => {
      const neverUp = code !== 0 && performance.now() - startedAt < START_MS;
      resolve(neverUp ? 'failed' : 'closed');
    });
  });
}
