import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

describe('the annex of faulty records', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it('prints neither number nor name of a person, however wrong the number is', async () => {
    const rows = {
      1: { CF_FR_ZJLX: '身份证', CF_FR_ZJHM: '41132319751117941' },
      2: { CF_FR_ZJLX: '身份证', CF_FR_ZJHM: '1975111' },
      3: { CF_XDR_SHXYM: '411323197511179418' },
      4: { CF_FRDB: '梁晓明@' },
    };
    await desk.receive('2022-04-25T09:00', [await desk.mail('一.xlsx', penalties([1, 2, 3, 4], { change: rows }))]);
    const { tables } = await desk.ask('circulars.compose', { period: '2022-04', asOf: '2022-05-05T16:00' });
    const printed = JSON.stringify(tables.find(({ key }) => key === 'quality')?.rows);
    expect(printed).toContain('“411323***********”');
    expect(printed).toContain('19*****');
    for (const told of ['1975111', '梁晓明']) expect(printed).not.toContain(told);
  });
});
