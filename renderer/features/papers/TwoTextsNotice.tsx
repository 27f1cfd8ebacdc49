import { Alert, Button } from 'antd';
import { FIELD_KEYS, type PaperEdit } from '../../../electron/contract/papers.ts';
import { FIELD_WORDS, COMPOSER_WORDS as W } from '../../words/composer.ts';
import { type TextEdit, type TwoTexts, textByHand } from './editPaper.ts';

interface TwoTextsNoticeProps {
  readonly twice: readonly TwoTexts[];
  /** As they stand on screen. */
  readonly edits: readonly PaperEdit[];
  /** Only what stands in the paper can be taken. */
  readonly readOnly: boolean;
  readonly onTake: (chosen: TextEdit) => void;
}

/** Texts that were written here and otherwise in another window: both, and the choice between them. */
export function TwoTextsNotice({ twice, edits, readOnly, onTake }: TwoTextsNoticeProps) {
  const take = (text: TextEdit, word: string) => {
    const isClosed = readOnly && textByHand(edits, text.key) !== text.text;
    return (
      <Button size="small" disabled={isClosed} title={isClosed ? W.readOnly : undefined} onClick={() => onTake(text)}>
        {word}
      </Button>
    );
  };
  return (
    <Alert
      type="warning"
      showIcon
      title={`${W.twice}${W.twiceLater}`}
      data-testid="paper-twice"
      description={
        <ul className="paper-advice paper-twice">
          {twice.map(({ key, here, there }) => (
            <li key={`${here.edit} ${key}`}>
              <b>{nameOf(key)}</b>
              <div>
                {W.here}：{here.text || W.blank} {take(here, W.takeHere)}
              </div>
              <div>
                {W.there}：{there.text || W.blank} {take(there, W.takeThere)}
              </div>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function nameOf(key: string): string {
  const field = FIELD_KEYS.find((one) => one === key);
  return field === undefined ? W.paragraph : FIELD_WORDS[field];
}
