import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { BlockMark, PaperEdit } from '../../../electron/contract/papers.ts';
import { MARK_WORDS } from '../../words/composer.ts';
import { BlockText } from './BlockText.tsx';
import { BlockTools } from './BlockTools.tsx';
import { type BlockActions, shownText } from './blockActions.ts';
import { textByHand } from './editPaper.ts';
import { type PaperBlock as Block, unnumbered } from './paperBlocks.ts';
import { StaleNote } from './StaleNote.tsx';
import { ToChoose } from './ToChoose.tsx';

interface PaperBlockProps {
  readonly block: Block;
  readonly label: string;
  readonly marks: readonly BlockMark[];
  readonly edits: readonly PaperEdit[];
  /** Another window wrote it otherwise, and nobody has chosen yet. */
  readonly isTwice: boolean;
  readonly readOnly: boolean;
  readonly actions: BlockActions;
}

/** A heading or paragraph: its number, its text, what can be done with it, and how it differs from what the data say. */
export function PaperBlock({ block, label, marks, edits, isTwice, readOnly, actions }: PaperBlockProps) {
  const [isActive, setActive] = useState(false);
  const { key, level, number } = block;
  const mark = marks.find(({ state }) => state === 'stale' || state === 'edited');
  const composed = mark?.composed ?? block.text;
  const text = shownText(edits, key, block.text, composed);
  const isOwn = key.startsWith('own/');
  const byHand = textByHand(edits, key) !== undefined;
  const isMoved = edits.some((edit) => edit.edit === 'move' && edit.key === key);
  const isStale = mark?.state === 'stale' && byHand;
  const state = isStale ? 'stale' : isOwn ? 'own' : byHand ? 'edited' : isMoved ? 'moved' : null;

  const written = (kept: string) => ({ key, text: kept, composed });
  const keys = (event: KeyboardEvent) => {
    if (readOnly || !event.altKey || event.ctrlKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const after = event.key === 'ArrowUp' ? block.up : block.down;
    if (after !== null) actions.move(key, after);
  };
  const left = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only shows the tools, which the keyboard's focus shows, too.
    <div
      className={`paper-block level-${level} ${state ?? ''}`}
      data-block={key}
      data-testid="paper-block"
      data-state={state ?? 'composed'}
      onKeyDown={keys}
      onFocus={() => setActive(true)}
      onBlur={left}
      onMouseEnter={() => setActive(true)}
      onMouseLeave={(event) => setActive(event.currentTarget.contains(document.activeElement))}
    >
      <span className="paper-number">{number}</span>
      <BlockText
        label={label}
        text={text}
        figures={text === block.text ? block.figures : []}
        readOnly={readOnly}
        onType={(typed) => actions.type(key, typed, composed)}
        onLeave={(typed) => actions.leave(block, typed, composed)}
        onNext={(kept, rest) =>
          actions.split(written(kept), [{ level: level === 'section' ? 'body' : level, text: rest }])
        }
        onLines={(kept, lines) => actions.split(written(kept), lines.map(unnumbered))}
        {...(isOwn ? { onEmptied: () => actions.remove(key, composed) } : {})}
        onOpenFigure={actions.openFigure}
      />
      {isTwice ? <ToChoose /> : null}
      {state === null ? null : (
        <span className="paper-mark" title={mark && mark.state === 'edited' ? `原文：${mark.composed}` : undefined}>
          {MARK_WORDS[state]}
        </span>
      )}
      {isActive && !readOnly ? (
        <BlockTools block={block} canRestore={!isOwn && state !== null} composed={composed} actions={actions} />
      ) : null}
      {isStale && mark ? <StaleNote mark={mark} readOnly={readOnly} actions={actions} /> : null}
    </div>
  );
}
