import { type DatedVersion, datedVersions, setClock } from '../../db/queries/dutyClock.ts';
import { setLateness } from '../../db/queries/lateness.ts';
import { importedVersion } from '../../db/queries/recordVersions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { RecordTerm, TermEffect } from '../contract/duties.ts';
import { isTimely } from '../core/due.ts';
import { dayOf } from '../core/period.ts';
import { scopeKey } from '../core/planImport.ts';
import type { ProfileDuty } from '../core/profile.ts';
import { termOn, termsOf } from '../core/recordTerms.ts';
import { whereKnown } from '../core/whereKnown.ts';
import type { Context } from './context.ts';
import { createLatenessWriter } from './lateness.ts';
import { refuseLocked } from './locks.ts';

/** What other terms (7日、7个工作日) make of the stored records of a duty, and how to write it. */
export interface PlannedTerms {
  readonly effect: TermEffect;
  /** Judges the records anew; refuses `period_locked` what a closed period was counted by. */
  apply(db: WriteDb): void;
}

/** Whether a record is timely is stored: a duty whose terms are corrected has its records judged again, those taken back left out. */
export function planTerms(context: Context, db: ReadDb, before: ProfileDuty, after: ProfileDuty): PlannedTerms {
  const isSame = JSON.stringify(termsOf(before)) === JSON.stringify(termsOf(after));
  const records = isSame ? [] : rejudged(context, db, after);
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
      const tell = createLatenessWriter(context, write, context.calendar);
      for (const { version, term, timely } of records) {
        setClock(write, version.id, timely);
        const batch = importedVersion(write, version.lineage) ?? version.batch;
        if (term === null) setLateness(write, version.id, null);
        else tell(version, { id: version.id, receivedAt: version.receivedAt, term, batch });
      }
      const scopes = new Map(records.map(({ version }) => [scopeKey(version), version]));
      for (const { unit, duty, period, template } of scopes.values())
        renewTally(write, { unit, duty, period, template });
    },
  };
}

interface Rejudged {
  readonly version: DatedVersion;
  readonly term: RecordTerm | null;
  readonly timely: boolean | null;
}

function rejudged({ resources, calendar }: Context, db: ReadDb, duty: ProfileDuty): readonly Rejudged[] {
  const clocked = resources.templates.filter((template) => template.decisionDate !== null).map(({ id }) => id);
  return datedVersions(db, duty.id, clocked).flatMap((version): Rejudged[] => {
    const received = dayOf(version.receivedAt);
    const term = termOn(duty, version.decisionDate ?? received);
    const judge = () => term && isTimely(version.decisionDate, received, term, calendar);
    const timely = whereKnown(judge, version.timely);
    return timely === version.timely ? [] : [{ version, term, timely }];
  });
}
