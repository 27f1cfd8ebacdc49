import type { ParagraphLevel } from '../../../electron/contract/circulars.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import type { PaperEdit, PaperView } from '../../../electron/contract/papers.ts';
import {
  bringBack,
  insertParagraph,
  insertSection,
  keepMine,
  moveBlock,
  removeBlock,
  takeComposed,
  takeNewText,
  textByHand,
  writeText,
} from './editPaper.ts';
import { INTRODUCTION, standsBehind, unnumbered } from './paperBlocks.ts';
import type { PaperKeeper } from './paperKeeper.ts';

/** What can be done to the blocks of a paper on screen. */
export interface BlockActions {
  readonly type: (key: string, text: string, composed: string) => void;
  readonly leave: (key: string, text: string, composed: string) => void;
  /** A field may be empty. */
  readonly leaveField: () => void;
  readonly remove: (key: string, composed: string) => void;
  readonly restore: (key: string) => void;
  readonly bringBack: (key: string) => void;
  readonly move: (key: string, after: string) => void;
  readonly insert: (after: string, level: ParagraphLevel | 'section', text: string) => void;
  /** Adds lines typed elsewhere behind a block, each at the level of its number. */
  readonly insertLines: (after: string, lines: readonly string[]) => void;
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
  return {
    type: (key, text, composed) => keeper.type((edits) => writeText(edits, { key, text, composed }), `text ${key}`),
    leave(key, text, composed) {
      keeper.left();
      // An empty paragraph would be printed as an empty line, an emptied one is meant to go.
      if (text.trim() === '') act((edits) => removeBlock(edits, { key, composed }));
    },
    leaveField: keeper.left,
    remove: (key, composed) => act((edits) => removeBlock(edits, { key, composed }), neighbourOf(key)),
    restore: (key) => act((edits) => takeComposed(edits, key), key),
    bringBack: (key) => act((edits) => bringBack(edits, key), key),
    move(key, after) {
      act((edits, { document }) => {
        const sections = new Set(document.sections.map((section) => section.key));
        const isAlike = (other: string) => sections.has(other) === sections.has(key);
        return moveBlock(edits, { key, after, before: standsBehind(document, key), isAlike });
      }, key);
    },
    insert(after, level, text) {
      const key = newKey();
      act(
        (edits) =>
          level === 'section'
            ? insertSection(edits, { key, after, text })
            : insertParagraph(edits, { key, after, level, text }),
        key,
      );
    },
    insertLines(after, lines) {
      const added = lines.map((line) => ({ key: newKey(), ...unnumbered(line) }));
      act(
        (edits) =>
          added.reduce((before, paragraph, index) => {
            return insertParagraph(before, { ...paragraph, after: added[index - 1]?.key ?? after });
          }, edits),
        added.at(-1)?.key,
      );
    },
    keepMine: (key, composed) => act((edits) => keepMine(edits, key, composed), key),
    takeNew: (key) => act((edits) => takeNewText(edits, key), key),
    putIn(key, text) {
      const own = newKey();
      act((edits, { document }) => {
        const last = document.sections.at(-1);
        const after = last?.paragraphs.at(-1)?.key ?? last?.key ?? INTRODUCTION;
        return insertParagraph(takeComposed(edits, key), { key: own, after, level: 'body', text });
      }, own);
    },
    drop: (key) => act((edits) => takeComposed(edits, key)),
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

function focusBlock(key: string): void {
  const text = document.querySelector<HTMLTextAreaElement>(`[data-block="${CSS.escape(key)}"] textarea`);
  text?.focus();
  text?.scrollIntoView({ block: 'nearest' });
}
