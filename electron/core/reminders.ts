import type { Chase } from '../contract/chases.ts';
import type { Duty } from '../contract/duties.ts';
import type { Office } from '../contract/profiles.ts';
import type {
  OwedItem,
  OwedStatus,
  ReminderItem,
  ReminderLevel,
  ReminderList,
  ReminderSettings,
  ReminderWording,
} from '../contract/reminders.ts';
import type { GridCell, RefusedDue } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import { compareText } from './compareText.ts';
import { isOverdue, isOwed } from './grid.ts';
import { dayOf, daysBetween, isAfter } from './period.ts';
import { lateBeforeIn } from './reminderHistory.ts';
import { levelNote, reminderLevel } from './reminderLevels.ts';
import { addressedName, successorsOf } from './reminderSuccessors.ts';
import { groupReminderText, leftOutNotes, unitReminderText } from './reminderTexts.ts';

export interface ReminderInput {
  /** Null: everything owed at the moment. */
  readonly period: Period | null;
  readonly asOf: Moment;
  readonly cells: readonly GridCell[];
  /** Squares of the periods before, to see who is late again; those of `cells` count as well. */
  readonly earlier: readonly GridCell[];
  /** Logged contacts in force, of any moment. */
  readonly chases: readonly Chase[];
  readonly units: readonly Unit[];
  readonly duties: readonly Duty[];
  readonly office: Office;
  readonly settings: ReminderSettings;
  readonly wording: ReminderWording;
  /** What could not be judged, because a year's calendar is not loaded. */
  readonly refused?: readonly RefusedDue[] | undefined;
}

/**
 * The reminder list (催报清单): per unit what it owes and has not fulfilled at `asOf`, with texts to paste. Worst unit first (level,
 * then days late, then unit order). What is not yet due is listed only within the settings' days of it; what was sent back, and a zero
 * report beside data, always.
 */
export function composeReminders(input: ReminderInput): ReminderList {
  const { asOf, office, wording, settings, refused = [] } = input;
  const duties = new Map(input.duties.map((duty) => [duty.id, duty]));
  const cells = Map.groupBy(input.cells, (cell) => cell.unit);
  const texts = { duties, office, asOf, wording, inRuns: input.period === null };
  const facts = { ...input, ...logOf(input), lateBefore: lateBeforeOf(input), titles: duties };
  const items = [...input.units]
    .sort((a, b) => a.order - b.order)
    .map((unit): ReminderItem => {
      const { id, name } = unit;
      const owed = (cells.get(id) ?? []).flatMap((cell) => owedItem(cell, facts) ?? []).sort(worstFirst);
      const successors = successorsOf(unit, input.units, dayOf(asOf));
      const on = unit.activeTo;
      const ended = successors && on !== null ? { on, successors: successors.map((one) => one.name) } : undefined;
      // Whom to phone about what an ended unit left open: whoever goes on from it.
      const people = successors?.flatMap((one) => one.contacts) ?? [];
      const contacts = people.length > 0 ? people : unit.contacts;
      const text = unitReminderText({ ...texts, name: addressedName({ name, ended }), owed });
      return { unit: id, name, contacts, ...(ended && { ended }), owed, text };
    })
    .filter(({ owed }) => owed.length > 0);
  const list = {
    period: input.period,
    asOf,
    office: office.shortName,
    items: items.toSorted((a, b) => worstFirst(a.owed[0], b.owed[0])),
    groupText: groupReminderText({ ...texts, items, leftOut: leftOutNotes(refused) }),
    levelNote: levelNote(settings, input.period),
  };
  return refused.length === 0 ? list : { ...list, refused };
}

/**
 * How a square stands that a unit is to be reminded of, or null: nothing is open, or it is owed by nobody. What was sent back is open even
 * where nobody had to send it: the office waits for it.
 */
export function owedStatus(cell: GridCell): OwedStatus | null {
  if (!cell.assigned) return cell.status === 'returned' ? 'returned' : null;
  if (!isOwed(cell)) return null;
  const { status } = cell;
  if (status === 'missing' || status === 'pending' || status === 'partial' || status === 'returned') return status;
  return cell.contradicted ? 'contradicted' : null;
}

/** How a square stands of which a unit is reminded at a moment. */
interface Standing {
  readonly status: OwedStatus;
  readonly due: Moment;
  readonly isOverdue: boolean;
  /** Natural days after the due day, and until it. */
  readonly daysLate: number;
  readonly daysLeft: number;
}

/** Whether a unit is to be reminded of a square now, and how it stands; null: not, or not yet within `soonDays` of its due day. */
export function reminderStanding(cell: GridCell, asOf: Moment, soonDays: number): Standing | null {
  const status = owedStatus(cell);
  const { due } = cell;
  if (status === null || due === null) return null;
  const today = dayOf(asOf);
  // What was sent back is chased by its due moment, whether or not its first receipt counts; so is what is in doubt.
  const isChecked = status === 'returned' || status === 'contradicted';
  // Nobody is late with what nobody owes.
  const overdue = cell.assigned && (isChecked ? isAfter(asOf, due) : isOverdue(cell, asOf));
  const daysLeft = Math.max(0, daysBetween(today, dayOf(due)));
  if (!overdue && !isChecked && daysLeft > soonDays) return null;
  // Who sent both a zero report and data is not late with either.
  const daysLate = overdue && status !== 'contradicted' ? daysBetween(dayOf(due), today) : 0;
  return { status, due, isOverdue: overdue, daysLate, daysLeft };
}

interface Facts extends Pick<ReminderInput, 'period' | 'asOf' | 'settings'> {
  readonly titles: ReadonlyMap<string, Duty>;
  readonly lateBefore: (cell: GridCell) => number;
  readonly chasesOf: (cell: GridCell) => readonly Chase[];
}

function owedItem(
  cell: GridCell,
  { period: asked, asOf, settings, titles, lateBefore, chasesOf }: Facts,
): OwedItem | null {
  const standing = reminderStanding(cell, asOf, settings.soonDays);
  if (standing === null || (asked === null && isBygone(standing, settings))) return null;
  const { duty, period, quota, count, assigned } = cell;
  const { status, due, daysLate } = standing;
  const chases = chasesOf(cell);
  const facts = { ...standing, assigned, lateBefore: assigned ? lateBefore(cell) : 0, chased: chases.length };
  return {
    duty,
    title: titles.get(duty)?.title ?? duty,
    period,
    due,
    daysLate,
    ...reminderLevel(facts, settings),
    status,
    ...(assigned ? {} : { assigned }),
    quota,
    count,
    chased: facts.chased,
    lastChase: lastOf(chases),
    promiseBroken: isBroken(chases, asOf),
    lateBefore: facts.lateBefore,
  };
}

/** Nothing came, and it was due before the office began to chase. What came in part, went back or is in doubt is settled whenever it was due. */
function isBygone({ status, due }: Standing, settings: ReminderSettings): boolean {
  return status === 'missing' && isBefore(due, settings);
}

function isBefore(due: Moment, { since = null }: ReminderSettings): boolean {
  return since !== null && dayOf(due) < since;
}

function lateBeforeOf({ cells, earlier, asOf, settings }: ReminderInput): Facts['lateBefore'] {
  const looked = [...earlier, ...cells].filter(({ due }) => due === null || !isBefore(due, settings));
  return lateBeforeIn(looked, asOf, settings.periodsBefore);
}

/** The contacts about a square up to the moment, oldest first. */
function logOf({ chases, asOf }: ReminderInput): Pick<Facts, 'chasesOf'> {
  const keyOf = (of: { unit: string; duty: string; period: Period }) => [of.unit, of.duty, of.period].join('\n');
  const known = chases.filter(({ at }) => !isAfter(at, asOf)).sort((a, b) => compareText(a.at, b.at) || a.id - b.id);
  const bySquare = Map.groupBy(known, keyOf);
  return { chasesOf: (cell) => bySquare.get(keyOf(cell)) ?? [] };
}

function lastOf(chases: readonly Chase[]): OwedItem['lastChase'] {
  const last = chases.at(-1);
  if (last === undefined) return null;
  const { at, how, whom, answer } = last;
  return { at, how, whom, answer, promised: promiseOf(chases) };
}

function isBroken(chases: readonly Chase[], asOf: Moment): boolean {
  const promised = promiseOf(chases);
  return promised !== null && promised < dayOf(asOf);
}

/** The newest promise counts, even where a later contact brought none. */
function promiseOf(chases: readonly Chase[]): Chase['promised'] {
  return chases.findLast(({ promised }) => promised !== null)?.promised ?? null;
}

const SEVERITY: Readonly<Record<ReminderLevel, number>> = { red: 0, yellow: 1, blue: 2 };

/** By level, then days late; equal ones keep their order (of units their own, within a unit duty and period). */
function worstFirst(a: OwedItem | undefined, b: OwedItem | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return SEVERITY[a.level] - SEVERITY[b.level] || b.daysLate - a.daysLate;
}
