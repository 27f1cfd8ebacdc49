import { describe, expect, it } from 'vitest';
import type { Finding } from '../../electron/contract/findings.ts';
import { confirmationOf, findingsAlike } from '../../renderer/features/imports/confirmations.ts';

const finding = (given: Partial<Finding>): Finding => ({
  row: 5,
  cell: 'N5',
  column: '处罚机关',
  field: 'CF_CFJG',
  rule: 'unit_mismatch',
  severity: 'verify',
  value: '市管局',
  message: '',
  ...given,
});

describe('letting findings pass together', () => {
  const first = finding({});

  it.each([
    ['the same of another row', { row: 6, cell: 'N6' }, true],
    ['the finding itself', {}, false],
    ['other content', { row: 6, cell: 'N6', value: '公安局' }, false],
    ['another column', { row: 6, cell: 'O6', field: 'CF_SJLY' }, false],
    ['another rule', { row: 6, cell: 'N6', rule: 'special_chars' }, false],
    ['one that has passed', { row: 6, cell: 'N6', reason: '属实' }, false],
    ['one about the whole file', { row: null, cell: null }, false],
  ] as const)('%s: %j is alike: %s', (_what, given, alike) => {
    expect(findingsAlike([first, finding(given)], first)).toHaveLength(alike ? 1 : 0);
  });

  it('names row, cell, rule and reason, and leaves a file alone', () => {
    expect([first, finding({ row: null })].flatMap(confirmationOf('属实'))).toEqual([
      { row: 5, cell: 'N5', rule: 'unit_mismatch', reason: '属实' },
    ]);
  });
});
