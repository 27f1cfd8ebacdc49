import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf } from '../../renderer/features/imports/entries.ts';
import {
  containerOf,
  type ListRow,
  listRows,
  nextQuestion,
  ownName,
  steppedKey,
} from '../../renderer/features/imports/entryGroups.ts';
import { file, table } from './importPlan.ts';

const asking = () =>
  table({ status: 'question', question: { code: 'unit_unknown', message: '', candidates: [] }, unit: null });
const mail = { sender: '张三 <a@b.cn>', subject: '报送', sentAt: null };
const ENTRIES = entriesOf({
  batch: null,
  planHash: 'h',
  files: [
    file({ name: '一.xlsx', tables: [table()] }),
    file({ name: '周报.zip › 二.xlsx', tables: [table()] }),
    file({ name: '三.xlsx', status: 'question', tables: [asking()] }),
    file({ name: '周报.zip › 四.xlsx', tables: [table()] }),
    file({ name: '来信.eml › 五.zip › 六.xlsx', status: 'question', mail, tables: [asking()] }),
    file({ name: '七.rar', status: 'rejected' }),
  ],
});

/** `有疑问 2`, `【周报.zip 2】`, `-二.xlsx` below it. */
function told(row: ListRow): string {
  switch (row.kind) {
    case 'head':
      return `${row.status} ${row.count}`;
    case 'container':
      return `【${row.name} ${row.count}】${row.mail?.sender ?? ''}`;
    case 'entry':
      return `${row.inside ? '-' : ''}${ownName(row.entry.file.name)}`;
  }
}

const keyOf = (name: string): string => ENTRIES.find((entry: Entry) => entry.file.name.endsWith(name))?.key ?? '';

describe('the grouped import list', () => {
  it('puts questions first, and what came in one archive or mail below its name', () => {
    expect(listRows(ENTRIES, new Set()).map(told)).toEqual([
      'question 2',
      '三.xlsx',
      '【来信.eml › 五.zip 1】张三 <a@b.cn>',
      '-六.xlsx',
      'ready 3',
      '一.xlsx',
      '【周报.zip 2】',
      '-二.xlsx',
      '-四.xlsx',
      'rejected 1',
      '七.rar',
    ]);
  });

  it('keeps the head of a closed state with its count', () => {
    expect(listRows(ENTRIES, new Set(['ready', 'question'])).map(told)).toEqual([
      'question 2',
      'ready 3',
      'rejected 1',
      '七.rar',
    ]);
  });

  it.each([
    ['三.xlsx', 1, '六.xlsx'],
    ['六.xlsx', 1, '一.xlsx'],
    ['一.xlsx', -1, '六.xlsx'],
    ['七.rar', 1, '七.rar'],
    ['三.xlsx', Number.POSITIVE_INFINITY, '七.rar'],
    ['七.rar', Number.NEGATIVE_INFINITY, '三.xlsx'],
  ])('goes from %s by %i to %s, over heads', (from, steps, to) => {
    expect(steppedKey(listRows(ENTRIES, new Set()), keyOf(from), steps)).toBe(keyOf(to));
  });

  it('goes to the first line when the chosen one is not in view', () => {
    expect(steppedKey(listRows(ENTRIES, new Set(['question'])), keyOf('三.xlsx'), 1)).toBe(keyOf('一.xlsx'));
    expect(steppedKey([], undefined, 1)).toBeNull();
  });
});

describe('the next question', () => {
  it.each([
    ['三.xlsx', [], '六.xlsx'],
    ['六.xlsx', [], '三.xlsx'],
    ['一.xlsx', [], '三.xlsx'],
    ['六.xlsx', ['三.xlsx'], null],
  ] as const)('after %s with %j being settled is %s', (from, settling, next) => {
    const keys = settling.map(keyOf);
    expect(nextQuestion(ENTRIES, keyOf(from), keys)).toBe(next === null ? null : keyOf(next));
  });
});

describe('names', () => {
  it.each([
    ['双公示.xlsx', null, '双公示.xlsx'],
    ['文件夹/双公示.xlsx', null, '双公示.xlsx'],
    ['周报.zip › 市监局/双公示.xls', '周报.zip', '双公示.xls'],
    ['a.eml › b.zip › c.xlsx', 'a.eml › b.zip', 'c.xlsx'],
  ])('of %s: container %j, own name %s', (name, container, own) => {
    expect(containerOf(name)).toBe(container);
    expect(ownName(name)).toBe(own);
  });
});
