import type { Chase } from '../contract/chases.ts';
import type { Duty } from '../contract/duties.ts';
import type { DutyProgress, Overview, Todo } from '../contract/overview.ts';
import type { GridCell, Rates } from '../contract/status.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { Unit, UnitGroup } from '../contract/units.ts';
import type { WorkCalendar } from './calendar.ts';
import { isActive } from './expectation.ts';
import { isMet, isOverdue, isOwed } from './grid.ts';
import { addDays, dayOf, daysBetween, firstDay, isAfter, periodOf } from './period.ts';

export interface OverviewInput {
  readonly asOf: Moment;
  /** Cells of this week and of this month, and those due in them; one given twice counts once. */
  readonly cells: readonly GridCell[];
  /** Cells among which late ones are looked for: usually those of the year. */
  readonly yearCells: readonly GridCell[];
  /** Rates of this month; null where the calendar does not know its year. */
  readonly rates: Rates | null;
  readonly duties: readonly Duty[];
  readonly units: readonly Unit[];
  readonly groups: readonly UnitGroup[];
  readonly calendar: Pick<WorkCalendar, 'from' | 'to'>;
  readonly records: number;
  readonly recordsWithErrors: number;
  readonly lastBatch: Overview['lastBatch'];
  /** Logged contacts that stand with these units about these periods; asked only of what is shown. */
  readonly chasesOf: (
    units: readonly string[],
    periods: readonly Period[],
  ) => readonly Pick<Chase, 'unit' | 'duty' | 'period' | 'at' | 'how' | 'whom' | 'paper'>[];
  readonly drafts: Overview['drafts'];
}

/** What the 工作台 shows: progress per duty and period, the units that are late, and what the office has still to fill in. */
export function composeOverview(input: OverviewInput): Overview {
  const today = dayOf(input.asOf);
  return {
    asOf: input.asOf,
    today,
    week: periodOf('week', today),
    month: periodOf('month', today),
    progress: progressOf(input),
    rates: input.rates,
    late: lateUnits(input),
    drafts: input.drafts,
    records: input.records,
    recordsWithErrors: input.recordsWithErrors,
    lastBatch: input.lastBatch,
    todo: [
      ...emptyGroups(input),
      ...unallotted(input, today),
      ...unknownYears(today, input.calendar),
      ...withoutContacts(input.units, today),
    ],
  };
}

/** Per duty and period; `expected` counts all that is owed, due or not, so `expected = met + missing + pending`. Next due first. */
function progressOf({ asOf, cells, duties }: OverviewInput): DutyProgress[] {
  const titles = new Map(duties.map((duty) => [duty.id, duty.title]));
  const squares = Map.groupBy(once(cells).filter(isOwed), (cell) => `${cell.duty}\n${cell.period}`);
  const progress = [...squares.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const met = own.filter(isMet);
    const missing = own.filter((cell) => isOverdue(cell, asOf)).length;
    return {
      duty: first.duty,
      title: titles.get(first.duty) ?? first.duty,
      period: first.period,
      due: first.due,
      expected: own.length,
      met: met.length,
      late: met.filter((cell) => cell.late).length,
      missing,
      pending: own.length - met.length - missing,
    };
  });
  return progress.sort((a, b) => byNextDue(a, b, asOf) || (a.duty < b.duty ? -1 : 1));
}

/** What is still to come by its due moment, then what has passed, the latest first. */
function byNextDue(a: DutyProgress, b: DutyProgress, asOf: Moment): number {
  const aPassed = isAfter(asOf, a.due);
  const bPassed = isAfter(asOf, b.due);
  if (aPassed !== bPassed) return aPassed ? 1 : -1;
  if (a.due === b.due) return 0;
  return a.due < b.due === aPassed ? 1 : -1;
}

/** The ten units with most late items; equal ones by the longest lateness, then in unit order. */
function lateUnits({ asOf, yearCells, units, chasesOf }: OverviewInput): Overview['late'] {
  const overdue = Map.groupBy(
    once(yearCells).filter((cell) => isOverdue(cell, asOf)),
    (cell) => cell.unit,
  );
  const late = [...units]
    .sort((a, b) => a.order - b.order)
    .flatMap(({ id, name }) => {
      const own = overdue.get(id) ?? [];
      const daysLate = Math.max(0, ...own.map((cell) => daysBetween(dayOf(cell.due), dayOf(asOf))));
      return own.length === 0 ? [] : { unit: id, name, items: own.length, daysLate, own };
    })
    .sort((a, b) => b.items - a.items || b.daysLate - a.daysLate)
    .slice(0, 10);
  const periods = new Set(late.flatMap(({ own }) => own.map(({ period }) => period)));
  const known = chasesOf(
    late.map(({ unit }) => unit),
    [...periods],
  ).filter(({ at }) => !isAfter(at, asOf));
  const chased = Map.groupBy(known, squareOf);
  return late.map(({ own, ...unit }) => {
    // One call about three things is three lines of the log, and one contact.
    const contacts = new Set(own.flatMap((cell) => chased.get(squareOf(cell)) ?? []).map(contactKey));
    return { ...unit, chased: contacts.size };
  });
}

/** Groups of duties that name no unit yet (000-G2 of 西信用办〔2022〕5号). */
function emptyGroups({ groups, duties }: OverviewInput): Todo[] {
  const used = new Set(duties.flatMap((duty) => duty.groups));
  return groups
    .filter((group) => group.units.length === 0 && used.has(group.id))
    .map((group) => ({ code: 'group_empty', subject: group.id }));
}

/** Duties and periods, once begun, of which units were allotted no number yet; by period and duty. */
function unallotted({ yearCells, duties }: OverviewInput, today: Day): Todo[] {
  const titles = new Map(duties.map(({ id, title }) => [id, title]));
  const open = once(yearCells).filter((cell) => cell.unallotted && isOwed(cell) && firstDay(cell.period) <= today);
  return [...Map.groupBy(open, ({ period, duty }) => `${period}\n${duty}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]): Todo[] => {
      if (first === undefined) return [];
      const { duty, period } = first;
      const title = titles.get(duty) ?? duty;
      return [{ code: 'numbers_missing', subject: duty, title, period, count: others.length + 1 }];
    });
}

/** The years of today and of two months ahead whose working days are unknown: the notice for a year comes in November before it. */
function unknownYears(today: Day, calendar: Pick<WorkCalendar, 'from' | 'to'>): Todo[] {
  const years = new Set([today, addDays(today, 61)].map((day) => Number(periodOf('year', day))));
  return [...years]
    .filter((year) => year < calendar.from || year > calendar.to)
    .map((year) => ({ code: 'calendar_missing', subject: String(year) }));
}

/** One entry for all active units without a contact; its subject is their number. */
function withoutContacts(units: readonly Unit[], today: Day): Todo[] {
  const month = periodOf('month', today);
  const count = units.filter((unit) => unit.contacts.length === 0 && isActive(unit, month)).length;
  return count === 0 ? [] : [{ code: 'contacts_missing', subject: String(count) }];
}

/** One contact with a unit, whatever number of things it was about: a moment, a way, a person; each letter is one. The score counts so, too. */
function contactKey({ at, how, whom, paper }: Pick<Chase, 'at' | 'how' | 'whom' | 'paper'>): string {
  return [at, how, whom, paper ?? ''].join('\n');
}

function once(cells: readonly GridCell[]): GridCell[] {
  return [...new Map(cells.map((cell) => [squareOf(cell), cell])).values()];
}

function squareOf({ unit, duty, period }: Pick<GridCell, 'unit' | 'duty' | 'period'>): string {
  return `${unit}\n${duty}\n${period}`;
}
