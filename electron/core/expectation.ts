import type { DueRule, Duty } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import type { WorkCalendar } from './calendar.ts';
import { dueMoment, plainDueDay } from './due.ts';
import {
  addDays,
  cadenceKind,
  dayOf,
  firstDay,
  lastDay,
  nextPeriod,
  periodKind,
  periodOf,
  periodsOf,
} from './period.ts';

/** Something owed (应报): a unit's duty for a period. Derived from the directories, never stored. */
export interface Expectation {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly due: Moment;
  readonly quota: number | null;
  /** Whether a zero report fulfils it; absent: only where there is no quota. */
  readonly zeroFulfils?: boolean;
}

export interface ExpectationInput {
  readonly period: Period;
  readonly duties: readonly Duty[];
  readonly units: readonly Unit[];
  readonly settings: OfficeSettings;
  readonly calendar: WorkCalendar;
}

/**
 * All that is owed in a period, by unit order, duty id and period: scheduled duties with a due rule, of units active in the period,
 * from the day the duties take effect (cli.md, Small print).
 */
export function expectationsOf(input: ExpectationInput): Expectation[] {
  const dated = input.duties.filter((duty) => duty.kind === 'scheduled').sort((a, b) => (a.id < b.id ? -1 : 1));
  const owed = dated.map((duty) => ({ duty, units: new Set(duty.units), due: dueMoments(duty, input) }));
  const units = [...input.units].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return units.flatMap((unit) =>
    owed
      .filter((entry) => entry.units.has(unit.id))
      .flatMap(({ duty, due }) =>
        due
          .filter(([period]) => isActive(unit, period))
          .map(([period, moment]) => ({
            unit: unit.id,
            duty: duty.id,
            period,
            due: moment,
            quota: duty.quota?.count ?? null,
            zeroFulfils: duty.zeroReport === 'statement' || (duty.quota?.count ?? null) === null,
          })),
      ),
  );
}

/**
 * The periods of a duty that a container holds (cli.md, Periods): a week only itself, larger ones the periods they contain, weeks by
 * the day on which they are due after rest days have moved it. None for a duty without a schedule or before it takes effect.
 */
export function periodsHeld(
  duty: Pick<Duty, 'cadence' | 'due'>,
  container: Period,
  settings: OfficeSettings,
  calendar: WorkCalendar,
): Period[] {
  const kind = cadenceKind(duty.cadence);
  if (kind === null || duty.due === null) return [];
  const periods =
    kind === 'week' && periodKind(container) !== 'week'
      ? weeksDueIn(container, duty.due, settings, calendar)
      : periodsOf(kind, container);
  return periods.filter((period) => lastDay(period) >= settings.effectiveFrom);
}

/** Whether a unit exists on any day of a period; only then it owes. */
export function isActive(unit: Pick<Unit, 'activeFrom' | 'activeTo'>, period: Period): boolean {
  const begun = unit.activeFrom === null || unit.activeFrom <= lastDay(period);
  return begun && (unit.activeTo === null || unit.activeTo >= firstDay(period));
}

function dueMoments(duty: Duty, input: ExpectationInput): [Period, Moment][] {
  const { due } = duty;
  if (due === null) return [];
  return periodsHeld(duty, input.period, input.settings, input.calendar).map((period) => [
    period,
    dueMoment(due, period, input.settings.shift, input.calendar),
  ]);
}

/** Rest days move a due day by less than this (the longest run, Spring Festival 2020, was ten days). */
const REACH = 14;

function weeksDueIn(container: Period, rule: DueRule, settings: OfficeSettings, calendar: WorkCalendar): Period[] {
  const from = firstDay(container);
  const to = lastDay(container);
  const shift = rule.shift ?? settings.shift;
  const weeks: Period[] = [];
  for (
    let week = periodOf('week', addDays(from, -REACH));
    firstDay(week) <= addDays(to, REACH);
    week = nextPeriod(week)
  ) {
    const plain = plainDueDay(rule, week, calendar);
    // What a shift can only move further away needs no calendar: December must not refuse for a Friday in an unknown January.
    if (lastDay(week) < settings.effectiveFrom) continue;
    if ((shift !== 'previous' && plain > to) || (shift !== 'next' && plain < from)) continue;
    const due = dayOf(dueMoment(rule, week, shift, calendar));
    if (due >= from && due <= to) weeks.push(week);
  }
  return weeks;
}
