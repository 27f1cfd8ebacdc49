import type { ParagraphLevel } from '../../../electron/contract/circulars.ts';
import type { FieldKey, PaperEdit } from '../../../electron/contract/papers.ts';

// What a clerk does to a paper on screen, as a new list of its edits. Of each block the last edit of a kind holds; what was put behind a
// block goes along with it, the one put there last standing first.

type Edits = readonly PaperEdit[];

/** What of the data stands where a clerk writes: `composed` is its text without number. */
export interface Written {
  readonly key: string;
  readonly text: string;
  readonly composed: string;
}

/** Writes over a text; written back to what the data say, it is no edit any more. */
export function writeText(edits: Edits, { key, text, composed }: Written): Edits {
  const own = edits.find((edit) => isInsert(edit) && edit.key === key);
  if (own) return edits.map((edit) => (edit === own ? { ...own, text } : edit));
  const before = edits.find((edit) => edit.edit === 'replace' && edit.key === key);
  if (!before) return text === composed ? edits : [...edits, { edit: 'replace', key, text, base: composed }];
  if (text === composed) return edits.filter((edit) => edit !== before);
  return edits.map((edit) => (edit === before ? { ...before, text } : edit));
}

/** Takes a block away. What a clerk added is gone at once, and what hung on it hangs on what it hung on itself. */
export function removeBlock(edits: Edits, { key, composed }: Omit<Written, 'text'>): Edits {
  const own = edits.find((edit) => isInsert(edit) && edit.key === key);
  if (!own) return [...edits.filter((edit) => !isRemove(edit, key)), { edit: 'remove', key, base: composed }];
  const placed = edits.findLast((edit) => edit.key === key && 'after' in edit) ?? own;
  const after = anchorOf(placed);
  return edits
    .filter((edit) => edit.key !== key)
    .map((edit) => (anchorOf(edit) === key ? withAnchor(edit, after) : edit));
}

/**
 * A text that was left empty. A paragraph goes, for it would be printed as an empty line; not so a section's heading, whose paragraphs
 * would go with it: it says again what the data say, or `fallback` where a clerk added it.
 */
export function leaveEmpty(
  edits: Edits,
  { key, composed, fallback }: Omit<Written, 'text'> & { readonly fallback: string | null },
): Edits {
  if (!edits.some((edit) => edit.key === key) && key.startsWith('own/')) return edits;
  if (fallback === null) return removeBlock(edits, { key, composed });
  const isOwn = edits.some((edit) => isInsert(edit) && edit.key === key);
  return isOwn ? writeText(edits, { key, text: fallback, composed }) : takeNewText(edits, key);
}

/** A field that was left: a title without text says again what the data say, for none is printed without. */
export function leaveField(edits: Edits, field: FieldKey, text: string): Edits {
  return field === 'title' && text.trim() === '' ? takeNewText(edits, field) : edits;
}

/** Brings a removed block back as it was before, with what had been written into it. */
export function bringBack(edits: Edits, key: string): Edits {
  return edits.filter((edit) => !isRemove(edit, key));
}

/** Gives a block back to the data: text and place. */
export function takeComposed(edits: Edits, key: string): Edits {
  return edits.filter((edit) => edit.key !== key);
}

/** The data's new text is taken, the one written by hand dropped. */
export function takeNewText(edits: Edits, key: string): Edits {
  return edits.filter((edit) => !(edit.edit === 'replace' && edit.key === key));
}

/** The text written by hand stays, knowing what the data say now. */
export function keepMine(edits: Edits, key: string, composed: string): Edits {
  return edits.map((edit) =>
    (edit.edit === 'replace' || edit.edit === 'remove') && edit.key === key ? { ...edit, base: composed } : edit,
  );
}

/** Adds a paragraph behind a block: a paragraph's key, a section's (its first place) or `introduction`. */
export function insertParagraph(
  edits: Edits,
  added: { readonly key: string; readonly after: string; readonly level: ParagraphLevel; readonly text: string },
): Edits {
  return [...edits, { edit: 'insert', ...added }];
}

/** Writes over a text and adds paragraphs behind it, each behind the one before: a paragraph cut in two, lines pasted into it. */
export function splitParagraph(
  edits: Edits,
  written: Written,
  added: readonly { readonly key: string; readonly level: ParagraphLevel; readonly text: string }[],
): Edits {
  return added.reduce(
    (before, paragraph, index) =>
      insertParagraph(before, { ...paragraph, after: added[index - 1]?.key ?? written.key }),
    writeText(edits, written),
  );
}

export function insertSection(
  edits: Edits,
  added: { readonly key: string; readonly after: string; readonly text: string },
): Edits {
  return [...edits, { edit: 'insertSection', ...added }];
}

/**
 * Puts a block behind another one. `before`: the block it stands behind now; there stays what had been put behind the one that goes, for
 * only that one was meant. `isAlike`: whether a key is of the same kind, section or paragraph; a section takes its paragraphs along.
 */
export function moveBlock(edits: Edits, { key, after, before, isAlike }: MoveOf): Edits {
  const stays = edits.filter((edit) => !(edit.edit === 'move' && edit.key === key));
  const left = stays.map((edit) =>
    anchorOf(edit) === key && edit.key !== before && isAlike(edit.key) ? withAnchor(edit, before) : edit,
  );
  return [...left, { edit: 'move', key, after }];
}

/** Puts blocks that stand behind one another behind another one, in their order. `before`: the block the first stands behind now. */
export function moveBlocks(
  edits: Edits,
  keys: readonly string[],
  { after, before, isAlike }: Omit<MoveOf, 'key'>,
): Edits {
  return keys.reduce(
    (moved, key, index) => moveBlock(moved, { key, after: keys[index - 1] ?? after, before, isAlike }),
    edits,
  );
}

interface MoveOf {
  readonly key: string;
  readonly after: string;
  readonly before: string;
  readonly isAlike: (key: string) => boolean;
}

/**
 * Edits of a paper that was changed elsewhere: `theirs`, with what was done here since `before`. Where both wrote, what was written here
 * counts, because it stands on the clerk's screen.
 */
export function mergeEdits(before: Edits, mine: Edits, theirs: Edits): Edits {
  const [old, here] = [byName(before), byName(mine)];
  const merged = [...byName(theirs)].flatMap(([name, edit]) => {
    if (old.has(name) && !here.has(name)) return [];
    const own = here.get(name);
    return [own && !same(own, old.get(name)) ? own : edit];
  });
  const there = byName(theirs);
  const added = [...here].filter(([name, edit]) => !there.has(name) && !same(edit, old.get(name)));
  return [...merged, ...added.map(([, edit]) => edit)];
}

/** A text that was written by hand here and otherwise elsewhere. */
export interface TwoTexts {
  readonly key: string;
  readonly here: TextEdit;
  readonly there: TextEdit;
}

/** An edit that gives a block its text. */
export type TextEdit = Extract<PaperEdit, { edit: 'replace' | 'insert' | 'insertSection' }>;

/** Texts by hand that stood otherwise on this screen than another window stored them, whichever of them stays. */
export function twoTexts(mine: Edits, theirs: Edits): TwoTexts[] {
  return mine.filter(hasText).flatMap((here) => {
    const there = theirs.filter(hasText).find(({ edit, key }) => edit === here.edit && key === here.key);
    return there && there.text !== here.text ? [{ key: here.key, here, there }] : [];
  });
}

/** Writes a text again as one of two windows had it; the very edits where it stands so. */
export function takeText(edits: Edits, chosen: TextEdit): Edits {
  const there = edits.filter(hasText).find(({ edit, key }) => edit === chosen.edit && key === chosen.key);
  if (there === undefined) return [...edits, chosen];
  if (there.text === chosen.text) return edits;
  return edits.map((one) =>
    hasText(one) && one.edit === chosen.edit && one.key === chosen.key ? { ...one, text: chosen.text } : one,
  );
}

const hasText = (edit: PaperEdit): edit is TextEdit => 'text' in edit;

/** The text that an edit gives a block; undefined: none does. */
export function textByHand(edits: Edits, key: string): string | undefined {
  const edit = edits.find((one) => one.key === key && (one.edit === 'replace' || isInsert(one)));
  return edit && 'text' in edit ? edit.text : undefined;
}

type Insert = Extract<PaperEdit, { edit: 'insert' | 'insertSection' }>;

const isInsert = (edit: PaperEdit): edit is Insert => edit.edit === 'insert' || edit.edit === 'insertSection';

const isRemove = (edit: PaperEdit, key: string) => edit.edit === 'remove' && edit.key === key;

const anchorOf = (edit: PaperEdit) => ('after' in edit ? edit.after : '');

const withAnchor = (edit: PaperEdit, after: string): PaperEdit => ('after' in edit ? { ...edit, after } : edit);

const same = (a: PaperEdit | undefined, b: PaperEdit | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** By what they do to which block; a block may be moved more than once. */
function byName(edits: Edits): Map<string, PaperEdit> {
  const named = new Map<string, PaperEdit>();
  for (const edit of edits) {
    for (let n = 1; ; n++) {
      const name = `${edit.edit} ${edit.key} ${n}`;
      if (named.has(name)) continue;
      named.set(name, edit);
      break;
    }
  }
  return named;
}
