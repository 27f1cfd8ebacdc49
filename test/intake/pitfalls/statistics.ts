import { expect } from 'vitest';
import type { DueRule, RecordTerm } from '../../../electron/contract/duties.ts';
import type { GridCell } from '../../../electron/contract/status.ts';
import { ratePrinted } from '../../../electron/contract/words.ts';
import { createCalendar } from '../../../electron/core/calendar.ts';
import { composeDraft } from '../../../electron/core/circular.ts';
import { dueMoment, isTimely, recordDueDay, recordTermSentence } from '../../../electron/core/due.ts';
import { expectationsOf } from '../../../electron/core/expectation.ts';
import { gridCells, type ReceivedSubmission } from '../../../electron/core/grid.ts';
import { ranksOf } from '../../../electron/core/ranking.ts';
import { computeRates, percent, type UnitTally } from '../../../electron/core/rates.ts';
import { termOn, termsIn } from '../../../electron/core/recordTerms.ts';
import { periodsHeld } from '../../../electron/core/schedule.ts';
import { sampleCell, sampleInput, sampleUnits } from '../../core/circularSample.ts';
import { dutyBook } from '../../core/dutyBook.ts';
import { cell, duty as monthlyDuty, seeded, settings, submission, unit, weeklyDuty } from '../../core/sampleDesk.ts';
import type { Pitfall } from './pitfall.ts';

const calendar = createCalendar();
const time = '18:00';
const asOf = '2022-07-05T09:00';

function rates(cells: readonly GridCell[], tallies: readonly UnitTally[] = []) {
  const units = Array.from({ length: 30 }, (_, n) => unit(`u${n + 1}`));
  return computeRates({
    period: '2022-Q2',
    asOf,
    cells,
    tallies,
    units,
    settings,
    recordTermText: recordTermSentence({ days: 7, unit: 'natural', shift: 'next' }),
    minDenominator: 1,
  });
}

const tally = (id: string, records: number, compliant: number): UnitTally => ({
  unit: id,
  records,
  compliant,
  updates: 0,
  clocked: records,
  timely: compliant,
});

const due = (rule: DueRule, period: string, shift: 'next' | 'none' = 'next') =>
  dueMoment(rule, period, shift, calendar);

/** The square of one unit when something came at a moment. */
function squareAt(receivedAt: string, sent: Partial<ReceivedSubmission> = {}) {
  const owed = { unit: 'u1', duty: 'd1', period: '2022-04', due: '2022-04-29T17:30', quota: null };
  return gridCells([owed], [submission({ receivedAt, ...sent })], asOf, () => null)[0];
}

export const STATISTICS: readonly Pitfall[] = [
  {
    number: 184,
    input: '每月30日 in February',
    expected: 'the last day of February, 28 or 29',
    check() {
      const rule: DueRule = { rule: 'day-of-month', day: 30, time };
      expect(due(rule, '2023-02', 'none')).toBe('2023-02-28T18:00');
      expect(due(rule, '2024-02', 'none')).toBe('2024-02-29T18:00');
    },
  },
  {
    number: 185,
    input: 'due dates on a Saturday, in the October holiday, on a make-up Saturday',
    expected: 'shifted to the next working day, or not, by the rule',
    check() {
      const on = (month: number, day: number): DueRule => ({ rule: 'fixed-date', month, day, time });
      expect(due(on(5, 30), '2026')).toBe('2026-06-01T18:00');
      expect(due(on(10, 5), '2026')).toBe('2026-10-08T18:00');
      expect(due(on(10, 10), '2026')).toBe('2026-10-10T18:00');
      expect(due(on(10, 5), '2026', 'none')).toBe('2026-10-05T18:00');
    },
  },
  {
    number: 186,
    input: 'a due date in a year whose holidays are not loaded',
    expected: 'refused, never assumed',
    check() {
      const rule: DueRule = { rule: 'day-of-month', day: 30, time };
      expect(() => due(rule, '2031-05')).toThrowError(expect.objectContaining({ code: 'year_unknown' }));
    },
  },
  {
    number: 187,
    input: 'received at 17:30:00, 17:30:01, 23:59:59 and 00:00:00 with the due time 17:30',
    expected: 'on time up to the due moment itself, late from the next second',
    check() {
      expect(squareAt('2022-04-29T17:30:00')?.status).toBe('reported');
      expect(squareAt('2022-04-29T17:30:01')?.status).toBe('late');
      expect(squareAt('2022-04-29T23:59:59')?.status).toBe('late');
      expect(squareAt('2022-04-29T00:00:00')?.status).toBe('reported');
      expect(squareAt('2022-04-30T00:00:00')?.status).toBe('late');
    },
  },
  {
    number: 188,
    input: '7 natural days and 7 working days after a decision',
    expected: 'counted from the day after the decision, rest days by the term',
    check() {
      const natural: RecordTerm = { days: 7, unit: 'natural', shift: 'none' };
      const working: RecordTerm = { days: 7, unit: 'working', shift: 'none' };
      expect(recordDueDay('2026-09-24', natural, calendar)).toBe('2026-10-01');
      expect(recordDueDay('2026-09-24', working, calendar)).toBe('2026-10-12');
      expect(isTimely('2026-09-24', '2026-10-12', working, calendar)).toBe(true);
      expect(isTimely('2026-09-24', '2026-10-13', working, calendar)).toBe(false);
    },
  },
  {
    number: 189,
    input: '截至上月最后一日, sent on the 5th of the next month',
    expected: 'the month before, due on the 5th of the month after it',
    check() {
      expect(due({ rule: 'day-of-next-month', day: 5, time }, '2022-08')).toBe('2022-09-05T18:00');
      expect(due({ rule: 'day-of-next-month', day: 5, time }, '2022-12', 'none')).toBe('2023-01-05T18:00');
    },
  },
  {
    number: 190,
    input: 'no rows, or a unit exempt from everything',
    expected: 'rate —, never NaN, 0 % or 100 %',
    check() {
      expect(percent(0, 0)).toBeNull();
      expect(ratePrinted(percent(0, 0))).toBe('—');
      const { total, units } = rates([cell({ status: 'exempt' })]);
      expect([total.reportRate, total.complianceRate, total.timelinessRate, units]).toEqual([null, null, null, []]);
    },
  },
  {
    number: 191,
    input: '1,999 of 2,000 and 99,999 of 100,000',
    expected: '99.95% and 99.99%, never rounded up to 100%',
    check() {
      expect(ratePrinted(percent(1999, 2000))).toBe('99.95%');
      expect(ratePrinted(percent(99_999, 100_000))).toBe('99.99%');
    },
  },
  {
    number: 192,
    input: 'thirty units with any numbers',
    expected: 'the units sum to the total',
    check() {
      const next = seeded(192);
      const ids = Array.from({ length: 30 }, (_, n) => `u${n + 1}`);
      const cells = ids.flatMap((id) =>
        [1, 2, 3].map((n) => cell({ unit: id, duty: `d${n}`, status: next() < 0.5 ? 'missing' : 'reported' })),
      );
      const { total, units } = rates(
        cells,
        ids.map((id) => tally(id, 10, Math.floor(next() * 11))),
      );
      for (const what of ['expected', 'met', 'records', 'compliant'] as const)
        expect(units.reduce((sum, one) => sum + one[what], 0)).toBe(total[what]);
    },
  },
  {
    number: 193,
    input: 'more met than expected',
    expected: 'no rate above 100 %',
    check() {
      expect(percent(7, 5)).toBe(100);
      const { total } = rates([cell({ status: 'reported', due: '2022-12-31T18:00' })], [tally('u1', 5, 5)]);
      expect([total.reportRate, total.complianceRate]).toEqual([100, 100]);
    },
  },
  {
    number: 194,
    input: 'a zero report',
    expected: 'counts in 上报率, not in the denominators of 合规率 and 及时率',
    check() {
      const square = squareAt('2022-04-29T09:00', { kind: 'zero', count: 0 });
      expect(square?.status).toBe('zero');
      const { total } = rates([cell({ status: 'zero' })]);
      expect([total.reportRate, total.complianceRate, total.timelinessRate]).toEqual([100, null, null]);
    },
  },
  {
    number: 195,
    input: 'equal scores; a unit with 1 row beside one with 1,000',
    expected: 'ties share a rank and the next is skipped; each by its own rate',
    check() {
      expect(ranksOf([98, 100, 98, 97, null])).toEqual([2, 1, 2, 4, null]);
      const { units } = rates(
        [cell({ unit: 'u1', status: 'reported' }), cell({ unit: 'u2', status: 'reported' })],
        [tally('u1', 1, 1), tally('u2', 1000, 999)],
      );
      expect(units.map((one) => [one.unit, one.complianceRate, one.rank])).toEqual([
        ['u1', 100, 1],
        ['u2', 99.9, 2],
      ]);
    },
  },
  {
    number: 196,
    input: 'a unit exempt in two months of a quarter',
    expected: 'measured by the month it owed',
    check() {
      const { units } = rates([
        cell({ period: '2022-04', status: 'exempt' }),
        cell({ period: '2022-05', status: 'exempt' }),
        cell({ period: '2022-06', status: 'reported' }),
      ]);
      expect(units[0]).toMatchObject({ expected: 1, met: 1, reportRate: 100 });
    },
  },
  {
    number: 197,
    input: 'a total over several units',
    expected: 'the rate of the sums, and the formula says so',
    check() {
      const { total, formula } = rates(
        [cell({ unit: 'u1', status: 'reported' }), cell({ unit: 'u2', status: 'reported' })],
        [tally('u1', 1, 0), tally('u2', 99, 99)],
      );
      expect(total.complianceRate).toBe(99);
      expect(formula).toContain('合计的各率按各单位数量之和计算');
    },
  },
  {
    number: 198,
    input: '同比、环比 when the last period is 0',
    expected: '上期为0, and no percentage',
    check() {
      const units = sampleUnits(1);
      const month = (records: number) =>
        sampleInput(units, [sampleCell('u0', 'd02', '2022-W17', 'reported', records)], {
          tallies: [tally('u0', records, records)],
        });
      const before = (records: number) => [
        { period: '2022-03', asOf: '2022-04-05T16:00', rates: month(records).rates, hasOthers: false },
      ];
      const said = (records: number) =>
        composeDraft({ ...month(8), comparisons: before(records) })
          .sections.flatMap(({ paragraphs }) => paragraphs)
          .find(({ key }) => key === 'overview/compare')?.text;
      expect(said(0)).toMatch(/收到信用信息增加8条（上期为0）。$/u);
      expect(said(0)).not.toMatch(/增长|Infinity|NaN/u);
      expect(said(4)).toMatch(/收到信用信息增加4条，增长100\.00%。$/u);
    },
  },
  {
    number: 199,
    input: 'a rule changed in the middle of the year',
    expected: 'each period uses the version in force',
    check() {
      const seven: RecordTerm = { days: 7, unit: 'natural', shift: 'next' };
      const working: RecordTerm = { days: 7, unit: 'working', shift: 'next' };
      const day30: DueRule = { rule: 'day-of-month', day: 30, time };
      const day20: DueRule = { rule: 'day-of-month', day: 20, time };
      const from = '2022-06-01';
      const changed = { from, reason: '', due: day20, recordTerm: working, quota: { count: 2, of: '篇' } };
      const one = monthlyDuty('d1', { due: day30, recordTerm: seven, revisions: [changed] });
      const { duties, ...book } = dutyBook([one], [unit('u1')]);
      const owed = expectationsOf({ ...book, duties, period: '2022-Q2', settings, calendar });
      // 30 April 2022 began a holiday.
      expect(owed.map((e) => [e.period, e.due, e.quota])).toEqual([
        ['2022-04', '2022-05-05T18:00', null],
        ['2022-05', '2022-05-30T18:00', null],
        ['2022-06', '2022-06-20T18:00', 2],
      ]);
      expect([termOn(one, '2022-05-31'), termOn(one, from)]).toEqual([seven, working]);
      expect([termsIn(one, '2022-05'), termsIn(one, '2022-06'), termsIn(one, '2022-Q2')]).toEqual([
        [seven],
        [working],
        [seven, working],
      ]);
    },
  },
  {
    number: 200,
    input: 'weekly periods summed to a month',
    expected: 'a week belongs to the month its due moment falls in (cli.md), so to exactly one',
    check() {
      const weeks = (month: string) => periodsHeld(weeklyDuty('d1'), month, settings, calendar);
      expect(weeks('2022-04')).toContain('2022-W17');
      const year = Array.from({ length: 12 }, (_, m) => weeks(`2022-${String(m + 1).padStart(2, '0')}`)).flat();
      expect(new Set(year).size).toBe(year.length);
      expect(year.length).toBe(52);
    },
  },
];
