import type { PaperEdit } from '../../../electron/contract/papers.ts';

type Edits = readonly PaperEdit[];

/** What was done to a paper since it was opened, to be undone and done again. */
export interface EditHistory {
  readonly past: readonly Edits[];
  readonly present: Edits;
  readonly future: readonly Edits[];
  /** What the last change was, `text missing/000-02`: typing on in the same text is one step. */
  readonly last: string | null;
}

export function beginHistory(present: Edits): EditHistory {
  return { past: [], present, future: [], last: null };
}

/** `what`: null is always a step of its own. */
export function recordEdits(history: EditHistory, edits: Edits, what: string | null): EditHistory {
  if (edits === history.present) return history;
  if (what !== null && what === history.last) return { ...history, present: edits, future: [] };
  return { past: [...history.past, history.present], present: edits, future: [], last: what };
}

/** Ends a step: what is typed next can be undone alone. */
export function endStep(history: EditHistory): EditHistory {
  return history.last === null ? history : { ...history, last: null };
}

export function undo(history: EditHistory): EditHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redo(history: EditHistory): EditHistory {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future, last: null };
}
