import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseCounts, CaseItem } from '../../electron/contract/cases.ts';
import type { CommitmentLedger } from '../../electron/contract/commitments.ts';
import { run, runJson } from './commandLine.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), '案例 cli '));
  await runJson(withData('init', '--profile', 'xixia-2022'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const withData = (...args: string[]) => [...args, '--data', path.join(folder, '数据')];

function draftFile(name: string, values: Readonly<Record<string, string>>): string {
  const file = path.join(folder, name);
  // With the mark that Windows editors put before UTF-8.
  writeFileSync(file, `\ufeff${JSON.stringify({ template: 'publicity', unit: '丹水镇', period: '2022-04', values })}`);
  return file;
}

// One office's day from the first command on: the steps build on each other.
describe('the ledgers of cases on the command line', () => {
  it('take a case from a file, with the time it came', async () => {
    const file = draftFile('一.json', { title: '诚信故事会', publishedOn: '2022年4月18日' });
    expect(await runJson<CaseItem>(withData('cases', '--file', file, '--received', '2022-04-20T09:00'))).toMatchObject({
      unit: 'xx-dsz',
      origin: 'typed',
      receivedAt: '2022-04-20T09:00',
      values: { publishedOn: '2022-04-18' },
    });
    const again = await run(withData('cases', '--file', file, '--json'));
    expect([again.code, JSON.parse(again.stdout).error.code]).toEqual([1, 'case_exists']);
  });

  it('are listed all together or by ledger, unit, period, words and adoption', async () => {
    const ask = (...more: string[]) => runJson<CaseItem[]>(withData('cases', ...more));
    expect(await ask()).toHaveLength(1);
    expect(await ask('--template', 'publicity', '--unit', 'xx-dsz', '--period', '2022-Q2')).toHaveLength(1);
    expect(await ask('--search', '故事会', '--adopted', 'no')).toHaveLength(1);
    expect(await ask('--search', '运动会')).toHaveLength(0);
  });

  it('are counted by month and written as a workbook', async () => {
    const publicity = ['--template', 'publicity'];
    const counts = await runJson<CaseCounts>(
      withData('cases', ...publicity, '--year', '2022', '--as-of', '2022-04-30'),
    );
    expect(counts.totals[3]).toBe(1);
    const out = path.join(folder, '台账.xlsx');
    expect(await runJson(withData('cases', ...publicity, '--out', out))).toEqual({ rows: 1, out });
    expect(existsSync(out)).toBe(true);
  });

  it('tell of commitments how far they cover', async () => {
    const ledger = await runJson<CommitmentLedger>(withData('commitments', '--period', '2022-04'));
    expect(ledger.uncovered).toHaveLength(6);
  });

  it.each([
    ['counts without a ledger', ['cases', '--year', '2022'], 2],
    ['an answer that is neither yes nor no', ['cases', '--adopted', 'maybe'], 2],
  ])('refuse %s', async (_what, args, code) => {
    expect((await run(withData(...args))).code).toBe(code);
  });

  it('refuse a file that holds no case', async () => {
    const file = path.join(folder, '坏.json');
    writeFileSync(file, '{"template":"publicity"}');
    expect((await run(withData('cases', '--file', file))).stderr).toContain('坏.json');
  });
});
