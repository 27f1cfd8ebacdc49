import { logAction } from '../../db/queries/audit.ts';
import { getBatch } from '../../db/queries/batches.ts';
import { openCount, resentAt } from '../../db/queries/openReturns.ts';
import { listSlips, type SlipItem, type SlipRow, saveSlip, withdrawSlip } from '../../db/queries/returns.ts';
import type { ReadDb, WriteDb } from '../../db/types.ts';
import type { ReturnedFile, ReturnRequest, ReturnSlip } from '../contract/returns.ts';
import type { Moment } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, type DispatchOptions, readDirectory } from './context.ts';
import { refuseLocked } from './locks.ts';
import { nowOf } from './moments.ts';
import { createOutputSet } from './outputs.ts';
import { type ReturnFiles, returnFolder, writeReturnFiles } from './returnFiles.ts';
import { causesReturn, planReturns, type ReturningFile } from './returnPlan.ts';

/**
 * Sends back what has findings (退回): per file and unit its own workbook marked, a 退回通知 and a draft mail; the tables are kept as returned,
 * so that the grid shows it and the re-sent file is matched against it.
 */
export async function writeReturns(
  context: Context,
  request: ReturnRequest,
  options: DispatchOptions,
): Promise<readonly ReturnedFile[]> {
  const store = context.store();
  const directory = readDirectory(store.read);
  const returning = planReturns(store.read, request);
  const folder = await returnFolder(context, request.out);
  const at = nowOf(request.asOf, context.deps.now);
  const outputs = createOutputSet();
  const place = { folder, outputs, at, passwords: request.passwords ?? [] };
  const written: { readonly returned: ReturningFile; readonly files: ReturnFiles }[] = [];
  const ids: number[] = [];
  try {
    for (const returned of returning) {
      refuseCancelled(options);
      options.onProgress?.({ step: 'write', done: written.length, total: returning.length, label: returned.file.name });
      written.push({ returned, files: await writeReturnFiles(context, directory, place, returned) });
    }
    refuseCancelled(options);
    // Files without their lines would be returns nobody knows of, lines without files returns that never went out.
    store.write((db) => {
      for (const { returned } of written)
        ids.push(saveReturn(db, returned, { at, by: request.by ?? '', errorsOnly: request.errorsOnly ?? false }));
      outputs.place();
    });
  } catch (error) {
    outputs.takeBack();
    throw error;
  } finally {
    await outputs.discard();
  }
  return written.map(({ returned, files }, index) => {
    const { file, unit, tables, items } = returned;
    return {
      id: ids[index] ?? 0,
      source: file.name,
      unit,
      unitName: directory.units.find((one) => one.id === unit)?.name ?? unit,
      duties: [...new Set(tables.map(({ scope }) => scope.duty))],
      periods: [...new Set(tables.map(({ scope }) => scope.period))],
      workbook: files.workbook.path,
      enclosed: files.enclosed,
      notice: files.notice.path,
      mail: files.mail.path,
      mailTo: files.mailTo,
      findings: items.length,
      errors: items.filter((item) => item.severity === 'error').length,
      files: [files.workbook, files.notice, files.mail],
    };
  });
}

function refuseCancelled({ signal }: DispatchOptions): void {
  if (signal?.aborted) throw new Refusal('cancelled');
}

/** Writes a line per table; returns the id of the first. */
function saveReturn(
  db: WriteDb,
  { file, tables }: ReturningFile,
  { at, by, errorsOnly }: { readonly at: Moment; readonly by: string; readonly errorsOnly: boolean },
): number {
  // Writing files takes seconds; what was taken back meanwhile is not returned.
  if (getBatch(db, file.batch)?.undoneAt !== null) throw new Refusal('batch_undone', file.batch);
  const groups = Map.groupBy(tables, ({ scope }) => Object.values(scope).join('|'));
  const ids = [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const items = own.flatMap((one) => one.items);
    const id = saveSlip(db, {
      ...first.scope,
      at,
      by,
      batch: file.batch,
      importedFile: file.id,
      source: file.name,
      findings: items.length,
      errors: items.filter((item) => item.severity === 'error').length,
      items: items.flatMap((item): SlipItem[] => {
        const { key, rule, field } = item;
        return key === null ? [] : [{ key, rule, field, ...(causesReturn(item, errorsOnly) ? {} : { told: true }) }];
      }),
    });
    logAction(db, at, 'return.write', String(id), `${file.batch} ${file.name} ${items.length}`, by);
    return [id];
  });
  return ids[0] ?? 0;
}

/** Returns so far, newest first. */
export function listReturns(context: Context, query: Args<'returns.list'>): readonly ReturnSlip[] {
  const db = context.store().read;
  return listSlips(db, query).map((row) => slipOf(db, row, context.deps.now()));
}

/** Takes a return back: the grid shows the submission as received again. The written files stay where they are. */
export function withdrawReturn(context: Context, { id, by = '' }: Args<'returns.withdraw'>): ReturnSlip {
  return context.store().write((db) => {
    const [row] = listSlips(db, { id });
    if (!row || row.withdrawnAt !== null) throw new Refusal('return_unknown', String(id));
    refuseLocked(context, db, [row.period]);
    const withdrawnAt = context.deps.now();
    withdrawSlip(db, id, withdrawnAt);
    logAction(db, withdrawnAt, 'return.withdraw', String(id), '', by);
    return slipOf(db, { ...row, withdrawnAt }, withdrawnAt);
  });
}

function slipOf(db: ReadDb, row: SlipRow, now: Moment): ReturnSlip {
  const { importedFile, items: _items, ...slip } = row;
  return { ...slip, file: importedFile, resentAt: resentAt(db, row), open: openCount(db, row, now) };
}
