import type { Template } from '../contract/templates.ts';
import type { FieldRow } from './fieldRow.ts';
import { foldDocumentNumber, foldText } from './fold.ts';
import type { ReadCell } from './normalise.ts';

/** The record key as compared: for each part its first filled field, brackets and blanks folded. Without any, the content itself. */
export function recordKey(values: FieldRow<ReadCell>, template: Template): string {
  const parts = template.key.map((fields) => {
    const filled = fields.map((field) => values.get(field)?.value ?? null).find((value) => value !== null);
    return filled === undefined || filled === null ? '' : foldDocumentNumber(String(filled));
  });
  return parts.some((part) => part !== '') ? parts.join('|') : contentOf(values, {});
}

/** A row's normalised content as one text; rows with equal content are the same row (cli.md: “compared after normalisation”). */
export function contentOf({ cells }: FieldRow<ReadCell>, extras: Readonly<Record<string, string>>): string {
  const parts = cells.map((cell) => cell.compared);
  const extra = Object.entries(extras).map(([header, text]) => `${foldText(header)}=${foldText(text)}`);
  parts.push(...extra.sort());
  return parts.join('\u001f');
}
