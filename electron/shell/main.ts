import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, session } from 'electron';
import { errorSentence } from '../contract/words.ts';
import { Refusal } from '../core/refusal.ts';
import { acquireWindowLock, type WindowLock } from '../windowLock.ts';
import { runCommandLine } from './commandLine.ts';
import { registerIpc } from './ipc.ts';
import { logDeaths, openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { denyNavigation } from './navigation.ts';
import { blockNetwork, quietChromium } from './network.ts';
import { commandLineArguments, type ShellPaths, shellPaths } from './paths.ts';
import { denyPermissions } from './permissions.ts';
import { printHtml, printWindow } from './printing.ts';
import { declareScheme, servePage } from './protocol.ts';
import { startServiceHost } from './serviceHost.ts';
import { focusWindow, openWindow } from './window.ts';

const paths = shellPaths(process.argv);
const cliArguments = commandLineArguments(process.argv);

app.setName('credit-desk');
app.setAppUserModelId('cn.credit-desk.app');
// Only a developer who is root on Linux may go without: Chromium refuses to run its sandbox there.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
quietChromium(app.commandLine);
declareScheme();
denyNavigation(app);

if (cliArguments !== null) {
  keepChromiumIn(path.join(app.getPath('temp'), 'credit-desk-cli'));
  void runCommandLine(app, paths.cli, cliArguments);
} else {
  // The single-instance lock belongs to this folder: one window per data folder.
  keepChromiumIn(paths.profile);
  if (app.requestSingleInstanceLock()) void start(paths);
  else app.quit();
}

async function start(at: ShellPaths): Promise<void> {
  await app.whenReady();
  const lock = lockDataFolder(at.dataFolder);
  if (lock === null) return app.exit(1);
  const note = openLog(at.logs);
  logDeaths(app, note);

  denyPermissions(session.defaultSession);
  await blockNetwork(session.defaultSession);
  servePage(session.defaultSession.protocol, at.renderer);

  const service = startServiceHost({
    entry: at.service,
    start: {
      dataFolder: at.dataFolder,
      resourcesFolder: at.resources,
      migrationsFolder: at.migrations,
      workerUrl: at.worker.href,
      version: app.getVersion(),
      demo: process.argv.includes('--demo'),
    },
    print: printHtml,
    log: note,
    onGivenUp: () =>
      dialog.showErrorBox('后台服务不能启动', `请关闭程序后重新打开。仍不行时，把日志交给维护人员：${at.logs}`),
  });
  registerIpc({ service, dataFolder: at.dataFolder });

  const window = openWindow(at);
  setMenu({ dataFolder: at.dataFolder, logs: at.logs, print: () => void printWindow(window) });
  app.on('second-instance', () => focusWindow(window));
  app.on('window-all-closed', () => app.quit());
  // Also reached by the menu's 退出, which emits no window-all-closed.
  app.once('will-quit', (event) => {
    event.preventDefault();
    void service.stop().then(() => {
      lock.release();
      app.exit(0);
    });
  });
}

/** Chromium's own files out of the clerk's data. Electron wants the folder to exist. */
function keepChromiumIn(folder: string): void {
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}

/** Null, after telling why, when another window (this program's or the browser's) has the data folder open. */
function lockDataFolder(dataFolder: string): WindowLock | null {
  try {
    return acquireWindowLock(dataFolder);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    dialog.showErrorBox('不能打开数据文件夹', errorSentence(error.code, error.subject));
    return null;
  }
}
