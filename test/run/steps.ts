import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedElectron } from '../../electron/starting/electronBinary.ts';
import { ensureBrowser } from './ensureBrowser.ts';
import { type Counts, countsOfPlaywright, countsOfVitest } from './reports.ts';
import { BIOME, isPresent, PLAYWRIGHT, ROOT, runTool, TSC, VITE, VITEST } from './runner.ts';

/** One step of the test run: what it is called and what it comes to. */
export interface Step {
  readonly title: string;
  readonly run: (args: readonly string[]) => Promise<Counts>;
}

/** The steps by name; `all` is what `npm test` runs, in this order. */
export const STEPS: Readonly<Record<string, readonly Step[]>> = {
  get all() {
    return [FORMAT, ...TYPES, BROWSER, UNIT, BUILD, E2E];
  },
  get check() {
    return [FORMAT, ...TYPES];
  },
  get unit() {
    return [UNIT];
  },
  get e2e() {
    return [BROWSER, BUILD, E2E];
  },
  get electron() {
    return [ELECTRON];
  },
};

const FORMAT: Step = {
  title: 'format and lint',
  run: async () => one(await runTool(BIOME, ['check', '--error-on-warnings'])),
};

const TYPES: readonly Step[] = ['tsconfig.json', 'tsconfig.renderer.json', 'test/e2e/tsconfig.json'].map((config) => ({
  title: `types of ${config}`,
  run: async () => one(await runTool(TSC, ['-p', config])),
}));

// Before the unit tests: some print, and skip themselves where nothing can.
const BROWSER: Step = {
  title: 'a browser to test with',
  run: async () => {
    const { found, advice } = await ensureBrowser();
    return found ? one(true) : { ...one(false), note: advice };
  },
};

const UNIT: Step = {
  title: 'unit tests',
  run: (args) =>
    withReport(async (report) => {
      const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args];
      const ended = await runTool(VITEST, options);
      return countsOfVitest(readJson(report), ended);
    }),
};

const BUILD: Step = {
  title: 'build of the pages',
  run: async () => one(await runTool(VITE, ['build', '--config', 'vite.renderer.config.ts', '--logLevel', 'warn'])),
};

const E2E: Step = {
  title: 'end-to-end tests in the browser',
  run: (args) => playwright(args, {}),
};

const ELECTRON: Step = {
  title: 'end-to-end tests in Electron',
  run: async (args) => {
    const binary = installedElectron(path.join(ROOT, 'node_modules', 'electron'));
    if (binary === null) {
      return {
        passed: 0,
        failed: 0,
        skipped: 1,
        note: 'skipped: the Electron binary is not there (node node_modules/electron/install.js fetches it)',
      };
    }
    if (!isPresent('out/main/main.js')) {
      return { passed: 0, failed: 1, skipped: 0, note: 'out/main/main.js is missing: run "npm run build" first' };
    }
    return playwright(args, { CREDIT_DESK_E2E_ELECTRON: binary });
  },
};

function playwright(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Counts> {
  return withReport(async (report) => {
    const ended = await runTool(PLAYWRIGHT, ['test', ...args], { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return countsOfPlaywright(readJson(report), ended);
  });
}

function one(ended: boolean): Counts {
  return ended ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function withReport(work: (report: string) => Promise<Counts>): Promise<Counts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-report-'));
  try {
    return await work(path.join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
