import path from 'node:path';
import { fillNewDemoFolder, removeDemoFolder } from './demo.ts';
import { type EntryArguments, entryArguments, exitWithError } from './entryArguments.ts';
import { findBrowser } from './io/browser.ts';
import { createLocalApp, INBOX_FOLDER, ROOT, startLocalProgram } from './localProgram.ts';
import { hasDisplay, openAppWindow } from './starting/appWindow.ts';
import { buildDesktop, buildPages } from './starting/builds.ts';
import { obtainElectron } from './starting/electronBinary.ts';
import { runElectron, type WindowEnd } from './starting/electronWindow.ts';

/** A browser that ends sooner than this has failed, or handed the address over to one that was running. */
const HANDED_OVER_MS = 5000;

// `npm start`: builds what is not built, then opens the program in Electron; without Electron in the installed browser; without a
// display or a browser it prints the address.
try {
  await start(entryArguments(process.argv.slice(2)));
} catch (error) {
  exitWithError(error);
}

async function start(options: EntryArguments): Promise<void> {
  if (!hasDisplay()) return serveOnly(options, '没有图形界面，请在本机浏览器中打开下面的地址：');
  const binary = await obtainElectron(path.join(ROOT, 'node_modules', 'electron'));
  if (binary !== null) {
    await buildDesktop(ROOT);
    if ((await openInElectron(binary, options)) === 'closed') return;
    console.error('Electron 不能在这台电脑上启动，改用已安装的浏览器打开同一程序。');
  } else {
    console.error('没有 Electron（尚未下载，也没有取到），改用已安装的浏览器打开同一程序。');
  }
  const browser = findBrowser();
  if (browser === null)
    return serveOnly(options, '没有找到 Edge、Chrome 或 Chromium，请在本机浏览器中打开下面的地址：');
  await openInBrowser(browser, options);
}

async function openInElectron(binary: string, options: EntryArguments): Promise<WindowEnd> {
  if (!options.demo) return runElectron(binary, ROOT, ['--data', path.resolve(options.dataFolder)]);
  const dataFolder = await fillNewDemoFolder(
    (folder) => createLocalApp({ dataFolder: folder, demo: true }),
    INBOX_FOLDER,
  );
  try {
    return await runElectron(binary, ROOT, ['--data', dataFolder, '--demo']);
  } finally {
    await removeDemoFolder(dataFolder);
  }
}

async function openInBrowser(browser: string, options: EntryArguments): Promise<void> {
  await buildPages(ROOT);
  const windowGone = Promise.withResolvers<void>();
  // A browser may stay in the background after its window is closed; then the pages tell.
  const program = await startLocalProgram({ ...options, onDeserted: windowGone.resolve });
  const window = openAppWindow(browser, program.url, program.dataFolder);
  const openedAt = performance.now();
  window.once('error', () => console.error(`不能启动 ${browser}，请在本机浏览器中打开：${program.url}`));
  window.once('close', (code) => {
    // After a hand-over the pages tell when they are closed.
    if (performance.now() - openedAt > HANDED_OVER_MS) windowGone.resolve();
    else if (code !== 0) console.error(`浏览器没有打开窗口，请在本机浏览器中打开：${program.url}`);
  });
  onStopSignal(windowGone.resolve);
  await windowGone.promise;
  window.kill();
  await program.close();
  process.exit(0);
}

async function serveOnly(options: EntryArguments, sentence: string): Promise<void> {
  await buildPages(ROOT);
  const stopped = Promise.withResolvers<void>();
  // The address is good for one page: once that is closed, nobody could reach the program, and it would keep the data folder locked.
  const program = await startLocalProgram({ ...options, onDeserted: stopped.resolve });
  console.error(sentence);
  console.log(program.url);
  onStopSignal(stopped.resolve);
  await stopped.promise;
  await program.close();
  process.exit(0);
}

function onStopSignal(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}
