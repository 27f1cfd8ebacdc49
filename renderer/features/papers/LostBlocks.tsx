import { Button } from 'antd';
import type { BlockMark, PaperEdit } from '../../../electron/contract/papers.ts';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import type { BlockActions } from './blockActions.ts';
import { textByHand } from './editPaper.ts';

interface LostBlocksProps {
  readonly marks: readonly BlockMark[];
  readonly edits: readonly PaperEdit[];
  readonly actions: BlockActions;
}

/** What is not in the paper: removed by hand, or changed by hand and no longer said by the data. */
export function LostBlocks({ marks, edits, actions }: LostBlocksProps) {
  // A removed block whose data changed since is stale, too.
  const removed = marks.filter(({ key }) => edits.some((edit) => edit.edit === 'remove' && edit.key === key));
  const gone = marks.filter(({ state }) => state === 'gone');
  return (
    <>
      {removed.length === 0 ? null : (
        <section className="paper-lost" aria-label={W.removed} data-testid="removed-blocks">
          <b>
            {W.removed}（{removed.length}）
          </b>{' '}
          <span className="muted small">{W.removedHint}</span>
          {removed.map(({ key, state, composed }) => (
            <div key={key} className="paper-lost-line">
              <del>{textByHand(edits, key) ?? composed}</del>
              {state === 'stale' ? (
                <Button size="small" title={W.staleRemoved} onClick={() => actions.keepMine(key, composed)}>
                  {W.keepRemoved}
                </Button>
              ) : null}
              <Button size="small" onClick={() => actions.bringBack(key)}>
                {W.bringBack}
              </Button>
            </div>
          ))}
        </section>
      )}
      {gone.length === 0 ? null : (
        <section className="paper-lost" aria-label={W.gone} data-testid="gone-blocks">
          <b>
            {W.gone}（{gone.length}）
          </b>{' '}
          <span className="muted small">{W.goneHint}</span>
          {gone.map(({ key, text, base }) => (
            <div key={key} className="paper-lost-line">
              <span>{text === '' ? base : text}</span>
              <Button size="small" onClick={() => actions.putIn(key, text === '' ? base : text)}>
                {W.putIn}
              </Button>
              <Button size="small" type="text" onClick={() => actions.drop(key)}>
                {W.drop}
              </Button>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
