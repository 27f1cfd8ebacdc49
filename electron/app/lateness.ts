import { getBatch } from '../../db/queries/batches.ts';
import { type SentRow, sentRows, setLateness } from '../../db/queries/lateness.ts';
import type { WriteDb } from '../../db/types.ts';
import type { RecordTerm } from '../contract/duties.ts';
import type { Moment } from '../contract/time.ts';
import type { WorkCalendar } from '../core/calendar.ts';
import { lateFinding } from '../core/lateFinding.ts';
import { dayOf } from '../core/period.ts';
import type { Scope } from '../core/planImport.ts';
import { tableOfRecord } from '../core/tableOfRecord.ts';
import type { Context } from './context.ts';

interface ClockedVersion {
  readonly scope: Scope;
  readonly id: number;
  /** Its first receipt. */
  readonly receivedAt: Moment;
  /** Null: nothing is asked of it any more. */
  readonly term: RecordTerm | null;
  /** The import it came in; of a correction that of the row it lies over. */
  readonly batch: string;
}

/** Writes or drops the `late_record` of stored versions, as their import would have found it (cli.md, Clock). */
export function createLatenessWriter(
  { resources }: Context,
  db: WriteDb,
  calendar: WorkCalendar,
): (versions: readonly ClockedVersion[]) => void {
  const tableOf = createTableFinder(db);
  const lateOf = ({ scope, receivedAt, term, batch }: ClockedVersion, sent: SentRow | undefined) => {
    if (term === null) return null;
    const template = resources.templates.find((one) => one.id === scope.template);
    const column = template?.columns.find((one) => one.id === template.decisionDate);
    if (column === undefined || sent === undefined) return undefined;
    const head = tableOf(batch, sent, scope)?.columns.find((one) => one.field === column.id);
    return lateFinding({
      row: sent.row,
      at: {
        column,
        header: head?.header || column.name,
        cell: head ? `${head.column}${sent.row}` : null,
        value: sent.raw[column.id] ?? '',
      },
      decided: sent.decisionDate,
      received: dayOf(receivedAt),
      term,
      calendar,
      severities: resources.severities,
    });
  };
  return (versions) => {
    for (let from = 0; from < versions.length; from += AT_ONCE) {
      const some = versions.slice(from, from + AT_ONCE);
      const sent = sentRows(
        db,
        some.map(({ id }) => id),
      );
      const judged = some.flatMap((version) => {
        const late = lateOf(version, sent.get(version.id));
        return late === undefined ? [] : [{ id: version.id, late }];
      });
      setLateness(db, judged);
    }
  };
}

/** Versions read and written together: each is held with all that its row said. */
const AT_ONCE = 500;

/** The table a row came in, as it was shown; undefined where the row passed to another import before. */
function createTableFinder(db: WriteDb) {
  const shown = new Map<string, ReturnType<typeof getBatch>>();
  return (batch: string, { file, sheet, row }: SentRow, scope: Scope) => {
    if (!shown.has(batch)) shown.set(batch, getBatch(db, batch));
    const tables = shown.get(batch)?.items.flatMap((one) => (one.name === file ? one.tables : []));
    return tableOfRecord(tables ?? [], { ...scope, sheet, row, findings: [] });
  };
}
