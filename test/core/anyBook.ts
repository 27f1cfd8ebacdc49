import fc from 'fast-check';
import type { Allotment, Assignment, Exemption } from '../../electron/contract/assignments.ts';
import type { Cadence, DueRule, DutyRevision } from '../../electron/contract/duties.ts';
import type { Day, Period } from '../../electron/contract/time.ts';
import type { Unit, UnitGroup } from '../../electron/contract/units.ts';
import type { DutyBook } from '../../electron/core/expectation.ts';
import type { ReceivedSubmission } from '../../electron/core/grid.ts';
import { addDays } from '../../electron/core/period.ts';
import type { ProfileDuty } from '../../electron/core/profile.ts';
import { fitsCadence } from '../../electron/core/schedule.ts';
import { duty, submission, unit } from './sampleDesk.ts';

const UNITS = ['u1', 'u2', 'u3', 'u4'];
const DUTIES = ['d1', 'd2', 'd3'];
const GROUPS = ['g1', 'g2'];
const PERIODS = ['2022-W05', '2022-W17', '2022-W39', '2022-02', '2022-04', '2022-09', '2022-Q2', '2022-H1', '2022'];

/** Any day of 2021 to 2023. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 1094 }).map((n) => addDays('2021-01-01', n));
export const anyPeriod: fc.Arbitrary<Period> = fc.constantFrom(
  '2022',
  '2022',
  '2022-H1',
  '2022-Q2',
  '2022-04',
  '2022-W17',
);
const openDay = fc.option(anyDay, { nil: null, freq: 2 });
const someUnits = fc.subarray(UNITS);
const shift = { shift: fc.constantFrom('none', 'next', 'previous') } as const;
const time = fc.constantFrom('09:00', '18:00', '23:59');
const dayNumber = fc.integer({ min: 1, max: 31 });
const clock = { time, ...shift };

const anyDue: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({ rule: fc.constant('weekday' as const), weekday: fc.integer({ min: 1, max: 7 }), ...clock }),
  fc.record({ rule: fc.constantFrom('day-of-month' as const, 'day-of-next-month' as const), day: dayNumber, ...clock }),
  fc.record({ rule: fc.constant('period-end' as const), ...clock }),
  fc.record({
    rule: fc.constant('fixed-date' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: dayNumber,
    ...clock,
  }),
  fc.record({
    rule: fc.constant('days-after-period' as const),
    days: fc.integer({ min: 1, max: 15 }),
    unit: fc.constantFrom('natural' as const, 'working' as const),
    ...clock,
  }),
);
const anyOccasions: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({
    rule: fc.constant('campaign' as const),
    campaigns: fc.array(
      fc.record({
        title: fc.constantFrom('3·15', '质量月', '信用宣传周'),
        month: fc.integer({ min: 1, max: 12 }),
        day: dayNumber,
        length: fc.integer({ min: 1, max: 30 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    days: fc.integer({ min: 0, max: 10 }),
    ...clock,
  }),
  fc.record({ rule: fc.constant('dates' as const), dates: fc.array(anyDay, { minLength: 1, maxLength: 4 }), ...clock }),
);
const RHYTHMS: readonly Cadence[] = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'];
const dueFor = (cadence: Cadence): fc.Arbitrary<DueRule | null> =>
  RHYTHMS.includes(cadence)
    ? fc.option(
        anyDue.filter((due) => fitsCadence(due, cadence)),
        { nil: null, freq: 4 },
      )
    : anyOccasions.filter((due) => fitsCadence(due, cadence));

/** A change of a duty from a day on. */
export const anyRevision = (cadence: Cadence, from: fc.Arbitrary<Day>): fc.Arbitrary<DutyRevision> =>
  fc.record(
    {
      from,
      reason: fc.constant('通知'),
      due: dueFor(cadence),
      groups: fc.subarray(GROUPS),
      quota: fc.constantFrom(null, { count: 2, of: '篇' }, { count: null, of: '份' }),
    },
    { requiredKeys: ['from', 'reason'] },
  );

const anyDuty = (id: string): fc.Arbitrary<ProfileDuty> =>
  fc.constantFrom<Cadence>(...RHYTHMS, 'weekly', 'monthly', 'irregular', 'once').chain((cadence) =>
    fc
      .record({
        kind: fc.constantFrom('scheduled', 'scheduled', 'scheduled', 'event'),
        due: dueFor(cadence),
        groups: fc.subarray(GROUPS, { minLength: 1 }),
        quota: fc.constantFrom(null, null, { count: 2, of: '篇' }, { count: null, of: '份' }),
        zeroReport: fc.constantFrom('statement', 'none'),
        from: openDay,
        to: openDay,
        revisions: fc.array(anyRevision(cadence, anyDay), { maxLength: 2 }).map(byDay),
      } as const)
      .map((changes) => {
        const { units: _units, dueText: _text, ...whole } = duty(id, { ...changes, cadence });
        return whole;
      }),
  );

const anyUnit = (id: string): fc.Arbitrary<Unit> =>
  fc.record({ activeFrom: openDay, activeTo: openDay }).map((days) => unit(id, days));

const anyGroup = (id: string): fc.Arbitrary<UnitGroup> =>
  fc
    .record({
      units: someUnits,
      revisions: fc
        .array(fc.record({ from: anyDay, units: someUnits, reason: fc.constant('') }), { maxLength: 2 })
        .map(byDay),
    })
    .map((changes) => ({ id, title: id, source: '', open: false, note: '', ...changes }));

const approved = { reason: '', approver: '', documentNo: '', by: '', at: '2022-01-01T09:00' };
export const anyAssignment = (from: fc.Arbitrary<Day | null>): fc.Arbitrary<Assignment> =>
  fc
    .record({
      unit: fc.constantFrom(...UNITS),
      duty: fc.constantFrom(...DUTIES),
      role: fc.constantFrom('responsible', 'lead', 'none'),
      from,
      to: openDay,
    } as const)
    .map((one) => ({ id: 0, ...approved, ...one }));

const anyExemption: fc.Arbitrary<Exemption> = fc
  .record({
    kind: fc.constantFrom('exempt', 'extended'),
    unit: fc.constantFrom(...UNITS),
    duty: fc.constantFrom(null, ...DUTIES),
    from: openDay,
    to: openDay,
    period: fc.constantFrom(null, ...PERIODS),
    until: anyDay.map((day) => `${day}T18:00`),
  } as const)
  .map((one) => ({ id: 0, ...approved, ...one }));

const anyAllotment: fc.Arbitrary<Allotment> = fc.record({
  duty: fc.constantFrom(...DUTIES),
  period: fc.constantFrom(...PERIODS),
  unit: fc.constantFrom(...UNITS),
  count: fc.integer({ min: 0, max: 3 }),
});

/** Duties, units, groups and the office's own word on them, with history, as odd as they may be. */
export const anyBook: fc.Arbitrary<DutyBook> = fc.record({
  duties: fc.tuple(...DUTIES.map(anyDuty)),
  units: fc.tuple(...UNITS.map(anyUnit)),
  groups: fc.tuple(...GROUPS.map(anyGroup)),
  assignments: fc.array(anyAssignment(openDay), { maxLength: 4 }).map(numbered),
  exemptions: fc.array(anyExemption, { maxLength: 4 }).map(numbered),
  allotments: fc.uniqueArray(anyAllotment, {
    maxLength: 6,
    selector: ({ duty: of, period, unit: by }) => `${of} ${period} ${by}`,
  }),
});

/** What came in: for any square, whether owed or not. */
export const anySubmissions: fc.Arbitrary<ReceivedSubmission[]> = fc.array(
  fc
    .record({
      unit: fc.constantFrom(...UNITS),
      duty: fc.constantFrom(...DUTIES),
      period: fc.constantFrom(...PERIODS),
      kind: fc.constantFrom('file', 'zero', 'paper', 'waived'),
      receivedAt: anyDay.map((day) => `${day}T10:00`),
      count: fc.integer({ min: 0, max: 4 }),
      returned: fc.boolean(),
    } as const)
    .map(submission),
  { maxLength: 12 },
);

function byDay<T extends { readonly from: Day }>(list: readonly T[]): T[] {
  const days = new Set<Day>();
  return [...list].sort((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => !days.has(from) && days.add(from));
}

function numbered<T extends { readonly id: number }>(list: readonly T[]): T[] {
  return list.map((one, id) => ({ ...one, id }));
}
