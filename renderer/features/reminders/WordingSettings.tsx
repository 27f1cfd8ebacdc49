import { Button, Popconfirm } from 'antd';
import type { ReminderWording } from '../../../electron/contract/reminders.ts';
import { wordingFault } from '../../../electron/contract/wordingFault.ts';
import { REMINDER_SETTINGS_WORDS as W } from '../../words/reminderSettings.ts';
import { SaveBar } from './SaveBar.tsx';
import { shownForm, useSettingsDrafts } from './settingsDrafts.ts';
import { WordingField } from './WordingField.tsx';

interface WordingSettingsProps {
  readonly stored: ReminderWording;
  readonly isOwn: boolean;
  readonly busy: boolean;
  readonly onSave: (wording: ReminderWording) => void;
  readonly onReset: () => void;
}

const FIELDS: readonly (keyof ReminderWording)[] = ['unit', 'group', 'letter', 'mailSubject'];

/** The office's words for reminders, each with what the program fills in and how it then looks. */
export function WordingSettings({ stored, isOwn, busy, onSave, onReset }: WordingSettingsProps) {
  const { changed, change, undo } = useSettingsDrafts();
  const { values: wording, isChanged } = shownForm(stored, changed.wording);
  const isValid = FIELDS.every((field) => wording[field].trim() !== '' && wordingFault(field, wording[field]) === null);
  return (
    <section className="panel" aria-label={W.wording} data-testid="wording-settings">
      <div className="row spread">
        <h2>{W.wording}</h2>
        <span className="row">
          <span className="muted">{isOwn ? W.own : W.shipped}</span>
          <Popconfirm title={W.resetAsk} okText={W.reset} disabled={!isOwn} onConfirm={onReset}>
            <Button disabled={!isOwn || busy} data-testid="reset-wording">
              {W.reset}
            </Button>
          </Popconfirm>
          <SaveBar
            isChanged={isChanged}
            isValid={isValid}
            busy={busy}
            onUndo={() => undo('wording')}
            onSave={() => onSave(wording)}
            testId="save-wording"
          />
        </span>
      </div>
      <div className="muted small">{W.wordingHint}</div>
      {FIELDS.map((field) => (
        <WordingField
          key={field}
          field={field}
          text={wording[field]}
          onChange={(text) => change('wording', { [field]: text })}
        />
      ))}
    </section>
  );
}
