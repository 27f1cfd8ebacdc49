import { DownOutlined, PhoneOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { endedWords } from '../../../electron/contract/reminderWords.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { LEVEL_ORDER, REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import { ContactList } from './ContactList.tsx';
import { unitChased } from './owedTexts.ts';
import { countLevels, worstLevel } from './reminderView.ts';

/** What lines of both kinds are given. */
export interface RowProps {
  readonly index: number;
  readonly place: { readonly top: number; readonly height: number };
  /** In the tab order. */
  readonly isActive: boolean;
  readonly chosen: 'all' | 'some' | 'none';
  /** Its text stands on the right. */
  readonly isShown: boolean;
  readonly item: ReminderItem;
  readonly onToggle: () => void;
  readonly onShow: () => void;
}

interface UnitRowProps extends RowProps {
  /** What it owes is folded away. */
  readonly isClosed: boolean;
  readonly today: Day;
  readonly onOpenClose: () => void;
  readonly onChase: () => void;
}

/** A unit with how much it owes, whom to phone, and the way to log it. */
export function UnitRow(props: UnitRowProps) {
  const { index, place, isActive, chosen, isShown, item, isClosed, onToggle, onShow, onOpenClose, onChase, today } =
    props;
  const counts = countLevels([item]);
  const talks = unitChased(item, today);
  const longest = Math.max(...item.owed.map(({ daysLate }) => daysLate));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table rows out of view
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of all its lines
    <div
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={chosen === 'all'}
      aria-expanded={!isClosed}
      className={isShown ? 'reminder-unit shown' : 'reminder-unit'}
      style={place}
      data-index={index}
      data-testid={`reminder-${item.unit}`}
      data-level={worstLevel(item)}
      onClick={onShow}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the line takes the focus */}
      <span role="gridcell">
        <Checkbox
          tabIndex={-1}
          aria-label={`${W.selectUnit}：${item.name}`}
          title={W.selectUnit}
          checked={chosen === 'all'}
          indeterminate={chosen === 'some'}
          onChange={onToggle}
        />
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span role="gridcell" className="reminder-name">
        <button
          type="button"
          tabIndex={-1}
          className="reminder-link reminder-open"
          aria-label={`${isClosed ? W.open : W.close}：${item.name}`}
          onClick={onOpenClose}
        >
          {isClosed ? <RightOutlined /> : <DownOutlined />}
        </button>
        <b>{item.name}</b>
        {item.ended ? (
          <span className="small" title={`${W.endedOn} ${item.ended.on}。${W.endedHint}`} data-testid="unit-ended">
            {endedWords(item.ended)}
          </span>
        ) : null}
        {LEVEL_ORDER.filter((level) => counts[level] > 0).map((level) => (
          <span key={level} className="reminder-level-option small" title={`${LEVEL_WORDS[level]} ${counts[level]} 项`}>
            <i className={`reminder-dot level-${level}`} aria-hidden />
            {LEVEL_WORDS[level].slice(0, 1)} {counts[level]}
          </span>
        ))}
        {longest > 0 ? <span className="muted small">最久 {longest} 天</span> : null}
        {talks === null ? null : (
          <span className={talks.isBroken ? 'small reminder-broken' : 'small'} data-testid="unit-chased">
            {talks.text}
          </span>
        )}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span role="gridcell" className="reminder-contacts">
        <ContactList contacts={item.contacts} unitName={item.name} most={2} />
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span role="gridcell">
        <Button
          size="small"
          type="text"
          icon={<PhoneOutlined />}
          aria-label={`${W.chase}：${item.name}`}
          onClick={(event) => {
            event.stopPropagation();
            onChase();
          }}
          data-testid={`chase-${item.unit}`}
        >
          {W.chaseUnit}
        </Button>
      </span>
    </div>
  );
}
