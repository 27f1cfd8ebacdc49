import type { RowDifference } from '../contract/imports.ts';
import type { Template } from '../contract/templates.ts';
import type { Period } from '../contract/time.ts';
import type { AnalysedRecord, AnalysedTable } from './analysed.ts';
import { foldText } from './fold.ts';
import type { PlanContext, StoredContent } from './planContext.ts';
import type { PlannedRecord, Scope } from './planImport.ts';

type Content = Pick<AnalysedRecord, 'values' | 'raw' | 'extras'>;

/** Differences shown per table; the counts speak of all. */
const MOST_SHOWN = 200;

/** What differs between the stored records and the rows that change them, and the records that leave (the first 200). */
export function rowDifferences(
  table: AnalysedTable,
  records: readonly PlannedRecord[],
  leaving: readonly string[],
  scope: Scope,
  context: PlanContext,
): readonly RowDifference[] {
  const changed = records.filter((planned) => planned.act === 'change').slice(0, MOST_SHOWN);
  const removed = leaving.slice(0, MOST_SHOWN - changed.length);
  const template = context.templateOf(scope.template);
  if (!template || changed.length + removed.length === 0) return [];
  const places = [
    ...changed.map(({ record: { key }, period = scope.period }) => ({ key, period })),
    ...removed.map((key) => ({ key, period: scope.period })),
  ];
  const contents = new Map(
    [...Map.groupBy(places, ({ period }) => period)].map(([period, own]) => {
      const there = { ...scope, period };
      const stored = context.known(there);
      const keys = own.map(({ key }) => key).filter((key) => stored.get(key)?.planned === undefined);
      return [period, { stored, written: context.contents(there, keys) }] as const;
    }),
  );
  const before = (key: string, period: Period): Content | StoredContent | undefined => {
    const there = contents.get(period);
    return there?.stored.get(key)?.planned ?? there?.written.get(key);
  };
  const headers = new Map(table.columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])));
  const naming = { template, headers };
  return [
    ...changed.flatMap(({ record, period = scope.period }): RowDifference[] => {
      const old = before(record.key, period);
      if (!old) return [];
      return [
        { act: 'change', row: record.row, title: titleOf(record, template), fields: fieldsOf(old, record, naming) },
      ];
    }),
    ...removed.flatMap((key): RowDifference[] => {
      const old = before(key, scope.period);
      if (!old) return [];
      return [{ act: 'remove', row: null, title: titleOf(old, template), fields: fieldsOf(old, null, naming) }];
    }),
  ];
}

/** What a record is called: its name and the first part of its key (文号). */
export function titleOf({ values }: Pick<Content, 'values'>, template: Template): string {
  const text = (field: string): string => String(values[field] ?? '');
  const name = text(template.nameField);
  const number = (template.key[0] ?? []).map(text).find((part) => part !== '' && part !== name) ?? '';
  if (name === '' || number === '') return name || number || '（无名称）';
  return `${name}（${number}）`;
}

/** Whether two readings of a row hold the same values. */
export function sameValues(a: Pick<Content, 'values'>, b: Pick<Content, 'values'>): boolean {
  return [...new Set([...Object.keys(a.values), ...Object.keys(b.values)])].every(
    (field) => compared(a.values[field]) === compared(b.values[field]),
  );
}

const compared = (value: string | number | null | undefined): string => foldText(String(value ?? ''));

function fieldsOf(
  before: Content,
  after: Content | null,
  { template, headers }: { readonly template: Template; readonly headers: ReadonlyMap<string, string> },
): RowDifference['fields'] {
  // Nobody needs every cell of a record that leaves: its title says which it is.
  if (after === null) return [];
  const known = template.columns.flatMap(({ id, name }) => {
    if (compared(before.values[id]) === compared(after.values[id])) return [];
    const shown = { before: String(before.values[id] ?? ''), after: String(after.values[id] ?? '') };
    return [{ field: id, column: headers.get(id) || name, ...shown }];
  });
  const extras = [...new Set([...Object.keys(before.extras), ...Object.keys(after.extras)])].flatMap((header) => {
    const shown = { before: before.extras[header] ?? '', after: after.extras[header] ?? '' };
    return foldText(shown.before) === foldText(shown.after) ? [] : [{ field: '', column: header, ...shown }];
  });
  return [...known, ...extras];
}
