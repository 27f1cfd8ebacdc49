import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { build as buildProgram } from 'electron-vite';
import { createChecks } from './checks.ts';
import { checkCommandLine } from './commandLine.ts';
import { archiveOf, checkContents, checkExecutable, type Package, type Sources } from './packages.ts';
import { makeStandInElectron } from './standInElectron.ts';

// `npm run dist:check`: packs the program for Windows and Linux around a stand-in Electron, looks into what came out and runs
// the command line from it. Needs no Electron binary and no network.

const root = path.resolve(import.meta.dirname, '..', '..');
const work = await mkdtemp(path.join(os.tmpdir(), 'credit-desk-dist-'));
const checks = createChecks();
try {
  process.chdir(root);
  await buildProgram({ logLevel: 'warn' });
  const sources = await readSources();
  for (const platform of ['win32', 'linux'] as const) {
    const pack = await makePackage(platform);
    await checkContents(checks, pack, sources);
    await checkExecutable(checks, pack);
    if (platform === process.platform) {
      const content = path.join(work, 'content');
      extractAll(archiveOf(pack), content);
      const inbox = path.join(root, 'test', 'fixtures', 'inbox');
      await checkCommandLine(checks, { content, dataFolder: path.join(work, '数据 文件夹'), inbox });
    }
  }
  if (process.platform !== 'win32' && process.platform !== 'linux') {
    console.log(`no package for ${process.platform} is made, so no command line was run`);
  }
} finally {
  await rm(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.exitCode = checks.finish();

/** Packs into a folder (target `dir`): the installers' own tools are downloads. */
async function makePackage(platform: Package['platform']): Promise<Package> {
  const { version } = JSON.parse(await readFile(require_('electron/package.json'), 'utf8')) as { version: string }; // npm's file
  const electronDist = await makeStandInElectron(path.join(work, `electron-${platform}`), platform, version);
  const output = path.join(work, `dist-${platform}`);
  const target = platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
  await build({
    projectDir: root,
    targets: target.createTarget('dir', Arch.x64),
    config: { electronDist, electronVersion: version, directories: { output } },
    publish: 'never',
  });
  return { platform, folder: path.join(output, platform === 'win32' ? 'win-unpacked' : 'linux-unpacked') };
}

function require_(name: string): string {
  return path.join(root, 'node_modules', ...name.split('/'));
}

async function readSources(): Promise<Sources> {
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>; // our own file
  };
  const resources = await filesBelow(path.join(root, 'resources'));
  return {
    migrations: await filesBelow(path.join(root, 'db', 'migrations')),
    resources: resources.filter((name) => !name.startsWith('packaging/') && !name.endsWith('.md')),
    dependencies: Object.keys(dependencies),
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
