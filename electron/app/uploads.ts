import { statSync } from 'node:fs';
import { format, parse } from 'node:path';
import { lastAction, logAction } from '../../db/queries/audit.ts';
import {
  getUpload,
  goneRecords,
  insertUpload,
  markUploadUndone,
  nextUploadId,
  uploadedItems,
  uploadRecords,
  listUploads as uploads,
} from '../../db/queries/uploads.ts';
import type { ReadDb } from '../../db/types.ts';
import type { Template } from '../contract/templates.ts';
import type { Period } from '../contract/time.ts';
import type { GoneRecord, Upload, UploadPreview, UploadResult } from '../contract/uploads.ts';
import type { Args } from '../contract.ts';
import { type Consolidation, consolidate } from '../core/consolidate.ts';
import { dayOf, periodTitle } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { uploadIdentity } from '../core/uploadIdentity.ts';
import { writeUploadWorkbook } from '../io/workbooks/uploadWorkbook.ts';
import { type Context, readDirectory } from './context.ts';
import { createOutputSet, outputPath } from './outputs.ts';
import { periodsIn } from './status.ts';

/** What a consolidated upload (汇总上报) of a template and period would hold, and what is held back why. */
export function previewUpload(context: Context, { template, period }: Args<'uploads.preview'>): UploadPreview {
  const asked = { template: templateOf(context, template), period, includeChanged: false };
  const { rows, held, gone } = gather(context, context.store().read, asked);
  const units = [...Map.groupBy(rows, (row) => row.unit)].map(([unit, own]) => ({ unit, rows: own.length }));
  return { template, period, rows: rows.length, units, held, gone };
}

/**
 * Writes all compliant records of a template and period that were not uploaded yet into one workbook and marks them. The marks and the file
 * come together or not at all, so that nothing is uploaded twice or forgotten; no earlier workbook is written over.
 */
export async function writeUpload(
  context: Context,
  { template, period, includeChanged = false, out, by = '' }: Args<'uploads.write'>,
): Promise<UploadResult> {
  const store = context.store();
  const known = templateOf(context, template);
  const asked = { template: known, period, includeChanged };
  for (let round = 0; round < ROUNDS; round++) {
    const stand = lastAction(store.read);
    const { rows, held, gone } = gather(context, store.read, asked);
    if (rows.length === 0) return { upload: null, rows: 0, held, gone, written: null };
    const path = freePlace(await outputPath(context, out, `汇总上报-${known.title}-${periodTitle(period)}.xlsx`));
    const outputs = createOutputSet();
    try {
      const written = await outputs.add(path, await writeUploadWorkbook(known, valuesOf(rows)));
      const upload = store.write((db) => {
        if (lastAction(db) !== stand) return null;
        const now = context.deps.now();
        const id = nextUploadId(db, dayOf(now));
        insertUpload(db, { id, at: now, template, period, rows: rows.length, file: path }, rows);
        logAction(db, now, 'upload.write', id, `${template} ${period} ${rows.length}`, by);
        outputs.place();
        return id;
      });
      if (upload !== null) return { upload, rows: rows.length, held, gone, written };
    } catch (error) {
      // The transaction may fail at its very end, with the file in its place.
      outputs.takeBack();
      throw error;
    } finally {
      await outputs.discard();
    }
  }
  throw new Refusal('plan_changed');
}

/** Uploads so far, newest first. */
export function listUploads(context: Context): readonly Upload[] {
  return uploads(context.store().read);
}

/** Takes an upload back: its records may be uploaded again. The written file stays where it is. */
export function undoUpload(context: Context, { id, by = '' }: Args<'uploads.undo'>): Upload {
  return context.store().write((db) => {
    const found = getUpload(db, id);
    if (!found || found.undoneAt !== null) throw new Refusal('upload_unknown', id);
    const undoneAt = context.deps.now();
    markUploadUndone(db, id, undoneAt);
    logAction(db, undoneAt, 'upload.undo', id, '', by);
    return { ...found, undoneAt };
  });
}

const ROUNDS = 5;

function* valuesOf(rows: Consolidation['rows']) {
  for (const row of rows) yield row.values;
}

/** The place itself, or the first with a number behind its name where nothing is: `汇总上报(2).xlsx`. */
function freePlace(path: string): string {
  const { dir, name, ext } = parse(path);
  for (let number = 1; ; number++) {
    const place = number === 1 ? path : format({ dir, name: `${name}(${number})`, ext });
    const there = statSync(place, { throwIfNoEntry: false });
    if (!there) return place;
    if (there.isDirectory()) throw new Refusal('output_failed', place);
  }
}

interface Asked {
  readonly template: Template;
  readonly period: Period;
  readonly includeChanged: boolean;
}

/** The records in the order of the units, then of period, file and row. */
function gather(
  context: Context,
  db: ReadDb,
  { template, period, includeChanged }: Asked,
): Consolidation & { readonly gone: readonly GoneRecord[] } {
  const directory = readDirectory(db);
  const place = new Map(directory.units.map((unit, index) => [unit.id, index]));
  const names = new Map(directory.units.map((unit) => [unit.id, unit.name]));
  const last = directory.units.length;
  const periods = periodsIn(directory, period, context.calendar);
  const records = uploadRecords(db, template.id, periods)
    .map((record) => ({ ...record, identity: uploadIdentity(record.values, template) }))
    .sort((a, b) => (place.get(a.unit) ?? last) - (place.get(b.unit) ?? last));
  const uploaded = uploadedItems(db, template, records);
  const unitName = (id: string): string => names.get(id) ?? id;
  const parted = consolidate({ template, records, uploaded, includeChanged, unitName });
  return { ...parted, gone: goneRecords(db, template.id, periods) };
}

function templateOf({ resources }: Context, id: string): Template {
  const template = resources.templates.find((one) => one.id === id);
  if (!template) throw new Refusal('template_unknown', id);
  return template;
}
