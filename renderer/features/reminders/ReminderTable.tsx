import { Link } from 'react-router';
import type { OwedItem, ReminderItem } from '../../../electron/contract/reminders.ts';
import { momentText, periodShort } from '../../parts/periods.ts';
import { LEVEL_LOOKS, OWED_STATUS_WORDS, REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import { worstLevel } from './reminderView.ts';

interface ReminderTableProps {
  readonly items: readonly ReminderItem[];
  readonly chosen: string | undefined;
  readonly onChoose: (unit: string) => void;
}

/** The list itself, one block per unit; also what is printed. */
export function ReminderTable({ items, chosen, onChoose }: ReminderTableProps) {
  return (
    <div className="reminder-scroller">
      <table className="reminder-table" data-testid="reminders-table">
        <thead>
          <tr>
            <th scope="col">{W.unit}</th>
            <th scope="col">{W.duty}</th>
            <th scope="col">{W.period}</th>
            <th scope="col">{W.due}</th>
            <th scope="col">{W.daysLate}</th>
            <th scope="col">{W.level}</th>
            <th scope="col">{W.contacts}</th>
          </tr>
        </thead>
        {items.map((item) => (
          <UnitBlock key={item.unit} item={item} chosen={item.unit === chosen} onChoose={onChoose} />
        ))}
      </table>
    </div>
  );
}

interface UnitBlockProps {
  readonly item: ReminderItem;
  readonly chosen: boolean;
  readonly onChoose: (unit: string) => void;
}

function UnitBlock({ item, chosen, onChoose }: UnitBlockProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the unit's name is a button; the whole block is only a larger target
    <tbody
      className={chosen ? 'reminder-block chosen' : 'reminder-block'}
      onClick={() => onChoose(item.unit)}
      data-testid={`reminder-${item.unit}`}
      data-level={worstLevel(item)}
    >
      {item.owed.map((owed, index) => (
        <tr key={`${owed.duty} ${owed.period}`}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={item.owed.length}>
              <button type="button" aria-pressed={chosen} onClick={() => onChoose(item.unit)}>
                {item.name}
              </button>
              {item.owed.length > 1 && <small className="muted">欠 {item.owed.length} 项</small>}
            </th>
          )}
          <OwedCells owed={owed} />
          {index === 0 && (
            <td rowSpan={item.owed.length} className="reminder-contacts">
              <Contacts item={item} />
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function OwedCells({ owed }: { readonly owed: OwedItem }) {
  return (
    <>
      <td>
        {owed.title}
        {owed.status !== 'missing' && owed.status !== 'pending' && (
          <span className="muted small">
            　{OWED_STATUS_WORDS[owed.status]}
            {owed.quota === null ? '' : ` ${owed.count}/${owed.quota}`}
          </span>
        )}
      </td>
      <td>{periodShort(owed.period)}</td>
      <td>{momentText(owed.due).slice(5)}</td>
      <td className="number">{owed.daysLate > 0 ? `${owed.daysLate} 天` : '—'}</td>
      <td className="reminder-level">
        <i className={`reminder-dot level-${owed.level}`} aria-hidden />
        {LEVEL_WORDS[owed.level]}·{LEVEL_LOOKS[owed.level].hint}
      </td>
    </>
  );
}

function Contacts({ item }: { readonly item: ReminderItem }) {
  if (item.contacts.length === 0) {
    return (
      <span className="muted">
        {W.noContacts}{' '}
        <Link className="no-print" to={`/units?${new URLSearchParams({ search: item.name })}`}>
          {W.addContacts}
        </Link>
      </span>
    );
  }
  return item.contacts.map((contact) => (
    <div key={`${contact.role} ${contact.name} ${contact.phone}`}>
      {contact.name} {contact.phone}
    </div>
  ));
}
