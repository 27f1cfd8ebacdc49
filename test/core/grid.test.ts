import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../electron/core/expectation.ts';
import { gridCells, isMet, isOverdue, isOwed, type ReceivedSubmission } from '../../electron/core/grid.ts';
import { submission } from './sampleDesk.ts';

const due = '2022-04-29T18:00';
const before = '2022-04-29T17:59';
const after = '2022-04-29T18:01';
const later = '2022-05-05T09:00';

function expected(changes: Partial<Expectation> = {}): Expectation {
  return { unit: 'u1', duty: 'd1', period: '2022-04', due, quota: null, ...changes };
}

function cellAt(asOf: string, submissions: readonly Partial<ReceivedSubmission>[], changes: Partial<Expectation> = {}) {
  return gridCells([expected(changes)], submissions.map(submission), asOf, () => null)[0];
}

describe('the status of a square', () => {
  it.each<[string, string, Partial<ReceivedSubmission>[], object]>([
    ['on time', later, [{ receivedAt: before }], { status: 'reported', late: false, receivedAt: before, count: 3 }],
    ['on the dot', later, [{ receivedAt: due }], { status: 'reported', late: false }],
    ['on the dot with seconds', later, [{ receivedAt: `${due}:00` }], { status: 'reported', late: false }],
    ['a second after', later, [{ receivedAt: `${due}:01` }], { status: 'late', late: true }],
    ['a minute after', later, [{ receivedAt: after }], { status: 'late', late: true, receivedAt: after }],
    ['nothing, due passed', after, [], { status: 'missing', late: false, receivedAt: null, count: 0 }],
    ['nothing, at the due moment', due, [], { status: 'pending' }],
    ['nothing, before', before, [], { status: 'pending' }],
    [
      'zero report',
      later,
      [{ kind: 'zero', count: 0, receivedAt: before }],
      { status: 'zero', late: false, receivedAt: before },
    ],
    ['late zero report', later, [{ kind: 'zero', count: 0, receivedAt: after }], { status: 'zero', late: true }],
    ['exempt', later, [{ kind: 'waived', count: 0, receivedAt: before }], { status: 'exempt', receivedAt: null }],
    ['exempt though it sent', later, [{ kind: 'waived', count: 0 }, {}], { status: 'exempt', count: 3 }],
    ['paper', later, [{ kind: 'paper', count: 1 }], { status: 'reported', count: 1 }],
    ['a file without records', later, [{ count: 0 }], { status: 'reported', count: 0 }],
    [
      'a correction after the due moment',
      later,
      [{ receivedAt: after }, { receivedAt: before }],
      { status: 'reported', late: false, receivedAt: before, count: 6 },
    ],
    [
      'a zero report, then data that refute it and are late',
      later,
      [{ kind: 'zero', count: 0, receivedAt: before }, { receivedAt: after }],
      { status: 'late', late: true, receivedAt: after, contradicted: true },
    ],
    ['what came after asOf', after, [{ receivedAt: later }], { status: 'missing', receivedAt: null, count: 0 }],
    ['a waiver, whenever it was written down', after, [{ kind: 'waived', receivedAt: later }], { status: 'exempt' }],
  ])('%s', (_, asOf, submissions, cell) => {
    expect(cellAt(asOf, submissions)).toMatchObject(cell);
  });
});

describe('quotas', () => {
  it.each<[string, string, Partial<ReceivedSubmission>[], object]>([
    [
      'not reached, before the due moment: the newest receipt shows',
      before,
      [
        { count: 1, receivedAt: '2022-04-20T09:00' },
        { count: 1, receivedAt: '2022-04-12T09:00' },
      ],
      { quota: 3, status: 'partial', count: 2, late: false, receivedAt: '2022-04-20T09:00' },
    ],
    [
      'not reached, after it: late is what fulfils, not what is on the way',
      later,
      [
        { count: 1, receivedAt: after },
        { count: 0, receivedAt: later },
      ],
      { quota: 3, status: 'partial', count: 1, late: false, receivedAt: after },
    ],
    [
      'reached by several',
      later,
      [
        { count: 1, receivedAt: '2022-04-20T09:00' },
        { count: 1, kind: 'paper', receivedAt: before },
        { count: 4, receivedAt: later },
      ],
      { status: 'reported', count: 6, late: false, receivedAt: before },
    ],
    [
      'reached too late',
      later,
      [
        { count: 1, receivedAt: before },
        { count: 1, receivedAt: after },
      ],
      { status: 'late', late: true, count: 2, receivedAt: after },
    ],
    ['a file without records is nothing', later, [{ count: 0 }], { status: 'missing', count: 0, receivedAt: null }],
    ['a zero report where a number is owed', later, [{ kind: 'zero', count: 0 }], { status: 'missing' }],
  ])('%s', (_, asOf, submissions, cell) => {
    const quota = 'quota' in cell ? Number(cell.quota) : 2;
    expect(cellAt(asOf, submissions, { quota })).toMatchObject({ quota, ...cell });
  });

  it('a zero report fulfils a quota whose duty takes one', () => {
    expect(cellAt(later, [{ kind: 'zero', count: 0 }], { quota: 2, zeroFulfils: true })).toMatchObject({
      status: 'zero',
    });
  });
});

describe('submissions nobody expected', () => {
  it('have a cell of their own, not assigned, late by the due moment asked for', () => {
    const cells = gridCells(
      [expected()],
      [submission(), submission({ unit: 'u2', receivedAt: later })],
      later,
      () => due,
    );
    expect(cells.map((c) => [c.unit, c.duty, c.assigned, c.status])).toEqual([
      ['u1', 'd1', true, 'reported'],
      ['u2', 'd1', false, 'late'],
    ]);
  });

  it.each<[string, Partial<ReceivedSubmission>[], object]>([
    ['a file', [{}], { status: 'reported', count: 3, receivedAt: '2022-04-29T16:00' }],
    ['a paper', [{ kind: 'paper', count: 1 }], { status: 'reported', count: 1 }],
    ['a 情况说明', [{ kind: 'zero', count: 0 }], { status: 'zero', count: 0 }],
    ['what went back', [{ returned: true }], { status: 'returned' }],
    ['a waiver', [{ kind: 'waived', count: 0 }], { status: 'exempt', receivedAt: null }],
  ])('of a duty without schedule are seen, never owed nor late: %s', (_, sent, cell) => {
    const cells = gridCells([], sent.map(submission), later, () => null);
    expect(cells).toMatchObject([{ due: null, assigned: false, late: false, quota: null, ...cell }]);
    expect(cells.filter((one) => isOwed(one) || isOverdue(one, later))).toEqual([]);
  });

  it('stand among the cells of their unit, in the order of duty and period', () => {
    const cells = gridCells(
      [
        expected({ unit: 'u7', duty: 'd1' }),
        expected({ unit: 'u7', duty: 'd3' }),
        expected({ unit: 'u2', duty: 'd1' }),
      ],
      [
        submission({ unit: 'u7', duty: 'd2', period: '2022-05' }),
        submission({ unit: 'u7', duty: 'd2' }),
        submission({ unit: 'u0' }),
      ],
      later,
      () => due,
    );
    expect(cells.map((c) => `${c.unit} ${c.duty} ${c.period}`)).toEqual([
      'u7 d1 2022-04',
      'u7 d2 2022-04',
      'u7 d2 2022-05',
      'u7 d3 2022-04',
      'u2 d1 2022-04',
      'u0 d1 2022-04',
    ]);
  });
});

describe('what was sent back', () => {
  // That something of it is still open, its giver knows.
  const back = { returned: true };
  it.each<[string, Partial<ReceivedSubmission>[], object]>([
    [
      'stays received at its first receipt',
      [{ ...back, receivedAt: before }],
      { status: 'returned', receivedAt: before, late: false, returnedCounts: true },
    ],
    ['late', [{ ...back, receivedAt: after }], { status: 'returned', late: true, returnedCounts: true }],
    [
      'and came again with errors left',
      [{ ...back, receivedAt: before }, { receivedAt: after }],
      { status: 'returned', late: false, receivedAt: before },
    ],
    [
      'and came again with all of them mended',
      [{ receivedAt: before }, { receivedAt: after }],
      { status: 'reported', late: false, receivedAt: before },
    ],
    [
      'after a better one came',
      [{ receivedAt: before }, { ...back, receivedAt: after }],
      { status: 'returned', receivedAt: before },
    ],
    [
      'one of two tables of one file',
      [{ ...back, receivedAt: before }, { receivedAt: before }],
      { status: 'returned', count: 6 },
    ],
    [
      'and handed in on paper beside it',
      [
        { ...back, receivedAt: before },
        { kind: 'paper', receivedAt: after },
      ],
      { status: 'returned' },
    ],
    ['and exempted', [{ ...back }, { kind: 'waived', count: 0 }], { status: 'exempt' }],
  ])('%s', (_, submissions, cell) => {
    const found = cellAt(later, submissions);
    expect(found).toMatchObject(cell);
    if (found?.status !== 'returned') expect(found).not.toHaveProperty('returnedCounts');
  });

  it('counts as met by its first receipt, unless the office counts otherwise or the quota is not reached', () => {
    const met = (quota: number | null, counts: boolean) =>
      gridCells([expected({ quota })], [submission({ ...back, receivedAt: before })], later, () => null, counts).map(
        (cell) => [cell.status, isMet(cell), isOverdue(cell, later)],
      );
    expect(met(null, true)).toEqual([['returned', true, false]]);
    expect(met(null, false)).toEqual([['returned', false, true]]);
    expect(met(9, true)).toEqual([['returned', false, true]]);
  });
});
