import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../core/refusal.ts';
import { findBrowser } from '../browser.ts';
import { writeWhole } from '../wholeFile.ts';

/**
 * Prints a self-contained HTML text to a PDF with the installed browser, without a window, in a profile folder of its own and without
 * network. Refuses with `output_failed` where there is no browser or nothing was written.
 */
export async function printHtmlToPdf(html: string, outPath: string): Promise<void> {
  const browser = findBrowser();
  if (browser === null) throw new Refusal('output_failed', `${outPath}（没有找到 Edge、Chrome 或 Chromium 浏览器）`);
  const folder = await mkdtemp(path.join(tmpdir(), 'credit-desk-print-'));
  try {
    const page = path.join(folder, 'page.html');
    await writeFile(page, html, 'utf8');
    await writeWhole(outPath, async (partial) => {
      await run(browser, printArguments(path.join(folder, 'profile'), partial, page));
      const { size } = await stat(partial);
      if (size === 0) throw new Refusal('output_failed', outPath);
    });
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('output_failed', outPath);
  } finally {
    // The browser's last helper may still hold a file for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined);
  }
}

function printArguments(profile: string, outPath: string, page: string): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    '--headless',
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-default-apps',
    '--no-first-run',
    '--no-default-browser-check',
    // Every host resolves to nothing: the page needs none.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${profile}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${path.resolve(outPath)}`,
    pathToFileURL(page).href,
  ];
}

const LIMIT_MS = 60_000;

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`exit code ${code}`));
    });
  });
}
