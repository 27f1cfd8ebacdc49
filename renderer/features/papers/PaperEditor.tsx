import { type KeyboardEvent, useMemo } from 'react';
import type { PaperEdit, PaperView } from '../../../electron/contract/papers.ts';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import { AnnexList } from './AnnexList.tsx';
import { InsertButton } from './BlockTools.tsx';
import type { BlockActions } from './blockActions.ts';
import { documentOnScreen } from './documentOnScreen.ts';
import type { TwoTexts } from './editPaper.ts';
import { FieldBlock } from './FieldBlock.tsx';
import { LostBlocks } from './LostBlocks.tsx';
import { PaperBlock } from './PaperBlock.tsx';
import { type PaperBlock as Block, blocksOf, INTRODUCTION, marksByKey } from './paperBlocks.ts';

interface PaperEditorProps {
  readonly view: PaperView;
  /** As they stand on screen, stored or not. */
  readonly edits: readonly PaperEdit[];
  /** Texts with a choice between two. */
  readonly twice: readonly TwoTexts[];
  readonly readOnly: boolean;
  readonly actions: BlockActions;
  /** A text was entered. */
  readonly onVisit: (text: string) => void;
}

/** The paper as blocks that are edited where they stand. */
export function PaperEditor({ view, edits, twice, readOnly, actions, onVisit }: PaperEditorProps) {
  const document = useMemo(() => documentOnScreen(view, edits), [view, edits]);
  const blocks = useMemo(() => blocksOf(document), [document]);
  const marks = useMemo(() => marksByKey(view.marks), [view.marks]);
  const isTwice = (key: string) => twice.some((one) => one.key === key);
  const shared = { edits, readOnly, actions };
  const keys = (event: KeyboardEvent) => {
    if (readOnly || !event.ctrlKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    // The browser's own undoing knows one field at a time, and nothing of moved and removed blocks.
    event.preventDefault();
    if (key === 'y' || event.shiftKey) actions.redo();
    else actions.undo();
  };
  const field = (
    name: Parameters<typeof FieldBlock>[0]['field'],
    answered: string,
    look?: string,
    labelled = false,
  ) => (
    <FieldBlock
      field={name}
      answered={answered}
      marks={marks.get(name) ?? []}
      isTwice={isTwice(name)}
      labelled={labelled}
      {...(look === undefined ? {} : { className: look })}
      {...shared}
    />
  );
  const block = (one: Block, label: string) => (
    <PaperBlock
      key={one.key}
      block={one}
      label={label}
      marks={marks.get(one.key) ?? []}
      isTwice={isTwice(one.key)}
      {...shared}
    />
  );
  return (
    <section
      className="paper-editor"
      aria-label={W.editor}
      data-testid="paper-editor"
      onKeyDown={keys}
      onFocus={({ target }) => {
        if (target instanceof HTMLTextAreaElement) onVisit(target.value);
      }}
    >
      <div className="paper-sheet">
        {document.form.redHead ? field('letterhead', document.letterhead, 'letterhead') : null}
        {document.documentNo === '' ? null : <div className="paper-documentno">{document.documentNo}</div>}
        {document.form.redHead ? <hr /> : null}
        {field('title', document.title, 'title')}
        {field('addressee', document.addressee, undefined, true)}
        {blocks.introduction.map((one, index) => block(one, `${W.introduction} ${index + 1}`))}
        {blocks.introduction.length === 0 && !readOnly ? (
          <div className="paper-first">
            <InsertButton after={INTRODUCTION} section={INTRODUCTION} actions={actions} />
          </div>
        ) : null}
        {blocks.sections.map(({ head, paragraphs }, section) => (
          <section key={head.key} aria-label={`${head.number}${head.text}`}>
            {block(head, `${W.heading} ${section + 1}`)}
            {paragraphs.map((one, index) => block(one, `${W.paragraph} ${section + 1}.${index + 1}`))}
          </section>
        ))}
        <div className="paper-end">
          {field('signature', document.signature, 'right')}
          <div className="paper-date">{document.date}</div>
        </div>
        {field('remark', document.remark, undefined, true)}
        {field('copyTo', document.copyTo.join('，'), undefined, true)}
        {field('issuer', document.issuer, undefined, true)}
      </div>
      {readOnly ? null : <LostBlocks marks={view.marks} edits={edits} actions={actions} />}
      <AnnexList asOf={document.asOf} tables={document.tables} onOpenFigure={actions.openFigure} />
    </section>
  );
}
