import { importedBatches, setTimely } from '../../db/queries/lateness.ts';
import type { RecordVersion } from '../../db/queries/recordVersions.ts';
import { renewTally } from '../../db/queries/tallies.ts';
import type { WriteDb } from '../../db/types.ts';
import type { RecordTerm } from '../contract/duties.ts';
import type { WorkCalendar } from '../core/calendar.ts';
import { type Scope, scopeKey } from '../core/planImport.ts';
import type { Context } from './context.ts';
import { createLatenessWriter } from './lateness.ts';

/** A stored version whose judgement changes; `timely` null: nothing is asked of it any more. */
export interface JudgedRecord {
  readonly version: Scope & Pick<RecordVersion, 'id' | 'lineage' | 'batch' | 'receivedAt'>;
  readonly term: RecordTerm | null;
  readonly timely: boolean | null;
}

/** Writes what records were judged to be with all that hangs on it: their `late_record` and the tallies of their scopes. */
export function writeJudged(
  context: Context,
  db: WriteDb,
  records: readonly JudgedRecord[],
  calendar: WorkCalendar,
): void {
  setTimely(
    db,
    records.map(({ version, timely }) => ({ id: version.id, timely })),
  );
  const imported = importedBatches(
    db,
    records.map(({ version }) => version.lineage),
  );
  const tell = createLatenessWriter(context, db, calendar);
  tell(
    records.map(({ version, term }) => {
      const { id, lineage, batch, receivedAt, unit, duty, period, template } = version;
      const scope = { unit, duty, period, template };
      return { scope, id, receivedAt, term, batch: imported.get(lineage) ?? batch };
    }),
  );
  const scopes = new Map(records.map(({ version }) => [scopeKey(version), version]));
  for (const { unit, duty, period, template } of scopes.values()) renewTally(db, { unit, duty, period, template });
}
