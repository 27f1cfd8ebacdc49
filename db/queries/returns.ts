import { and, asc, desc, eq, exists, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Moment, Period } from '../../electron/contract/time.ts';
import type { Scope } from '../../electron/core/planImport.ts';
import type { StandingFinding } from '../../electron/core/returnItems.ts';
import { batch, finding, importedFile, record, returnSlip, sighting } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inScope } from './scope.ts';

export type SlipRow = typeof returnSlip.$inferSelect;
/** What was returned of a record. `told`: it went back with the others and did not cause the return (notices, 核实 beside errors). */
export interface SlipItem {
  readonly key: string;
  readonly rule: string;
  readonly field: string | null;
  readonly told?: true;
}

export type NewSlip = Omit<SlipRow, 'id' | 'withdrawnAt' | 'items'> & {
  /** What was returned of records, to match the re-sent file against. */
  readonly items: readonly SlipItem[];
};

/**
 * Writes that a table was sent back; returns the id. A table returned before and not withdrawn keeps its line and its first moment: what
 * goes back now takes the place of what went back then.
 */
export function saveSlip(db: WriteDb, slip: NewSlip): number {
  const { importedFile, unit, duty, period, template } = slip;
  const same = and(
    isNull(returnSlip.withdrawnAt),
    eq(returnSlip.importedFile, importedFile),
    eq(returnSlip.unit, unit),
    eq(returnSlip.duty, duty),
    eq(returnSlip.period, period),
    eq(returnSlip.template, template),
  );
  const open = db.select({ id: returnSlip.id }).from(returnSlip).where(same).get();
  if (!open)
    return Number(
      db
        .insert(returnSlip)
        .values({ ...slip, withdrawnAt: null })
        .run().lastInsertRowid,
    );
  const { findings, errors, items, by } = slip;
  db.update(returnSlip).set({ findings, errors, items, by }).where(eq(returnSlip.id, open.id)).run();
  return open.id;
}

/** Returns as kept, newest first; every filter may be left out. */
export function listSlips(
  db: ReadDb,
  filter: {
    readonly id?: number;
    readonly unit?: string | undefined;
    readonly period?: Period | undefined;
    readonly batch?: string | undefined;
  },
): SlipRow[] {
  return db
    .select()
    .from(returnSlip)
    .where(
      and(
        filter.id === undefined ? undefined : eq(returnSlip.id, filter.id),
        filter.unit === undefined ? undefined : eq(returnSlip.unit, filter.unit),
        filter.period === undefined ? undefined : eq(returnSlip.period, filter.period),
        filter.batch === undefined ? undefined : eq(returnSlip.batch, filter.batch),
      ),
    )
    .orderBy(desc(returnSlip.at), desc(returnSlip.id))
    .all();
}

/** Takes a return back; its line stays. */
export function withdrawSlip(db: WriteDb, id: number, at: Moment): void {
  db.update(returnSlip).set({ withdrawnAt: at }).where(eq(returnSlip.id, id)).run();
}

/** Takes the returns of a batch back, when the batch itself is. */
export function withdrawSlipsOf(db: WriteDb, batch: string, at: Moment): void {
  db.update(returnSlip)
    .set({ withdrawnAt: at })
    .where(and(eq(returnSlip.batch, batch), isNull(returnSlip.withdrawnAt)))
    .run();
}

/** A file that was imported, as far as a return needs it. */
export interface FileRow {
  readonly id: number;
  readonly batch: string;
  readonly name: string;
  readonly sha256: string;
  /** Its batch was taken back. */
  readonly isUndone: boolean;
}

/** The imported files of a batch in their order, or of all. */
export function importedFiles(db: ReadDb, of: { readonly batch?: string }): FileRow[] {
  const { id, name, sha256 } = importedFile;
  return db
    .select({ id, batch: importedFile.batch, name, sha256, isUndone: sql<number>`${batch.undoneAt} is not null` })
    .from(importedFile)
    .innerJoin(batch, eq(batch.id, importedFile.batch))
    .where(of.batch === undefined ? undefined : eq(importedFile.batch, of.batch))
    .orderBy(asc(id))
    .all()
    .map((row) => ({ ...row, isUndone: row.isUndone === 1 }));
}

const own = alias(record, 'own');
const seen = alias(record, 'seen');

/**
 * What the records that a sheet of an imported file brought or held hold now: findings of their current versions, with the row of that
 * sheet where the file brought a version (null: it held one that was there) and whether a clerk let them pass.
 */
export function standingFindings(
  db: ReadDb,
  scope: Scope,
  { batch: of, file, sheet }: { readonly batch: string; readonly file: string; readonly sheet: string },
): StandingFinding[] {
  const { id, field, rule, value, confirmedReason } = finding;
  const wasSeen = db
    .select({ one: sql`1` })
    .from(sighting)
    .innerJoin(seen, eq(seen.id, sighting.record))
    .where(and(eq(sighting.batch, of), eq(seen.lineage, record.lineage)));
  const brought = and(eq(own.lineage, record.lineage), eq(own.batch, of), eq(own.file, file), eq(own.sheet, sheet));
  return db
    .select({ id, key: record.key, row: own.row, field, rule, value, confirmedReason })
    .from(record)
    .innerJoin(finding, eq(finding.record, record.id))
    .leftJoin(own, brought)
    .where(and(inScope(record, scope), eq(record.state, 'current'), or(isNotNull(own.id), exists(wasSeen))))
    .orderBy(asc(id))
    .all();
}
