import type { SheetView } from './sheetView.ts';

/** A block of cells, 1-based, ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The cells of a block as a sheet of their own; addresses stay those of the sheet. */
export function viewBlock(view: SheetView, { top, bottom, left, right }: Block): SheetView {
  const isWide = left <= 1 && right === Number.POSITIVE_INFINITY;
  const row: SheetView['row'] = (number) => {
    const source = number < top || number > bottom ? undefined : view.row(number);
    if (isWide || source === undefined) return source;
    const cells = source.cells.filter((cell) => cell.column >= left && cell.column <= right);
    return cells.length === 0 ? undefined : { ...source, cells };
  };
  const rowNumbers = view.rowNumbers.filter(
    (number) => number >= top && number <= bottom && (isWide || row(number) !== undefined),
  );
  return {
    sheet: view.sheet,
    rowNumbers,
    lastRow: rowNumbers.at(-1) ?? 0,
    row,
    cell: (number, column) =>
      number < top || number > bottom || column < left || column > right ? undefined : view.cell(number, column),
    mergeAt: (number, column) => view.mergeAt(number, column),
  };
}

/** A block with the whole width of the lines that head the sheet. */
export function viewBelow(heading: SheetView, block: SheetView): SheetView {
  const last = heading.lastRow;
  const of = (number: number): SheetView => (number <= last ? heading : block);
  return {
    sheet: block.sheet,
    rowNumbers: [...heading.rowNumbers, ...block.rowNumbers.filter((number) => number > last)],
    lastRow: block.lastRow,
    row: (number) => of(number).row(number),
    cell: (number, column) => of(number).cell(number, column),
    mergeAt: (number, column) => of(number).mergeAt(number, column),
  };
}
