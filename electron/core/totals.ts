import type { Remark } from '../contract/imports.ts';
import { cellAddress, columnLetters } from './address.ts';
import { isSameAmount, roundedAmount } from './amounts.ts';
import { isVisible } from './fold.ts';
import { plainNumber, type RecognisedTable } from './tableFacts.ts';

/**
 * 合计 and 小计 lines compared with our own sum of each number column: of all rows so far, or of those since the last such line. 累计
 * goes further back than the table and is not compared.
 */
export function compareTotals({ view, template, columns, extracted }: RecognisedTable): Remark[] {
  const lines = extracted.skipped.filter(({ reason }) => reason === 'total_row' || reason === 'subtotal_row');
  const numbers = columns.filter((c) => template.columns.some((t) => t.id === c.field && t.type === 'number'));
  if (lines.length === 0) return [];
  const labelOf = (row: number): string =>
    view
      .row(row)
      ?.cells.find((cell) => isVisible(cell.text))
      ?.text.trim() ?? '';
  return numbers.flatMap(({ column, header }) => {
    const remarks: Remark[] = [];
    let [whole, sinceLast, at] = [0, 0, 0];
    for (const { row } of lines) {
      for (; (extracted.records[at] ?? row) < row; at++) {
        const cell = view.cell(extracted.records[at] ?? 0, column);
        const amount = (cell && plainNumber(cell)) ?? 0;
        whole += amount;
        sinceLast += amount;
      }
      const cell = view.cell(row, column);
      const said = cell ? plainNumber(cell) : null;
      if (
        said !== null &&
        !labelOf(row).includes('累计') &&
        !isSameAmount(said, whole) &&
        !isSameAmount(said, sinceLast)
      ) {
        const sums = [...new Set([whole, sinceLast])].map(shown).join(' 或 ');
        remarks.push({
          code: 'total_differs',
          severity: 'verify',
          cell: cellAddress(column, row),
          message: `第 ${row} 行“${labelOf(row)}”的 ${columnLetters(column)} 列“${header}”写的是 ${shown(said)}，按各行相加为 ${sums}。请核对。`,
        });
      }
      sinceLast = 0;
    }
    return remarks;
  });
}

/** Amounts have six decimals; sums of a workbook carry float noise. */
const shown = (amount: number): string => String(roundedAmount(amount));
