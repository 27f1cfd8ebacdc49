import type { Day } from '../contract/time.ts';
import type { Contact, UnitGroup, UnitImport } from '../contract/units.ts';
import { foldText } from './fold.ts';
import { changeGroup, groupOn } from './groupHistory.ts';
import { addDays } from './period.ts';
import type { ProfileUnit } from './profile.ts';
import { Refusal } from './refusal.ts';
import { readAliases, readContacts, readDay, readFormerNames, readGroupIds, readKind, unitCells } from './unitCells.ts';
import { impossible, keptSuccession, parentLoop } from './unitHistory.ts';
import { UNIT_COLUMNS, type UnitCells, type UnitColumn, type UnitListTable } from './unitListTable.ts';
import { takenName } from './unitNaming.ts';

export interface UnitListInput {
  readonly units: readonly ProfileUnit[];
  readonly groups: readonly UnitGroup[];
  readonly today: Day;
  readonly newId: (taken: ReadonlySet<string>) => string;
}

/** What reading a unit list would do, row by row, and what it would write. */
export interface UnitListPlan {
  readonly rows: UnitImport['rows'];
  readonly units: readonly ProfileUnit[];
  readonly groups: readonly UnitGroup[];
}

/** A row as read: the unit it makes, and the groups it is to be in; null: the list does not say. */
interface Entry {
  readonly before: ProfileUnit | null;
  readonly unit: ProfileUnit;
  readonly groups: readonly string[] | null;
  readonly remarks: readonly string[];
}

interface Outcome {
  readonly row: number;
  readonly name: string;
  readonly cells: UnitCells;
  /** Why it is refused, or what it makes. */
  readonly entry: Entry | string;
}

/**
 * The plan of reading a unit list: a row is the unit of its number, else of its official or short name, else a new one. Columns the list lacks
 * keep what is stored. A refused row changes nothing; the others do not wait for it. Groups change for always, as where they are edited.
 */
export function planUnitList(table: UnitListTable, input: UnitListInput): UnitListPlan {
  const taken = new Set(input.units.map(({ id }) => id));
  const rows = new Map<string, number>();
  let outcomes = table.rows.map(({ row, cells }): Outcome => {
    const entry = refusable(() => {
      const read = readRow(cells, taken, input);
      const earlier = rows.get(read.unit.id);
      if (earlier !== undefined) throw impossible(`与第 ${earlier} 行是同一个单位`);
      rows.set(read.unit.id, row);
      taken.add(read.unit.id);
      return read;
    });
    return { row, name: cells.name || cells.officialName || cells.id || '', cells, entry };
  });
  // A refused row takes its names back, on which another may have counted: until all agree.
  for (let before = -1, refused = 0; refused !== before; ) {
    before = refused;
    const units = merged(input.units, outcomes);
    outcomes = outcomes.map(({ entry, ...rest }) => ({
      ...rest,
      entry: typeof entry === 'string' ? entry : refusable(() => checked(entry, rest.cells, units)),
    }));
    refused = outcomes.filter(({ entry }) => typeof entry === 'string').length;
  }
  return resultOf(outcomes, input);
}

function refusable<T>(make: () => T): T | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return error.subject;
    throw error;
  }
}

function readRow(cells: UnitCells, taken: ReadonlySet<string>, input: UnitListInput): Entry {
  const before = unitOfRow(cells, input.units);
  const stored = before ?? newUnit(cells, taken, input);
  const given = <T>(text: string | undefined, read: (text: string) => T, kept: T): T =>
    text === undefined ? kept : read(text);
  const own = (role: Contact['role']) => stored.contacts.filter((contact) => contact.role === role);
  const leaders = readContacts('leader', cells, stored.contacts);
  const clerks = readContacts('clerk', cells, stored.contacts);
  const activeFrom = given(cells.activeFrom, (text) => readDay(text, UNIT_COLUMNS.activeFrom.title), stored.activeFrom);
  const activeTo = given(cells.activeTo, (text) => readDay(text, UNIT_COLUMNS.activeTo.title), stored.activeTo);
  if (activeFrom !== null && activeTo !== null && activeTo < activeFrom)
    throw impossible(`失效日期 ${activeTo} 早于生效日期 ${activeFrom}`);
  const unit: ProfileUnit = {
    ...stored,
    name: cells.name || stored.name,
    officialName: cells.officialName || stored.officialName,
    aliases: given(cells.aliases, readAliases, stored.aliases),
    kind: given(cells.kind || undefined, readKind, stored.kind),
    activeFrom,
    activeTo,
    formerNames: given(cells.formerNames, readFormerNames, stored.formerNames ?? []),
    note: cells.note ?? stored.note,
    contacts: leaders || clerks ? [...(leaders ?? own('leader')), ...(clerks ?? own('clerk'))] : stored.contacts,
    succession: keptSuccession(before, activeTo),
  };
  const groups = given(cells.groups, (text) => readGroups(text, input.groups), null);
  return { before, unit, groups, remarks: !before && !cells.kind ? ['没有填类别，先按“县直部门”登记'] : [] };
}

/** The stored unit a row is about; null: a new one. Names that several bear are refused. */
function unitOfRow(
  { id = '', name = '', officialName = '' }: UnitCells,
  units: readonly ProfileUnit[],
): ProfileUnit | null {
  if (id !== '') return units.find((unit) => unit.id === id) ?? null;
  for (const key of ['officialName', 'name'] as const) {
    const text = key === 'name' ? name : officialName;
    const found = text === '' ? [] : units.filter((unit) => foldText(unit[key]) === foldText(text));
    const ids = found.map((unit) => unit.id).join('、');
    if (found.length > 1) throw impossible(`有 ${found.length} 个单位叫“${text}”，请填编号（${ids}）`);
    if (found[0]) return found[0];
  }
  return null;
}

function newUnit(
  { id = '', name = '', officialName = '' }: UnitCells,
  taken: ReadonlySet<string>,
  input: UnitListInput,
): ProfileUnit {
  if (name === '' && officialName === '') throw impossible('简称和全称都没有填');
  if (id !== '' && !/^[A-Za-z0-9][\w-]{0,39}$/u.test(id))
    throw impossible(`编号“${id}”写法不对，只能用字母、数字和“-”；新单位可以不填编号`);
  return {
    id: id || input.newId(taken),
    name: name || officialName,
    officialName: officialName || name,
    aliases: [],
    kind: 'department',
    order: Math.max(0, ...input.units.map(({ order }) => order)) + taken.size - input.units.length + 1,
    activeFrom: null,
    activeTo: null,
    contacts: [],
    note: '',
    parent: null,
    formerNames: [],
    succession: null,
  };
}

function readGroups(text: string, groups: readonly UnitGroup[]): string[] {
  const ids = readGroupIds(text);
  const unknown = ids.find((id) => !groups.some((group) => group.id === id));
  if (unknown !== undefined) throw impossible(`没有分组“${unknown}”；分组要填编号，如 ${groups[0]?.id ?? '000-G1'}`);
  return ids;
}

/** All units as they would be. */
function merged(units: readonly ProfileUnit[], outcomes: readonly Outcome[]): ProfileUnit[] {
  const entries = outcomes.flatMap(({ entry }) => (typeof entry === 'string' ? [] : [entry.unit]));
  const changed = new Map(entries.map((unit) => [unit.id, unit]));
  const known = new Set(units.map(({ id }) => id));
  return [...units.map((unit) => changed.get(unit.id) ?? unit), ...entries.filter(({ id }) => !known.has(id))];
}

/** The entry with its parent, once all units of the list are known. A name that two would bear is refused. */
function checked(entry: Entry, cells: UnitCells, units: readonly ProfileUnit[]): Entry {
  const { before, unit } = entry;
  const parent = cells.parent === undefined ? (before?.parent ?? null) : parentOf(cells.parent, units);
  const loop = parentLoop(unit.id, parent, units);
  if (loop !== null) throw impossible(`上级绕成了圈，最后又归到“${loop}”`);
  const names = [unit.name, unit.officialName, ...unit.aliases];
  const had = new Set(before ? [before.name, before.officialName, ...before.aliases] : []);
  const last = unit.formerNames?.at(-1);
  const bearer = { id: unit.id, from: last ? addDays(last.until, 1) : unit.activeFrom, to: unit.activeTo };
  const taken = takenName(
    names.filter((name) => !had.has(name)),
    bearer,
    units,
  );
  if (taken) throw impossible(`名称或别名“${taken.name}”已被“${taken.owner}”使用`);
  return { ...entry, unit: { ...unit, parent } };
}

function parentOf(text: string, units: readonly ProfileUnit[]): string | null {
  if (text === '') return null;
  const isIt = (name: string): boolean => foldText(name) === foldText(text);
  const parent = units.find(({ id }) => id === text) ?? units.find((one) => isIt(one.name) || isIt(one.officialName));
  if (!parent) throw impossible(`上级“${text}”不在单位名录里`);
  return parent.id;
}

function resultOf(outcomes: readonly Outcome[], input: UnitListInput): UnitListPlan {
  const names = new Map(merged(input.units, outcomes).map(({ id, name }) => [id, name]));
  const unitName = (id: string): string => names.get(id) ?? id;
  const groups = input.groups.map((group) => groupOn(group, input.today));
  const groupsOf = (id: string) => groups.filter(({ units }) => units.includes(id)).map((group) => group.id);
  const written: ProfileUnit[] = [];
  const rows = outcomes.map(({ row, name, entry }): UnitImport['rows'][number] => {
    if (typeof entry === 'string')
      return { row, act: 'refuse', name, changes: [], message: `第 ${row} 行：${entry}。` };
    const { before, unit, remarks } = entry;
    const inGroups = before ? groupsOf(unit.id) : [];
    const after = unitCells(unit, { unitName, groups: inOrder(entry.groups ?? inGroups, groups) });
    const old = before && unitCells(before, { unitName, groups: inGroups });
    const changes = [...differences(old, after), ...remarks];
    if (before && changes.length === 0) return { row, act: 'keep', name: unit.name, changes, message: null };
    written.push(unit);
    return { row, act: before ? 'change' : 'add', name: unit.name, changes, message: null };
  });
  return { rows, units: written, groups: groupsAfter(outcomes, groups, input.today) };
}

const inOrder = (ids: readonly string[], groups: readonly UnitGroup[]): string[] =>
  groups.map(({ id }) => id).filter((id) => ids.includes(id));

/** `电话：0377-1 → 0377-2`; of a new unit what is filled in. */
function differences(before: Required<UnitCells> | null, after: Required<UnitCells>): string[] {
  // The keys of the table are the columns.
  return (Object.keys(UNIT_COLUMNS) as UnitColumn[]).flatMap((column) => {
    const { title } = UNIT_COLUMNS[column];
    if (column === 'id' || column === 'fate' || (before?.[column] ?? '') === after[column]) return [];
    const text = (cells: string): string => cells.replaceAll('\n', '；') || '（空）';
    return [before ? `${title}：${text(before[column])} → ${text(after[column])}` : `${title}：${text(after[column])}`];
  });
}

/** Groups whose members change. */
function groupsAfter(outcomes: readonly Outcome[], groups: readonly UnitGroup[], today: Day): UnitGroup[] {
  return groups.flatMap((group) => {
    let units = group.units;
    for (const { entry } of outcomes) {
      if (typeof entry === 'string' || entry.groups === null) continue;
      const { id } = entry.unit;
      const isIn = units.includes(id);
      if (isIn && !entry.groups.includes(group.id)) units = units.filter((one) => one !== id);
      if (!isIn && entry.groups.includes(group.id)) units = [...units, id];
    }
    return units === group.units ? [] : [changeGroup(group, units, { from: undefined, reason: '', today })];
  });
}
