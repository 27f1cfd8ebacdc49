import type { Template } from '../contract/templates.ts';
import { keyText, namesRecord } from './recordKey.ts';

type KeyValues = Readonly<Record<string, string | number | null>>;

/**
 * What tells a record from every other of its template, whoever sends it and when: its key, made of the values that are uploaded. Null
 * where they name no record (two decisions without a number are not one decision).
 */
export function uploadIdentity(values: KeyValues, template: Template): string | null {
  const key = keyText(template, (field) => values[field] ?? null);
  return key !== null && namesRecord(key, template) ? key : null;
}

/** Names of the columns that make the identity: `行政处罚决定书文号、统一社会信用代码`. */
export function identityColumns(values: KeyValues, { key, columns }: Template): string {
  const fields = key.map((alternatives) => alternatives.find((field) => (values[field] ?? null) !== null));
  return columns.flatMap(({ id, name }) => (fields.includes(id) ? [name] : [])).join('、');
}
