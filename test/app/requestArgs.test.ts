import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { penalties } from './workbooks.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it.each([
  ['a mistyped key', { perod: '2022-04' }, ['第 2 条选择：', '不认识 “perod”', 'file、sheet、part', 'period']],
  [
    'a key of a cell',
    { cells: [{ cell: 'K6', vlaue: '1', value: '1', reason: '核实' }] },
    ['第 2 条选择 cells.0：', '不认识 “vlaue”', 'cell、value、reason'],
  ],
  [
    'a key of a confirmation',
    { confirmations: [{ row: 6, cell: 'K6', rule: 'enum', reason: '核实', colum: 'K' }] },
    ['第 2 条选择 confirmations.0：', '不认识 “colum”', 'row、cell、rule、reason'],
  ],
  ['a value of another kind', { skip: 'yes' }, ['第 2 条选择 skip：', '无效']],
])('an answer with %s is refused in a sentence that tells which and what may stand there', async (_, answer, words) => {
  const file = await desk.mail('市监局.xlsx', penalties([1]));
  const sources = [{ path: file, name: '市监局.xlsx' }];
  const overrides = [
    { file: '市监局.xlsx', unit: 'xx-scjgj' },
    { file: '市监局.xlsx', ...answer },
  ];
  const { code, message } = await desk.refusal('imports.commit', { sources, overrides });
  expect(code).toBe('usage');
  for (const word of words) expect(message).toContain(word);
});
