import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import { CircularPage } from './pages/circularPage.ts';
import { Frame } from './pages/frame.ts';
import { ImportsPage } from './pages/importsPage.ts';
import { RecordsPage } from './pages/recordsPage.ts';
import { RemindersPage } from './pages/remindersPage.ts';
import { StatusPage } from './pages/statusPage.ts';
import { UploadsPage } from './pages/uploadsPage.ts';
import { WizardPage } from './pages/wizardPage.ts';
import { ROOT, serve } from './served.ts';

/** The window of one test over a data folder of its own, at five o'clock on the Friday of the sample inbox. */
export interface Desk {
  readonly page: Page;
  readonly dataFolder: string;
  readonly wizard: WizardPage;
  readonly frame: Frame;
  readonly imports: ImportsPage;
  readonly status: StatusPage;
  readonly records: RecordsPage;
  readonly uploads: UploadsPage;
  readonly reminders: RemindersPage;
  readonly circular: CircularPage;
  /** The file that a click gives to the clerk: a download, or in Electron what the save dialog was answered with. */
  save(click: () => Promise<void>): Promise<SavedFile>;
}

export interface SavedFile {
  /** As offered to the clerk. */
  readonly name: string;
  readonly path: string;
}

export const NOW = '2022-04-29T17:00';

/** `desk`: the program over an empty data folder, in the browser or (npm run test:electron) in Electron. */
export const test = base.extend<{ dataFolder: string; desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's wants from the pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk 数据-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  desk: async ({ dataFolder, context }, use) => {
    const binary = process.env.CREDIT_DESK_E2E_ELECTRON;
    if (binary !== undefined) {
      const app = await electron.launch({ executablePath: binary, args: [ROOT, '--data', dataFolder, '--demo'] });
      const save = await answerSaveDialogs(app, dataFolder);
      await use(deskOf(await app.firstWindow(), dataFolder, save));
      await app.close();
      return;
    }
    const served = await serve('test/e2e/serveAt.ts', [dataFolder, NOW]);
    const page = await context.newPage();
    const complaints = watchForErrors(page);
    await page.goto(served.url);
    await use(deskOf(page, dataFolder, (click) => downloaded(page, click)));
    await page.close();
    await served.stop();
    expect(complaints, 'errors in the page').toEqual([]);
  },
});

function deskOf(page: Page, dataFolder: string, save: Desk['save']): Desk {
  return {
    page,
    save,
    dataFolder,
    wizard: new WizardPage(page),
    frame: new Frame(page),
    imports: new ImportsPage(page),
    status: new StatusPage(page),
    records: new RecordsPage(page),
    uploads: new UploadsPage(page),
    reminders: new RemindersPage(page),
    circular: new CircularPage(page),
  };
}

async function downloaded(page: Page, click: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Answers every save dialog of the desktop program with the name it offers, in a folder of its own. */
async function answerSaveDialogs(app: ElectronApplication, dataFolder: string): Promise<Desk['save']> {
  const folder = path.join(dataFolder, 'saved');
  mkdirSync(folder);
  await app.evaluate(({ dialog }, target) => {
    // Electron has two forms of the call, with and without the window in front.
    const answer = async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      return { canceled: false, filePath: `${target}/${defaultPath.split(/[\\/]/).at(-1)}` };
    };
    Object.assign(dialog, { showSaveDialog: answer });
  }, folder);
  let saved = 0;
  return async (click) => {
    await click();
    await expect.poll(() => readdirSync(folder).length).toBe(1);
    const name = readdirSync(folder)[0] ?? '';
    // Out of the way of the next file of the same name.
    saved += 1;
    const kept = path.join(dataFolder, `saved ${saved} ${name}`);
    renameSync(path.join(folder, name), kept);
    return { name, path: kept };
  };
}

/** Errors of the page: thrown ones, and what the browser refused (a policy that is too strict shows here). */
export function watchForErrors(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

export { expect };
