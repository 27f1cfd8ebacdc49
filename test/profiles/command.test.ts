import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';

const CHECK = path.resolve('test/profiles/check.ts');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What `npm run profiles:check` prints of resources whose Zhaoling duties were changed, and its exit code. */
const run = (change: (duties: { id: string }[]) => unknown): { readonly code: number; readonly printed: string } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'profiles-check-'));
  folders.push(folder);
  cpSync('resources', path.join(folder, 'resources'), { recursive: true });
  const file = path.join(folder, 'resources/profiles/zhaoling-2018/duties.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
  try {
    return { code: 0, printed: execFileSync(process.execPath, [CHECK], { cwd: folder, encoding: 'utf8' }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }; // what a failed child leaves
    return { code: status, printed: stdout };
  }
};

it('prints units, groups, duties by kind and duties without units of every profile, and is content with those shipped', () => {
  const { code, printed } = run((duties) => duties);
  expect(code).toBe(0);
  expect(printed).toContain('6 份县情，通知事项 95 项，问题 0 处');
  const zhaoling = printed.slice(printed.indexOf('=== zhaoling-2018 ==='));
  expect(zhaoling).toContain('004-G1 33　004-G2 13　004-G3 3');
  expect(zhaoling).toContain('事项 12：★ 3　◇ 4　○ 5');
  expect(zhaoling).toContain('没有单位的事项：004-07◇　004-10○');
});

it('fails on a duty that is missing', () => {
  const { code, printed } = run((duties) => duties.filter(({ id }) => id !== '004-08'));
  expect(code).toBe(1);
  expect(printed).toContain('问题：缺少事项 004-08');
  expect(printed).toContain('通知事项 94 项，问题 1 处');
});
