import { lockedPeriods } from '../../db/queries/locks.ts';
import {
  type CurrentRecord,
  currentRecords,
  earlierPeriods,
  recordContents,
  recordStandings,
} from '../../db/queries/recordVersions.ts';
import { isSubmitted, newestReturn } from '../../db/queries/submissions.ts';
import type { ReadDb } from '../../db/types.ts';
import { scheduleOf } from '../core/arrivalPeriod.ts';
import { periodKind } from '../core/period.ts';
import type { KnownRecords, PlanContext } from '../core/planContext.ts';
import { type PlannedTable, type Scope, scopeKey } from '../core/planImport.ts';
import { termOn } from '../core/recordTerms.ts';
import type { Context, Directory } from './context.ts';
import { heldPeriods } from './locks.ts';

type Picture = Pick<
  PlanContext,
  | 'known'
  | 'earlierPeriods'
  | 'contents'
  | 'standing'
  | 'isReported'
  | 'isZeroReported'
  | 'isLocked'
  | 'returnOf'
  | 'templateOf'
  | 'termOf'
  | 'scheduleOf'
>;

/** What is stored, as the files of one call find it: read when first asked for, and brought up to date by each file planned. */
export interface StoredPicture extends Picture {
  /** Notes that the tables of a file would be written. */
  note(tables: readonly PlannedTable[]): void;
}

export function createPicture(context: Context, db: ReadDb, directory: Directory): StoredPicture {
  const known = new Map<string, { scope: Scope; records: KnownRecords }>();
  const reported = new Set<string>();
  const dutyOf = (id: string) => directory.duties.find((duty) => duty.id === id);
  const standings = remembered((scope) => recordStandings(db, scope));
  const locked = heldPeriods(
    context,
    directory,
    lockedPeriods(db).map((lock) => lock.period),
  );
  return {
    known(scope) {
      const found = known.get(scopeKey(scope)) ?? { scope, records: byKey(currentRecords(db, scope)) };
      known.set(scopeKey(scope), found);
      return found.records;
    },
    earlierPeriods(scope) {
      const inCall = [...known.values()].flatMap(({ scope: other, records }) =>
        records.size > 0 && isEarlier(other, scope) ? [other.period] : [],
      );
      return [...new Set([...earlierPeriods(db, scope), ...inCall])].sort();
    },
    contents: (scope, keys) => recordContents(db, scope, keys),
    standing: standings,
    isReported: (scope) => reported.has(scopeKey(scope)) || isSubmitted(db, scope, 'file'),
    isZeroReported: (scope) => isSubmitted(db, scope, 'zero'),
    isLocked: (period) => locked.has(period),
    returnOf: remembered((scope) => newestReturn(db, scope)),
    templateOf: (id) => context.resources.templates.find((template) => template.id === id),
    termOf(id, decided) {
      const duty = dutyOf(id);
      return duty ? termOn(duty, decided) : null;
    },
    scheduleOf(id) {
      const duty = dutyOf(id);
      return duty && scheduleOf(duty, directory.office.settings);
    },
    note(tables) {
      for (const { scope, question } of tables) if (scope && !question) reported.add(scopeKey(scope));
    },
  };
}

function byKey(records: readonly CurrentRecord[]): KnownRecords {
  return new Map(records.map(({ key, hash, receivedAt }) => [key, { hash, receivedAt }]));
}

const isEarlier = (a: Scope, b: Scope): boolean =>
  a.unit === b.unit &&
  a.duty === b.duty &&
  a.template === b.template &&
  periodKind(a.period) === periodKind(b.period) &&
  a.period.slice(0, 4) === b.period.slice(0, 4) &&
  a.period < b.period;

function remembered<T>(read: (scope: Scope) => T): (scope: Scope) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return (scope) => {
    const found = answers.get(scopeKey(scope)) ?? { answer: read(scope) };
    answers.set(scopeKey(scope), found);
    return found.answer;
  };
}
