import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../electron/core/calendar.ts';
import { type DutyBook, type Expectation, expectationsOf, isActive } from '../../electron/core/expectation.ts';
import { gridCells, isMet, isOverdue, isOwed } from '../../electron/core/grid.ts';
import { dayOf, firstDay, lastDay, periodKind, periodsOf } from '../../electron/core/period.ts';
import { computeRates, type UnitTally } from '../../electron/core/rates.ts';
import { anyAssignment, anyBook, anyDay, anyPeriod, anyRevision, anySubmissions } from './anyBook.ts';
import { settings } from './sampleDesk.ts';

const calendar = createCalendar();
const RUNS = { numRuns: 250, seed: 20_221_106 };
const owed = (book: DutyBook, period: string, only = {}) =>
  expectationsOf({ ...book, period, settings, calendar, only });
const keyOf = ({ unit, duty, period }: Pick<Expectation, 'unit' | 'duty' | 'period'>) => `${unit} ${duty} ${period}`;

describe('what is owed, whatever the duties, units and the word of the office', () => {
  const always = (property: (list: readonly Expectation[], book: DutyBook) => void) =>
    fc.assert(
      fc.property(anyBook, anyPeriod, (book, period) => {
        property(owed(book, period), book);
      }),
      RUNS,
    );

  it('is owed once per unit, duty and period', () => {
    always((list) => expect(new Set(list.map(keyOf)).size).toBe(list.length));
  });

  it('is never owed by a unit that does not exist in the period', () => {
    always((list, { units }) => {
      const idle = list.filter(({ unit, period }) => !isActive(units.find(({ id }) => id === unit) ?? never(), period));
      expect(idle).toEqual([]);
    });
  });

  it('is never due before its period begins', () => {
    always((list) => expect(list.filter(({ due, period }) => dayOf(due) < firstDay(period))).toEqual([]));
  });

  it('is never owed outside the days of its duty, nor of an event without days of its own', () => {
    always((list, { duties }) => {
      const outside = list.filter(({ duty: id, period }) => {
        const duty = duties.find((one) => one.id === id) ?? never();
        const begin = duty.from ?? settings.effectiveFrom;
        const dated = [duty, ...(duty.revisions ?? [])].some(({ due }) => due != null);
        const isLoose = duty.kind !== 'scheduled' && !dated;
        return isLoose || lastDay(period) < begin || (duty.to != null && firstDay(period) > duty.to);
      });
      expect(outside).toEqual([]);
    });
  });

  it('is of a year what it is of its months, for weeks and months', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const small = owed(book, '2022').filter(({ period }) => ['week', 'month'].includes(periodKind(period)));
        const monthly = periodsOf('month', '2022').flatMap((month) => owed(book, month));
        expect(monthly.map(textOf).sort()).toEqual(small.map(textOf).sort());
      }),
      RUNS,
    );
  });

  it('is for one unit or duty what it is of all', () => {
    fc.assert(
      fc.property(anyBook, anyPeriod, (book, period) => {
        const all = owed(book, period);
        expect(owed(book, period, { unit: 'u2' })).toEqual(all.filter(({ unit }) => unit === 'u2'));
        expect(owed(book, period, { duty: 'd1' })).toEqual(all.filter(({ duty }) => duty === 'd1'));
      }),
      RUNS,
    );
  });

  it("is of two duties what it is of each, where one's change names the office's own due rule and the other's none", () => {
    fc.assert(
      fc.property(anyBook, anyPeriod, (book, period) => {
        const [first = never()] = book.duties;
        const named = (first.revisions ?? []).map((one) => ({ ...one, due: one.due ?? null }));
        const twins = { ...book, duties: [first, { ...first, id: 'd2', revisions: named }] };
        const all = owed(twins, period);
        expect(owed(twins, period, { duty: 'd2' })).toEqual(all.filter(({ duty }) => duty === 'd2'));
      }),
      RUNS,
    );
  });

  it('does not hang on the order in which duties, units and groups are stored', () => {
    fc.assert(
      fc.property(anyBook, anyPeriod, (book, period) => {
        const { duties, units, groups, allotments } = book;
        const turned = {
          ...book,
          duties: duties.toReversed(),
          units: units.toReversed(),
          groups: groups.toReversed(),
          allotments: allotments.toReversed(),
        };
        expect(owed(turned, period)).toEqual(owed(book, period));
      }),
      RUNS,
    );
  });
});

describe('a change from a day on', () => {
  it('never touches a period that ended before', () => {
    let compared = 0;
    const change = anyDay.chain((day) =>
      fc.record({
        day: fc.constant(day),
        revision: anyRevision('monthly', fc.constant(day)),
        assignment: anyAssignment(fc.constant(day)),
      }),
    );
    fc.assert(
      fc.property(anyBook, change, (book, { day, revision, assignment }) => {
        const untouched = <T extends { readonly from: string }>(list: readonly T[] = []) =>
          list.filter(({ from }) => from < day);
        const earlier = {
          ...book,
          duties: book.duties.map((duty) => ({ ...duty, revisions: untouched(duty.revisions) })),
          groups: book.groups.map((group) => ({ ...group, revisions: untouched(group.revisions) })),
        };
        const later = {
          ...book,
          duties: earlier.duties.map((duty) => ({ ...duty, revisions: [...duty.revisions, revision] })),
          groups: earlier.groups.map((group) => ({
            ...group,
            revisions: [...group.revisions, { from: day, units: ['u1', 'u4'], reason: '' }],
          })),
          assignments: [...book.assignments, assignment],
        };
        const past = (list: readonly Expectation[]) => list.filter(({ period }) => lastDay(period) < day);
        const was = past(owed(earlier, '2022'));
        compared += was.length;
        expect(past(owed(later, '2022'))).toEqual(was);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('never makes a period due before the change itself', () => {
    fc.assert(
      fc.property(anyBook, anyDay, fc.integer({ min: 1, max: 31 }), (book, day, n) => {
        const revision = {
          from: day,
          reason: '',
          due: { rule: 'day-of-month', day: n, time: '18:00', shift: 'next' },
        } as const;
        const monthly = book.duties.map((duty) => ({ ...duty, cadence: 'monthly' as const, revisions: [] }));
        const changed = monthly.map((duty) => ({ ...duty, revisions: [revision] }));
        const was = new Map(owed({ ...book, duties: monthly }, '2022').map((one) => [keyOf(one), one.due]));
        const wrong = owed({ ...book, duties: changed }, '2022').filter(
          (one) => dayOf(one.due) < day && was.get(keyOf(one)) !== one.due,
        );
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('rates of any year', () => {
  const tally: fc.Arbitrary<UnitTally> = fc
    .record({
      unit: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u9'),
      records: fc.nat(50),
      bad: fc.nat(50),
      updates: fc.nat(9),
      clocked: fc.nat(50),
      late: fc.nat(50),
    })
    .map(({ bad, late, records, clocked, ...rest }) => ({
      ...rest,
      records,
      compliant: Math.max(records - bad, 0),
      clocked,
      timely: Math.max(clocked - late, 0),
    }));
  const tallies = fc.uniqueArray(tally, { selector: ({ unit }) => unit });

  it('never pass 100 %, sum up to the total, and leave exempt squares out', () => {
    let squares = 0;
    let exempt = 0;
    fc.assert(
      fc.property(anyBook, anyPeriod, anySubmissions, tallies, anyDay, (book, period, sent, counts, day) => {
        const asOf = `${day}T12:00`;
        const cells = gridCells(owed(book, period), sent, asOf, (_duty, of) => `${lastDay(of)}T18:00`);
        squares += cells.length;
        exempt += cells.filter(({ status }) => status === 'exempt').length;
        const { total, units } = computeRates({
          period,
          asOf,
          cells,
          tallies: counts,
          units: book.units,
          settings,
          recordTermText: '',
          minDenominator: 1,
        });
        for (const { reportRate, complianceRate, timelinessRate, score } of [total, ...units])
          for (const rate of [reportRate, complianceRate, timelinessRate, score])
            if (rate !== null) expect(rate >= 0 && rate <= 100).toBe(true);
        for (const field of ['expected', 'met', 'late', 'records', 'compliant', 'updates', 'clocked'] as const)
          expect(units.reduce((sum, unit) => sum + unit[field], 0)).toBe(total[field]);
        const counted = cells.filter((cell) => isOwed(cell) && (isMet(cell) || isOverdue(cell, asOf)));
        expect(counted.some(({ status, assigned }) => status === 'exempt' || !assigned)).toBe(false);
        expect(total.expected).toBe(counted.length);
        expect(total.met).toBeLessThanOrEqual(total.expected);
      }),
      RUNS,
    );
    expect(squares).toBeGreaterThan(1000);
    expect(exempt).toBeGreaterThan(10);
  });
});

function never(): never {
  throw new Error('an expectation of an unknown unit or duty');
}

const textOf = (value: object): string => JSON.stringify(value);
