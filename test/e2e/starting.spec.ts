import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { run, serve } from './served.ts';

// `npm start` where there is no Electron. The stand-in browser is a script, which only Linux and macOS start by its name; without a
// display only Linux can be.
test.skip(process.env.CREDIT_DESK_E2E_ELECTRON !== undefined, 'this is about machines without Electron');
test.skip(process.platform !== 'linux', 'stand-ins for display and browser exist on Linux only');

const NO_ELECTRON = { ELECTRON_SKIP_BINARY_DOWNLOAD: '1', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };

test('without a display it prints the address', async ({ dataFolder, page }) => {
  const env = { ...NO_ELECTRON, DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const program = await serve('electron/start.ts', ['--data', dataFolder], env);
  await expect.poll(() => program.said()).toContain('没有图形界面');
  await page.goto(program.url);
  await expect(page.getByRole('button', { name: '建立并开始使用' })).toBeVisible();
  await program.stop();
  expect(existsSync(path.join(dataFolder, 'window.lock'))).toBe(false);
});

test('without a browser it prints the address', async ({ dataFolder }) => {
  const env = { ...NO_ELECTRON, DISPLAY: ':99', CREDIT_DESK_BROWSER: '/nowhere/browser' };
  const program = await serve('electron/start.ts', ['--data', dataFolder], env);
  await expect.poll(() => program.said()).toContain('没有找到 Edge、Chrome 或 Chromium');
  await program.stop();
});

test('with a browser it opens an application window and ends with it', async ({ dataFolder }) => {
  const folder = path.join(dataFolder, 'stand-in');
  const browser = path.join(folder, 'browser.cjs');
  mkdirSync(folder);
  // It says how it was called and stays for as long as a window that the clerk closes.
  writeFileSync(
    browser,
    `#!${process.execPath}\nrequire('fs').writeFileSync(__dirname + '/args.json', JSON.stringify(process.argv.slice(2)));\nsetTimeout(() => {}, 6000);\n`,
  );
  chmodSync(browser, 0o755);
  const env = { ...NO_ELECTRON, DISPLAY: ':99', CREDIT_DESK_BROWSER: browser };
  const program = run('electron/start.ts', ['--data', dataFolder], env);
  expect([await program.ended, program.said()]).toEqual([0, expect.stringContaining('没有 Electron')]);
  const args = JSON.parse(readFileSync(path.join(folder, 'args.json'), 'utf8')) as string[]; // written by the stand-in
  expect(args[0]).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/\?token=/);
  expect(args).toContain(`--user-data-dir=${path.join(dataFolder, 'browser')}`);
  expect(readdirSync(dataFolder)).not.toContain('window.lock');
});
