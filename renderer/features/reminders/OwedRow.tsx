import { WarningOutlined } from '@ant-design/icons';
import { Checkbox, Tooltip } from 'antd';
import type { OwedItem } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import { chaseLines, dayIn, dueIn, lateText, periodIn, reasonBeside, statusHint, statusText } from './owedTexts.ts';
import { owedKey } from './reminderRows.ts';
import type { RowProps } from './UnitRow.tsx';

interface OwedRowProps extends RowProps {
  readonly owed: OwedItem;
  readonly today: Day;
  readonly onLog: () => void;
}

/** One thing a unit owes: what, since when, how grave and why, how often it was chased and what was promised. */
export function OwedRow(props: OwedRowProps) {
  const { index, place, isActive, chosen, isShown, item, owed, today, onToggle, onShow, onLog } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table rows out of view
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of all its lines
    <div
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={chosen === 'all'}
      className={isShown ? 'reminder-row shown' : 'reminder-row'}
      style={{ position: 'absolute', left: 0, right: 0, ...place }}
      data-index={index}
      data-testid="owed"
      data-key={owedKey(item.unit, owed)}
      data-level={owed.level}
      onClick={onShow}
    >
      <Cell>
        <Checkbox
          tabIndex={-1}
          aria-label={`${item.name} ${owed.title} ${periodIn(owed.period, today)}`}
          checked={chosen === 'all'}
          onChange={onToggle}
        />
      </Cell>
      <Cell clip title={owed.title}>
        {owed.title}
      </Cell>
      <Cell clip title={periodIn(owed.period, today)}>
        {periodIn(owed.period, today)}
      </Cell>
      <Cell>{dueIn(owed.due, today)}</Cell>
      <Cell>{lateText(owed)}</Cell>
      <Cell clip title={owed.levelReason}>
        <i className={`reminder-dot level-${owed.level}`} aria-hidden />
        {LEVEL_WORDS[owed.level].slice(0, 1)} <span className="muted">{reasonBeside(owed)}</span>
      </Cell>
      <Cell clip title={statusHint(owed)}>
        {statusText(owed)}
      </Cell>
      <Cell>
        {owed.chased === 0 ? (
          <span className="muted">—</span>
        ) : (
          <Tooltip title={<span className="prewrap">{chaseLines(owed).join('\n')}</span>} placement="left">
            <button
              type="button"
              className="reminder-link"
              onClick={(event) => {
                event.stopPropagation();
                onLog();
              }}
              data-testid="chased"
            >
              已催{owed.chased}次
            </button>
          </Tooltip>
        )}
      </Cell>
      <Cell>
        {owed.lastChase?.promised || owed.promiseBroken ? (
          <span
            className={owed.promiseBroken ? 'reminder-broken' : ''}
            title={owed.promiseBroken ? W.promiseBroken : ''}
          >
            {owed.lastChase?.promised ? dayIn(owed.lastChase.promised, today) : W.expired}
            {owed.promiseBroken ? (
              <>
                {' '}
                <WarningOutlined aria-label={W.promiseBroken} />
              </>
            ) : null}
          </span>
        ) : (
          <span className="muted">—</span>
        )}
      </Cell>
    </div>
  );
}

interface CellProps {
  readonly clip?: boolean;
  readonly title?: string;
  readonly children: React.ReactNode;
}

function Cell({ clip = false, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table rows out of view
    // biome-ignore lint/a11y/useFocusableInteractive: the line takes the focus
    <span role="gridcell" className={clip ? 'clip' : ''} title={title}>
      {children}
    </span>
  );
}
