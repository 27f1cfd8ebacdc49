import { type App, utilityProcess } from 'electron';

/**
 * `credit-desk-cli`: runs the command line in a utility process with this program's output streams and ends with its code.
 * (The fuse that would let Electron run as Node is off, so the program cannot be started as Node itself.)
 */
export async function runCommandLine(app: App, entry: string, args: readonly string[]): Promise<void> {
  await app.whenReady();
  const child = utilityProcess.fork(entry, [...args], { serviceName: 'credit-desk-cli', stdio: 'inherit' });
  child.once('exit', (code) => app.exit(code));
}
