import type { Template } from '../contract/templates.ts';
import type { FieldRow } from './fieldRow.ts';
import { foldDocumentNumber, foldText } from './fold.ts';
import type { ReadCell } from './normalise.ts';

/** The record key as compared: for each part its first filled field, brackets and blanks folded. Without any, the content itself. */
export function recordKey(values: FieldRow<ReadCell>, template: Template): string {
  return keyText(template, (field) => values.get(field)?.value ?? null) ?? contentOf(values, {});
}

/** The key that a row's values make, each asked for by its field; null where no part is filled. */
export function keyText({ key }: Template, read: (field: string) => string | number | null): string | null {
  const parts = key.map((fields) => {
    const filled = fields.map(read).find((value) => value !== null);
    return filled === undefined || filled === null ? '' : foldDocumentNumber(String(filled));
  });
  return parts.some((part) => part !== '') ? parts.join('|') : null;
}

/** Which parts of a template's key hold a document number (文号). */
export const numberedParts = ({ key, columns }: Template): readonly boolean[] =>
  key.map((fields) =>
    columns.some((column) => fields.includes(column.id) && column.checks.includes('document-number')),
  );

/** Whether a key alone tells which record it is: every part is filled, or the document number. One numbered behind is one of several. */
export function namesRecord(key: string, template: Template): boolean {
  const parts = key.split('|');
  if (parts.length !== template.key.length || key.includes('#')) return false;
  const numbered = numberedParts(template);
  return parts.every((part) => part !== '') || parts.some((part, place) => part !== '' && numbered[place] === true);
}

/** A row's normalised content as one text; rows with equal content are the same row (cli.md: “compared after normalisation”). */
export function contentOf({ cells }: FieldRow<ReadCell>, extras: Readonly<Record<string, string>>): string {
  const parts = cells.map((cell) => cell.compared);
  const extra = Object.entries(extras).map(([header, text]) => `${foldText(header)}=${foldText(text)}`);
  parts.push(...extra.sort());
  return parts.join('\u001f');
}
