import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exemption } from '../../electron/contract/assignments.ts';
import type { GridCell } from '../../electron/contract/status.ts';
import { createCalendar } from '../../electron/core/calendar.ts';
import { isOccasionRule, occasionsIn } from '../../electron/core/campaigns.ts';
import { type DutyBook, type Expectation, expectationsOf, withoutNumber } from '../../electron/core/expectation.ts';
import { gridCells, isMet, isOverdue, isOwed, type ReceivedSubmission } from '../../electron/core/grid.ts';
import { lastDay } from '../../electron/core/period.ts';
import { computeRates } from '../../electron/core/rates.ts';
import { dueRuleOf } from '../../electron/core/schedule.ts';
import { anyBook, anyDay, anySubmissions } from './anyBook.ts';
import { settings, submission } from './sampleDesk.ts';

// The office's word on who owes: exemptions, allotted numbers, campaign days, waivers; and what came though nobody owed it.
const calendar = createCalendar();
const RUNS = { numRuns: 250, seed: 20_221_109 };
const YEAR = '2022';
const owed = (book: DutyBook, period = YEAR) => expectationsOf({ ...book, period, settings, calendar });
const keyOf = ({ unit, duty, period }: Pick<Expectation, 'unit' | 'duty' | 'period'>) => `${unit} ${duty} ${period}`;
const anyUnitId = fc.constantFrom('u1', 'u2', 'u3', 'u4');
const anyMoment = anyDay.map((day) => `${day}T12:00`);
const cellsOf = (list: readonly Expectation[], sent: readonly ReceivedSubmission[], asOf: string) =>
  gridCells(list, sent, asOf, () => null);
const expectedIn = (cells: readonly GridCell[], asOf: string, book: DutyBook) =>
  computeRates({
    period: YEAR,
    asOf,
    cells,
    tallies: [],
    units: book.units,
    settings,
    recordTermText: '',
    minDenominator: 1,
  }).total;

describe('an exempted unit', () => {
  it('owes nothing that ends between the days, whatever it sent, and nobody else is touched', () => {
    let exempt = 0;
    const days = fc.tuple(anyDay, anyDay).map(([a, b]) => (a <= b ? [a, b] : [b, a]) as [string, string]);
    fc.assert(
      fc.property(anyBook, anyUnitId, days, anySubmissions, anyMoment, (book, unit, [from, to], sent, asOf) => {
        const letOff: Exemption = {
          ...{ id: 99, kind: 'exempt', unit, duty: null, from, to, period: null, until: null },
          ...{ reason: '洪灾', approver: '王主任', documentNo: '1号', by: '', at: '2022-01-01T09:00' },
        };
        const list = owed({ ...book, exemptions: [...book.exemptions, letOff] });
        const isCovered = (one: Pick<Expectation, 'unit' | 'period'>) =>
          one.unit === unit && lastDay(one.period) >= from && lastDay(one.period) <= to;
        expect(list.filter((one) => !isCovered(one))).toEqual(owed(book).filter((one) => !isCovered(one)));
        const cells = cellsOf(list, sent, asOf).filter((cell) => cell.assigned && isCovered(cell));
        expect(cells.filter((cell) => cell.status !== 'exempt' || isOwed(cell) || isOverdue(cell, asOf))).toEqual([]);
        exempt += cells.length;
      }),
      RUNS,
    );
    expect(exempt).toBeGreaterThan(500);
  });
});

describe('an allotted number', () => {
  it('changes what its own unit owes in its own period, and nothing else', () => {
    let given = 0;
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 0, max: 3 }), fc.nat(), (book, count, pick) => {
        const before = owed(book);
        const square = before[pick % Math.max(before.length, 1)];
        if (square === undefined) return;
        const others = book.allotments.filter((one) => keyOf(one) !== keyOf(square));
        const { unit, duty, period } = square;
        const after = owed({ ...book, allotments: [...others, { duty, unit, period, count }] });
        const isOther = (one: Expectation) => keyOf(one) !== keyOf(square);
        expect(after.filter(isOther)).toEqual(before.filter(isOther));
        const now = after.find((one) => !isOther(one));
        if (count === 0) expect(now).toBeUndefined();
        else expect(now).toMatchObject({ quota: count, due: square.due });
        expect(now ?? {}).not.toHaveProperty('unallotted');
        given += 1;
      }),
      RUNS,
    );
    expect(given).toBeGreaterThan(150);
  });

  it('is missing exactly of those who owe a number nobody gave them; any piece meets what they owe', () => {
    let missing = 0;
    fc.assert(
      fc.property(anyBook, (book) => {
        const list = owed(book);
        for (const [key, own] of Map.groupBy(list, ({ duty, period }) => `${duty} ${period}`)) {
          const [id, period = ''] = key.split(' ');
          const duty = book.duties.find((one) => one.id === id);
          if (duty === undefined) throw new Error(key);
          const without = own.filter((one) => one.unallotted && !one.exempt).map(({ unit }) => unit);
          expect(withoutNumber(duty, period, book)).toEqual(without);
          missing += without.length;
        }
        const open = list.filter((one) => one.unallotted);
        expect(open.filter(({ quota }) => quota !== null)).toEqual([]);
        const piece = open.slice(0, 1).map(({ unit, duty, period }) => submission({ unit, duty, period, count: 1 }));
        const [cell] = cellsOf(open.slice(0, 1), piece, '2025-01-01T09:00');
        if (cell && cell.status !== 'exempt') expect([isMet(cell), cell.unallotted]).toEqual([true, true]);
      }),
      RUNS,
    );
    expect(missing).toBeGreaterThan(500);
  });
});

describe('a campaign or chosen day', () => {
  it('is what a month without rhythm is owed for, whatever the kind of the duty', () => {
    let months = 0;
    fc.assert(
      fc.property(anyBook, (book) => {
        const loose = book.duties.filter(({ cadence }) => cadence === 'irregular' || cadence === 'once');
        const list = owed({ ...book, duties: loose });
        for (const { duty: id, period } of list) {
          const duty = loose.find((one) => one.id === id);
          const rule = duty === undefined ? null : dueRuleOf(duty, period, settings, calendar);
          expect(rule !== null && isOccasionRule(rule)).toBe(true);
          months += 1;
        }
        for (const kind of ['scheduled', 'event', 'ledger'] as const)
          expect(owed({ ...book, duties: loose.map((duty) => ({ ...duty, kind })) })).toEqual(list);
      }),
      RUNS,
    );
    expect(months).toBeGreaterThan(100);
  });

  it('makes its month owed by every unit of its groups that exists then, and no other month', () => {
    let held = 0;
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (book, month, day) => {
        const due = {
          rule: 'campaign',
          campaigns: [{ title: '', month, day, length: 1 }],
          days: 7,
          time: '18:00',
        } as const;
        const duties = book.duties.map((duty) => {
          return { ...duty, kind: 'event', cadence: 'irregular', due, from: null, to: null, revisions: [] } as const;
        });
        const monthly = duties.map((duty) => ({ ...duty, cadence: 'monthly', due: null, kind: 'scheduled' }) as const);
        const period = `2022-${String(month).padStart(2, '0')}`;
        const squares = owed({ ...book, duties, allotments: [] }).map(keyOf);
        expect(squares).toEqual(owed({ ...book, duties: monthly, allotments: [] }, period).map(keyOf));
        expect(occasionsIn(due, period)).toHaveLength(1);
        held += squares.length;
      }),
      RUNS,
    );
    expect(held).toBeGreaterThan(200);
  });
});

describe('a waiver', () => {
  it('frees its square at any moment, whenever it was written down, and no other', () => {
    let waived = 0;
    fc.assert(
      fc.property(anyBook, anySubmissions, anyMoment, anyMoment, fc.nat(), (book, sent, at, asOf, pick) => {
        const list = owed(book);
        const square = list[pick % Math.max(list.length, 1)];
        if (square === undefined) return;
        const { unit, duty, period } = square;
        const before = cellsOf(list, sent, asOf);
        const waiver = submission({ unit, duty, period, kind: 'waived', receivedAt: at, count: 0 });
        const after = cellsOf(list, [...sent, waiver], asOf);
        const isOther = (cell: GridCell) => keyOf(cell) !== keyOf(square);
        expect(after.filter(isOther)).toEqual(before.filter(isOther));
        expect(after.filter((cell) => !isOther(cell))).toMatchObject([{ status: 'exempt', assigned: true }]);
        const [was, is] = [expectedIn(before, asOf, book), expectedIn(after, asOf, book)];
        expect(was.expected - is.expected === 0 || was.expected - is.expected === 1).toBe(true);
        waived += 1;
      }),
      RUNS,
    );
    expect(waived).toBeGreaterThan(150);
  });
});

describe('what came', () => {
  it('is seen in one square each, owed or not, and what nobody owed counts in no rate', () => {
    let loose = 0;
    fc.assert(
      fc.property(anyBook, anySubmissions, anyMoment, (book, sent, asOf) => {
        const list = owed(book);
        const cells = cellsOf(list, sent, asOf);
        expect(new Set(cells.map(keyOf)).size).toBe(cells.length);
        const seen = sent.filter(({ kind, receivedAt }) => kind !== 'waived' && receivedAt <= asOf);
        const total = (counts: readonly { readonly count: number }[]) =>
          counts.reduce((sum, { count }) => sum + count, 0);
        expect(total(cells)).toBe(total(seen));
        const nobody = cells.filter((cell) => !cell.assigned);
        expect(nobody.filter((cell) => isOwed(cell) || isOverdue(cell, asOf) || cell.late)).toEqual([]);
        const alone = cells.filter((cell) => cell.assigned);
        expect(expectedIn(cells, asOf, book)).toEqual(expectedIn(alone, asOf, book));
        loose += nobody.length;
      }),
      RUNS,
    );
    expect(loose).toBeGreaterThan(500);
  });

  it('is never met without a moment, nor partial without one', () => {
    fc.assert(
      fc.property(anyBook, anySubmissions, anyMoment, (book, sent, asOf) => {
        const cells = cellsOf(owed(book), sent, asOf).filter((cell) => isMet(cell) || cell.status === 'partial');
        expect(cells.filter(({ receivedAt }) => receivedAt === null || receivedAt > asOf)).toEqual([]);
      }),
      RUNS,
    );
  });
});
