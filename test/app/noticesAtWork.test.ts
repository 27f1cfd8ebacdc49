import { describe, expect, it } from 'vitest';
import { closeCounties, openCounty } from './counties.ts';
import { type Desk, onlyTable } from './desk.ts';
import { articles, penalties, penalty } from './workbooks.ts';

closeCounties();

/** What a month or year owes: duty, period, due moment and how many units. */
const owed = async (desk: Desk, period: string): Promise<string[]> => {
  const { cells } = await desk.ask('status.grid', { period });
  const counts = Map.groupBy(cells, (cell) => `${cell.duty} ${cell.period} ${cell.due}`);
  return [...counts].map(([what, found]) => `${what} ${found.length}`).sort();
};

describe('the counties of the notices at work', () => {
  it('has Jishan owe what its notice of 2022 gives a rhythm, in units of its lists', async () => {
    const desk = await openCounty('jishan-2022', '2022-12-31T20:00');
    expect(await owed(desk, '2022-06')).toEqual([
      '001-02 2022-06 2022-06-30T18:00 22',
      // Friday, 3 June, was the Dragon Boat Festival.
      '001-03 2022-W22 2022-06-06T18:00 22',
      '001-03 2022-W23 2022-06-10T18:00 22',
      '001-03 2022-W24 2022-06-17T18:00 22',
      '001-03 2022-W25 2022-06-24T18:00 22',
      '001-05 2022-06 2022-06-30T18:00 24',
      '001-06 2022-06 2022-06-30T18:00 24',
      '001-07 2022-06 2022-06-30T18:00 24',
      '001-12 2022-06 2022-06-30T18:00 24',
      // 6·14信用记录关爱日: an event duty that names its days has a schedule.
      '001-17 2022-06 2022-06-14T18:00 4',
    ]);
    expect((await owed(desk, '2022')).filter((line) => line.startsWith('001-13'))).toEqual([
      '001-13 2022 2023-01-03T18:00 22',
    ]);
  });

  it('has Xingshan owe the cases of a month in the month after, the reports by quarter, the rest by month', async () => {
    const desk = await openCounty('xingshan-2024', '2024-12-31T20:00');
    expect(await owed(desk, '2024-05')).toEqual([
      '002-03 2024-05 2024-05-31T18:00 22',
      '002-10 2024-05 2024-05-31T18:00 22',
      // 30 June 2024 was a Sunday.
      '002-12 2024-05 2024-07-01T18:00 22',
      '002-20 2024-05 2024-05-31T18:00 22',
    ]);
    expect(await owed(desk, '2024-Q3')).toContain('002-08 2024-Q3 2024-09-30T18:00 22');
  });

  it.each([
    ['jishan-2022', '2022', '稷山县发展和改革局', 'js-fgj', '001-02'],
    ['xingshan-2024', '2024', '兴山县自然资源和规划局', 'xs-zrzyj', '002-03'],
  ])(
    '%s takes a penalty decided six working days ago in time, one of eleven late',
    async (profile, year, unit, id, duty) => {
      const desk = await openCounty(profile, `${year}-06-30T10:00`);
      const sheet = penalties([1, 2], {
        unit,
        title: `${year}年6月`,
        change: {
          1: { CF_JDRQ: `${year}-06-20`, CF_YXQ: `${Number(year) + 1}-06-20`, CF_GSJZQ: `${Number(year) + 3}-06-20` },
          2: { CF_JDRQ: `${year}-06-13`, CF_YXQ: `${Number(year) + 1}-06-13`, CF_GSJZQ: `${Number(year) + 3}-06-13` },
        },
      });
      const file = await desk.mail('六月.xlsx', sheet);
      const table = onlyTable(await desk.receive(`${year}-06-28T10:00`, [file]));
      expect(table).toMatchObject({
        unit: { id },
        duty: { id: duty },
        period: `${year}-06`,
        records: 2,
        timely: 1,
        question: null,
      });
    },
  );

  it("asks whose another county's file is, in the short words of the notice, too", async () => {
    const desk = await openCounty('jishan-2022', '2022-06-30T10:00');
    const file = await desk.mail('浮山县发改局.xlsx', {
      ...penalties([1], { unit: '浮山县发改局', title: '2022年6月' }),
      rows: [penalty(1, '浮山县发改局')],
    });
    expect(onlyTable(await desk.receive('2022-06-28T10:00', [file])).question?.code).toBe('unit_unknown');
  });

  it('keeps the articles of a campaign under their event duty', async () => {
    const desk = await openCounty('jishan-2022', '2022-06-30T10:00');
    const file = await desk.mail(
      '宣传.xlsx',
      articles(['信用记录关爱日走进集市'], { unit: '稷山县市场监督管理局', month: '2022年6月' }),
    );
    const table = onlyTable(await desk.receive('2022-06-28T10:00', [file]));
    expect(table).toMatchObject({ unit: { id: 'js-scjgj' }, duty: { id: '001-17' }, question: null, records: 1 });
  });
});
