import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // The database module is native: processes, not threads, so that a crash names its file.
    pool: 'forks',
    // No figure is asserted; the limits only end what hangs, also on a slow build machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
