import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../../electron/io/browser.ts';

/** Prints pages with the installed browser, all in one start of it: `0.pdf`, `1.pdf` … in the folder. */
export async function browserPdfs(folder: string, pages: readonly string[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage();
    for (const [index, html] of pages.entries()) {
      await page.setContent(html);
      writeFileSync(
        path.join(folder, `${index}.pdf`),
        await page.pdf({ preferCSSPageSize: true, printBackground: true }),
      );
    }
  } finally {
    await browser.close();
  }
}
