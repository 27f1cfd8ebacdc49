import type { LiveVersion } from '../../db/queries/recordVersions.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Moment } from '../contract/time.ts';
import { isTimely } from '../core/due.ts';
import { dayOf } from '../core/period.ts';
import type { Scope } from '../core/planImport.ts';
import { termOn } from '../core/recordTerms.ts';
import { type Context, readDirectory } from './context.ts';
import { createLatenessWriter } from './lateness.ts';

/** The clock of the records of a scope when their first receipt moves (cli.md, Clock). */
export interface ReceiptClock {
  /** Whether a version is timely by the receipt given. */
  judge(version: LiveVersion, firstReceipt: Moment): boolean | null;
  /** Writes or drops the `late_record` of versions whose first receipt moved; `before` are all versions as they were. */
  tell(before: readonly LiveVersion[], changed: readonly LiveVersion[]): void;
}

/** Makes the clocks of an undo, scope by scope. */
export function createReceiptClocks(context: Context, db: WriteDb): (scope: Scope) => ReceiptClock {
  const { duties } = readDirectory(db);
  const write = createLatenessWriter(context, db, context.calendar);
  return (scope) => {
    const duty = duties.find((one) => one.id === scope.duty);
    const termOf = ({ decisionDate }: LiveVersion, received: Moment) =>
      duty ? termOn(duty, decisionDate ?? dayOf(received)) : null;
    return {
      judge(version, firstReceipt) {
        const term = termOf(version, firstReceipt);
        return version.timely === null || term === null || version.receivedAt === firstReceipt
          ? version.timely
          : isTimely(version.decisionDate, dayOf(firstReceipt), term, context.calendar);
      },
      tell(before, changed) {
        const old = new Map(before.map((version) => [version.id, version]));
        for (const version of changed) {
          const { id, receivedAt, timely } = version;
          const was = old.get(id);
          const term = termOf(version, receivedAt);
          if (!was || timely === null || was.receivedAt === receivedAt || term === null) continue;
          write([{ scope, id, receivedAt, term, batch: fileBatch(was, before) }]);
        }
      },
    };
  };
}

/** The import a version came in; a correction came in none, the row it lies over did. */
function fileBatch(version: LiveVersion, all: readonly LiveVersion[]): string {
  if (!version.isCorrection) return version.batch;
  const under = all.findLast((one) => one.lineage === version.lineage && one.id < version.id && !one.isCorrection);
  return under?.batch ?? version.batch;
}
