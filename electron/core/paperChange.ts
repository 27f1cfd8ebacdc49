import type { PaperChange, PaperEdit } from '../contract/papers.ts';

type Changed = { readonly [K in keyof PaperChange]: PaperChange[K] };

/**
 * What a save of a draft changed, for the log: of each field what it is and what it was, of the edits those that came and those that went. A draft
 * is saved at every pause in typing, with all its edits: they would be written down again each time.
 */
export function paperChange(
  before: Required<Changed>,
  after: Required<Changed>,
): { readonly change: Changed; readonly before: Changed } {
  const keys = (Object.keys(after) as (keyof PaperChange)[]).filter((key) => !isSame(before[key], after[key])); // a record's keys
  const of = (fields: Changed) => Object.fromEntries(keys.map((key) => [key, fields[key]]));
  const [was, is] = [of(before), of(after)];
  if (!keys.includes('edits')) return { change: is, before: was };
  const came = without(after.edits ?? [], before.edits ?? []);
  const went = without(before.edits ?? [], after.edits ?? []);
  // Only their order is another one: that is told by all of them.
  if (came.length + went.length === 0) return { change: is, before: was };
  return { change: { ...is, edits: came }, before: { ...was, edits: went } };
}

function without(edits: readonly PaperEdit[], others: readonly PaperEdit[]): PaperEdit[] {
  const known = new Set(others.map(written));
  return edits.filter((edit) => !known.has(written(edit)));
}

const written = (value: unknown): string => JSON.stringify(value, sortKeys) ?? '';
const isSame = (a: unknown, b: unknown): boolean => written(a) === written(b);

/** Fields of an object in one order, whoever wrote them. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
