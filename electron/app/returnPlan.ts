import { getBatch } from '../../db/queries/batches.ts';
import { type FileRow, importedFiles, standingFindings } from '../../db/queries/returns.ts';
import type { ReadDb } from '../../db/types.ts';
import type { FilePlan, TablePlan } from '../contract/imports.ts';
import type { ReturnRequest } from '../contract/returns.ts';
import type { Moment } from '../contract/time.ts';
import type { Scope } from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import { openItems, type ReturnItem, sortItems } from '../core/returnItems.ts';

/** A table that goes back, with what of it. */
export interface ReturningTable {
  readonly table: TablePlan;
  readonly scope: Scope;
  readonly items: readonly ReturnItem[];
}

/** A file that goes back to one unit: its own tables, and all that is to be told of them in the order of the sheets. */
export interface ReturningFile {
  readonly file: FileRow;
  readonly receivedAt: Moment;
  readonly unit: string;
  /** Tables with errors or 核实 findings. */
  readonly tables: readonly ReturningTable[];
  /** Notices of its other tables are among them: they cause no return, but are told with one. */
  readonly items: readonly ReturnItem[];
}

/** What of a batch, or of one of its files, is to be returned; refuses where nothing is. A file that several units share goes to each. */
export function planReturns(db: ReadDb, { batch, file, errorsOnly }: ReturnRequest): ReturningFile[] {
  const rows = file !== undefined ? importedFiles(db, { file }) : importedFiles(db, { batch: batch ?? '' });
  const id = file === undefined ? batch : rows[0]?.batch;
  if (id === undefined) {
    if (file === undefined) throw new Refusal('usage', '请用 --batch 或 --file 写明退回哪一批、哪一个文件');
    throw new Refusal('nothing_to_return', `没有编号为 ${file} 的入库文件`);
  }
  const stored = getBatch(db, id);
  if (!stored || (batch !== undefined && batch !== id)) throw new Refusal('batch_unknown', batch ?? id);
  if (stored.undoneAt !== null) throw new Refusal('batch_undone', id);
  const plans = [...stored.items];
  const returning = (file === undefined ? rows : importedFiles(db, { batch: id })).flatMap((row) => {
    // Two files of one name are told apart by their order.
    const at = plans.findIndex((plan) => plan.name === row.name && plan.sha256 === row.sha256);
    const [plan] = at < 0 ? [] : plans.splice(at, 1);
    return plan && (file === undefined || row.id === file) ? filesOf(db, row, plan, errorsOnly ?? false) : [];
  });
  if (returning.length === 0)
    throw new Refusal('nothing_to_return', `${file === undefined ? id : (rows[0]?.name ?? id)} 里没有待改正的问题`);
  return returning;
}

function filesOf(db: ReadDb, file: FileRow, plan: FilePlan, errorsOnly: boolean): ReturningFile[] {
  const tables = plan.tables.flatMap((table): ReturningTable[] => {
    const { unit, duty, period, template, status } = table;
    if (!unit || !duty || !period || !template || status === 'question' || status === 'skipped') return [];
    const scope = { unit: unit.id, duty: duty.id, period, template };
    return [
      {
        table,
        scope,
        items: openItems(
          table,
          standingFindings(db, scope, { batch: file.batch, file: file.name, sheet: table.sheet }),
        ),
      },
    ];
  });
  const isCause = ({ severity }: ReturnItem) => severity === 'error' || (severity === 'verify' && !errorsOnly);
  const sheets = plan.tables.map((table) => table.sheet);
  return [...Map.groupBy(tables, ({ scope }) => scope.unit)].flatMap(([unit, own]) => {
    const returned = own.filter(({ items }) => items.some(isCause));
    if (returned.length === 0) return [];
    const items = sortItems(
      own.flatMap((one) => one.items),
      sheets,
    );
    return [{ file, receivedAt: plan.receivedAt, unit, tables: returned, items }];
  });
}
