import { type DatedVersion, datedVersions, type JudgedSpan } from '../../db/queries/dutyClock.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { TermEffect } from '../contract/duties.ts';
import { isTimely } from '../core/due.ts';
import { BEGINNING } from '../core/groupHistory.ts';
import { dayOf } from '../core/period.ts';
import type { ProfileDuty } from '../core/profile.ts';
import { type Termed, termOn, termsOf } from '../core/recordTerms.ts';
import { undecidedDays } from '../core/undecidedDays.ts';
import { whereKnown } from '../core/whereKnown.ts';
import type { Context } from './context.ts';
import { type JudgedRecord, writeJudged } from './judgedRecords.ts';
import { refuseLocked } from './locks.ts';

/** What other terms (7日、7个工作日) make of the stored records of a duty, and how to write it. */
export interface PlannedTerms {
  readonly effect: TermEffect;
  /** Judges the records anew; refuses `period_locked` what a closed period was counted by. */
  apply(db: WriteDb): void;
}

/** Whether a record is timely is stored: a duty whose terms are corrected has its records judged again, those taken back left out. */
export function planTerms(context: Context, db: ReadDb, before: ProfileDuty, after: ProfileDuty): PlannedTerms {
  const records = rejudged(context, db, before, after);
  const counted = records.filter(({ version }) => version.state === 'current');
  const count = (timely: boolean | null) => counted.filter((one) => one.timely === timely).length;
  return {
    effect: { timely: count(true), late: count(false), unclocked: count(null) },
    apply(write) {
      refuseLocked(
        context,
        write,
        counted.map(({ version }) => version.period),
      );
      writeJudged(context, write, records, context.calendar);
    },
  };
}

interface Rejudged extends JudgedRecord {
  readonly version: DatedVersion;
}

function rejudged(
  { resources, calendar }: Context,
  db: ReadDb,
  before: ProfileDuty,
  after: ProfileDuty,
): readonly Rejudged[] {
  const spans = otherTerms(before, after);
  if (spans.length === 0) return [];
  const clocked = resources.templates.filter((template) => template.decisionDate !== null).map(({ id }) => id);
  return datedVersions(db, { duty: after.id, templates: clocked, spans }).flatMap((version): Rejudged[] => {
    const received = dayOf(version.receivedAt);
    const term = termOn(after, version.decisionDate ?? received);
    const judge = () => term && isTimely(version.decisionDate, received, term, calendar);
    const timely = whereKnown(judge, version.timely);
    return timely === version.timely ? [] : [{ version, term, timely }];
  });
}

/** From which day to before which day decisions have another term than they had, with what of it rest days decide. */
function otherTerms(before: Termed, after: Termed): JudgedSpan[] {
  const turns = [before, after].flatMap((duty) => termsOf(duty).revisions ?? []).map(({ from }) => from);
  const days = [BEGINNING, ...new Set(turns)].sort();
  return days.flatMap((from, index) => {
    const term = termOn(after, from);
    if (JSON.stringify(termOn(before, from)) === JSON.stringify(term)) return [];
    return [{ from, before: days[index + 1] ?? null, undecided: term && undecidedDays(term) }];
  });
}
