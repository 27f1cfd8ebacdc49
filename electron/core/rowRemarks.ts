import type { Remark } from '../contract/imports.ts';
import type { CellContent } from '../contract/sheets.ts';
import { columnLetters } from './address.ts';
import type { ExtractedRow } from './extract.ts';
import { foldText } from './fold.ts';

/** Looks at the rows of a table as they pass, for what is worth a remark though no rule of a record. */
export interface RowWatch {
  /** The row as read on: with consent 同上 and 〃 hold what the row above holds; the row as sent goes along. */
  see(row: ExtractedRow): ExtractedRow;
  remarks(): Remark[];
}

/** `fillDitto`: the clerk agreed that 同上 takes the value above (pitfalls §5.5, 154: never unasked). */
export function watchRows(fillDitto: boolean): RowWatch {
  let above: ExtractedRow | undefined;
  const dittos: string[] = [];
  const full: string[] = [];
  return {
    see(row) {
      const filled: [string, CellContent][] = [];
      for (const [field, cell] of row.cells) {
        if (cell.text.length >= LONGEST_CELL) full.push(`${columnLetters(cell.column)}${row.row}`);
        if (!isDitto(cell)) continue;
        dittos.push(`${columnLetters(cell.column)}${row.row}`);
        const source = above?.cells.get(field);
        if (fillDitto && source && !isDitto(source)) filled.push([field, { ...source, column: cell.column }]);
      }
      const read =
        filled.length === 0 ? row : { ...row, cells: new Map([...row.cells, ...filled]), sent: row.sent ?? row };
      above = read;
      return read;
    },
    remarks: () => [
      ...some(dittos, (cells, count) => ({
        code: 'ditto',
        severity: 'verify',
        cell: cells[0] ?? null,
        message: fillDitto
          ? `${count} 个单元格写“同上”，已按您的选择取上一行的值：${cells.join('、')}。`
          : `${count} 个单元格写“同上”之类，未替您填入：${cells.join('、')}。可选择按上一行的值读取，或让单位逐行填写。`,
      })),
      ...some(full, (cells, count) => ({
        code: 'cell_full',
        severity: 'verify',
        cell: cells[0] ?? null,
        message: `${count} 个单元格已满 ${LONGEST_CELL} 字，后面的内容可能被截断：${cells.join('、')}。请核对原文。`,
      })),
    ],
  };
}

/** A cell of Excel and WPS holds no more characters. */
const LONGEST_CELL = 32_767;
const SHOWN = 10;

/** 同上, 〃 and the like; nearly every cell is known not to be by its length. */
function isDitto(cell: CellContent): boolean {
  return cell.type === 'string' && cell.text.length <= 4 && DITTO.test(foldText(cell.text));
}
const DITTO = /^(同上|如上|同前|〃|"|'')$/u;

function some(cells: readonly string[], make: (first: readonly string[], count: number) => Remark): Remark[] {
  if (cells.length === 0) return [];
  const first = cells.slice(0, SHOWN);
  return [make(cells.length > SHOWN ? [...first, '…'] : first, cells.length)];
}
