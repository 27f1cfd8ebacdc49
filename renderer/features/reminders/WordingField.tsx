import { Input } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { REMINDER_PLACEHOLDERS, type ReminderWording } from '../../../electron/contract/reminders.ts';
import { wordingFault } from '../../../electron/contract/wordingFault.ts';
import {
  PLACEHOLDER_WORDS,
  REMINDER_SETTINGS_WORDS as W,
  WORDING_HINTS,
  WORDING_NAMES,
} from '../../words/reminderSettings.ts';
import { insertPlaceholder, wordingExample } from './wordingExample.ts';

interface WordingFieldProps {
  readonly field: keyof ReminderWording;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** One wording: its text, the placeholders to put into it, and the example beside it. */
export function WordingField({ field, text, onChange }: WordingFieldProps) {
  const title = WORDING_NAMES[field];
  const hint = WORDING_HINTS[field];
  const id = useId();
  const holder = useRef<HTMLDivElement>(null);
  /** Where the cursor goes after a placeholder was put in. */
  const cursor = useRef<number | null>(null);
  useEffect(() => {
    const area = areaOf(holder.current);
    if (cursor.current === null || !area) return;
    area.focus();
    area.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });
  const put = (name: string) => {
    const area = areaOf(holder.current);
    const selection = { start: area?.selectionStart ?? text.length, end: area?.selectionEnd ?? text.length };
    const inserted = insertPlaceholder(text, name, selection);
    cursor.current = inserted.cursor;
    onChange(inserted.text);
  };
  const isEmpty = text.trim() === '';
  const fault = isEmpty ? W.empty : wordingFault(field, text);
  const isLine = field === 'mailSubject';
  return (
    <div className="wording-field" data-testid={`wording-${field}`}>
      <div ref={holder}>
        <label htmlFor={id}>
          <b>{title}</b> <span className="muted small">{hint}</span>
        </label>
        <Input.TextArea
          id={id}
          autoSize={{ minRows: isLine ? 1 : 5, maxRows: 16 }}
          status={fault === null ? '' : 'error'}
          value={text}
          // A subject is one line.
          onChange={(event) => onChange(isLine ? event.target.value.replaceAll('\n', '') : event.target.value)}
        />
        <div className="row wording-words">
          {REMINDER_PLACEHOLDERS[field].map((name) => (
            <button
              key={name}
              type="button"
              title={PLACEHOLDER_WORDS[name].meaning}
              // The field keeps the focus, and with it the cursor's place.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => put(name)}
            >
              {`{${name}}`} <span className="muted">{PLACEHOLDER_WORDS[name].meaning}</span>
            </button>
          ))}
        </div>
        {fault === null ? null : (
          <div className="reminder-broken" role="alert">
            {isEmpty ? fault : `${title}${fault}`}
          </div>
        )}
      </div>
      <div>
        <span className="muted small">{W.preview}</span>
        <div className="wording-example prewrap" data-testid={`example-${field}`}>
          {wordingExample(field, text)}
        </div>
      </div>
    </div>
  );
}

function areaOf(holder: HTMLDivElement | null): HTMLTextAreaElement | null {
  return holder?.querySelector('textarea') ?? null;
}
