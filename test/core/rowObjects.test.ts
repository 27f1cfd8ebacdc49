import { expect, it } from 'vitest';
import { createRowObjects } from '../../electron/core/rowObjects.ts';

const FIELDS = Array.from({ length: 30 }, (_, n) => `f${n}`);

it('gives each row its own fields in their order, whatever the row above held', () => {
  const rowOf = createRowObjects<number | null>(['a', 'b', 'c']);
  const rows = [[1, 2, 3], [undefined, null, 0], [1, 2, 3], [], [7, undefined, 9]].map((values) => rowOf(values));
  expect(rows.map((row) => JSON.stringify(row))).toEqual([
    '{"a":1,"b":2,"c":3}',
    '{"b":null,"c":0}',
    '{"a":1,"b":2,"c":3}',
    '{}',
    '{"a":7,"c":9}',
  ]);
});

it('makes as many shapes as a table has, and no row is another’s', () => {
  const rowOf = createRowObjects<number>(FIELDS);
  const rows = Array.from({ length: 2000 }, (_, n) =>
    rowOf(FIELDS.map((_field, i) => ((n * 7 + i) % 11 < 5 ? n : undefined))),
  );
  for (const [n, row] of rows.entries())
    expect(row).toEqual(
      Object.fromEntries(FIELDS.flatMap((field, i) => ((n * 7 + i) % 11 < 5 ? [[field, n] as const] : []))),
    );
});
