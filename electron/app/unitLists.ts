import { basename } from 'node:path';
import { logAction } from '../../db/queries/audit.ts';
import { listGroups, listUnits, putUnit, setGroupUnits } from '../../db/queries/units.ts';
import type { ReadDb } from '../../db/types.ts';
import type { WrittenFile } from '../contract/circulars.ts';
import type { UnitImport, UnitTwins } from '../contract/units.ts';
import { fileSentence } from '../contract/words.ts';
import type { Args } from '../contract.ts';
import { enteredContacts } from '../core/contacts.ts';
import { dayOf } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { unitCells } from '../core/unitCells.ts';
import { planUnitList } from '../core/unitList.ts';
import { type UnitListTable, unitListTable } from '../core/unitListTable.ts';
import { unitTwins } from '../core/unitTwins.ts';
import { keepingClosed } from './closedPeriods.ts';
import { type Context, readDirectory } from './context.ts';
import { outputPath, writeOutput } from './outputs.ts';
import { freeId, listGroups as groupsToday } from './units.ts';
import { unitsInForce } from './unitsInForce.ts';

/** Units that may be one and the same. */
export function findTwins(context: Context): readonly UnitTwins[] {
  const { units, office } = readDirectory(context.store().read);
  return unitTwins(units, office.county);
}

/** Writes the unit list as a workbook that `units.read` reads again. */
export async function writeUnits(context: Context, { out }: Args<'units.write'>): Promise<WrittenFile> {
  const { read } = context.store();
  const { office } = readDirectory(read);
  const units = unitsInForce(read);
  const groups = groupsToday(context);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const rows = units.map((unit) =>
    unitCells(unit, {
      unitName: (id) => names.get(id) ?? id,
      groups: groups.filter((group) => group.units.includes(unit.id)).map(({ id }) => id),
    }),
  );
  const path = await outputPath(context, out, `${office.county}成员单位名录.xlsx`);
  // The library is large and rarely needed: it loads with the first output, not with the program.
  const { writeUnitListWorkbook } = await import('../io/workbooks/unitListWorkbook.ts');
  return writeOutput(path, await writeUnitListWorkbook(rows, office.office));
}

/**
 * Reads a unit list; `dryRun` only tells what it would do. What is written is written at once, and nothing of it where it changes what a
 * closed period owed (`period_locked`).
 */
export async function readUnits(
  context: Context,
  { path, dryRun = false, by = '' }: Args<'units.read'>,
): Promise<UnitImport> {
  const table = await tableOf(context, path);
  const store = context.store();
  if (dryRun) return importOf(planOf(context, store.read, table), table, false);
  return store.write((db) => {
    const plan = planOf(context, db, table);
    if (plan.units.length + plan.groups.length === 0) return importOf(plan, table, false);
    const at = context.deps.now();
    const ids = new Set(plan.units.map(({ id }) => id));
    const before = listUnits(db).filter(({ id }) => ids.has(id));
    const changed = new Set(plan.groups.map(({ id }) => id));
    const groups = listGroups(db).filter(({ id }) => changed.has(id));
    keepingClosed(context, db, () => {
      for (const unit of plan.units) {
        const entered = before.find(({ id }) => id === unit.id)?.contacts ?? [];
        const shown = plan.known.find(({ id }) => id === unit.id)?.contacts ?? [];
        putUnit(db, { ...unit, contacts: enteredContacts(unit.contacts, { entered, shown, at }) });
      }
      for (const group of plan.groups) setGroupUnits(db, group);
    });
    logAction(
      db,
      at,
      'unit.read',
      basename(path),
      JSON.stringify({ before: { units: before, groups }, rows: plan.rows }),
      by,
    );
    return importOf(plan, table, true);
  });
}

/** What a unit list does, with the units as they were shown before. */
function planOf(context: Context, db: ReadDb, table: UnitListTable) {
  const known = unitsInForce(db);
  const plan = planUnitList(table, {
    units: known,
    groups: listGroups(db),
    today: dayOf(context.deps.now()),
    newId: (taken) => freeId(known, taken),
  });
  return { ...plan, known };
}

function importOf({ rows }: Pick<UnitImport, 'rows'>, { unknownColumns }: UnitListTable, written: boolean): UnitImport {
  const count = (act: UnitImport['rows'][number]['act']): number => rows.filter((row) => row.act === act).length;
  return { rows, added: count('add'), changed: count('change'), refused: count('refuse'), unknownColumns, written };
}

async function tableOf(context: Context, path: string): Promise<UnitListTable> {
  const name = basename(path);
  const read = await context.intake.read(path, name);
  if (read.kind !== 'workbook')
    throw new Refusal(
      'file_unreadable',
      read.code ? fileSentence(read.code, name, read.detail) : `“${name}”是${read.detail}，不是表格。`,
    );
  const table = unitListTable(read.workbook.sheets);
  if (!table)
    throw new Refusal(
      'file_unreadable',
      `“${name}”里没有单位名录：前 10 行里要有一行表头，其中有“简称”或“全称”。请先导出名录，在它上面修改。`,
    );
  return table;
}
