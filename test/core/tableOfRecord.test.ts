import { expect, it } from 'vitest';
import { tableOfRecord } from '../../electron/core/tableOfRecord.ts';

type Table = Parameters<typeof tableOfRecord>[0][number];
type Place = Parameters<typeof tableOfRecord>[1];

const table = (part: string, headerRow: number, column: string, period = '2022-W17'): Table =>
  ({
    ...{ sheet: '汇总', template: 'penalty-legal', unit: { id: 'xx-gaj', name: '公安局', evidence: '' } },
    ...{ part, headerRow, period, columns: [{ column, header: '日期', field: 'CF_JDRQ' }] },
  }) as unknown as Table; // what is not looked at is left out
const record = (row: number, cell: string | null = null, period = '2022-W17'): Place =>
  ({
    ...{ sheet: '汇总', template: 'penalty-legal', unit: 'xx-gaj', period, row },
    findings: cell === null ? [] : [{ field: 'CF_JDRQ', cell }],
  }) as unknown as Place; // the same

const stacked = [table('', 3, 'J'), table('A12:H30', 12, 'K')];
const beside = [table('A1:H30', 2, 'C'), table('J1:R30', 2, 'L')];

it.each<[string, readonly Table[], Place, string | undefined]>([
  ['the upper one of two', stacked, record(8), ''],
  ['the lower one of two', stacked, record(13), 'A12:H30'],
  ['the one around the row where the nearer header is that of another week', stacked, record(31), ''],
  ['the right one of two side by side, by the cell found wrong', beside, record(5, 'L5'), 'J1:R30'],
  ['none where nothing tells them apart', beside, record(5), undefined],
  ['the one of its period', [table('', 3, 'J', '2022-W16'), table('A1:Z9', 3, 'K')], record(5), 'A1:Z9'],
  ['the rows of its unit', [table('A1:H30@xx-gaj', 2, 'C')], record(5), 'A1:H30@xx-gaj'],
  ['none of another sheet', [{ ...table('', 3, 'J'), sheet: 'Sheet1' }], record(5), undefined],
])('a record was read from %s', (_, tables, place, part) => {
  expect(tableOfRecord(tables, place)?.part).toBe(part);
});
