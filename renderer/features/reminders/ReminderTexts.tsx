import { Tabs } from 'antd';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';

interface ReminderTextsProps {
  readonly item: ReminderItem | undefined;
  readonly groupText: string;
}

/** Paste-ready texts: for the chosen unit, and for the group of all. */
export function ReminderTexts({ item, groupText }: ReminderTextsProps) {
  return (
    <aside className="panel no-print reminder-texts" aria-label={W.texts}>
      <Tabs
        size="small"
        items={[
          {
            key: 'unit',
            label: W.unitText,
            children: item ? (
              <Text title={item.name} text={item.text} copy={W.copyUnit} testId="reminder-unit-text" />
            ) : (
              <div className="muted">{W.chooseUnit}</div>
            ),
          },
          {
            key: 'group',
            label: W.groupText,
            children: <Text title={W.groupText} text={groupText} copy={W.copyGroup} testId="reminder-group-text" />,
          },
        ]}
      />
    </aside>
  );
}

interface TextProps {
  readonly title: string;
  readonly text: string;
  readonly copy: string;
  readonly testId: string;
}

function Text({ title, text, copy, testId }: TextProps) {
  return (
    <>
      <div className="row spread" style={{ marginBottom: 8 }}>
        <b>{title}</b>
        <CopyButton text={text} label={copy} />
      </div>
      <div className="reminder-text prewrap" data-testid={testId}>
        {text}
      </div>
    </>
  );
}
