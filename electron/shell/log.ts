import path from 'node:path';
import type { App } from 'electron';
// The Node build: electron-log's Electron build would open a message channel of its own beside our one.
import log from 'electron-log/node.js';

/** Log of the shell: `logs/window.log` in the data folder, 2 MB and one predecessor. */
export function openLog(folder: string): (sentence: string) => void {
  log.transports.file.resolvePathFn = () => path.join(folder, 'window.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = false;
  return (sentence) => log.warn(sentence);
}

/** Notes every process of the program that dies, and bugs of the shell itself before Electron shows them. */
export function logDeaths(app: App, note: (sentence: string) => void): void {
  process.on('uncaughtExceptionMonitor', (error) => note(error.stack ?? String(error)));
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) =>
    note(`${type} ${name ?? ''} gone: ${reason} (${exitCode})`),
  );
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    note(`page gone: ${reason} (${exitCode})`),
  );
}
