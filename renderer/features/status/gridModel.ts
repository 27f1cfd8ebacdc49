import type { Cadence, Duty } from '../../../electron/contract/duties.ts';
import type { CellStatus, Grid, GridCell } from '../../../electron/contract/status.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';
import { UNIT_KINDS, type Unit, type UnitKind } from '../../../electron/contract/units.ts';
import { type CellCounts, countCells, countStatuses, isExpected, isMet, isOverdue } from '../../parts/cellCounts.ts';
import { lastDayOf, startOfPeriod } from '../../parts/periods.ts';
import { UNMET } from '../../words/status.ts';

/** What the clerk chose to see of the grid. Empty lists mean “all”. */
export interface GridFilters {
  readonly duties: readonly string[];
  readonly cadences: readonly Cadence[];
  readonly kinds: readonly UnitKind[];
  /** Unit groups (单位分组) by id. */
  readonly groups: readonly string[];
  readonly statuses: readonly CellStatus[];
  readonly search: string;
  readonly onlyUnmet: boolean;
  /** Lists the units under their kinds, with the counts of each. */
  readonly grouped: boolean;
}

/** One sub-column: a duty's period (the weeks of a month stand side by side under their duty). */
export interface GridColumn {
  readonly duty: string;
  readonly period: Period;
  /** Null: a duty without schedule, of which something came. */
  readonly due: Moment | null;
  readonly expected: number;
  readonly met: number;
  /** First sub-column of its duty; carries the thicker rule. */
  readonly first: boolean;
}

export interface GridDutyHead {
  readonly duty: string;
  readonly title: string;
  /** From or until when it is owed, where that is within the period, and whether some of its periods are left out; else ''. */
  readonly note: string;
  /** Its first column, and how many it has. */
  readonly from: number;
  readonly span: number;
}

/** The rows of one kind of unit, which stand together. */
export interface GridGroup extends CellCounts {
  readonly kind: UnitKind | null;
  /** Its first row, and how many it has. */
  readonly from: number;
  readonly span: number;
  readonly columns: readonly Pick<GridColumn, 'expected' | 'met'>[];
}

export interface GridRow {
  readonly unit: Pick<Unit, 'id' | 'name' | 'officialName'>;
  /** By column; null where the unit owes nothing and sent nothing. */
  readonly cells: readonly (GridCell | null)[];
  /** Late and still owed. */
  readonly owes: number;
}

export interface GridModel {
  readonly heads: readonly GridDutyHead[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** In the order of the rows; empty unless asked for. */
  readonly groups: readonly GridGroup[];
  /** Owed cells per status over the chosen duties and units, before the status filters. */
  readonly counts: Readonly<Record<CellStatus, number>>;
  /** Owed in the whole period, due or not. */
  readonly expected: number;
  /** Of these met, or past their due moment: what the 上报率 counts. */
  readonly due: number;
  readonly met: number;
  /** Sent by units that do not owe it; not in the other counts. */
  readonly extra: number;
  readonly units: number;
}

/** Lays the cells out as unit rows × duty-and-period columns and applies the filters. Pure, so the page only draws. */
export function gridModel(
  { cells, asOf, period, refused = [] }: Grid,
  units: readonly Unit[],
  duties: readonly Duty[],
  filters: GridFilters,
): GridModel {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const isChosen = chooser(filters, unitOf, new Map(duties.map((duty) => [duty.id, duty])));
  const chosen = cells.filter(isChosen);
  const columns = columnsOf(chosen, duties);
  const columnIndex = new Map(columns.map((column, index) => [columnKey(column), index]));
  const all = rowsOf(chosen, columnIndex, columns.length, unitOf, asOf);
  const rows = all.filter((row) => isShown(row, filters));
  const kindOf = (row: GridRow) => unitOf.get(row.unit.id)?.kind ?? null;
  const placed = filters.grouped ? rows.toSorted((a, b) => kindPlace(kindOf(a)) - kindPlace(kindOf(b))) : rows;
  const { expected, due, met } = countCells(chosen, asOf);
  return {
    heads: headsOf(columns, duties, period, new Set(refused.map(({ duty }) => duty))),
    columns,
    rows: placed,
    groups: filters.grouped ? groupsOf(placed, kindOf, columns.length, asOf) : [],
    counts: countStatuses(chosen.filter((cell) => cell.assigned)),
    expected,
    due,
    met,
    extra: chosen.filter((cell) => !cell.assigned).length,
    units: all.length,
  };
}

/** Whether a cell stands out under the status filters; the others are drawn pale. */
export function isHighlighted(cell: GridCell, filters: Pick<GridFilters, 'statuses' | 'onlyUnmet'>): boolean {
  if (filters.onlyUnmet && !UNMET.has(cell.status)) return false;
  return filters.statuses.length === 0 || filters.statuses.includes(cell.status);
}

/** Whether a cell is of the duties and units that were chosen. Units are looked at once, not once per cell. */
function chooser(
  filters: GridFilters,
  unitOf: ReadonlyMap<string, Unit>,
  dutyOf: ReadonlyMap<string, Duty>,
): (cell: GridCell) => boolean {
  const search = filters.search.trim();
  const isOneOf = <T>(chosen: readonly T[], value: T | undefined) =>
    chosen.length === 0 || (value !== undefined && chosen.includes(value));
  const takesUnit = (unit: Unit | undefined): boolean => {
    if (!isOneOf(filters.kinds, unit?.kind)) return false;
    if (filters.groups.length > 0 && !unit?.groups.some((group) => filters.groups.includes(group))) return false;
    if (search === '') return true;
    return unit ? [unit.name, unit.officialName, ...unit.aliases].some((name) => name.includes(search)) : false;
  };
  const known = new Map<string, boolean>();
  return ({ unit, duty }) => {
    if (!isOneOf(filters.duties, duty) || !isOneOf(filters.cadences, dutyOf.get(duty)?.cadence)) return false;
    const takes = known.get(unit) ?? takesUnit(unitOf.get(unit));
    known.set(unit, takes);
    return takes;
  };
}

function isShown(row: GridRow, filters: GridFilters): boolean {
  if (!filters.onlyUnmet && filters.statuses.length === 0) return true;
  return row.cells.some((cell) => cell !== null && isHighlighted(cell, filters));
}

function columnKey(cell: { readonly duty: string; readonly period: Period }): string {
  return `${cell.duty} ${cell.period}`;
}

function columnsOf(cells: readonly GridCell[], duties: readonly Duty[]): GridColumn[] {
  const order = new Map(duties.map((duty, index) => [duty.id, index]));
  const byKey = new Map<string, GridCell[]>();
  for (const cell of cells) {
    const column = byKey.get(columnKey(cell));
    if (column) column.push(cell);
    else byKey.set(columnKey(cell), [cell]);
  }
  const columns = [...byKey.values()].flatMap((column) => {
    const head = column.find((cell) => cell.assigned) ?? column[0];
    return head ? [{ head, expected: column.filter(isExpected).length, met: column.filter(isMet).length }] : [];
  });
  const rank = (duty: string) => order.get(duty) ?? duties.length;
  columns.sort(
    (a, b) =>
      rank(a.head.duty) - rank(b.head.duty) ||
      (a.head.due ?? a.head.period).localeCompare(b.head.due ?? b.head.period) ||
      a.head.period.localeCompare(b.head.period),
  );
  return columns.map(({ head, expected, met }, index) => ({
    duty: head.duty,
    period: head.period,
    due: head.due,
    expected,
    met,
    first: columns[index - 1]?.head.duty !== head.duty,
  }));
}

function headsOf(
  columns: readonly GridColumn[],
  duties: readonly Duty[],
  period: Period,
  refused: ReadonlySet<string>,
): GridDutyHead[] {
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  const spans = new Map<string, { readonly from: number; readonly span: number }>();
  for (const [index, { duty }] of columns.entries()) {
    const known = spans.get(duty);
    spans.set(duty, { from: known?.from ?? index, span: (known?.span ?? 0) + 1 });
  }
  return [...spans].map(([id, place]) => {
    const duty = dutyOf.get(id);
    const notes = [duty ? lastingNote(duty, period) : '', refused.has(id) ? NOT_ALL : ''];
    return { duty: id, title: duty?.title ?? id, note: notes.filter((note) => note !== '').join('，'), ...place };
  });
}

/** Of a duty some of whose periods fall due in a year without calendar. */
const NOT_ALL = '未列全';

/** `自3月1日起`, `5月31日止`: why the columns of a duty begin late or end early. */
function lastingNote({ from, to }: Duty, period: Period): string {
  const first = startOfPeriod(period).format('YYYY-MM-DD');
  const last = lastDayOf(period);
  const day = (text: string) => `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`;
  const notes = [];
  if (from && from > first && from <= last) notes.push(`自${day(from)}起`);
  if (to && to < last) notes.push(to < first ? `${to}止` : `${day(to)}止`);
  return notes.join('，');
}

function kindPlace(kind: UnitKind | null): number {
  return kind === null ? UNIT_KINDS.length : UNIT_KINDS.indexOf(kind);
}

function groupsOf(
  rows: readonly GridRow[],
  kindOf: (row: GridRow) => UnitKind | null,
  width: number,
  asOf: Moment,
): GridGroup[] {
  let from = 0;
  return [...Map.groupBy(rows, kindOf)].map(([kind, own]) => {
    const cells = own.flatMap((row) => row.cells.filter((cell) => cell !== null));
    const columns = Array.from({ length: width }, (_, at) => {
      const column = own.map((row) => row.cells[at]).filter((cell) => cell != null);
      return { expected: column.filter(isExpected).length, met: column.filter(isMet).length };
    });
    const group = { kind, from, span: own.length, columns, ...countCells(cells, asOf) };
    from += own.length;
    return group;
  });
}

function rowsOf(
  cells: readonly GridCell[],
  columnIndex: ReadonlyMap<string, number>,
  width: number,
  unitOf: ReadonlyMap<string, Unit>,
  asOf: Moment,
): GridRow[] {
  const byUnit = new Map<string, (GridCell | null)[]>();
  for (const cell of cells) {
    const row = byUnit.get(cell.unit) ?? new Array<GridCell | null>(width).fill(null);
    const index = columnIndex.get(columnKey(cell));
    if (index !== undefined) row[index] = cell;
    byUnit.set(cell.unit, row);
  }
  const rows = [...byUnit].map(([id, row]) => ({
    unit: unitOf.get(id) ?? { id, name: id, officialName: id },
    cells: row,
    owes: row.filter((cell) => cell !== null && isOverdue(cell, asOf)).length,
  }));
  const order = (id: string) => unitOf.get(id)?.order ?? Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => order(a.unit.id) - order(b.unit.id));
}
