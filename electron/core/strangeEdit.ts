import type { CircularDocument } from '../contract/circulars.ts';
import { FIELD_KEYS, type PaperEdit } from '../contract/papers.ts';
import { CIRCULAR_PARTS } from './circularTexts.ts';

/**
 * The key of an edit that is about nothing a circular ever says, null where there is none. What is composed no longer is not strange: a
 * clerk's text about it is kept and told (`gone`), so only the part of the paper is looked at. `known`: edits that were taken already.
 */
export function strangeEdit(
  composed: CircularDocument,
  edits: readonly PaperEdit[],
  known: readonly PaperEdit[],
): string | null {
  const keys = [
    ...composed.introduction.map(({ key }) => key),
    ...composed.sections.flatMap((section) => [section.key, ...section.paragraphs.map(({ key }) => key)]),
  ];
  const parts = new Set<string>([...CIRCULAR_PARTS, ...FIELD_KEYS, 'demand', 'own', ...keys.map(partOf)]);
  const taken = new Set(known.map(({ key }) => key));
  return edits.find(({ key }) => !parts.has(partOf(key)) && !taken.has(key))?.key ?? null;
}

/** `missing/000-02` is of `missing`. */
function partOf(key: string): string {
  return key.split('/')[0] ?? key;
}
