import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../electron/io/browser.ts';
import { ROOT } from '../../electron/localProgram.ts';
import type { Figure } from './officeBench.ts';

/** From starting the service to its address, and from there to the first paint and to the first screen of the window. */
export async function paintBench(): Promise<Figure[]> {
  const browserPath = findBrowser();
  if (browserPath === null) return [{ what: 'first paint of the window: no browser found', milliseconds: Number.NaN }];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-bench-'));
  const startedAt = performance.now();
  const service = spawn(process.execPath, [path.join(ROOT, 'electron', 'serve.ts'), '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: service.stdout }), 'line')) as [string]; // the one line serve prints
  const served = performance.now() - startedAt;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: browserPath, args: isRoot ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const openedAt = performance.now();
    await page.goto(url);
    await page.getByRole('button', { name: '建立并开始使用' }).waitFor();
    const usable = performance.now() - openedAt;
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    return [
      { what: 'service: start to address', milliseconds: served },
      { what: 'window: first contentful paint', milliseconds: paint },
      { what: 'window: first screen usable', milliseconds: usable },
    ];
  } finally {
    await browser.close();
    const exit = once(service, 'exit');
    service.kill();
    await exit;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
