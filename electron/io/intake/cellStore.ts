import { type CellStyle, type CompactCells, createCompactCells } from './compactCells.ts';
import { createHeapGuard } from './heapGuard.ts';
import type { IntakeLimits } from './limits.ts';
import { createStringPool, type StringPool } from './stringPool.ts';

/** Where the reader of one file puts cells and strings, both within the limits of that file. */
export interface CellStore {
  readonly strings: StringPool;
  readonly cells: CompactCells;
  /** Throws when memory runs short. */
  readonly guard: () => void;
}

/** Makes the store. Styles may be added to the list while the file is read; a cell of none of them is `General`. */
export function createCellStore(limits: IntakeLimits, styles: readonly CellStyle[] = [], date1904 = false): CellStore {
  const budget = { left: limits.maxStored };
  const strings = createStringPool(budget);
  const guard = createHeapGuard(limits.maxHeap);
  const cells = createCompactCells({ strings, styles, date1904, budget, maxCells: limits.maxCells, guard });
  return { strings, cells, guard };
}
