import type { DutyChange, DutyPeriod } from '../contract/duties.ts';
import type { Moment, Period } from '../contract/time.ts';
import { isOccasionRule, occasionsIn } from './campaigns.ts';
import { plainDueDay } from './due.ts';
import { type ExpectationInput, expectationsOf } from './expectation.ts';
import type { ProfileDuty } from './profile.ts';
import { dueOf, dueRuleOf, periodsHeld } from './schedule.ts';

export type DutyYearInput = Omit<ExpectationInput, 'period' | 'duties' | 'only'> & { readonly year: number };

/**
 * The periods of a duty in a year by their beginning, with plain and moved due day, the number each unit owes (null: none, or not the same
 * for all) and how many units owe it. None for a duty that is not scheduled.
 */
export function dutyPeriods(duty: ProfileDuty, input: DutyYearInput): DutyPeriod[] {
  return [...owedPeriods(duty, input).values()].map(({ units, ...period }) => ({ ...period, units: units.size }));
}

/** What becomes of a duty's year when the duty changes: periods that are new, gone, due at another moment or owed by others, in order. */
export function dutyChanges(before: ProfileDuty, after: ProfileDuty, input: DutyYearInput): DutyChange[] {
  const was = owedPeriods(before, input);
  const is = owedPeriods(after, input);
  const periods = [...new Set([...was.keys(), ...is.keys()])].sort();
  return periods.flatMap((period): DutyChange[] => {
    const old = was.get(period);
    const now = is.get(period);
    if (old?.due === now?.due && old?.units.symmetricDifference(now?.units ?? new Set()).size === 0) return [];
    return [
      {
        period,
        before: old?.due ?? null,
        after: now?.due ?? null,
        unitsBefore: old?.units.size ?? 0,
        unitsAfter: now?.units.size ?? 0,
      },
    ];
  });
}

interface OwedPeriod extends Omit<DutyPeriod, 'units'> {
  readonly units: ReadonlySet<string>;
}

function owedPeriods(duty: ProfileDuty, { year, ...input }: DutyYearInput): ReadonlyMap<Period, OwedPeriod> {
  if (duty.kind !== 'scheduled') return new Map();
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
    const quotas = new Set(squares.map(({ quota }) => quota));
    const [quota = null] = quotas;
    return [
      [
        period,
        {
          period,
          plain: plainDueDay(rule, period, calendar),
          due,
          quota: quotas.size === 1 ? quota : null,
          units: new Set(squares.map(({ unit }) => unit)),
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
