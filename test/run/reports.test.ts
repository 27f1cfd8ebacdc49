import { describe, expect, it } from 'vitest';
import { countsOfPlaywright, countsOfVitest } from './reports.ts';

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const broken = { status: 'failed', assertionResults: [] };

describe('countsOfVitest', () => {
  it.each([
    ['all pass', 3, 0, [passed], true, { passed: 3, failed: 0, skipped: 1 }],
    ['some fail', 2, 1, [passed, failed], false, { passed: 2, failed: 1, skipped: 1 }],
    ['a file does not load', 2, 0, [passed, broken], false, { passed: 2, failed: 1, skipped: 1 }],
    ['an error outside of tests', 2, 0, [passed], false, { passed: 2, failed: 1, skipped: 1 }],
  ] as const)('%s', (_what, good, bad, testResults, endedWell, expected) => {
    const report = { numPassedTests: good, numFailedTests: bad, numPendingTests: 1, numTodoTests: 0, testResults };
    expect(countsOfVitest(report, endedWell)).toMatchObject(expected);
  });

  it('takes a run without a report for a failure', () => {
    expect(countsOfVitest(null, true)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('countsOfPlaywright', () => {
  it.each([
    ['all pass', { expected: 4, unexpected: 0, flaky: 1, skipped: 2 }, [], true, { passed: 5, failed: 0, skipped: 2 }],
    [
      'one fails',
      { expected: 4, unexpected: 1, flaky: 0, skipped: 0 },
      [],
      false,
      { passed: 4, failed: 1, skipped: 0 },
    ],
    [
      'a file does not load',
      { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      [{}],
      false,
      { passed: 0, failed: 1 },
    ],
    ['no test was found', { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, [], false, { passed: 0, failed: 1 }],
  ] as const)('%s', (_what, stats, errors, endedWell, expected) => {
    expect(countsOfPlaywright({ stats, errors }, endedWell)).toMatchObject(expected);
  });
});
