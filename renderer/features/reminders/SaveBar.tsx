import { Button } from 'antd';
import { REMINDER_SETTINGS_WORDS as W } from '../../words/reminderSettings.ts';

interface SaveBarProps {
  readonly isChanged: boolean;
  readonly busy: boolean;
  readonly isValid?: boolean;
  readonly testId: string;
  readonly onUndo: () => void;
  readonly onSave: () => void;
}

/** Saves or drops what was changed; says that something was. */
export function SaveBar({ isChanged, busy, isValid = true, testId, onUndo, onSave }: SaveBarProps) {
  return (
    <span className="row">
      {isChanged ? (
        <>
          <span className="muted">{W.changed}</span>
          <Button onClick={onUndo}>{W.undo}</Button>
        </>
      ) : null}
      <Button
        type="primary"
        disabled={!isChanged || !isValid}
        loading={busy && isChanged}
        onClick={onSave}
        data-testid={testId}
      >
        {W.save}
      </Button>
    </span>
  );
}
