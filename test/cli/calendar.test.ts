import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, runJson } from './commandLine.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), '日历 cli '));
  await runJson(withData('init', '--profile', 'xixia-2022'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const withData = (...args: string[]) => [...args, '--data', path.join(folder, '数据')];

it('calendar show gives a year with its holidays and workdays', async () => {
  expect(await runJson(withData('calendar', 'show', '2026'))).toMatchObject({
    year: 2026,
    total: 248,
    holidays: expect.arrayContaining([{ day: '2026-02-15', kind: 'off', name: '春节' }]),
    workdays: expect.arrayContaining([{ day: '2026-01-04', kind: 'work', name: '元旦' }]),
  });
  const text = await run(withData('calendar', 'show', '2026'));
  expect(text.stdout).toContain('2026年（随程序附带：国务院办公厅放假通知），工作日 248 天。');
});

it('calendar import loads a year, which was refused before, and a dry run does not', async () => {
  const file = path.join(folder, '2027.json');
  const days = [{ name: '元旦', date: '2027-01-01', isOffDay: true }];
  writeFileSync(file, JSON.stringify({ year: 2027, papers: [], days }));
  const dry = await runJson(withData('calendar', 'import', file, '--dry-run'));
  expect(dry).toMatchObject({ year: 2027, saved: false, holidays: [{ day: '2027-01-01' }], workdays: [] });
  const refused = await run(withData('status', '--period', '2027-03', '--json'));
  expect(JSON.parse(refused.stdout).error).toMatchObject({
    code: 'year_unknown',
    message: expect.stringContaining('credit-desk-cli calendar import'),
  });
  const saved = await runJson(withData('calendar', 'import', file));
  expect(saved).toMatchObject({
    year: 2027,
    saved: true,
    state: 'imported',
    doubts: [expect.any(String), expect.any(String)],
  });
  expect((await runJson<{ cells: unknown[] }>(withData('status', '--period', '2027-03'))).cells).not.toEqual([]);
});

it('calendar reset goes back to the year that ships', async () => {
  const file = path.join(folder, '2026.json');
  writeFileSync(file, JSON.stringify({ year: 2026, days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }] }));
  expect(await runJson(withData('calendar', 'import', file))).toMatchObject({ state: 'imported', total: 260 });
  expect(await runJson(withData('calendar', 'reset', '2026'))).toMatchObject({ state: 'known', total: 248 });
});

it('a county day moves what is due, and calendar due lists it', async () => {
  const added = await runJson(withData('calendar', 'add', '2022-04-29', '--kind', 'off', '--note', '暴雪停工'));
  expect(added).toMatchObject({ year: 2022, total: 248, moved: [{ period: '2022-W17', after: '2022-05-05T18:00' }] });
  const due = await runJson<{ day: string; period: string }[]>(withData('calendar', 'due', '2022-05-05', '2022-05-05'));
  expect(due).toContainEqual(expect.objectContaining({ day: '2022-05-05', period: '2022-W17' }));
  const removed = await runJson(withData('calendar', 'remove', '2022-04-29', '--note', '通告撤回'));
  expect(removed).toMatchObject({ total: 249, county: [] });
});

it.each([
  [['calendar']],
  [['calendar', 'show', '二六']],
  [['calendar', 'import']],
  [['calendar', 'add', '2022-04-29', '--kind', 'half', '--note', '雪']],
])('refuses %j as no command', async (args) => {
  expect((await run(withData(...args))).code).toBe(2);
});
