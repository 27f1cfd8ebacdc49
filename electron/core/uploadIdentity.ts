import type { Template } from '../contract/templates.ts';
import { foldDocumentNumber } from './fold.ts';
import { namesRecord } from './recordKey.ts';

type KeyValues = Readonly<Record<string, string | number | null>>;

/**
 * What tells a record from every other of its template, whoever sends it and when: its key, made of the values that are uploaded. Null
 * where they name no record (two decisions without a number are not one decision).
 */
export function uploadIdentity(values: KeyValues, template: Template): string | null {
  const parts = template.key.map((fields) => {
    const filled = filledField(values, fields);
    return filled === undefined ? '' : foldDocumentNumber(String(values[filled]));
  });
  const key = parts.join('|');
  return namesRecord(key, template) ? key : null;
}

/** Names of the columns that make the identity: `行政处罚决定书文号、统一社会信用代码`. */
export function identityColumns(values: KeyValues, { key, columns }: Template): string {
  const fields = key.map((alternatives) => filledField(values, alternatives));
  return columns.flatMap(({ id, name }) => (fields.includes(id) ? [name] : [])).join('、');
}

function filledField(values: KeyValues, fields: readonly string[]): string | undefined {
  return fields.find((field) => (values[field] ?? null) !== null);
}
