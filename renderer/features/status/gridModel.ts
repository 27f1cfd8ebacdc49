import type { Duty } from '../../../electron/contract/duties.ts';
import type { CellStatus, Grid, GridCell } from '../../../electron/contract/status.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';
import type { Unit, UnitKind } from '../../../electron/contract/units.ts';
import { UNMET } from '../../words/status.ts';
import { countStatuses, isExpected, isMet, isOverdue } from './cellCounts.ts';

/** What the clerk chose to see of the grid. Empty lists mean “all”. */
export interface GridFilters {
  readonly duties: readonly string[];
  readonly kinds: readonly UnitKind[];
  readonly statuses: readonly CellStatus[];
  readonly search: string;
  readonly onlyUnmet: boolean;
}

/** One sub-column: a duty's period (the weeks of a month stand side by side under their duty). */
export interface GridColumn {
  readonly duty: string;
  readonly period: Period;
  readonly due: Moment;
  readonly expected: number;
  readonly met: number;
  /** First sub-column of its duty; carries the thicker rule. */
  readonly first: boolean;
}

export interface GridDutyHead {
  readonly duty: string;
  readonly title: string;
  readonly span: number;
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
  { cells, asOf }: Pick<Grid, 'cells' | 'asOf'>,
  units: readonly Unit[],
  duties: readonly Duty[],
  filters: GridFilters,
): GridModel {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const chosen = cells.filter((cell) => isChosen(cell, unitOf.get(cell.unit), filters));
  const columns = columnsOf(chosen, duties);
  const columnIndex = new Map(columns.map((column, index) => [columnKey(column), index]));
  const titles = new Map(duties.map((duty) => [duty.id, duty.title]));
  const rows = rowsOf(chosen, columnIndex, columns.length, unitOf, asOf);
  return {
    heads: headsOf(columns, titles),
    columns,
    rows: rows.filter((row) => isShown(row, filters)),
    counts: countStatuses(chosen.filter((cell) => cell.assigned)),
    expected: chosen.filter(isExpected).length,
    due: chosen.filter((cell) => isMet(cell) || isOverdue(cell, asOf)).length,
    met: chosen.filter(isMet).length,
    extra: chosen.filter((cell) => !cell.assigned).length,
    units: rows.length,
  };
}

/** Whether a cell stands out under the status filters; the others are drawn pale. */
export function isHighlighted(cell: GridCell, filters: Pick<GridFilters, 'statuses' | 'onlyUnmet'>): boolean {
  if (filters.onlyUnmet && !UNMET.has(cell.status)) return false;
  return filters.statuses.length === 0 || filters.statuses.includes(cell.status);
}

function isChosen(cell: GridCell, unit: Unit | undefined, filters: GridFilters): boolean {
  if (filters.duties.length > 0 && !filters.duties.includes(cell.duty)) return false;
  if (filters.kinds.length > 0 && !(unit && filters.kinds.includes(unit.kind))) return false;
  const search = filters.search.trim();
  if (search === '') return true;
  return unit ? [unit.name, unit.officialName, ...unit.aliases].some((name) => name.includes(search)) : false;
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
      a.head.due.localeCompare(b.head.due) ||
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

function headsOf(columns: readonly GridColumn[], titles: ReadonlyMap<string, string>): GridDutyHead[] {
  const spans = new Map<string, number>();
  for (const column of columns) spans.set(column.duty, (spans.get(column.duty) ?? 0) + 1);
  return [...spans].map(([duty, span]) => ({ duty, title: titles.get(duty) ?? duty, span }));
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
