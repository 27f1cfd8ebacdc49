import type { DutyChange, DutyPeriod } from '../contract/duties.ts';
import type { Moment, Period } from '../contract/time.ts';
import { isOccasionRule, occasionsIn } from './campaigns.ts';
import { plainDueDay } from './due.ts';
import { dutyAt } from './dutyHistory.ts';
import { type ExpectationInput, expectationsOf } from './expectation.ts';
import { firstDay, lastDay } from './period.ts';
import type { ProfileDuty } from './profile.ts';
import { dueOf, dueRuleOf, periodsHeld } from './schedule.ts';

export type DutyYearInput = Omit<ExpectationInput, 'period' | 'duties' | 'only'> & { readonly year: number };

/**
 * The periods of a duty in a year by their beginning, with plain and moved due day, the number each unit owes (null: none, or not the same
 * for all) and how many units owe it. None for a duty without schedule.
 */
export function dutyPeriods(duty: ProfileDuty, input: DutyYearInput): DutyPeriod[] {
  return [...owedPeriods(duty, input).values()].map(({ owed, takesZero: _zero, ...period }) => ({
    ...period,
    quota: commonQuota(owed),
    units: owed.size,
  }));
}

/**
 * What becomes of a duty's year when the duty changes: periods that are new, gone, due at another moment, owed by others, in another number
 * or no longer settled by a zero report, by their beginning.
 */
export function dutyChanges(before: ProfileDuty, after: ProfileDuty, input: DutyYearInput): DutyChange[] {
  const was = owedPeriods(before, input);
  const is = owedPeriods(after, input);
  const periods = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  return periods.flatMap((period): DutyChange[] => {
    const old = was.get(period) ?? NOT_OWED;
    const now = is.get(period) ?? NOT_OWED;
    if (old.due === now.due && old.takesZero === now.takesZero && isSame(old.owed, now.owed)) return [];
    return [
      {
        period,
        before: old.due,
        after: now.due,
        unitsBefore: old.owed.size,
        unitsAfter: now.owed.size,
        quotaBefore: commonQuota(old.owed),
        quotaAfter: commonQuota(now.owed),
        zeroBefore: old.takesZero,
        zeroAfter: now.takesZero,
      },
    ];
  });
}

/** Unit → the number it owes; null: no number. */
type Owed = ReadonlyMap<string, number | null>;

interface OwedPeriod extends Omit<DutyPeriod, 'units' | 'quota'> {
  readonly owed: Owed;
  readonly takesZero: boolean;
}

const NOT_OWED: Pick<OwedPeriod, 'owed' | 'takesZero'> & { readonly due: null } = {
  due: null,
  owed: new Map(),
  takesZero: false,
};

/** The number all units owe; null: none, or not the same for all. */
function commonQuota(owed: Owed): number | null {
  const [first = null, ...others] = new Set(owed.values());
  return others.length === 0 ? first : null;
}

function isSame(a: Owed, b: Owed): boolean {
  return a.size === b.size && [...a].every(([unit, quota]) => b.has(unit) && b.get(unit) === quota);
}

function owedPeriods(duty: ProfileDuty, { year, ...input }: DutyYearInput): ReadonlyMap<Period, OwedPeriod> {
  const { settings, calendar } = input;
  const whole = { ...input, duties: [duty], period: String(year) };
  const owed = Map.groupBy(
    expectationsOf(whole).filter((one) => !one.exempt),
    ({ period }) => period,
  );
  const periods = periodsHeld(duty, whole.period, settings, calendar).flatMap((period): [Period, OwedPeriod][] => {
    const rule = dueRuleOf(duty, period, settings, calendar);
    const due: Moment | null = dueOf(duty, period, settings, calendar);
    if (rule === null || due === null) return [];
    const squares = owed.get(period) ?? [];
    return [
      [
        period,
        {
          period,
          plain: plainDueDay(rule, period, calendar),
          due,
          owed: new Map(squares.map(({ unit, quota }) => [unit, quota])),
          takesZero: dutyAt(duty, lastDay(period)).zeroReport === 'statement',
          title: isOccasionRule(rule) ? occasionsIn(rule, period).map(titleOf).join('、') : '',
        },
      ],
    ];
  });
  return new Map(periods);
}

/** A campaign's name; a chosen day as `4月8日`. */
function titleOf({ title, first }: { readonly title: string; readonly first: string }): string {
  return title === '' ? `${Number(first.slice(5, 7))}月${Number(first.slice(8, 10))}日` : title;
}
