import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, watchForErrors } from './fixtures.ts';
import { serve } from './served.ts';

test.skip(process.env.CREDIT_DESK_E2E_ELECTRON !== undefined, 'the loopback host is not part of the desktop program');

test('serves one window per data folder and leaves no lock behind', async ({ dataFolder }) => {
  const served = await serve('electron/serve.ts', ['--data', dataFolder]);
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  expect(readdirSync(dataFolder)).toContain('window.lock');
  await expect(serve('electron/serve.ts', ['--data', dataFolder])).rejects.toThrow('数据文件夹正被另一个窗口使用');
  await served.stop();
  // Windows ends a process without asking it.
  if (process.platform !== 'win32') expect(existsSync(path.join(dataFolder, 'window.lock'))).toBe(false);
  const again = await serve('electron/serve.ts', ['--data', dataFolder]);
  await again.stop();
});

test('the printed address opens once; without it there is nothing to see', async ({ dataFolder, browser }) => {
  const served = await serve('electron/serve.ts', ['--data', dataFolder]);
  const mine = await browser.newContext();
  const page = await mine.newPage();
  await page.goto(served.url);
  await expect(page.getByRole('button', { name: '建立并开始使用' })).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.reload();
  await expect(page.getByRole('button', { name: '建立并开始使用' })).toBeVisible();

  const stranger = await browser.newContext();
  const refused = await (await stranger.newPage()).goto(served.url);
  expect(refused?.status()).toBe(403);
  await Promise.all([mine.close(), stranger.close()]);
  await served.stop();
});

test('the demonstration opens on its own April, filled, and is gone afterwards', async ({ page }) => {
  const complaints = watchForErrors(page);
  const served = await serve('electron/serve.ts', ['--demo']);
  await page.goto(served.url);
  await expect(page.getByText('演示数据，关闭后不保留')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('2022-04-29 17:');
  await expect(page.getByTestId('office-name')).toContainText('西峡县');
  const info = await page.evaluate(async () => {
    const body = JSON.stringify({ name: 'app.info', args: {}, requestId: '' });
    const answer = await fetch('/api/request', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return (await answer.json()) as { value: { dataFolder: string; demo: boolean } };
  });
  expect(info.value.demo).toBe(true);
  await page.close();
  await served.stop();
  if (process.platform !== 'win32') expect(existsSync(info.value.dataFolder)).toBe(false);
  expect(complaints).toEqual([]);
});
