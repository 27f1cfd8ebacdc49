import { Alert, Button } from 'antd';
import { FIELD_KEYS } from '../../../electron/contract/papers.ts';
import { FIELD_WORDS, COMPOSER_WORDS as W } from '../../words/composer.ts';
import type { TextEdit, TwoTexts } from './editPaper.ts';

interface TwoTextsNoticeProps {
  readonly twice: readonly TwoTexts[];
  readonly onTake: (chosen: TextEdit) => void;
}

/** Texts that were written here and otherwise in another window: both, and the choice between them. */
export function TwoTextsNotice({ twice, onTake }: TwoTextsNoticeProps) {
  return (
    <Alert
      type="warning"
      showIcon
      title={W.twice}
      data-testid="paper-twice"
      description={
        <ul className="paper-advice paper-twice">
          {twice.map(({ key, here, there }) => (
            <li key={`${here.edit} ${key}`}>
              <b>{nameOf(key)}</b>
              <div>
                {W.here}：{here.text || W.blank}{' '}
                <Button size="small" onClick={() => onTake(here)}>
                  {W.takeHere}
                </Button>
              </div>
              <div>
                {W.there}：{there.text || W.blank}{' '}
                <Button size="small" onClick={() => onTake(there)}>
                  {W.takeThere}
                </Button>
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
