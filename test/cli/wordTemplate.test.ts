import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, runJson } from './commandLine.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), '模板 cli '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it('writes a sample, looks at it, takes it and gives it up', async () => {
  const data = ['--data', path.join(folder, '数据')];
  const out = path.join(folder, '样板.docx');
  await runJson(['init', '--profile', 'xixia-2022', ...data]);
  expect(await runJson(['word-template', ...data])).toBeNull();
  expect(await runJson(['word-template', 'sample', '--out', out, ...data])).toMatchObject({ path: out });
  expect((await run(['word-template', 'check', out, ...data])).stdout).toContain('成文日期');
  expect(await runJson(['word-template', 'use', out, '--by', '李四', ...data])).toMatchObject({
    by: '李四',
    unknown: [],
  });
  expect((await run(['word-template', ...data])).stdout).toContain('样板.docx');
  expect(await runJson(['word-template', 'remove', ...data])).toBeNull();
});
