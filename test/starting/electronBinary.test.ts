import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installedElectron, obtainElectron } from '../../electron/starting/electronBinary.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'electron 测试-'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
  vi.stubEnv('ELECTRON_SKIP_BINARY_DOWNLOAD', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function installer(script: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{"type":"commonjs"}');
  writeFileSync(path.join(folder, 'install.js'), script);
}

const FETCHES = `
const fs = require('fs');
fs.mkdirSync(__dirname + '/dist');
fs.writeFileSync(__dirname + '/dist/electron', '');
fs.writeFileSync(__dirname + '/path.txt', 'electron');
`;

describe('installedElectron', () => {
  it('knows the binary by path.txt', () => {
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist', 'electron'), '');
    expect(installedElectron(folder)).toBeNull();
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(installedElectron(folder)).toBe(path.join(folder, 'dist', 'electron'));
  });

  it('does not believe a path.txt without its binary', () => {
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(installedElectron(folder)).toBeNull();
  });
});

describe('obtainElectron', () => {
  it('fetches the binary once', async () => {
    installer(FETCHES);
    expect(await obtainElectron(folder)).toBe(path.join(folder, 'dist', 'electron'));
  });

  it('does without when the fetch fails', async () => {
    installer('process.exit(1)');
    expect(await obtainElectron(folder)).toBeNull();
  });

  it('stops a fetch that hangs', async () => {
    installer('setInterval(() => {}, 1000)');
    expect(await obtainElectron(folder, 300)).toBeNull();
  });

  it('fetches nothing where fetching is forbidden', async () => {
    vi.stubEnv('ELECTRON_SKIP_BINARY_DOWNLOAD', '1');
    installer(FETCHES);
    expect(await obtainElectron(folder)).toBeNull();
  });
});
