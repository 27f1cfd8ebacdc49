import { describe, expect, it } from 'vitest';
import type { CellStatus, GridCell } from '../../electron/contract/status.ts';
import { sameMonth, yearModel } from '../../renderer/features/year/yearModel.ts';
import { sameInYear } from '../../renderer/parts/periods.ts';

const AS_OF = '2022-04-20T10:00';
const DUTIES = [
  { id: '000-02', title: '归集' },
  { id: '000-12', title: '季报' },
  { id: '000-14', title: '宣传' },
];
const CELLS = [
  cell('000-14', '2022-01', 'late', '2022-01-30T18:00'),
  cell('000-14', '2022-04', 'pending', '2022-04-30T18:00'),
  cell('000-12', '2022-Q2', 'pending', '2022-06-30T18:00'),
  cell('000-02', '2021-W52', 'zero', '2022-01-04T18:00'),
  cell('000-02', '2022-W14', 'missing', '2022-04-08T18:00'),
  cell('000-02', '2022-W15', 'exempt', '2022-04-15T18:00'),
];

describe('the year of a unit or duty as it is laid out', () => {
  const model = yearModel({ period: '2022', asOf: AS_OF, cells: CELLS }, 'unit', DUTIES);

  it('lists the duties of a unit in their order, each square over the months of its period, a week in the month it is due', () => {
    const laid = model.lines.map(({ id, blocks }) => [
      id,
      blocks.map(({ from, span, squares }) => [from, span, squares.map(({ period }) => period).join(' ')]),
    ]);
    expect(laid).toEqual([
      [
        '000-02',
        [
          [0, 1, '2021-W52'],
          [3, 1, '2022-W14 2022-W15'],
        ],
      ],
      ['000-12', [[3, 3, '2022-Q2']]],
      [
        '000-14',
        [
          [0, 1, '2022-01'],
          [3, 1, '2022-04'],
        ],
      ],
    ]);
  });

  it('counts what is owed, due, met and late as the rates do', () => {
    const { expected, due, met, late } = model;
    expect({ expected, due, met, late }).toEqual({ expected: 5, due: 3, met: 2, late: 1 });
    expect(model.lines.map(({ owes }) => owes)).toEqual([1, 0, 0]);
  });

  it('gives a duty whose rhythm changed a line for each rhythm', () => {
    const cells = [...CELLS, cell('000-12', '2022-01', 'missing', '2022-01-31T18:00')];
    const { lines } = yearModel({ period: '2022', asOf: AS_OF, cells }, 'unit', DUTIES);
    expect(lines.filter(({ id }) => id === '000-12').map((line) => line.cells.map(({ period }) => period))).toEqual([
      ['2022-01'],
      ['2022-Q2'],
    ]);
  });

  it('lists the units of a duty, those the directory no longer names last under their id', () => {
    const cells = [{ ...CELLS[0], unit: 'gone' } as GridCell, ...CELLS.slice(0, 1)];
    const { lines } = yearModel({ period: '2022', asOf: AS_OF, cells }, 'duty', [{ id: 'a', title: '甲局' }]);
    expect(lines.map(({ title }) => title)).toEqual(['甲局', 'gone']);
  });

  it.each([
    ['a quarter above a week of its middle month', { line: 0, at: 2 }, 1, { line: 1, at: 0 }],
    ['the same month below', { line: 0, at: 0 }, 2, { line: 2, at: 0 }],
    ['a name from a name', { line: 0, at: -1 }, 1, { line: 1, at: -1 }],
    ['the last line when there is none below', { line: 2, at: 1 }, 3, { line: 2, at: 1 }],
  ])('moves to %s', (_, place, wanted, next) => {
    expect(sameMonth(place, wanted, model.lines)).toEqual(next);
  });

  it.each([
    ['2022-04', 2023, '2023-04'],
    ['2022-Q2', 2021, '2021-Q2'],
    ['2020-W53', 2021, '2021-W52'],
    ['2022', 2023, '2023'],
  ])('goes from %s to the same of %i', (period, year, same) => {
    expect(sameInYear(period, year)).toBe(same);
  });
});

function cell(duty: string, period: string, status: CellStatus, due: string): GridCell {
  const base = { unit: 'a', duty, period, due, status, receivedAt: null, quota: null, count: 0, assigned: true };
  return { ...base, late: status === 'late' };
}
