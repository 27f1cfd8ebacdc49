import type { Template } from '../contract/templates.ts';
import { foldDocumentNumber, foldText } from './fold.ts';
import type { Normalised } from './normalise.ts';

/** The record key as compared: for each part its first filled field, brackets and blanks folded. Without any, the content itself. */
export function recordKey(values: ReadonlyMap<string, Normalised>, template: Template): string {
  const parts = template.key.map((fields) => {
    const filled = fields.map((field) => values.get(field)?.value ?? null).find((value) => value !== null);
    return filled === undefined || filled === null ? '' : foldDocumentNumber(String(filled));
  });
  return parts.some((part) => part !== '') ? parts.join('|') : contentOf(values, template, {});
}

/** A row's normalised content as one text; rows with equal content are the same row (cli.md: “compared after normalisation”). */
export function contentOf(
  values: ReadonlyMap<string, Normalised>,
  template: Template,
  extras: Readonly<Record<string, string>>,
): string {
  const own = template.columns.map((column) => {
    const value = values.get(column.id)?.value ?? null;
    return value === null ? '' : foldText(String(value));
  });
  const extra = Object.entries(extras).map(([header, text]) => `${foldText(header)}=${foldText(text)}`);
  return [...own, ...extra.sort()].join('\u001f');
}
