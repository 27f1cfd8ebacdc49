import type { Cadence, DueRule, DutyRevision } from '../contract/duties.ts';
import type { OfficeSettings } from '../contract/profiles.ts';
import type { Day, Moment, Period, PeriodKind } from '../contract/time.ts';
import type { WorkCalendar } from './calendar.ts';
import { isOccasionRule, occasionsIn } from './campaigns.ts';
import { defaultDueRule, dueMoment, plainDueDay } from './due.ts';
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
import type { ProfileDuty } from './profile.ts';
import { rhythmIn, rhythmsOf } from './rhythms.ts';

/** What of a duty decides its periods and due moments. A duty without `kind` has its due rules as given. */
export type Scheduled = Pick<ProfileDuty, 'cadence' | 'due'> &
  Partial<Pick<ProfileDuty, 'kind' | 'from' | 'to' | 'revisions'>>;

/**
 * The periods of a duty that a container holds (cli.md, Periods): a week only itself, larger ones the periods they contain, weeks by
 * the day on which they are due after rest days have moved it; of campaigns and chosen days the months that hold one. None for a duty
 * without a schedule, before it takes effect or after its end; a period cut by either is held.
 */
export function periodsHeld(
  duty: Scheduled,
  container: Period,
  settings: OfficeSettings,
  calendar: WorkCalendar,
): Period[] {
  const rhythms = rhythmsOf(duty);
  if (rhythms.length > 1)
    return rhythms
      .flatMap((one) => periodsHeld(one.duty, container, settings, calendar).filter(one.holds))
      .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const kind = scheduleKind(duty);
  if (kind === null) return [];
  const isOwed = (period: Period): boolean =>
    isInForce(duty, period, settings) &&
    (duty.to == null || firstDay(period) <= duty.to) &&
    holdsOccasion(duty, period, settings);
  if (kind === 'week' && periodKind(container) !== 'week')
    return weeksDueIn(container, duty, settings, calendar, isOwed);
  return periodsOf(kind, container).filter(isOwed);
}

/**
 * The due rule of a period: the one in force on its last day, or the one before where a change would have made the period due before the
 * change itself. Null: none.
 */
export function dueRuleOf(
  given: Scheduled,
  period: Period,
  settings: OfficeSettings,
  calendar: WorkCalendar,
): DueRule | null {
  const duty = rhythmIn(given, period);
  const end = lastDay(period);
  const begin = firstDay(period);
  const changes = (duty.revisions ?? []).filter(setsDue).filter(({ from }) => from <= end);
  for (const { from, due } of changes.reverse()) {
    const rule = ruleOf(duty, due, settings);
    // What holds from the period's beginning cannot be late for it; nor is the calendar asked.
    if (rule === null || from <= begin || plainDueDay(rule, period, calendar) >= from) return rule;
  }
  return ruleOf(duty, duty.due, settings);
}

/** By when a period is to be reported; null for a duty without due rule then. */
export function dueOf(
  duty: Scheduled,
  period: Period,
  settings: OfficeSettings,
  calendar: WorkCalendar,
): Moment | null {
  const rule = dueRuleOf(duty, period, settings, calendar);
  return rule && dueMoment(rule, period, settings.shift, calendar);
}

/**
 * Kind of the periods a duty is owed for; months for campaigns and chosen days; null: it has no schedule and never had. Of several cadences
 * the last that has one.
 */
export function scheduleKind(given: Scheduled): PeriodKind | null {
  return rhythmsOf(given).reduce<PeriodKind | null>((last, { duty }) => kindOf(duty) ?? last, null);
}

function kindOf(duty: Scheduled): PeriodKind | null {
  const rules = [duty.due, ...(duty.revisions ?? []).filter(setsDue).map(({ due }) => due)];
  const kind = cadenceKind(duty.cadence);
  if (kind !== null) return rules.some((rule) => rule !== null) || duty.kind === 'scheduled' ? kind : null;
  return rules.some((rule) => rule !== null && isOccasionRule(rule)) ? 'month' : null;
}

/** Whether a due rule makes sense for a cadence: every period has one due day by it, and not before it begins. */
export function fitsCadence({ rule }: DueRule, cadence: Cadence): boolean {
  switch (rule) {
    case 'weekday':
    case 'period-end':
    case 'days-after-period':
      return cadenceKind(cadence) !== null || cadence === 'once';
    case 'day-of-month':
    case 'day-of-next-month':
      return cadenceKind(cadence) !== null && cadence !== 'weekly';
    case 'fixed-date':
      return cadence === 'yearly' || cadence === 'once';
    case 'campaign':
      return cadence === 'irregular';
    case 'dates':
      return cadence === 'irregular' || cadence === 'once';
  }
}

/**
 * Whether a period comes after the notice took effect: a week or month only when it begins then or later, for one that began before is not
 * the notice's (2020-W53 of a notice from 1 January 2021); a quarter, half-year or year also when it is cut, for its report lies ahead and
 * the notice of May speaks of the whole year. A duty's own first day is the office's word for that duty: the period it cuts is owed.
 */
function isInForce({ cadence, from }: Scheduled, period: Period, { effectiveFrom }: OfficeSettings): boolean {
  const isShort = cadence === 'weekly' || cadence === 'monthly';
  if (from == null && isShort) return firstDay(period) >= effectiveFrom;
  return lastDay(period) >= (from ?? effectiveFrom);
}

type DueChange = DutyRevision & { readonly due: DueRule | null };

function setsDue(revision: DutyRevision): revision is DueChange {
  return revision.due !== undefined;
}

function ruleOf({ kind, cadence }: Scheduled, due: DueRule | null, settings: OfficeSettings): DueRule | null {
  return due ?? (kind === 'scheduled' ? defaultDueRule(cadence, settings) : null);
}

/** Whether a rule that names its own days has one in the period; any other rule is owed in every period. */
function holdsOccasion(duty: Scheduled, period: Period, settings: OfficeSettings): boolean {
  const end = lastDay(period);
  const due = (duty.revisions ?? []).filter(setsDue).findLast(({ from }) => from <= end)?.due;
  const rule = ruleOf(duty, due === undefined ? duty.due : due, settings);
  if (rule === null) return false;
  return !isOccasionRule(rule) || occasionsIn(rule, period).length > 0;
}

/** Rest days move a due day by less than this (the longest run, Spring Festival 2020, was ten days). */
export const REACH = 14;

function weeksDueIn(
  container: Period,
  duty: Scheduled,
  settings: OfficeSettings,
  calendar: WorkCalendar,
  isOwed: (week: Period) => boolean,
): Period[] {
  const from = firstDay(container);
  const to = lastDay(container);
  const weeks: Period[] = [];
  // No week is due before it begins.
  for (let week = periodOf('week', addDays(from, -longestWait(duty))); firstDay(week) <= to; week = nextPeriod(week)) {
    if (!isOwed(week)) continue;
    const rule = dueRuleOf(duty, week, settings, calendar);
    if (rule === null) continue;
    const shift = rule.shift ?? settings.shift;
    // What can only move further away needs no calendar: December must not refuse for a Friday in an unknown January.
    if (shift !== 'previous' && earliest(rule, week, calendar) > to) continue;
    const due = dayOf(dueMoment(rule, week, settings.shift, calendar));
    if (due >= from && due <= to) weeks.push(week);
  }
  return weeks;
}

/** Days after its end within which a period of the duty is due, whatever rule was or will be in force, rest days counted. */
export function longestWait(duty: Scheduled): number {
  const rules = [duty.due, ...(duty.revisions ?? []).filter(setsDue).map(({ due }) => due)];
  return REACH + Math.max(...rules.map((rule) => (rule === null ? 0 : waitOf(rule))));
}

/** Days after a period's last day at which a rule's due day may stand before a shift; never fewer, mostly more. */
function waitOf(rule: DueRule): number {
  switch (rule.rule) {
    case 'weekday':
    case 'day-of-month':
    case 'period-end':
    case 'dates':
      return 0;
    case 'day-of-next-month':
      return 31;
    case 'fixed-date':
      return 366;
    case 'days-after-period':
      return rule.unit === 'working' ? rule.days * 2 + REACH : rule.days;
    case 'campaign':
      return rule.days + Math.max(0, ...rule.campaigns.map(({ length }) => length));
  }
}

/** A day before which no rest day can bring a week's due day, without asking the calendar. */
function earliest(rule: DueRule, week: Period, calendar: WorkCalendar): Day {
  if (rule.rule === 'days-after-period') return addDays(lastDay(week), rule.days);
  return plainDueDay(rule, week, calendar);
}
