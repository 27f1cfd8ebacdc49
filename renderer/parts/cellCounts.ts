import type { CellStatus, GridCell } from '../../electron/contract/status.ts';
import type { Moment } from '../../electron/contract/time.ts';
import { STATUS_ORDER } from '../words/status.ts';

/** What some squares come to. `due`: met, or past their due moment; the 上报率 is `met` of these. */
export interface CellCounts {
  readonly expected: number;
  readonly due: number;
  readonly met: number;
  readonly late: number;
}

/** Counts squares as the service counts them for the rates. */
export function countCells(cells: readonly GridCell[], asOf: Moment): CellCounts {
  const counts = { expected: 0, due: 0, met: 0, late: 0 };
  for (const cell of cells) {
    if (!isExpected(cell)) continue;
    counts.expected += 1;
    if (isMet(cell)) {
      counts.met += 1;
      if (cell.late) counts.late += 1;
    }
    if (isMet(cell) || isOverdue(cell, asOf)) counts.due += 1;
  }
  return counts;
}

/** Squares per status. */
export function countStatuses(cells: readonly GridCell[]): Record<CellStatus, number> {
  const counts = Object.fromEntries(STATUS_ORDER.map((status) => [status, 0])) as Record<CellStatus, number>; // all keys are in STATUS_ORDER
  for (const cell of cells) counts[cell.status] += 1;
  return counts;
}

/** Whether a square is owed at all. */
export function isExpected(cell: GridCell): boolean {
  return cell.assigned && cell.status !== 'exempt';
}

/** Whether what is owed has come, late or not. */
export function isMet(cell: GridCell): boolean {
  if (cell.status === 'returned') return isExpected(cell) && cell.returnedCounts === true;
  return isExpected(cell) && (cell.status === 'reported' || cell.status === 'late' || cell.status === 'zero');
}

/** Whether a square is owed, unmet and past its due moment. */
export function isOverdue(cell: GridCell, asOf: Moment): boolean {
  return isExpected(cell) && !isMet(cell) && cell.due !== null && cell.due < asOf;
}
