import type { Remark } from '../contract/imports.ts';
import type { Column, Template } from '../contract/templates.ts';
import type { AnalysedRecord } from './analysed.ts';
import { foldText } from './fold.ts';
import { EMPTY } from './normalise.ts';
import type { Values } from './validate.ts';

/** The value of a column's list that a text speaks of: the first whose name or one of whose words it contains. */
export function listedValue({ listed }: Column, text: string): string | null {
  const folded = foldText(text);
  if (!listed || folded === '') return null;
  const found = Object.entries(listed.values).find(([value, words]) =>
    [value, ...words].some((word) => folded.includes(foldText(word))),
  );
  return found?.[0] ?? null;
}

/** Looks at the rows of a table as they pass, for texts that should come from a list and do not. */
export interface ListWatch {
  see(row: number, values: Values): void;
  remarks(): Remark[];
}

/** One remark for each column of a strict list, with its first cells: no code list holds such texts, so no rule of a record judges them. */
export function watchLists(
  template: Template,
  shown: {
    readonly address: (field: string, row: number) => string | null;
    readonly header: (column: Column) => string;
  },
): ListWatch {
  const columns = template.columns.filter(({ listed }) => listed?.strict);
  const unlisted = columns.map((column) => ({ column, cells: [] as { at: string | null; text: string }[] }));
  return {
    see(row, values) {
      for (const { column, cells } of unlisted) {
        const text = values.get(column.id)?.value;
        if (typeof text === 'string' && listedValue(column, text) === null)
          cells.push({ at: shown.address(column.id, row), text });
      }
    },
    remarks: () =>
      unlisted.flatMap(({ column, cells }) => {
        const [first] = cells;
        if (!first) return [];
        const some = cells.slice(0, MOST_TOLD).map(({ at, text }) => `${at ?? ''}“${text.slice(0, LONGEST)}”`);
        const more = cells.length > MOST_TOLD ? `等 ${cells.length} 处` : '';
        return [
          {
            code: 'unlisted_value',
            severity: 'verify',
            cell: first.at,
            message: `“${shown.header(column)}”不在${column.listed?.title ?? ''}内：${some.join('、')}${more}。请核对依据；不得超出清单。`,
          },
        ];
      }),
  };
}

/** What a record that stands alone has outside its lists, a case typed in or stored: read from its values, so that nothing is kept of it. */
export function unlistedRemarks(values: AnalysedRecord['values'], template: Template): Remark[] {
  const watch = watchLists(template, { address: () => null, header: (column) => column.name });
  watch.see(1, { get: (field) => ({ ...EMPTY, value: values[field] ?? null }) });
  return watch.remarks();
}

const MOST_TOLD = 10;
const LONGEST = 30;
