import { type ClipboardEvent, Fragment, type KeyboardEvent } from 'react';
import type { Figure, FigureRef } from '../../../electron/contract/figures.ts';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import { cleanLines } from './paperBlocks.ts';
import { piecesOf } from './textPieces.ts';

interface BlockTextProps {
  readonly label: string;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly className?: string;
  readonly readOnly: boolean;
  readonly testId?: string;
  readonly onType: (text: string) => void;
  readonly onLeave?: (text: string) => void;
  /** Enter: what stands before the caret and stays, and what goes into the next paragraph. */
  readonly onNext?: (kept: string, rest: string) => void;
  /** Several lines were pasted: the text with the first one in it, and those after it. */
  readonly onLines?: (kept: string, lines: readonly string[]) => void;
  readonly onEmptied?: () => void;
  readonly onOpenFigure: (ref: FigureRef, shown: string) => void;
}

/**
 * A text that is edited where it stands. Numbers that have rows behind them are buttons lying over the text at the same place, so that
 * the text below stays a plain field. Only plain text goes in.
 */
export function BlockText(props: BlockTextProps) {
  const { label, text, figures, className = '', readOnly, testId, onType, onLeave, onNext, onLines, onEmptied } = props;
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method takes Enter for itself while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (onNext === undefined) return;
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      onNext(value.slice(0, selectionStart), value.slice(selectionEnd));
    }
    if (event.key === 'Backspace' && text === '' && onEmptied) {
      event.preventDefault();
      onEmptied();
    }
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault();
    const [first, ...rest] = cleanLines(event.clipboardData.getData('text/plain'));
    if (first === undefined) return;
    if (rest.length > 0 && onLines) {
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      onLines(value.slice(0, selectionStart) + first + value.slice(selectionEnd), rest);
      return;
    }
    // The one way to insert text that the browser's own undoing and the field's change event know of.
    document.execCommand('insertText', false, [first, ...rest].join(''));
  };
  return (
    <div className={`paper-text ${className} ${readOnly ? 'static' : ''}`}>
      <div className="paper-mirror" data-testid={readOnly ? testId : undefined}>
        {piecesOf(text, figures).map(({ start, text: piece, ref }) =>
          ref === null ? (
            <Fragment key={start}>{readOnly ? piece : <span aria-hidden>{piece}</span>}</Fragment>
          ) : (
            <FigureLink key={start} shown={piece} figure={ref} isInText={!readOnly} onOpen={props.onOpenFigure} />
          ),
        )}
        {'\u200b'}
      </div>
      {readOnly ? null : (
        <textarea
          aria-label={label}
          data-testid={testId}
          placeholder={label}
          rows={1}
          spellCheck={false}
          value={text}
          onChange={(event) => onType(event.target.value.replaceAll(/[\r\n]+/gu, ''))}
          onKeyDown={keys}
          onPaste={paste}
          onBlur={({ currentTarget }) => {
            // Another window came to the front: the clerk is still in this text.
            if (document.hasFocus() && document.activeElement !== currentTarget) onLeave?.(text);
          }}
        />
      )}
    </div>
  );
}

interface FigureLinkProps {
  readonly shown: string;
  readonly figure: FigureRef;
  /** It lies over a text that can be written in. */
  readonly isInText?: boolean;
  readonly onOpen: (ref: FigureRef, shown: string) => void;
}

/** A number that opens the rows behind it. */
export function FigureLink({ shown, figure, isInText = false, onOpen }: FigureLinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is laid out as a box of its own; this must break and run on like text.
    <span
      role="button"
      tabIndex={0}
      className="figure-link"
      title={isInText ? W.openFigureHint : W.openFigure}
      aria-label={`${shown}，${W.openFigure}`}
      onClick={() => onOpen(figure, shown)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen(figure, shown);
      }}
    >
      {shown}
    </span>
  );
}
