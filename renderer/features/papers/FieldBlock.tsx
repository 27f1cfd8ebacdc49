import { RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { BlockMark, FieldKey, PaperEdit } from '../../../electron/contract/papers.ts';
import { FIELD_WORDS, MARK_WORDS, COMPOSER_WORDS as W } from '../../words/composer.ts';
import { BlockText } from './BlockText.tsx';
import { type BlockActions, shownText } from './blockActions.ts';
import { textByHand } from './editPaper.ts';
import { StaleNote } from './StaleNote.tsx';
import { ToChoose } from './ToChoose.tsx';
import { faultOfTitle } from './titleFault.ts';

interface FieldBlockProps {
  readonly field: FieldKey;
  /** As answered. */
  readonly answered: string;
  readonly marks: readonly BlockMark[];
  readonly edits: readonly PaperEdit[];
  /** Another window wrote it otherwise, and nobody has chosen yet. */
  readonly isTwice: boolean;
  readonly readOnly: boolean;
  readonly className?: string;
  /** Its name stands before it. */
  readonly labelled?: boolean;
  readonly actions: BlockActions;
}

/** A text of the paper outside its paragraphs: title, 主送, 落款 … */
export function FieldBlock(props: FieldBlockProps) {
  const { field, answered, marks, edits, readOnly, className = '', labelled = false, actions, isTwice } = props;
  const mark = marks.find(({ state }) => state === 'stale' || state === 'edited');
  const composed = mark?.composed ?? answered;
  const text = shownText(edits, field, answered, composed);
  const byHand = textByHand(edits, field) !== undefined;
  const state = !byHand ? null : mark?.state === 'stale' ? 'stale' : 'edited';
  const titleFault = field === 'title' && !readOnly ? faultOfTitle(text) : '';
  if (readOnly && text === '') return null;
  return (
    <div
      className={`paper-block field ${labelled ? 'labelled' : ''} ${state ?? ''}`}
      data-block={field}
      data-state={state ?? 'composed'}
    >
      {labelled ? <span className="paper-label">{FIELD_WORDS[field]}</span> : null}
      <BlockText
        label={FIELD_WORDS[field]}
        text={text}
        figures={[]}
        className={className}
        readOnly={readOnly}
        testId={`paper-${field}`}
        onType={(typed) => actions.type(field, typed, composed)}
        onLeave={(left) => actions.leaveField(field, left)}
        onOpenFigure={actions.openFigure}
      />
      {isTwice ? <ToChoose /> : null}
      {titleFault === '' ? null : (
        <div className="paper-wrong small" data-testid="paper-title-fault">
          {titleFault}
        </div>
      )}
      {state === null ? null : (
        <span className="paper-mark">
          {MARK_WORDS[state]}
          {readOnly ? null : (
            <Button
              size="small"
              type="text"
              icon={<RollbackOutlined />}
              aria-label={`${FIELD_WORDS[field]}${W.restore}`}
              title={W.restoreHint}
              onClick={() => actions.restore(field)}
            />
          )}
        </span>
      )}
      {state === 'stale' && mark ? <StaleNote mark={mark} readOnly={readOnly} actions={actions} /> : null}
    </div>
  );
}
