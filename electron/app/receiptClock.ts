import { getBatch } from '../../db/queries/batches.ts';
import { sentRow, setLateness } from '../../db/queries/lateness.ts';
import type { LiveVersion } from '../../db/queries/recordVersions.ts';
import type { WriteDb } from '../../db/types.ts';
import type { Moment } from '../contract/time.ts';
import { isTimely } from '../core/due.ts';
import { lateFinding } from '../core/lateFinding.ts';
import { dayOf } from '../core/period.ts';
import type { Scope } from '../core/planImport.ts';
import { termOn } from '../core/recordTerms.ts';
import { tableOfRecord } from '../core/tableOfRecord.ts';
import { type Context, readDirectory } from './context.ts';

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
  const tableOf = createTableFinder(db);
  return (scope) => {
    const duty = duties.find((one) => one.id === scope.duty);
    const termOf = ({ decisionDate }: LiveVersion, received: Moment) =>
      duty ? termOn(duty, decisionDate ?? dayOf(received)) : null;
    const template = context.resources.templates.find((one) => one.id === scope.template);
    const column = template?.columns.find((one) => one.id === template.decisionDate);
    return {
      judge(version, firstReceipt) {
        const term = termOf(version, firstReceipt);
        return version.timely === null || term === null || version.receivedAt === firstReceipt
          ? version.timely
          : isTimely(version.decisionDate, dayOf(firstReceipt), term, context.calendar);
      },
      tell(before, changed) {
        if (column === undefined) return;
        const old = new Map(before.map((version) => [version.id, version]));
        for (const version of changed) {
          const { id, receivedAt, timely } = version;
          const term = termOf(version, receivedAt);
          const was = old.get(id);
          const sent = was && timely !== null && was.receivedAt !== receivedAt ? sentRow(db, id) : undefined;
          if (!was || !sent || term === null) continue;
          const head = tableOf(fileBatch(was, before), sent, scope)?.columns.find((one) => one.field === column.id);
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
            calendar: context.calendar,
            severities: context.resources.severities,
          });
          setLateness(db, id, late);
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

/** The table a row came in, as it was shown; undefined where the row passed to another import before. */
function createTableFinder(db: WriteDb) {
  const shown = new Map<string, ReturnType<typeof getBatch>>();
  return (batch: string, { file, sheet, row }: NonNullable<ReturnType<typeof sentRow>>, scope: Scope) => {
    if (!shown.has(batch)) shown.set(batch, getBatch(db, batch));
    const tables = shown.get(batch)?.items.flatMap((one) => (one.name === file ? one.tables : []));
    return tableOfRecord(tables ?? [], { ...scope, sheet, row, findings: [] });
  };
}
