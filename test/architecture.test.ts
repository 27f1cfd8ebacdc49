import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockFile, lockFileFaults } from './architecture/lockFile.ts';
import { FILE_RULES, registryHosts } from './architecture/rules.ts';
import { importsOf, ROOT, readSource, repositoryFiles } from './architecture/sources.ts';

const files = repositoryFiles();
// This file quotes what the rules forbid.
const sources = files.filter((file) => /\.tsx?$/.test(file) && file !== 'test/architecture.test.ts').map(readSource);

describe('the repository', () => {
  it.each(Object.entries(FILE_RULES))('%s', (_rule, check) => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.flatMap(check)).toEqual([]);
  });

  it('names no package registry', () => {
    const texts = files.filter((file) => /\.(tsx?|mjs|json|ya?ml|md|npmrc)$|(^|\/)\.npmrc$|^\.ci\//.test(file));
    expect(texts).toContain('package-lock.json');
    expect(texts.map(readSource).flatMap(registryHosts)).toEqual([]);
  });

  it('keeps a lock file that installs on every platform without a compiler', () => {
    const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as LockFile; // npm's own format
    expect(lockFileFaults(lock)).toEqual([]);
  });
});

describe('the rules', () => {
  it.each([
    ['an upward import', 'electron/core/due.ts', "import { open } from '../../db/open.ts';"],
    ['a value of core in db', 'db/queries/units.ts', "import { fold } from '../../electron/core/fold.ts';"],
    ['a value among types of core in db', 'db/a.ts', "import { type Due, fold } from '../electron/core/fold.ts';"],
    ['the database in io', 'electron/io/originals.ts', "import Database from 'better-sqlite3';"],
    ['Node in core', 'electron/core/fold.ts', "import path from 'node:path';"],
    ['Node in the pages', 'renderer/App.tsx', "import path from 'node:path';"],
    ['the app in the pages', 'renderer/App.tsx', "import { createApp } from '../electron/app/createApp.ts';"],
    ['core in the pages', 'renderer/App.tsx', "import { periodOf } from '../electron/core/period.ts';"],
    ['core in an entry', 'electron/cli.ts', "import { periodOf } from './core/period.ts';"],
    ['Electron outside the shell', 'electron/app/print.ts', "import { app } from 'electron';"],
    ['Electron asked for later', 'electron/start.ts', "const electron = await import('electron');"],
    ['a server outside the hosts', 'electron/app/push.ts', "import { createServer } from 'node:http';"],
    ['a re-export against the arrows', 'electron/core/x.ts', "export { x } from '../app/x.ts';"],
    ['an import over several lines', 'electron/core/x.ts', "import {\n  a,\n  b,\n} from '../io/x.ts';"],
    ['a file outside the five folders', 'tools/x.ts', ''],
  ])('refuse %s', (_what, file, text) => {
    expect(broken(file, text)).toEqual(['imports follow the arrows']);
  });

  it.each([
    ['a type of core in db', 'db/queries/units.ts', "import type { Unit } from '../../electron/contract/units.ts';"],
    ['inline types of core in db', 'db/x.ts', "import { type Due, type Term } from '../electron/core/due.ts';"],
    ['constants of the contract in the pages', 'renderer/App.tsx', "import { WRITES } from '../electron/contract.ts';"],
    ['the calendar library in core', 'electron/core/calendar.ts', "import { isWorkday } from 'chinese-days';"],
    ['Electron in the shell', 'electron/shell/main.ts', "import { app } from 'electron';"],
    ['a word that only looks like an import', 'electron/core/x.ts', "// import from 'electron' is forbidden\n"],
  ])('allow %s', (_what, file, text) => {
    expect(broken(file, text)).toEqual([]);
  });

  it.each([
    ['no file is longer than 400 lines', 'electron/core/x.ts', 'a;\n'.repeat(401)],
    [
      'names are exported, defaults only where a tool asks for one',
      'renderer/App.tsx',
      'export default function App() {}',
    ],
    [
      'screens take nothing from one another',
      'renderer/features/papers/AnnexChart.tsx',
      "import { chartLabel } from '../overview/chartLinks.ts';",
    ],
    [
      'screens take nothing from one another',
      'renderer/features/papers/PapersPage.tsx',
      "import '../reminders/reminders.css';",
    ],
    [
      'screens take nothing from one another',
      'renderer/parts/Chart.tsx',
      "import type { A } from '../features/papers/a.ts';",
    ],
    ['no barrels, no drawers for odds and ends', 'electron/core/index.ts', ''],
    ['no barrels, no drawers for odds and ends', 'renderer/utils/text.ts', ''],
    ['no barrels, no drawers for odds and ends', 'electron/app/helpers.ts', ''],
    ['transactions are synchronous', 'electron/app/commit.ts', 'db.transaction(async (tx) => {});'],
    ['nothing opens a network connection', 'electron/app/update.ts', "await fetch('https://example.org');"],
    ['nothing opens a network connection', 'renderer/features/x/X.tsx', "new WebSocket('ws://x')"],
    ['the pure core reads no clock', 'electron/core/due.ts', 'const today = new Date();'],
    ['the pure core reads no clock', 'db/queries/x.ts', 'const at = Date.now();'],
  ])('“%s” finds its offender', (rule, file, text) => {
    expect(broken(file, text)).toEqual([rule]);
  });

  it('accept the panel of another noun in a page that holds it whole', () => {
    expect(
      broken('renderer/features/status/StatusPage.tsx', "import { YearPanel } from '../year/YearPanel.tsx';"),
    ).toEqual([]);
    expect(broken('renderer/routes.tsx', "import { PapersPage } from './features/papers/PapersPage.tsx';")).toEqual([]);
  });

  it('accept a file of 400 lines, a default export of a config file, and a fetch in renderer/api', () => {
    expect(broken('electron/core/x.ts', 'a;\n'.repeat(400))).toEqual([]);
    expect(broken('vitest.config.ts', 'export default {};')).toEqual([]);
    expect(broken('renderer/api/request.ts', "fetch('/api/request')")).toEqual([]);
  });

  it('find a registry, whatever file it hides in', () => {
    const registry = ['https:/', 'registry.example.org', 'x.tgz'].join('/');
    expect(registryHosts({ path: 'package-lock.json', text: `"resolved": "${registry}"` })).toHaveLength(1);
    expect(registryHosts({ path: 'README.md', text: `see ${registry}` })).toHaveLength(1);
    expect(registryHosts({ path: 'README.md', text: 'see the registry of companies' })).toEqual([]);
  });

  it('find a lock file that lost the gypfile line or a platform', () => {
    const whole = {
      'node_modules/better-sqlite3': { gypfile: false },
      'node_modules/x': { optionalDependencies: { '@x/win32': '1.0.0' } },
      'node_modules/@x/win32': {},
    };
    expect(lockFileFaults({ packages: whole })).toEqual([]);
    const { 'node_modules/@x/win32': _windows, ...linuxOnly } = whole;
    expect(lockFileFaults({ packages: linuxOnly })).toEqual([expect.stringContaining('@x/win32')]);
    const rewritten = { ...whole, 'node_modules/better-sqlite3': {} };
    expect(lockFileFaults({ packages: rewritten })).toEqual([expect.stringContaining('gypfile')]);
  });
});

describe('importsOf', () => {
  it('sees every way to import', () => {
    const text = [
      "import './styles.css';",
      "import type { A } from './a.ts';",
      "import b, { c } from '../b.ts';",
      "export * from './d.ts';",
      "const e = await import('./e.ts');",
      "const f = require('f');",
    ].join('\n');
    expect(importsOf({ path: 'renderer/x.ts', text })).toEqual([
      { target: 'renderer/styles.css', isPackage: false, typeOnly: false },
      { target: 'renderer/a.ts', isPackage: false, typeOnly: true },
      { target: 'b.ts', isPackage: false, typeOnly: false },
      { target: 'renderer/d.ts', isPackage: false, typeOnly: false },
      { target: 'renderer/e.ts', isPackage: false, typeOnly: false },
      { target: 'f', isPackage: true, typeOnly: false },
    ]);
  });
});

/** Names of the rules that a file breaks. */
function broken(file: string, text: string): string[] {
  return Object.entries(FILE_RULES)
    .filter(([, check]) => check({ path: file, text }).length > 0)
    .map(([rule]) => rule);
}
