import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { penalties, writeWorkbook } from '../app/workbooks.ts';
import { run, runJson } from './commandLine.ts';

interface Exported {
  readonly upload: string | null;
  readonly rows: number;
  readonly out: string | null;
  readonly held: readonly { readonly reason: string }[];
}

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), '命令行 汇总 '));
  await runJson(withData('init', '--profile', 'xixia-2022'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const withData = (...args: string[]) => [...args, '--data', path.join(folder, '数据')];
const exporting = (...more: string[]) => {
  const period = ['--template', 'penalty-legal', '--period', '2022-04'];
  return runJson<Exported>(withData('export', ...period, '--out', path.join(folder, '4月.xlsx'), ...more));
};
async function receive(name: string, ...args: Parameters<typeof penalties>): Promise<void> {
  const file = path.join(folder, name);
  await writeWorkbook(file, [penalties(...args)]);
  await runJson(withData('import', file, '--received', '2022-04-29T16:00'));
}

describe('the command line', () => {
  it('uploads again what was changed since when it is asked to, and takes an upload back', async () => {
    await receive('一.xlsx', [1, 2]);
    const first = await exporting();
    expect(first).toMatchObject({ rows: 2, out: path.join(folder, '4月.xlsx') });
    await receive('二.xlsx', [1, 2], { change: { 2: { CF_NR: '警告并责令改正' } } });
    expect(await exporting()).toMatchObject({ upload: null, rows: 0, out: null });
    const changed = await exporting('--include-changed');
    expect(changed).toMatchObject({ rows: 1, out: path.join(folder, '4月(2).xlsx') });

    expect(await runJson(withData('undo', changed.upload ?? ''))).toMatchObject({
      id: changed.upload,
      rows: 1,
      undoneAt: expect.any(String),
    });
    expect((await exporting()).held.map(({ reason }) => reason)).toContain('changed_since_upload');
    const told = await run(withData('undo', first.upload ?? ''));
    expect(told).toMatchObject({ code: 0 });
    expect(told.stdout).toContain(`汇总 ${first.upload} 已撤销：2 条`);
    const again = await run(withData('undo', first.upload ?? '', '--json'));
    expect([again.code, JSON.parse(again.stdout).error.code]).toEqual([1, 'upload_unknown']);
    expect(await exporting()).toMatchObject({ rows: 2, out: path.join(folder, '4月(3).xlsx') });
  });
});
