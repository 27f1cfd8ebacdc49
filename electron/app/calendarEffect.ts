import { type ClockedVersion, clockedVersions } from '../../db/queries/lateness.ts';
import { listSubmissions } from '../../db/queries/submissions.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { CalendarEffect, MovedDue, RejudgedRecords, TurnedSubmission } from '../contract/calendar.ts';
import type { Duty, RecordTerm } from '../contract/duties.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import { createCalendar, type WorkCalendar } from '../core/calendar.ts';
import type { OfficeCalendar } from '../core/calendarYear.ts';
import { isTimely } from '../core/due.ts';
import { type MovedInput, movedDues } from '../core/movedDue.ts';
import { addDays, dayOf, firstDay, isAfter, lastDay } from '../core/period.ts';
import { scopeKey } from '../core/planImport.ts';
import { termOn } from '../core/recordTerms.ts';
import { undecidedDays } from '../core/undecidedDays.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { writeJudged } from './judgedRecords.ts';
import { refuseLocked } from './locks.ts';
import { cellsOf } from './status.ts';

/** What another calendar would do, and how to do it to what is stored. */
export interface PlannedEffect {
  readonly effect: CalendarEffect;
  /** Judges the records anew; refuses `period_locked` what a closed period was counted by. */
  apply(db: WriteDb): void;
}

/**
 * What another calendar moves: due moments, submissions that become late or in time by them, and records whose own term ends on another
 * day. Due moments are derived; whether a record is timely is stored, and is judged again here. `years` are those in which a day changed.
 */
export function planEffect(
  context: Context,
  db: ReadDb,
  extra: OfficeCalendar,
  years: readonly number[],
): PlannedEffect {
  const directory = readDirectory(db);
  const { calendar: before } = context;
  const after = createCalendar(extra);
  const moved = movedDues({ duties: directory.duties, settings: directory.office.settings, years, before, after });
  const records = rejudged(db, directory, { before, after, years });
  const effect = {
    moved,
    turned: turnedBy(context, db, directory, { moved, before, after }),
    rejudged: sumUp(records),
  };
  return {
    effect,
    apply(write) {
      // A moment that was not known yet counted nothing.
      const shifted = moved.filter((one) => one.before !== null).map(({ period }) => period);
      refuseLocked(context, write, [...shifted, ...effect.rejudged.map(({ period }) => period)]);
      writeJudged(context, write, records, after);
    },
  };
}

/** The effect as the audit log has it. */
export function effectText({ moved, turned, rejudged: records }: CalendarEffect): string {
  const first = moved.filter(({ before }) => before === null).length;
  const late = turned.filter((one) => one.late).length;
  const sum = (of: 'timely' | 'late') => records.reduce((total, one) => total + one[of], 0);
  return [
    `移动截止时间 ${moved.length - first} 个，新推算 ${first} 个`,
    ...(turned.length === 0 ? [] : [`报送转为迟报 ${late} 份，转为按时 ${turned.length - late} 份`]),
    ...(records.length === 0 ? [] : [`数据记录转为超期 ${sum('late')} 条，转为及时 ${sum('timely')} 条`]),
  ].join('；');
}

interface Rejudged {
  readonly version: ClockedVersion;
  readonly term: RecordTerm;
  readonly timely: boolean;
}

function rejudged(
  db: ReadDb,
  { duties }: Directory,
  { before, after, years }: Pick<MovedInput, 'before' | 'after' | 'years'>,
): readonly Rejudged[] {
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  const open = duties.flatMap((duty) => allTerms(duty).map(undecidedDays));
  const most = { over: Math.min(...open.map(({ over }) => over)), upTo: Math.max(...open.map(({ upTo }) => upTo)) };
  const spans = open.length === 0 ? [] : decidedBy(changedDays({ before, after, years }), most.upTo);
  if (spans.length === 0) return [];
  return clockedVersions(db, spans, most).flatMap((version): Rejudged[] => {
    const duty = dutyOf.get(version.duty);
    const term = duty ? termOn(duty, version.decisionDate) : null;
    if (term === null) return [];
    const received = dayOf(version.receivedAt);
    const timely = whereKnown(() => isTimely(version.decisionDate, received, term, after), version.timely);
    return timely === version.timely ? [] : [{ version, term, timely }];
  });
}

/** The terms of a duty's records, earlier and later ones. */
function allTerms({ recordTerm, revisions = [] }: Duty): RecordTerm[] {
  return [recordTerm, ...revisions.map((one) => one.recordTerm)].flatMap((term) => term ?? []);
}

/** Days that one calendar takes for a working day and the other does not, or does not know. */
function changedDays({ before, after, years }: Pick<MovedInput, 'before' | 'after' | 'years'>): Day[] {
  const days = years.toSorted((a, b) => a - b).flatMap((year) => daysOf(String(year)));
  const asked = (calendar: WorkCalendar, day: Day) => whereKnown(() => calendar.isWorkday(day), null);
  return days.filter((day) => asked(before, day) !== asked(after, day));
}

function daysOf(year: Period): Day[] {
  const days: Day[] = [];
  for (let day = firstDay(year); day <= lastDay(year); day = addDays(day, 1)) days.push(day);
  return days;
}

/** When decisions were made on whose term one of these days (in order) may bear: up to `reach` days before it. */
function decidedBy(days: readonly Day[], reach: number): { readonly from: Day; readonly to: Day }[] {
  const spans: { readonly from: Day; to: Day }[] = [];
  for (const day of days) {
    const from = addDays(day, -reach);
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = day;
    else spans.push({ from, to: day });
  }
  return spans;
}

/** By unit, duty, period and template; what is not in force any more counts nowhere. */
function sumUp(records: readonly Rejudged[]): RejudgedRecords[] {
  const sums = new Map<string, RejudgedRecords>();
  for (const { version, timely } of records) {
    if (version.state !== 'current') continue;
    const { unit, duty, period, template } = version;
    const sum = sums.get(scopeKey(version)) ?? { unit, duty, period, template, timely: 0, late: 0 };
    const more = timely ? { timely: sum.timely + 1 } : { late: sum.late + 1 };
    sums.set(scopeKey(version), { ...sum, ...more });
  }
  return [...sums.values()];
}

/** What has come for the periods whose due moment moves past it. */
function turnedBy(
  context: Context,
  db: ReadDb,
  directory: Directory,
  {
    moved,
    before,
    after,
  }: { readonly moved: readonly MovedDue[]; readonly before: WorkCalendar; readonly after: WorkCalendar },
): TurnedSubmission[] {
  const asOf = context.deps.now();
  const shifted = moved.flatMap(({ duty, period, before: was, after: is }) =>
    was === null || is === null ? [] : [{ duty, period, was, is }],
  );
  if (shifted.length === 0) return [];
  const periods = [...new Set(shifted.map(({ period }) => period))];
  const came = Map.groupBy(listSubmissions(db, { periods }), ({ duty, period }) => `${duty}\n${period}`);
  return shifted.flatMap(({ duty, period, was, is }) => {
    // Only what came after one of the two moments and not after the other turns; most squares hold nothing of the kind.
    const turns = ({ receivedAt }: { readonly receivedAt: Moment }) =>
      isAfter(receivedAt, was) !== isAfter(receivedAt, is);
    if (!came.get(`${duty}\n${period}`)?.some(turns)) return [];
    const cellsBy = (calendar: WorkCalendar) =>
      cellsOf(db, directory, { period, asOf }, { ...context, calendar }, { duty }).filter(
        (one) => one.period === period,
      );
    const now = new Map(cellsBy(after).map((cell) => [cell.unit, cell]));
    return cellsBy(before).flatMap((cell): TurnedSubmission[] => {
      const other = now.get(cell.unit);
      const { unit, receivedAt, due } = cell;
      if (!other?.due || due === null || receivedAt === null || other.late === cell.late) return [];
      return [{ unit, duty, period, receivedAt, before: due, after: other.due, late: other.late }];
    });
  });
}
