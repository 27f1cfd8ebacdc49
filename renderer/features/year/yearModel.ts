import type { Grid, GridCell } from '../../../electron/contract/status.ts';
import { type CellCounts, countCells, isOverdue } from '../../parts/cellCounts.ts';
import { kindOfPeriod, startOfPeriod } from '../../parts/periods.ts';

/** Whose year it is: of a unit the lines are its duties, of a duty its units. */
export type YearSubject = 'unit' | 'duty';

/** Squares that stand side by side over one or more months: the weeks of a month, or one month, quarter, half or whole year. */
export interface YearBlock {
  /** Months, 0–11. */
  readonly from: number;
  readonly span: number;
  readonly squares: readonly GridCell[];
  /** Place of the first square in its line. */
  readonly first: number;
}

export interface YearLine extends CellCounts {
  readonly key: string;
  /** Unit or duty. */
  readonly id: string;
  readonly title: string;
  readonly cells: readonly GridCell[];
  readonly blocks: readonly YearBlock[];
  /** Late and still owed. */
  readonly owes: number;
}

export interface YearModel extends CellCounts {
  readonly lines: readonly YearLine[];
  /** The most squares that stand in one month. */
  readonly crowd: number;
}

/** Named things in the order in which their lines stand. */
export type Named = readonly { readonly id: string; readonly title: string }[];

/**
 * Lays the squares of a year out as lines over twelve months. A line holds periods of one length, so that a duty whose rhythm changed
 * has two. What no list names comes last under its id. Pure.
 */
export function yearModel({ cells, asOf, period }: Grid, subject: YearSubject, named: Named): YearModel {
  const place = new Map(named.map(({ id }, index) => [id, index]));
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  const byLine = Map.groupBy(cells, (cell) => `${subject === 'unit' ? cell.duty : cell.unit} ${spanOf(cell)}`);
  const lines = [...byLine].map(([key, unsorted]): YearLine => {
    const squares = unsorted.toSorted((a, b) => a.period.localeCompare(b.period));
    const [first] = squares;
    const id = first === undefined ? '' : subject === 'unit' ? first.duty : first.unit;
    return {
      key,
      id,
      title: titles.get(id) ?? id,
      cells: squares,
      blocks: blocksOf(squares, period),
      owes: squares.filter((cell) => isOverdue(cell, asOf)).length,
      ...countCells(squares, asOf),
    };
  });
  const last = named.length;
  lines.sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last) || a.key.localeCompare(b.key));
  const crowd = Math.max(1, ...lines.flatMap((line) => line.blocks.map(({ squares }) => squares.length)));
  return { lines, crowd, ...countCells(cells, asOf) };
}

/** Where the keyboard is; `at`: place of the square in its line, -1 the line's name. */
export interface YearPlace {
  readonly line: number;
  readonly at: number;
}

/** The square of another line that stands over the same month, or the nearest before it. */
export function sameMonth(place: YearPlace, wanted: number, lines: readonly YearLine[]): YearPlace {
  const line = clamp(wanted, 0, lines.length - 1);
  const own = lines[place.line]?.blocks.findLast(({ first }) => first <= place.at);
  if (place.at < 0 || own === undefined) return { line, at: place.at };
  const month = own.from + Math.floor((own.span - 1) / 2);
  const blocks = lines[line]?.blocks ?? [];
  const block = blocks.findLast(({ from }) => from <= month) ?? blocks[0];
  if (block === undefined) return { line, at: -1 };
  return { line, at: block.first + Math.min(place.at - own.first, block.squares.length - 1) };
}

/** A number kept within bounds, the least winning. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

const SPANS = { week: 1, month: 1, quarter: 3, half: 6, year: 12 } as const;

function spanOf(cell: GridCell): number {
  const kind = kindOfPeriod(cell.period);
  // Weeks and months never share a line.
  return kind === 'week' ? 0 : SPANS[kind];
}

function blocksOf(squares: readonly GridCell[], year: string): YearBlock[] {
  const blocks: YearBlock[] = [];
  for (const [at, cell] of squares.entries()) {
    const from = monthOf(cell, year);
    const before = blocks.at(-1);
    if (before && before.from === from) blocks[blocks.length - 1] = { ...before, squares: [...before.squares, cell] };
    else blocks.push({ from, span: SPANS[kindOfPeriod(cell.period)], squares: [cell], first: at });
  }
  return blocks;
}

/** The month a period begins in; a week stands where it is due, as in the grid of a month. */
function monthOf({ period, due: moment }: GridCell, year: string): number {
  const due = moment ?? startOfPeriod(period).format('YYYY-MM-DD');
  const part = Number(period.slice(5).replace(/\D/g, '')) || 1;
  switch (kindOfPeriod(period)) {
    case 'week':
      if (!due.startsWith(year)) return due < year ? 0 : 11;
      return Number(due.slice(5, 7)) - 1;
    case 'month':
      return part - 1;
    case 'quarter':
      return (part - 1) * 3;
    case 'half':
      return (part - 1) * 6;
    case 'year':
      return 0;
  }
}
