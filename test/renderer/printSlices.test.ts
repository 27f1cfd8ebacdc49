import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../electron/contract/status.ts';
import type { GridModel } from '../../renderer/features/status/gridModel.ts';
import { printSlices } from '../../renderer/features/status/printSlices.ts';

const SQUARE: GridCell = {
  unit: 'a',
  duty: 'd0',
  period: '2022-W10',
  due: '2022-03-11T18:00',
  status: 'missing',
  late: false,
  assigned: true,
  receivedAt: null,
  count: 0,
  quota: null,
};

/** A grid of duties with so many columns each, two units, every square empty. */
function grid(spans: readonly number[]): GridModel {
  const columns = spans.flatMap((span, duty) =>
    Array.from({ length: span }, (_, at) => ({
      duty: `d${duty}`,
      period: `2022-W${at + 10}`,
      due: null,
      expected: 1,
      met: 0,
      first: at === 0,
    })),
  );
  const starts = spans.map((_, duty) => spans.slice(0, duty).reduce((sum, one) => sum + one, 0));
  return {
    heads: spans.map((span, duty) => ({ duty: `d${duty}`, title: '', note: '', from: starts[duty] ?? 0, span })),
    columns,
    rows: ['a', 'b'].map((id) => ({
      unit: { id, name: id, officialName: id },
      cells: columns.map(() => null),
      owes: 0,
    })),
    groups: [],
    counts: { reported: 0, late: 0, zero: 0, missing: 0, pending: 0, returned: 0, exempt: 0, partial: 0 },
    expected: 0,
    due: 0,
    met: 0,
    extra: 0,
    units: 2,
  };
}
function filledGrid(spans: readonly number[]): GridModel {
  const empty = grid(spans);
  return { ...empty, rows: empty.rows.map((row) => ({ ...row, cells: row.cells.map(() => SQUARE) })) };
}

const cut = (spans: readonly number[], room: number) =>
  printSlices(filledGrid(spans), room).map(({ model }) =>
    model.heads.map(({ duty, from, span }) => [duty, from, span]),
  );

describe('the grid on paper', () => {
  it('stays one sheet where all of it fits', () => {
    expect(cut([4, 1, 1], 400)).toEqual([
      [
        ['d0', 0, 4],
        ['d1', 4, 1],
        ['d2', 5, 1],
      ],
    ]);
  });

  it('begins a new sheet rather than cutting a duty in two', () => {
    expect(cut([4, 4], 240)).toEqual([[['d0', 0, 4]], [['d1', 0, 4]]]);
  });

  it('cuts a duty that is wider than a sheet, each part with its title', () => {
    expect(cut([9, 1], 160)).toEqual([
      [['d0', 0, 4]],
      [['d0', 0, 4]],
      [
        ['d0', 0, 1],
        ['d1', 1, 1],
      ],
    ]);
  });

  it.each([
    [[4, 1, 13, 2, 52, 1], 868],
    [[1], 20],
    [[], 868],
  ])(
    'loses no column of %j and repeats none, and no sheet is wider than its room unless one column is',
    (spans, room) => {
      const filled = filledGrid(spans);
      const slices = printSlices(filled, room);
      expect(slices.flatMap((one) => one.model.columns)).toEqual(filled.columns);
      for (const { model: part, widths } of slices) {
        expect(widths).toHaveLength(part.columns.length);
        expect(part.rows.map((row) => row.cells.length)).toEqual(part.rows.map(() => part.columns.length));
        expect(widths.length <= 1 || widths.reduce((sum, one) => sum + one, 0) <= room).toBe(true);
      }
    },
  );

  it('lists on a sheet of several the units that have something on it, and every unit where one sheet holds all', () => {
    const empty = grid([4, 4]);
    const [first, second] = empty.rows;
    if (!first || !second) throw new Error('two units');
    const cells = first.cells.map((_, at) => (at < 4 ? SQUARE : null));
    const model = { ...empty, rows: [{ ...first, cells }, second] };
    const units = (room: number) => printSlices(model, room).map((one) => one.model.rows.map(({ unit }) => unit.id));
    expect(units(240)).toEqual([['a']]);
    expect(units(868)).toEqual([['a', 'b']]);
  });
});
