import { type ClockedVersion, clockedVersions, setTimely } from '../../db/queries/lateness.ts';
import { importedVersion } from '../../db/queries/recordVersions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { CalendarEffect, MovedDue, RejudgedRecords, TurnedSubmission } from '../contract/calendar.ts';
import type { RecordTerm } from '../contract/duties.ts';
import { createCalendar, type WorkCalendar } from '../core/calendar.ts';
import type { OfficeCalendar } from '../core/calendarYear.ts';
import { isTimely } from '../core/due.ts';
import { movedDues } from '../core/movedDue.ts';
import { dayOf } from '../core/period.ts';
import { scopeKey } from '../core/planImport.ts';
import { termOn } from '../core/recordTerms.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { type Context, type Directory, readDirectory } from './context.ts';
import { createLatenessWriter } from './lateness.ts';
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
  const records = rejudged(db, directory, after, years);
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
      const tell = createLatenessWriter(context, write, after);
      for (const { version, term, timely } of records) {
        setTimely(write, version.id, timely);
        const batch = importedVersion(write, version.lineage) ?? version.batch;
        tell(version, { id: version.id, receivedAt: version.receivedAt, term, batch });
      }
      const scopes = new Map(records.map(({ version }) => [scopeKey(version), version]));
      for (const { unit, duty, period, template } of scopes.values())
        renewTally(write, { unit, duty, period, template });
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
  calendar: WorkCalendar,
  years: readonly number[],
): readonly Rejudged[] {
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  // A term shifted back may end on a day after the receipt, in the year after.
  const span = { from: `${Math.min(...years) - 1}-11-01`, to: `${Math.max(...years)}-12-31` };
  return clockedVersions(db, span).flatMap((version): Rejudged[] => {
    const duty = dutyOf.get(version.duty);
    const term = duty ? termOn(duty, version.decisionDate) : null;
    if (term === null) return [];
    const received = dayOf(version.receivedAt);
    const timely = whereKnown(() => isTimely(version.decisionDate, received, term, calendar), version.timely);
    return timely === version.timely ? [] : [{ version, term, timely }];
  });
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
  return moved.flatMap(({ duty, period, before: was, after: is }) => {
    if (was === null || is === null) return [];
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
