import { COMPOSER_WORDS as W } from '../../words/composer.ts';

/** At a text of which two windows wrote two: which one stays is not chosen yet. */
export function ToChoose() {
  return (
    <div className="paper-wrong small" data-testid="paper-to-choose">
      {W.toChoose}
    </div>
  );
}
