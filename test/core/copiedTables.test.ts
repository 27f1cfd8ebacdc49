import { expect, it } from 'vitest';
import { analyse, sheetOf, tableSheet } from './sheetOf.ts';

const sheet = (name: string, ...numbers: readonly number[]) =>
  tableSheet(
    'penalty-legal',
    numbers.map((n) => ({
      CF_WSH: `西市监罚〔2022〕${n}号`,
      CF_SY: `事实${n}`,
      CF_XDR_MC: `西峡县第${n}商贸有限公司`,
    })),
    { name },
  );

/** Findings about each table as a whole. */
const told = (...sheets: Parameters<typeof analyse>[0]) =>
  analyse(sheets).map((one) =>
    one.kind === 'table'
      ? one.otherFindings.filter((f) => f.row === null).map((f) => `${f.rule} ${f.severity}`)
      : one.kind,
  );
const COPY = ['duplicate_row notice'];

it.each<[string, Parameters<typeof analyse>[0], unknown]>([
  ['a copy of a sheet', [sheet('Sheet1', 1, 2), sheet('Sheet1 (2)', 1, 2)], [[], COPY]],
  ['some of its rows', [sheet('Sheet1', 1, 2, 3), sheet('摘要', 3, 1)], [[], COPY]],
  ['two copies', [sheet('一', 1), sheet('二', 1), sheet('三', 1)], [[], COPY, COPY]],
  ['one row more', [sheet('一', 1, 2), sheet('二', 1, 2, 3)], [[], []]],
  ['other rows', [sheet('一', 1), sheet('二', 2)], [[], []]],
  ['no rows at all', [sheet('一', 1), sheet('二')], [[], []]],
  ['another template', [sheet('一', 1), tableSheet('permit-legal', [{}], { name: '二' })], [[], []]],
  ['an empty sheet', [sheet('一', 1), sheetOf([], { name: '二' })], [[], 'empty']],
])('tells of %s or does not', (_, sheets, expected) => {
  expect(told(...sheets)).toEqual(expected);
});

it('names both sheets', () => {
  const [, copy] = analyse([sheet('Sheet1', 1, 2), sheet('Sheet1 (2)', 1, 2)]);
  const message = copy?.kind === 'table' ? copy.otherFindings.find((f) => f.row === null)?.message : '';
  expect(message).toContain('“Sheet1 (2)”的 2 行都与“Sheet1”的相同');
});
