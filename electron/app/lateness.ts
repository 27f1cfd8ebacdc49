import { getBatch } from '../../db/queries/batches.ts';
import { sentRow, setLateness } from '../../db/queries/lateness.ts';
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
  readonly id: number;
  /** Its first receipt. */
  readonly receivedAt: Moment;
  readonly term: RecordTerm;
  /** The import it came in; of a correction that of the row it lies over. */
  readonly batch: string;
}

/** Writes or drops the `late_record` of stored versions, as their import would have found it (cli.md, Clock). */
export function createLatenessWriter(
  { resources }: Context,
  db: WriteDb,
  calendar: WorkCalendar,
): (scope: Scope, version: ClockedVersion) => void {
  const tableOf = createTableFinder(db);
  return (scope, { id, receivedAt, term, batch }) => {
    const template = resources.templates.find((one) => one.id === scope.template);
    const column = template?.columns.find((one) => one.id === template.decisionDate);
    const sent = column && sentRow(db, id);
    if (column === undefined || sent === undefined) return;
    const head = tableOf(batch, sent, scope)?.columns.find((one) => one.field === column.id);
    const late = lateFinding({
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
    setLateness(db, id, late);
  };
}

/** The table a row came in, as it was shown; undefined where the row passed to another import before. */
function createTableFinder(db: WriteDb) {
  const shown = new Map<string, ReturnType<typeof getBatch>>();
  return (batch: string, { file, sheet, row }: NonNullable<ReturnType<typeof sentRow>>, scope: Scope) => {
    if (!shown.has(batch)) shown.set(batch, getBatch(db, batch));
    const tables = shown.get(batch)?.items.flatMap((one) => (one.name === file ? one.tables : []));
    return tableOfRecord(tables ?? [], { ...scope, sheet, row, findings: [] });
  };
}
