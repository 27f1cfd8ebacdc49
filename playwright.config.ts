import { defineConfig } from '@playwright/test';
import { findBrowser } from './electron/io/browser.ts';

const browser = findBrowser();
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

// Each worker starts its own host over its own data folder (test/e2e/fixtures.ts), so nothing is shared and no port is fixed.
export default defineConfig({
  testDir: './test/e2e',
  outputDir: './test-results',
  workers: 1,
  // Ends what hangs; the story of the main job takes a minute on a busy machine.
  timeout: 300_000,
  // As long as it takes on a machine that builds and tests other things besides; what is right is seen at once.
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    screenshot: 'only-on-failure',
    launchOptions: {
      // The system's browser: nothing is downloaded.
      ...(browser === null ? {} : { executablePath: browser }),
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    },
  },
});
