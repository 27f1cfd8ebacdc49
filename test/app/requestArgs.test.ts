import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestName } from '../../electron/contract.ts';
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
  ['a value of another kind', { skip: 'yes' }, ['第 2 条选择 skip：', '应为 true 或 false', 'yes']],
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

it.each<[RequestName, object, string]>([
  ['numbers.enter', { year: 2022, seq: 0, subject: '文' }, '号：不能小于 1'],
  ['numbers.enter', { year: 2022, subject: '文' }, '号：没有填写'],
  ['circulars.compose', { period: '2022-04', no: 0 }, '号：不能小于 1'],
  ['circulars.compose', { period: '2022-04', kind: 'weekly' }, '种类：应为 monthly、'],
  [
    'submissions.register',
    { unit: 'a', duty: 'b', period: '2022-04', kind: 'paper', count: 1.5 },
    '数量：应为整数，写的是“1.5”',
  ],
  ['reminders.saveSettings', { settings: { soonDays: 0 } }, 'settings.redAfterDays：没有填写'],
  ['profiles.init', { profile: 'blank', names: { county: '西峡' } }, '县：应以县、市、区或旗结尾'],
  [
    'units.rename',
    { unit: 'xx-gaj', name: '\u000b', officialName: '西峡县公安局', on: '2022-05-01', reason: '文' },
    '名称：不能空着',
  ],
  ['chases.add', { draft: { items: [], how: 'phone', whom: '', answer: '', promised: null } }, '事项：不能空着'],
  ['papers.get', { id: 1, ide: 2 }, '不认识 “ide”，可用的有 id'],
])('%s with %j is refused in the office’s words: %s', async (name, args, words) => {
  const { code, message } = await desk.refusal(name, args);
  expect([code, message]).toEqual(['usage', expect.stringContaining(words)]);
  expect(message).not.toMatch(/expected|invalid|期望|[a-z]+\.[a-zA-Z]+ /u);
});
