import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // The database module is native: processes, not threads, so that a crash names its file.
    pool: 'forks',
    // Each file loads the libraries and each office starts the intake's thread anew: as quick as the commands start.
    execArgv: ['--import', pathToFileURL(path.join(import.meta.dirname, 'electron', 'quickImports.mjs')).href],
    // Vitest leaves one processor to itself, but has little to do: of two, as in CI, that is half of them.
    maxWorkers: '100%',
    // No figure is asserted; the limits only end what hangs, also on a slow build machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
