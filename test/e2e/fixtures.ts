import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, _electron as electron, expect, type Page } from '@playwright/test';
import { CircularPage } from './pages/circularPage.ts';
import { Frame } from './pages/frame.ts';
import { ImportsPage } from './pages/importsPage.ts';
import { RemindersPage } from './pages/remindersPage.ts';
import { StatusPage } from './pages/statusPage.ts';
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
  readonly reminders: RemindersPage;
  readonly circular: CircularPage;
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
      await use(deskOf(await app.firstWindow(), dataFolder));
      await app.close();
      return;
    }
    const served = await serve('test/e2e/serveAt.ts', [dataFolder, NOW]);
    const page = await context.newPage();
    const complaints = watchForErrors(page);
    await page.goto(served.url);
    await use(deskOf(page, dataFolder));
    expect(complaints, 'errors in the page').toEqual([]);
    await page.close();
    await served.stop();
  },
});

function deskOf(page: Page, dataFolder: string): Desk {
  return {
    page,
    dataFolder,
    wizard: new WizardPage(page),
    frame: new Frame(page),
    imports: new ImportsPage(page),
    status: new StatusPage(page),
    reminders: new RemindersPage(page),
    circular: new CircularPage(page),
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
