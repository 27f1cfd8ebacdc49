import path from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitDraft } from '../../electron/contract/units.ts';
import type { Args, RequestName } from '../../electron/contract.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** Another program (the command line beside the window) writes when the clock is asked, once and where it is let; tells whether it was. */
function meanwhile(sql: string): () => boolean {
  const now = desk.now;
  let isDone = false;
  Object.defineProperty(desk, 'now', {
    configurable: true,
    get() {
      if (!isDone) isDone = written(sql);
      return now;
    },
  });
  return () => isDone;
}

/** Whether the data file let it in; it waits for nobody. */
function written(sql: string): boolean {
  const other = new Database(path.join(desk.dataFolder, 'credit-desk.db'), { timeout: 0 });
  try {
    other.exec(sql);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return false;
    throw error;
  } finally {
    other.close();
  }
}

const NAME = '水务局';
const draft: UnitDraft = {
  id: null,
  name: NAME,
  officialName: '西峡县水务局',
  aliases: [],
  kind: 'department',
  activeFrom: null,
  activeTo: null,
  contacts: [],
  note: '',
};

/** A unit list of one new unit. */
async function listOfOne(): Promise<{ path: string }> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  sheet.addRow(['编号', '简称', '全称']);
  sheet.addRow(['', NAME, '西峡县水务局']);
  const file = path.join(desk.mailFolder, '名录.xlsx');
  await book.xlsx.writeFile(file);
  return { path: file };
}

describe('two programs at the same data file', () => {
  it.each<[RequestName, () => Promise<object>]>([
    ['units.save', async () => ({ unit: draft })],
    [
      'units.succeed',
      async () => ({ kind: 'merge', from: ['xx-slj', 'xx-ghj'], to: [draft], on: '2022-04-01', reason: '文' }),
    ],
    ['units.read', listOfOne],
  ])('never give two units one name: %s', async (name, args) => {
    const request = await args();
    meanwhile(`update unit set name = '${NAME}' where id = 'xx-qxj'`);
    await desk.reply(name, request as Args<typeof name>); // the table holds the arguments of each request
    expect(desk.rows(`select name from unit where name = '${NAME}'`)).toHaveLength(1);
  });

  it('never lose the change of a group that the other made', async () => {
    const revisions = [{ from: '2022-02-01', units: ['xx-slj'], reason: '另一个窗口' }];
    const theirs = meanwhile(`update unit_group set revisions = '${JSON.stringify(revisions)}' where id = '000-G2'`);
    await desk.ask('groups.save', { id: '000-G2', units: ['xx-qxj'], from: '2022-04-01', reason: '文' });
    const [group] = desk.rows<{ revisions: string }>("select revisions from unit_group where id = '000-G2'");
    expect(group?.revisions).toContain('2022-04-01');
    expect(group?.revisions.includes('另一个窗口')).toBe(theirs());
  });
});
