import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Checks } from './checks.ts';

export interface Package {
  readonly platform: 'win32' | 'linux';
  /** The folder electron-builder filled. */
  readonly folder: string;
}

/** The archive of a package. */
export function archiveOf({ folder }: Package): string {
  return path.join(folder, 'resources', 'app.asar');
}

/** What must and what must not be in `app.asar`, and that its binary lies outside as a real file. */
export async function checkContents(checks: Checks, pack: Package, sources: Sources): Promise<void> {
  const { platform } = pack;
  const inside = listPackage(archiveOf(pack), { isPack: false }).map((name) => name.split(path.sep).join('/'));
  const has = new Set(inside);
  const entries = ['main', 'service', 'cli', 'intakeWorker', 'chartWorker'].map((name) => `/out/main/${name}.js`);
  const needed = [
    '/package.json',
    ...entries,
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    ...sources.migrations.map((name) => `/db/migrations/${name}`),
    ...sources.resources.map((name) => `/resources/${name}`),
    // A package's data are found by name, not by an import that a bundler sees.
    '/node_modules/@resvg/resvg-wasm/index_bg.wasm',
    ...sources.dependencies.map((name) => `/node_modules/${name}/package.json`),
  ];
  const missing = needed.filter((name) => !has.has(name));
  checks.that(`${platform}: all ${needed.length} needed files are inside`, missing.length === 0, missing.join(', '));

  const prebuilds = inside.filter((name) => name.endsWith('.node'));
  const right = `/node_modules/better-sqlite3/prebuilds/${platform}-x64.node`;
  checks.that(`${platform}: its own binary of SQLite and no other`, prebuilds.join() === right, prebuilds.join(', '));
  const unpacked = path.join(`${archiveOf(pack)}.unpacked`, ...right.split('/'));
  checks.that(
    `${platform}: the binary is a real file beside the archive`,
    (await sizeOf(unpacked)) > 100_000,
    unpacked,
  );

  for (const [what, pattern] of FORBIDDEN) {
    const found = inside.filter((name) => pattern.test(name));
    checks.that(`${platform}: no ${what}`, found.length === 0, found.slice(0, 5).join(', '));
  }
  const command = platform === 'win32' ? 'credit-desk-cli.cmd' : 'credit-desk-cli';
  checks.that(
    `${platform}: the command line's script is beside the program`,
    (await sizeOf(path.join(pack.folder, command))) > 0,
  );
}

/** The fuses as they stand in the packed executable, and (Windows) the archive's hash among its resources. */
export async function checkExecutable(checks: Checks, pack: Package): Promise<void> {
  const executable = path.join(pack.folder, pack.platform === 'win32' ? 'credit-desk.exe' : 'credit-desk');
  const wire = await getCurrentFuseWire(executable);
  for (const [fuse, wanted] of FUSES) {
    const state = wire[fuse];
    checks.that(
      `${pack.platform}: fuse ${FuseV1Options[fuse]} is ${wanted ? 'on' : 'off'}`,
      state === (wanted ? FuseState.ENABLE : FuseState.DISABLE),
      String(state),
    );
  }
  if (pack.platform === 'win32') {
    const hash = createHash('sha256')
      .update(getRawHeader(archiveOf(pack)).headerString)
      .digest('hex');
    const bytes = await readFile(executable);
    checks.that('win32: the program file holds the hash of the archive', bytes.includes(hash), hash);
  }
}

/** What the repository holds, for comparison; names with `/`. */
export interface Sources {
  readonly migrations: readonly string[];
  readonly resources: readonly string[];
  readonly dependencies: readonly string[];
}

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['TypeScript sources', /\.[cm]?tsx?$/],
  ['tests or fixtures of ours', /^\/test(\/|$)/],
  ['sources of the pages or the program', /^\/(renderer|electron)(\/|$)/],
  ['packing scripts', /^\/resources\/packaging(\/|$)/],
  ['source maps', /\.map$/],
  ['C++ sources of SQLite', /^\/node_modules\/better-sqlite3\/(deps|src)(\/|$)/],
  [
    'development tools',
    /^\/node_modules\/(electron|vite|vitest|typescript|electron-builder|antd|react|echarts|zrender|@biomejs|@playwright)(\/|$)/,
  ],
  ['data of a county', /\.(db|sqlite|sqlite3)$/],
  ['settings of the repository', /^\/(\.git|\.ci|tsconfig|biome|vitest|playwright|electron-builder)/],
];

const FUSES: readonly (readonly [FuseV1Options, boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

async function sizeOf(file: string): Promise<number> {
  return readFile(file).then(
    (bytes) => bytes.length,
    () => 0,
  );
}
