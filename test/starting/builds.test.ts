import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuildNeeded } from '../../electron/starting/builds.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'build 测试-'));
  write('renderer/features/导入/Page.tsx', 100);
  write('config.ts', 100);
  touch('renderer/features/导入', 100);
  touch('renderer/features', 100);
  touch('renderer', 100);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, seconds: number): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), '');
  touch(file, seconds);
}

function touch(file: string, seconds: number): void {
  utimesSync(path.join(root, file), seconds, seconds);
}

function needed(): Promise<boolean> {
  return isBuildNeeded(root, 'out/index.html', ['renderer', 'config.ts', 'not-there.ts']);
}

describe('isBuildNeeded', () => {
  it('builds what was never built', async () => {
    expect(await needed()).toBe(true);
  });

  it('leaves alone what is newer than all its sources', async () => {
    write('out/index.html', 200);
    expect(await needed()).toBe(false);
  });

  it.each([
    ['a file deep in a folder changed', () => touch('renderer/features/导入/Page.tsx', 300)],
    ['a single file changed', () => touch('config.ts', 300)],
    ['a file was removed', () => touch('renderer/features', 300)],
  ])('builds again when %s', async (_what, change) => {
    write('out/index.html', 200);
    change();
    expect(await needed()).toBe(true);
  });
});
