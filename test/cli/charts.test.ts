import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChartSpec, FontUse } from '../../electron/contract/charts.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const april = ['--period', '2022-04', '--as-of', '2022-05-06'];

it('gives the charts of a period as data, of one duty and unit where they are named', async () => {
  const { charts } = await office.json<{ charts: ChartSpec[] }>('charts', ...april);
  expect(charts.map(({ kind }) => kind)).toEqual(['trend', 'ranking', 'heat', 'composition']);
  const of = ['--duty', '000-02', '--unit', '公安局'];
  const own = await office.json<{ charts: ChartSpec[] }>('charts', ...april, ...of);
  expect(own.charts.flatMap((chart) => (chart.kind === 'heat' ? chart.units.map(({ name }) => name) : []))).toEqual([
    '公安局',
  ]);
  expect((await office.refusal('charts')).code).toBe('usage');
});

it('writes them as pictures into a folder', async () => {
  const out = path.join(office.folder, '图表');
  const { files } = await office.json<{ files: string[] }>('charts', ...april, '--unit', '公安局', '--out', out);
  expect(files.map((file) => path.basename(file)).toSorted()).toEqual(readdirSync(out).toSorted());
  expect(files.map((file) => path.extname(file))).toEqual(Array(4).fill(['.svg', '.png']).flat());
});

it('refuses a folder that cannot be: a file stands there, or above it, or it begins at the root of the disk with a slip', async () => {
  const file = path.join(office.folder, '图表.txt');
  writeFileSync(file, '记录');
  const slip = path.join(path.parse(file).root, '信用办 打错', '四月');
  for (const out of [file, path.join(file, '四月'), slip]) {
    const { code, message } = await office.refusal('charts', ...april, '--unit', '公安局', '--out', out);
    expect([code, message]).toEqual(['output_failed', expect.stringContaining(out)]);
  }
  expect([readFileSync(file, 'utf8'), existsSync(path.dirname(slip))]).toEqual(['记录', false]);
});

it('names the typefaces of an official paper', async () => {
  const uses = await office.json<FontUse[]>('fonts');
  expect(uses.map(({ wanted }) => wanted)).toContain('方正小标宋简体');
  const lines = (await office.text('fonts')).split('\n').slice(1);
  // Which there are is the machine's: an absent one that nothing stands for is not told as used.
  for (const [index, { wanted, used, isAbsent }] of uses.entries())
    expect(lines[index]?.split(/ {2,}/u).slice(1)).toEqual([
      wanted,
      isAbsent ? '没有' : expect.stringMatching(`^${RegExp.escape(used)}(（加粗）)?$`),
    ]);
});
