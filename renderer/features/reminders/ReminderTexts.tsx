import { Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { ContactList } from './ContactList.tsx';
import { GROUP_TEXT, textOf, useReminderTexts } from './reminderTexts.ts';

interface ReminderTextsProps {
  readonly item: ReminderItem | undefined;
  readonly groupText: string;
  /** Logs what was just sent by hand. */
  readonly onChaseUnit: (item: ReminderItem) => void;
  readonly onChaseAll: () => void;
}

/** Paste-ready texts for the shown unit and for the group of all; each can be rewritten before it is copied. */
export function ReminderTexts({ item, groupText, onChaseUnit, onChaseAll }: ReminderTextsProps) {
  const [tab, setTab] = useState('unit');
  return (
    <aside className="panel no-print reminder-texts" aria-label={W.texts}>
      <Tabs
        size="small"
        className="fill page-tabs"
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'unit',
            label: W.unitText,
            children: item ? (
              <Text
                textKey={item.unit}
                title={item.name}
                composed={item.text}
                copy={W.copyUnit}
                testId="reminder-unit-text"
                onChase={() => onChaseUnit(item)}
              >
                <div className="reminder-people">
                  <ContactList contacts={item.contacts} unitName={item.name} />
                </div>
              </Text>
            ) : (
              <div className="muted">{W.chooseUnit}</div>
            ),
          },
          {
            key: 'group',
            label: W.groupText,
            children: (
              <Text
                textKey={GROUP_TEXT}
                title={W.groupText}
                composed={groupText}
                copy={W.copyGroup}
                testId="reminder-group-text"
                onChase={onChaseAll}
              />
            ),
          },
        ]}
      />
    </aside>
  );
}

interface TextProps {
  readonly textKey: string;
  readonly title: string;
  readonly composed: string;
  readonly copy: string;
  readonly testId: string;
  readonly onChase: () => void;
  readonly children?: React.ReactNode;
}

function Text({ textKey, title, composed, copy, testId, onChase, children }: TextProps) {
  const { edited, write, restore } = useReminderTexts();
  const { text, state } = textOf(edited, textKey, composed);
  return (
    <div className="reminder-text">
      <div className="row spread">
        <b>{title}</b>
        {state === 'composed' ? null : (
          <Button size="small" onClick={() => restore(textKey)} data-testid="restore-text">
            {W.restoreText}
          </Button>
        )}
      </div>
      {children}
      <Input.TextArea
        className="fill"
        aria-label={`${W.texts}：${title}`}
        data-testid={testId}
        value={text}
        onChange={(event) => write(textKey, composed, event.target.value)}
      />
      <span className={state === 'stale' ? 'small reminder-broken' : 'muted small'} aria-live="polite">
        {state === 'composed' ? W.editHint : state === 'edited' ? W.textEdited : W.textOld}
      </span>
      <div className="row">
        <CopyButton text={text} label={copy} />
        <Button title={W.chaseHint} onClick={onChase} data-testid={`${testId}-chase`}>
          {W.chase}
        </Button>
      </div>
    </div>
  );
}
