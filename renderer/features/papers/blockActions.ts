import { flushSync } from 'react-dom';
import type { CircularParagraph, ParagraphLevel } from '../../../electron/contract/circulars.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import type { FieldKey, PaperEdit, PaperView } from '../../../electron/contract/papers.ts';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import {
  bringBack,
  insertParagraph,
  insertSection,
  keepMine,
  leaveEmpty,
  leaveField,
  moveBlocks,
  removeBlock,
  splitParagraph,
  takeComposed,
  takeNewText,
  textByHand,
  type Written,
  writeText,
} from './editPaper.ts';
import { INTRODUCTION, movedWith, type PaperBlock, standsBehind } from './paperBlocks.ts';
import type { PaperKeeper } from './paperKeeper.ts';

/** What can be done to the blocks of a paper on screen. */
export interface BlockActions {
  readonly type: (key: string, text: string, composed: string) => void;
  readonly leave: (block: PaperBlock, text: string, composed: string) => void;
  /** A field may be empty, but for the title: it says again what the data say. */
  readonly leaveField: (field: FieldKey, text: string) => void;
  readonly remove: (key: string, composed: string) => void;
  readonly restore: (key: string) => void;
  readonly bringBack: (key: string) => void;
  readonly move: (key: string, after: string) => void;
  readonly insert: (after: string, level: ParagraphLevel | 'section', text: string) => void;
  /** Leaves a text as `written`, and adds paragraphs behind it: Enter, and lines that were pasted. */
  readonly split: (written: Written, added: readonly Pick<CircularParagraph, 'level' | 'text'>[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly keepMine: (key: string, composed: string) => void;
  readonly takeNew: (key: string) => void;
  /** Puts a text that is no longer composed at the end, or drops it. */
  readonly putIn: (key: string, text: string) => void;
  readonly drop: (key: string) => void;
  /** `shown`: the number as printed. */
  readonly openFigure: (ref: FigureRef, shown: string) => void;
}

/** Name of a block that a clerk adds. */
const newKey = () => `own/${crypto.randomUUID().slice(0, 8)}`;

/** Actions on the blocks of a kept paper; after those that change the order, the block that was meant has the focus. */
export function blockActions(keeper: PaperKeeper, openFigure: BlockActions['openFigure']): BlockActions {
  const act = (change: (edits: readonly PaperEdit[], view: PaperView) => readonly PaperEdit[], focus?: string) => {
    void keeper.act(change).then(() => {
      if (focus !== undefined) focusBlock(focus);
    });
  };
  /** Seen before it is stored, so that the next key goes where the clerk looks. */
  const now = (change: (edits: readonly PaperEdit[]) => readonly PaperEdit[], focus?: string) => {
    const stored = shown(() => keeper.change(change));
    if (focus !== undefined && !focusBlock(focus)) void stored.then(() => focusBlock(focus));
  };
  const step = (go: () => Promise<boolean>) => {
    const focused = focusedBlock();
    const before = focused === undefined ? undefined : neighbourOf(focused);
    void shown(go);
    // The block that had the focus is gone with the step; the next undoing is heard in the one before it.
    if (focused !== undefined && before !== undefined && focusedBlock() === undefined) focusBlock(before);
  };
  return {
    type: (key, text, composed) => keeper.type((edits) => writeText(edits, { key, text, composed }), `text ${key}`),
    leave({ key, level }, text, composed) {
      keeper.left();
      if (text.trim() !== '') return;
      const fallback = level === 'section' ? W.newHeading : null;
      void keeper.change((edits) => leaveEmpty(edits, { key, composed, fallback }));
    },
    leaveField(field, text) {
      keeper.left();
      if (text.trim() === '') void keeper.change((edits) => leaveField(edits, field, text));
    },
    remove: (key, composed) => now((edits) => removeBlock(edits, { key, composed }), neighbourOf(key)),
    restore: (key) => now((edits) => takeComposed(edits, key), key),
    bringBack: (key) => now((edits) => bringBack(edits, key), key),
    move(key, after) {
      act((edits, { document }) => {
        const sections = new Set(document.sections.map((section) => section.key));
        const isAlike = (other: string) => sections.has(other) === sections.has(key);
        return moveBlocks(edits, movedWith(document, key), { after, before: standsBehind(document, key), isAlike });
      }, key);
    },
    insert(after, level, text) {
      const key = newKey();
      now(
        (edits) =>
          level === 'section'
            ? insertSection(edits, { key, after, text })
            : insertParagraph(edits, { key, after, level, text }),
        key,
      );
    },
    split(written, paragraphs) {
      const added = paragraphs.map((paragraph) => ({ ...paragraph, key: newKey() }));
      now((edits) => splitParagraph(edits, written, added), added.at(-1)?.key);
    },
    undo: () => step(keeper.undo),
    redo: () => step(keeper.redo),
    keepMine: (key, composed) => now((edits) => keepMine(edits, key, composed), key),
    takeNew: (key) => now((edits) => takeNewText(edits, key), key),
    putIn(key, text) {
      const own = newKey();
      act((edits, { document }) => {
        const last = document.sections.at(-1);
        const after = last?.paragraphs.at(-1)?.key ?? last?.key ?? INTRODUCTION;
        return insertParagraph(takeComposed(edits, key), { key: own, after, level: 'body', text });
      }, own);
    },
    drop: (key) => now((edits) => takeComposed(edits, key)),
    openFigure,
  };
}

/** The text of a block as it stands on screen: typed here, else as answered. */
export function shownText(edits: readonly PaperEdit[], key: string, answered: string, composed: string): string {
  const typed = textByHand(edits, key);
  if (typed !== undefined) return typed;
  // Undone here, and the answer still to come.
  return answered === composed ? answered : composed;
}

/** The block before it on screen, where the focus goes when it is taken away: undoing is heard there. */
function neighbourOf(key: string): string | undefined {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-block]')].map(({ dataset }) => dataset.block);
  return blocks[blocks.indexOf(key) - 1];
}

/** Key of the block being written in. */
function focusedBlock(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-block]')?.dataset.block;
}

/** Whether the block was there to take the focus. */
function focusBlock(key: string): boolean {
  const text = document.querySelector<HTMLTextAreaElement>(`[data-block="${CSS.escape(key)}"] textarea`);
  text?.focus();
  text?.scrollIntoView({ block: 'nearest' });
  return text !== null;
}

/** What a change answers, after it is on screen. */
function shown<T>(change: () => Promise<T>): Promise<T> {
  return flushSync(change);
}
