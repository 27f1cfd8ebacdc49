import { lastAction, logAction } from '../../db/queries/audit.ts';
import { insertBatch, nextBatchId } from '../../db/queries/batches.ts';
import type { WriteDb } from '../../db/types.ts';
import type { FilePlan, ImportRequest, ImportResult } from '../contract/imports.ts';
import type { WorkbookListing } from '../contract/sheets.ts';
import type { Moment } from '../contract/time.ts';
import { fileSentence } from '../contract/words.ts';
import type { Args } from '../contract.ts';
import { columnLetters } from '../core/address.ts';
import { dayOf } from '../core/period.ts';
import { writes } from '../core/planImport.ts';
import { Refusal } from '../core/refusal.ts';
import { archiveOriginal } from '../io/originals.ts';
import { keepsAttachment } from './attachmentPlan.ts';
import type { Context, DispatchOptions } from './context.ts';
import { committedFile } from './filePlan.ts';
import { type ImportPlan, type PlannedFile, planImport } from './importPlan.ts';
import { sourceNamed } from './importSources.ts';
import { createImportWriter } from './importWriter.ts';

/** What a commit would do; writes nothing. */
export async function previewImport(
  context: Context,
  request: ImportRequest,
  options: DispatchOptions,
): Promise<ImportResult> {
  const at = context.deps.now();
  const plan = await planImport(context, request, options, { lost: new Map(), now: () => at });
  const files = plan.files.map((file) => file.shown);
  keepPreview(context, { hash: plan.hash, files, at });
  return { batch: null, planHash: plan.hash, files };
}

interface Preview {
  readonly hash: string;
  readonly files: readonly FilePlan[];
  readonly at: Moment;
}

/** The previews last shown, newest first: they tell a commit when the files were dropped, and how one looked that is unreadable since. */
const previews = new WeakMap<Context, readonly Preview[]>();
const MOST_PREVIEWS = 4;

function keepPreview(context: Context, shown: Preview): void {
  const others = (previews.get(context) ?? []).filter((one) => one.hash !== shown.hash);
  previews.set(context, [shown, ...others].slice(0, MOST_PREVIEWS));
}

const previewOf = (context: Context, hash: string | undefined): Preview | undefined =>
  previews.get(context)?.find((one) => one.hash === hash);

/** Plans again, and writes every table without an open question in one transaction with one batch id. */
export async function commitImport(
  context: Context,
  request: ImportRequest & { readonly planHash?: string | undefined },
  options: DispatchOptions,
): Promise<ImportResult> {
  const lost = new Map<string, Refusal>();
  const at = previewOf(context, request.planHash)?.at ?? context.deps.now();
  // Planning takes seconds. What another request or program wrote meanwhile makes the plan stale: then it is made again.
  for (let round = 0; round < ROUNDS; round++) {
    const stand = lastAction(context.store().read);
    const plan = await planImport(context, request, options, { lost, now: () => at });
    if (request.planHash !== undefined && !isAsShown(context, plan, request.planHash))
      throw new Refusal('plan_changed');
    const writing = plan.files.filter((file) => file.tables.some(writes) || keepsAttachment(file));
    const unchanged = { batch: null, planHash: plan.hash, files: plan.files.map((file) => file.shown) };
    if (writing.length === 0) {
      if (lastAction(context.store().read) === stand) return unchanged;
      continue;
    }
    // A file that another program holds costs itself; what the others do without it is planned again.
    if (!(await archive(context, writing, lost, options))) continue;
    if (options.signal?.aborted) throw new Refusal('cancelled');
    const written = context
      .store()
      .write((db) =>
        lastAction(db) === stand ? writeBatch(db, context, { plan, writing, by: request.by ?? '' }) : null,
      );
    if (written === null) continue;
    options.onProgress?.({ step: 'commit', done: writing.length, total: writing.length, label: '' });
    return { ...unchanged, ...written };
  }
  throw new Refusal('plan_changed');
}

const ROUNDS = 5;

/** Whether a plan does what was shown, but for files that cannot be opened any more. */
function isAsShown(context: Context, plan: ImportPlan, shown: string): boolean {
  if (plan.hash === shown) return true;
  const preview = previewOf(context, shown);
  if (preview?.files.length !== plan.files.length) return false;
  return plan.files.every(
    (file, index) => file.isLost || JSON.stringify(file.shown) === JSON.stringify(preview.files[index]),
  );
}

/** Originals first: a record without its original is worse than an original without a record. Tells whether all are kept. */
async function archive(
  { deps }: Context,
  writing: readonly PlannedFile[],
  lost: Map<string, Refusal>,
  options: DispatchOptions,
): Promise<boolean> {
  const before = lost.size;
  for (const [index, { item, print }] of writing.entries()) {
    const { source, container } = item;
    if (options.signal?.aborted) throw new Refusal('cancelled');
    options.onProgress?.({ step: 'commit', done: index, total: writing.length, label: source.name });
    try {
      if (container) await archiveOriginal(deps.dataFolder, container.path, container.sha256);
      await archiveOriginal(deps.dataFolder, source.path, print.sha256);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'plan_changed') throw error;
      lost.set(source.name, error);
    }
  }
  return lost.size === before;
}

function writeBatch(
  db: WriteDb,
  context: Context,
  { plan, writing, by }: { readonly plan: ImportPlan; readonly writing: readonly PlannedFile[]; readonly by: string },
): Pick<ImportResult, 'batch' | 'files'> {
  const at = context.deps.now();
  const id = nextBatchId(db, dayOf(at));
  const files = plan.files.map((file) => (file.tables.some(writes) ? committedFile(file.shown) : file.shown));
  const tables = writing.flatMap((file) => file.tables.filter(writes));
  insertBatch(db, {
    id,
    kind: 'import',
    by,
    committedAt: at,
    receivedAt: writing[0]?.item.receivedAt ?? at,
    tables: tables.length,
    records: tables.reduce((sum, table) => sum + table.records.length, 0),
    files,
  });
  const writer = createImportWriter(db, context, { batch: id, at, by });
  for (const file of writing) writer.write(file);
  writer.close();
  logAction(db, at, 'import.commit', id, files.map((file) => file.name).join('\n'), by);
  return { batch: id, files };
}

/** What the intake sees of a file, cell by cell, before any meaning. */
export async function readWorkbook(
  context: Context,
  { path: given, sheet, passwords = [], name: shown }: Args<'imports.read'>,
): Promise<WorkbookListing> {
  const { path, name } = await sourceNamed(context, given, shown);
  const read = await context.intake.read(path, name, passwords);
  if (read.kind !== 'workbook')
    throw new Refusal(
      'file_unreadable',
      read.code ? fileSentence(read.code, name, read.detail) : `“${name}”是${read.detail}，不是表格。`,
    );
  const sheets = read.workbook.sheets.filter((s) => sheet === undefined || s.name === sheet);
  if (sheets.length === 0 && sheet !== undefined)
    throw new Refusal('file_unreadable', `“${name}”里没有工作表“${sheet}”。`);
  return {
    format: read.workbook.format,
    sheets: sheets.map((s) => ({
      ...s,
      rows: s.rows.map(({ row, hidden, cells }) => ({
        row,
        hidden,
        cells: cells.map((cell) => ({ cell: `${columnLetters(cell.column)}${row}`, ...cell })),
      })),
    })),
  };
}
