import { Button } from 'antd';
import type { BlockMark } from '../../../electron/contract/papers.ts';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import type { BlockActions } from './blockActions.ts';
import { changedPieces } from './changedPieces.ts';

interface StaleNoteProps {
  readonly mark: BlockMark;
  readonly readOnly: boolean;
  readonly actions: BlockActions;
}

/** A text changed by hand whose data changed since: both texts, and the choice between them. */
export function StaleNote({ mark: { key, composed, base }, readOnly, actions }: StaleNoteProps) {
  return (
    <div className="paper-stale" role="note" data-testid="stale-note">
      <b>{W.stale}</b>
      <div>
        {W.staleNow}：
        {changedPieces(base, composed).map(({ text, isNew }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be alike, and none moves
          isNew ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>,
        )}
      </div>
      <div className="muted">
        {W.staleThen}：{base}
      </div>
      {readOnly ? null : (
        <div className="row">
          <Button size="small" onClick={() => actions.keepMine(key, composed)}>
            {W.keepMine}
          </Button>
          <Button size="small" onClick={() => actions.takeNew(key)}>
            {W.takeNew}
          </Button>
        </div>
      )}
    </div>
  );
}
