import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Args } from '../../electron/contract.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.now = '2022-05-05T09:00';
});
afterEach(() => desk.close());

const LIST: Args<'reminders.write'> = { period: '2022-04', format: 'xlsx' };
const mails = (out: string) => desk.ask('reminders.mails', { period: '2022-04', out });

describe('where an output is asked for', () => {
  it('the folder is made where it is missing', async () => {
    const out = path.join(desk.mailFolder, '四月', '清单.xlsx');
    expect((await desk.ask('reminders.write', { ...LIST, out })).path).toBe(out);
    const folder = path.join(desk.mailFolder, '邮件');
    await mails(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it.each([
    ['a folder at the root of the disk', () => path.join(path.parse(desk.mailFolder).root, '信用办 打错')],
    ['folders from the root of the disk on', () => path.join(path.parse(desk.mailFolder).root, '信用办 打错', '四月')],
  ])('%s that are not there are a slip: nothing is made', async (_what, folder) => {
    const out = path.join(folder(), '清单.xlsx');
    const refused = { code: 'output_failed', message: expect.stringContaining(folder()) };
    expect(await desk.refusal('reminders.write', { ...LIST, out })).toMatchObject(refused);
    expect(await desk.refusal('reminders.mails', { period: '2022-04', out: folder() })).toMatchObject(refused);
    expect([existsSync(folder()), readdirSync(desk.mailFolder)]).toEqual([false, []]);
  });

  it('what is there is written over, as every program does that was told the name', async () => {
    const out = path.join(desk.mailFolder, '清单.xlsx');
    writeFileSync(out, '旧');
    await desk.ask('reminders.write', { ...LIST, out });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('an output that nobody asked a place for', () => {
  it('never takes the place of an earlier one, which may have been edited by hand', async () => {
    const first = await desk.ask('reminders.write', LIST);
    writeFileSync(first.path, '手工改过');
    const second = await desk.ask('reminders.write', LIST);
    expect([path.dirname(first.path), second.name]).toEqual([
      path.join(desk.dataFolder, 'outputs'),
      first.name.replace('.xlsx', '(2).xlsx'),
    ]);
    expect(readFileSync(first.path, 'utf8')).toBe('手工改过');
  });
});
