import { Alert, Button } from 'antd';
import { COMPOSER_WORDS as W } from '../../words/composer.ts';
import { type AsideEdits, asideTexts } from './paperKeeper.ts';

interface UnsavedNoticeProps {
  readonly aside: AsideEdits;
  /** The paper is a draft again. */
  readonly canTakeUp: boolean;
  readonly onTakeUp: () => void;
  readonly onDrop: () => void;
}

/** What was written here while the paper was closed elsewhere: to be copied, or put in when it is sent back. */
export function UnsavedNotice({ aside, canTakeUp, onTakeUp, onDrop }: UnsavedNoticeProps) {
  return (
    <Alert
      type="warning"
      showIcon
      title={canTakeUp ? W.asideOpen : W.asideClosed}
      data-testid="paper-aside"
      description={
        <ul className="paper-advice">
          {asideTexts(aside).map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be alike, and none moves
            <li key={index}>{text}</li>
          ))}
        </ul>
      }
      action={
        <div className="row">
          <Button size="small" type="primary" disabled={!canTakeUp} onClick={onTakeUp}>
            {W.asideTakeUp}
          </Button>
          <Button size="small" type="text" onClick={onDrop}>
            {W.drop}
          </Button>
        </div>
      }
    />
  );
}
