import type { TablePlan } from '../contract/imports.ts';
import type { StoredRecord } from '../contract/records.ts';

/**
 * The table of a file that a stored record was read from, among those of its sheet: of its unit, template and period, and around its row. Two
 * that stand side by side are told apart by a cell found wrong; undefined where nothing tells them apart, and where there is none.
 */
export function tableOfRecord(
  tables: readonly TablePlan[],
  record: Pick<StoredRecord, 'sheet' | 'template' | 'unit' | 'period' | 'row' | 'findings'>,
): TablePlan | undefined {
  const { sheet, template, unit, period, row, findings } = record;
  const likely = tables.filter((one) => one.sheet === sheet && one.template === template && one.unit?.id === unit);
  const ofPeriod = likely.filter((one) => one.period === period);
  const around = (ofPeriod.length > 0 ? ofPeriod : likely).filter((one) => holds(one, row));
  const nearest = Math.max(...around.map((one) => one.headerRow));
  const [only, ...others] = around.filter((one) => one.headerRow === nearest);
  if (others.length === 0) return only;
  return [only, ...others].find((one) =>
    one?.columns.some(({ column, field }) =>
      findings.some((finding) => finding.field === field && finding.cell === `${column}${row}`),
    ),
  );
}

/** Whether a row lies in the block that a part names (`A12:H30`), or, where it names none, below the header. */
function holds({ part, headerRow }: TablePlan, row: number): boolean {
  const [, top, bottom] = /^[A-Z]+(\d+):[A-Z]+(\d+)(?:@|$)/u.exec(part) ?? [];
  if (top !== undefined && bottom !== undefined) return row >= Number(top) && row <= Number(bottom);
  return row > headerRow;
}
