import type { Allotment, Assignment, Exemption } from '../contract/assignments.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { Unit, UnitGroup } from '../contract/units.ts';
import type { WorkCalendar } from './calendar.ts';
import { dutyAt } from './dutyHistory.ts';
import { turningDays, unitsAt } from './dutyUnits.ts';
import { firstDay, lastDay } from './period.ts';
import type { ProfileDuty } from './profile.ts';
import { dueOf, periodsHeld, scheduleKind } from './schedule.ts';

/** Something owed (应报): a unit's duty for a period. Derived from the directories, never stored. */
export interface Expectation {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly due: Moment;
  readonly quota: number | null;
  /** Whether a zero report fulfils it; absent: only where there is no quota. */
  readonly zeroFulfils?: boolean;
  /** The office let the unit off (免报): a square, but nothing owed. */
  readonly exempt?: true;
  /** The office allots the numbers and gave this unit none yet (未分配). */
  readonly unallotted?: true;
}

/** All that decides who owes what when, with its history; every list holds what is in force, oldest first. */
export interface DutyBook {
  readonly duties: readonly ProfileDuty[];
  readonly units: readonly Unit[];
  readonly groups: readonly UnitGroup[];
  readonly assignments: readonly Assignment[];
  readonly exemptions: readonly Exemption[];
  readonly allotments: readonly Allotment[];
}

export interface ExpectationInput extends DutyBook {
  readonly period: Period;
  readonly settings: OfficeSettings;
  readonly calendar: WorkCalendar;
  /** Only these are asked for; the rest is not worked out. */
  readonly only?: { readonly unit?: string | undefined; readonly duty?: string | undefined };
}

/**
 * All that is owed in a period, by unit order, duty id and period: duties with a schedule (★, and ◇ or ○ that name their days), of units
 * active in the period.
 * Groups, assignments, quota and rules are those of the period's last day, so that a later change never touches an earlier period.
 */
export function expectationsOf(input: ExpectationInput): Expectation[] {
  const { only = {} } = input;
  const scheduled = input.duties
    .filter((duty) => (only.duty ?? duty.id) === duty.id && scheduleKind(duty) !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const schedules = new Map<string, readonly Dated[]>();
  const terms = scheduled.map((duty) => termsOf(duty, input, schedules));
  const special = specialTerms(input);
  const units = input.units
    .filter((unit) => (only.unit ?? unit.id) === unit.id)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return units.flatMap((unit) =>
    terms.flatMap((duty) =>
      duty.flatMap((term) => (term.units.has(unit.id) && isActiveIn(unit, term) ? special(unit.id, term) : [])),
    ),
  );
}

/** Whether a unit exists on any day of a period; only then it owes. */
export function isActive(unit: Pick<Unit, 'activeFrom' | 'activeTo'>, period: Period): boolean {
  return isActiveIn(unit, { first: firstDay(period), last: lastDay(period) });
}

/** By when a unit is to report, its extension (延期) counted; null where the duty has no due rule then. */
export function dueFor(
  square: { readonly unit: string; readonly duty: string; readonly period: Period },
  input: Pick<ExpectationInput, 'duties' | 'exemptions' | 'settings' | 'calendar'>,
): Moment | null {
  const duty = input.duties.find(({ id }) => id === square.duty);
  const due = duty ? dueOf(duty, square.period, input.settings, input.calendar) : null;
  const own = input.exemptions.filter((one) => one.unit === square.unit && concerns(one, square.duty));
  return due && extendedDue(due, square.period, own);
}

/**
 * The units that owe a duty in a period but were allotted no number yet (未分配), in unit order; none of a duty whose numbers are not
 * allotted, nor let off (免报). Asks no calendar: numbers are allotted before anything is due.
 */
export function withoutNumber(duty: ProfileDuty, period: Period, book: DutyBook): string[] {
  const last = lastDay(period);
  const { quota } = dutyAt(duty, last);
  if (quota === null || quota.count !== null || scheduleKind(duty) === null) return [];
  const owing = new Set(unitsAt(duty, last, book));
  for (const one of book.allotments) if (one.duty === duty.id && one.period === period) owing.delete(one.unit);
  for (const one of book.exemptions)
    if (one.kind === 'exempt' && concerns(one, duty.id) && covers(one, last)) owing.delete(one.unit);
  return book.units
    .filter((unit) => owing.has(unit.id) && isActive(unit, period))
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

/** A period with its days and due moment. */
interface Dated {
  readonly period: Period;
  readonly first: Day;
  readonly last: Day;
  readonly due: Moment;
}

/** A duty in one period, the same for all units. */
interface Term extends Dated {
  readonly duty: string;
  readonly units: ReadonlySet<string>;
  readonly quota: number | null;
  /** The office allots the numbers: who has none yet owes, but nobody knows how many. */
  readonly isAllotted: boolean;
  readonly takesZero: boolean;
}

function termsOf(duty: ProfileDuty, input: ExpectationInput, schedules: Map<string, readonly Dated[]>): Term[] {
  const turns = turningDays(duty, input);
  const spans = new Map<number, Pick<Term, 'units' | 'quota' | 'isAllotted' | 'takesZero'>>();
  const spanOf = (day: Day) => {
    const span = turns.filter((turn) => turn <= day).length;
    const known = spans.get(span);
    if (known) return known;
    const { quota, zeroReport } = dutyAt(duty, day);
    const made = {
      units: new Set(unitsAt(duty, day, input)),
      quota: quota?.count ?? null,
      isAllotted: quota !== null && quota.count === null,
      takesZero: zeroReport === 'statement',
    };
    spans.set(span, made);
    return made;
  };
  const key = scheduleKey(duty);
  const dated = schedules.get(key) ?? datesOf(duty, input);
  schedules.set(key, dated);
  return dated.map((date) => ({ ...date, duty: duty.id, ...spanOf(date.last) }));
}

function datesOf(duty: ProfileDuty, { period: container, settings, calendar }: ExpectationInput): Dated[] {
  return periodsHeld(duty, container, settings, calendar).flatMap((period) => {
    const due = dueOf(duty, period, settings, calendar);
    return due === null ? [] : [{ period, first: firstDay(period), last: lastDay(period), due }];
  });
}

/** One text for duties with the same schedule (`Scheduled`): most have one of a few, and working it out is the dear part. */
function scheduleKey({ kind, cadence, due, from, to, revisions = [] }: ProfileDuty): string {
  // A revision that says nothing of the due rule (undefined) is not one that gives it back to the office (null): JSON takes both for null.
  const changes = revisions.map((one) => [one.from, one.due === undefined ? '' : one.due, one.cadence]);
  return JSON.stringify([kind, cadence, due, from, to, changes]);
}

/** Makes the expectations of a unit: its allotted number, exemption and extension counted; none where it was allotted 0. */
function specialTerms({ allotments, exemptions }: ExpectationInput): (unit: string, term: Term) => Expectation[] {
  const allotted = new Map<string, Map<string, number>>();
  for (const { duty, period, unit, count } of allotments) {
    const key = `${duty}\n${period}`;
    const counts = allotted.get(key) ?? new Map<string, number>();
    allotted.set(key, counts.set(unit, count));
  }
  const byUnit = Map.groupBy(exemptions, ({ unit }) => unit);
  return (unit, { duty, period, last, due, quota: standing, isAllotted, takesZero }) => {
    const counts = allotted.get(`${duty}\n${period}`);
    const own = counts?.get(unit);
    const quota = own ?? standing;
    // An allotted 0 says that the unit is to do nothing; no number says nothing yet, whatever the others have.
    if (quota === 0) return [];
    const plain = { unit, duty, period, due, quota, zeroFulfils: takesZero || quota === null };
    const base = isAllotted && own === undefined ? { ...plain, unallotted: true as const } : plain;
    const exceptions = byUnit.get(unit)?.filter((one) => concerns(one, duty));
    if (!exceptions || exceptions.length === 0) return [base];
    const isExempt = exceptions.some((one) => one.kind === 'exempt' && covers(one, last));
    return [{ ...base, due: extendedDue(due, period, exceptions), ...(isExempt ? { exempt: true } : {}) }];
  };
}

function isActiveIn(
  { activeFrom, activeTo }: Pick<Unit, 'activeFrom' | 'activeTo'>,
  { first, last }: Pick<Term, 'first' | 'last'>,
): boolean {
  return (activeFrom === null || activeFrom <= last) && (activeTo === null || activeTo >= first);
}

function concerns(exemption: Exemption, duty: string): boolean {
  return exemption.duty === null || exemption.duty === duty;
}

/** An exemption holds for every period that ends between its days. */
function covers({ from, to }: Exemption, last: Day): boolean {
  return (from === null || from <= last) && (to === null || last <= to);
}

/** The newest extension decides; one that lies before the due moment extends nothing. */
function extendedDue(due: Moment, period: Period, exemptions: readonly Exemption[]): Moment {
  const newest = exemptions.findLast((one) => one.kind === 'extended' && one.period === period && one.until !== null);
  return newest?.until && newest.until > due ? newest.until : due;
}
