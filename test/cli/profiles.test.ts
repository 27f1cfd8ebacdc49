import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, runJson } from './commandLine.ts';

let folder: string;
const data = (name: string) => ['--data', path.join(folder, name)];

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), '县情 cli '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('the commands of profiles', () => {
  it('carry an office from one data folder to another as one file', async () => {
    const file = path.join(folder, '卫东县情.json');
    await runJson(['init', '--profile', 'weidong-2021', ...data('here')]);
    expect(await runJson(['profile-export', '--out', file, ...data('here')])).toEqual({
      out: file,
      size: readFileSync(file).length,
    });
    const init = await runJson(['init', '--profile', file, ...data('there')]);
    expect(init).toMatchObject({ profile: 'weidong-2021', units: 10, duties: 24 });
    const duties = (name: string) => runJson(['duties', ...data(name)]);
    expect(await duties('there')).toEqual(await duties('here'));
  });

  it('say what a folder holds already, and what to write for another county', async () => {
    const names = ['--county', '源汇区', '--city', '漯河市', '--office', '源汇区信用办', '--document-word', '源信用办'];
    const blank = [...names, '--region-code', '411102'];
    const again = await run(['init', '--profile', 'blank', ...blank, ...data('here')]);
    expect(again.code).toBe(1);
    for (const words of ['卫东区', 'weidong-2021', '10 个成员单位', 'office edit', '请换一个空文件夹'])
      expect(again.stderr).toContain(words);
    const shipped = await run(['init', '--profile', 'xixia-2022', ...blank, ...data('new')]);
    expect([shipped.code, shipped.stderr]).toEqual([2, expect.stringContaining('--profile blank')]);
    expect((await run(['init', ...blank, ...data('new')])).stderr).toContain('给源汇区新建请写 --profile blank');
    expect((await run(['init', '--profile', '西峡', ...data('new')])).stderr).toContain('xixia-2022');
  });

  it('name a blank county, all of its names at once', async () => {
    const names = ['--county', '源汇区', '--city', '漯河市', '--office', '源汇区信用办', '--document-word', '源信用办'];
    const short = await run(['init', '--profile', 'blank', ...names, ...data('blank')]);
    expect([short.code, short.stderr]).toEqual([2, expect.stringContaining('region-code')]);
    const init = ['init', '--profile', 'blank', ...names, '--region-code', '411102', ...data('blank')];
    expect(await runJson(init)).toMatchObject({ profile: 'blank', units: 0 });
  });
});
