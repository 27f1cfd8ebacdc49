import { expect, it } from 'vitest';
import type { CircularColumn } from '../../electron/contract/circulars.ts';
import { tableLayout } from '../../electron/core/tableLayout.ts';

const column = (title: string, width: number): CircularColumn => ({ title, width, align: 'center' });
/** Points of a number where digits are half as wide as the type is high. */
const inkWidth = (text: string, size: number) => text.length * 0.5 * size;

it('gives a number the room of one line, taken from columns that have some', () => {
  const columns = [column('单位', 60), column('扣分', 4), column('说明', 60)];
  const { widths, size } = tableLayout({ columns, rows: [['发改委', '1142.00', '未按时报送']] }, 442);
  expect(widths[1]).toBeGreaterThan(inkWidth('1142.00', size));
  expect(widths[0]).toBe(widths[2]);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(442, 6);
});

it('leaves columns at their shares where all fits', () => {
  const columns = [column('单位', 60), column('得分', 40)];
  expect(tableLayout({ columns, rows: [['发改委', '98.50']] }, 400)).toEqual({
    size: 12,
    lineHeight: 15,
    widths: [240, 160],
    heads: [['单位'], ['得分']],
  });
});

it.each([
  [6, 12],
  [8, 10.5],
  [11, 9],
])('sets %i columns of rates in %f points', (count, size) => {
  const columns = Array.from({ length: count }, () => column('上报率', 10));
  const layout = tableLayout({ columns, rows: [columns.map(() => '88.88%')] }, 442);
  expect(layout.size).toBe(size);
  for (const width of layout.widths) expect(width).toBeGreaterThan(inkWidth('88.88%', size));
});

it.each([
  ['名次', 1, [['名次']]],
  ['综合得分', 1, [['综合', '得分']]],
  ['上报率', 100, [['上报率']]],
] as const)('breaks the title %s in a column of share %i into %j', (title, width, [head]) => {
  const columns = [column(title, width), column('单位', 20)];
  const { heads } = tableLayout({ columns, rows: [['100.0', '发改委']] }, 442);
  expect(heads[0]).toEqual(head);
});

it('keeps the width of the table even where its numbers are wider than it', () => {
  const columns = [column('一', 1), column('二', 1)];
  const { widths, size } = tableLayout({ columns, rows: [['1234567890', '1']] }, 40);
  expect(size).toBe(7.5);
  expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(40, 6);
});
