import type { CellState } from '../contract/figures.ts';
import type { GridCell } from '../contract/status.ts';
import type { Moment } from '../contract/time.ts';
import { isMet, isOverdue, isOwed } from './grid.ts';

/** Whether a square is one of those that a number of this state counts; the same rules as the rates (`rates.ts`). */
export function isCellIn(state: CellState, cell: GridCell, asOf: Moment): boolean {
  switch (state) {
    case 'expected':
      return isOwed(cell) && (isMet(cell) || isOverdue(cell, asOf));
    case 'met':
      return isOwed(cell) && isMet(cell);
    case 'onTime':
      return isOwed(cell) && isMet(cell) && !cell.late;
    case 'late':
      return isOwed(cell) && isMet(cell) && cell.late;
    case 'zero':
      return cell.assigned && cell.status === 'zero';
    case 'owed':
      return isOverdue(cell, asOf);
    case 'missing':
    case 'partial':
    case 'returned':
      return cell.status === state && isOverdue(cell, asOf);
    case 'pending':
      return isOwed(cell) && !isMet(cell) && !isOverdue(cell, asOf);
    case 'exempt':
      return cell.assigned && cell.status === 'exempt';
    case 'contradicted':
      return cell.contradicted === true;
    case 'sent':
      return cell.count > 0 && cell.status !== 'zero';
    default:
      return state satisfies never;
  }
}
