import type { Remark } from '../contract/imports.ts';
import type { Column, RowSum, Template } from '../contract/templates.ts';
import { isSameAmount, roundedAmount } from './amounts.ts';
import type { Values } from './validate.ts';

/** Looks at the rows of a table as they pass, for numbers that should add up within a row and do not. */
export interface SumWatch {
  see(row: number, values: Values): void;
  remarks(): Remark[];
}

interface Shown {
  readonly address: (field: string, row: number) => string | null;
  readonly header: (column: Column) => string;
}

/**
 * The sums of the template (勾稽关系, domain.md §9). No rule code of a record speaks of sums: each is a remark to verify, at the cell
 * that should be the sum, with the number found and the one expected. Empty cells count as 0, an empty sum says nothing.
 */
export function watchSums(template: Template, { address, header }: Shown): SumWatch {
  const remarks: Remark[] = [];
  const columns = new Map(template.columns.map((column) => [column.id, column]));
  const named = (field: string): string => {
    const column = columns.get(field);
    return `“${column ? header(column) : field}”`;
  };
  return {
    see(row, values) {
      for (const sum of template.sums ?? []) {
        const found = numberOf(values, sum.field);
        const expected = found === null ? [] : sumsOf(sum, values);
        if (found === null || expected.length === 0 || expected.some((one) => isSameAmount(one, found))) continue;
        remarks.push({
          code: 'total_differs',
          severity: 'verify',
          cell: address(sum.field, row),
          message: `第 ${row} 行${named(sum.field)}写的是 ${found}，按${formula(sum, named)}应为 ${expected.join(' 或 ')}。请核对。`,
        });
      }
    },
    remarks: () => {
      const more = remarks.length - MOST_TOLD;
      if (more <= 0) return remarks;
      const rest = `另有 ${more} 处合计与各项相加不符，未逐一列出。请先改正以上各处再核对全表。`;
      return [...remarks.slice(0, MOST_TOLD), { code: 'total_differs', severity: 'verify', cell: null, message: rest }];
    },
  };
}

/** What the field may be; none where nothing is filled in that could be added. */
function sumsOf({ of, less }: RowSum, values: Values): number[] {
  const taken = total(less, values);
  const sums = of
    .filter((fields) => fields.some((field) => numberOf(values, field) !== null))
    .map((fields) => roundedAmount(total(fields, values) - taken));
  return [...new Set(sums)];
}

function total(fields: readonly string[], values: Values): number {
  return fields.reduce((sum, field) => sum + (numberOf(values, field) ?? 0), 0);
}

function numberOf(values: Values, field: string): number | null {
  const value = values.get(field)?.value;
  return typeof value === 'number' ? value : null;
}

function formula({ of, less }: RowSum, named: (field: string) => string): string {
  const readings = of.map((fields) => fields.map(named).join('＋')).join('，或');
  return less.length === 0 ? readings : `${readings}减去${less.map(named).join('、')}`;
}

const MOST_TOLD = 20;
