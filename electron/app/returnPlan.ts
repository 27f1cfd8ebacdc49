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
  /** Every table of the file and where it went, those of other units among them. */
  readonly fileTables: readonly ReturningTable[];
}

/** What of a batch, or of one of its files, is to be returned; refuses where nothing is. A file that several units share goes to each. */
export function planReturns(db: ReadDb, { batch, file, errorsOnly }: ReturnRequest): ReturningFile[] {
  const only = file === undefined ? null : fileNamed(db, file, batch);
  const id = only?.batch ?? batch;
  if (id === undefined) throw new Refusal('usage', '请用 --batch 或 --file 写明退回哪一批、哪一个文件');
  const stored = getBatch(db, id);
  if (!stored) throw new Refusal('batch_unknown', id);
  if (stored.undoneAt !== null) throw new Refusal('batch_undone', id);
  const plans = [...stored.items];
  const returning = importedFiles(db, { batch: id }).flatMap((row) => {
    // Two files of one name are told apart by their order.
    const at = plans.findIndex((plan) => plan.name === row.name && plan.sha256 === row.sha256);
    const [plan] = at < 0 ? [] : plans.splice(at, 1);
    return plan && (only === null || row.id === only.id) ? filesOf(db, row, plan, errorsOnly ?? false) : [];
  });
  if (returning.length === 0) throw new Refusal('nothing_to_return', `${only?.name ?? id} 里没有待改正的问题`);
  return returning;
}

/** The one file that is meant, of the batch if one is named; refuses where none is, or several are. */
function fileNamed(db: ReadDb, asked: number | string, batch: string | undefined): FileRow {
  const text = String(asked).trim();
  const all = importedFiles(db, batch === undefined ? {} : { batch });
  if (batch !== undefined && all.length === 0) throw new Refusal('batch_unknown', batch);
  const found = [
    all.filter(({ id }) => String(id) === text),
    SHA_BEGINNING.test(text) ? all.filter(({ sha256 }) => sha256.startsWith(text.toLowerCase())) : [],
    all.filter(({ name }) => name === text),
    all.filter(({ name }) => name.split(/ › |\//u).at(-1) === text),
  ].find((rows) => rows.length > 0);
  const standing = found?.filter((row) => !row.isUndone) ?? [];
  const [first] = standing.length > 0 ? standing : (found ?? []);
  if (!first)
    throw new Refusal(
      'nothing_to_return',
      `没有入库文件“${text}”，请写文件名、sha256（至少前 8 位）或回执里的文件编号`,
    );
  if (standing.length > 1)
    throw new Refusal(
      'usage',
      `“${text}”指的不止一个文件（${standing.map(({ id, batch: of, name }) => `${of} 的 ${name}，编号 ${id}`).join('；')}），请写编号或加上 --batch`,
    );
  return first;
}

const SHA_BEGINNING = /^[\da-f]{8,64}$/iu;

/** Whether a finding is a reason to send its table back: errors, and 核实 unless only errors are. */
export function causesReturn({ severity }: ReturnItem, errorsOnly: boolean): boolean {
  return severity === 'error' || (severity === 'verify' && !errorsOnly);
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
  const sheets = plan.tables.map((table) => table.sheet);
  return [...Map.groupBy(tables, ({ scope }) => scope.unit)].flatMap(([unit, own]) => {
    const returned = own.filter(({ items }) => items.some((item) => causesReturn(item, errorsOnly)));
    if (returned.length === 0) return [];
    const items = sortItems(
      own.flatMap((one) => one.items),
      sheets,
    );
    return [{ file, receivedAt: plan.receivedAt, unit, tables: returned, items, fileTables: tables }];
  });
}
