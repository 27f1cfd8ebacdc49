import type { ReminderItem, ReminderList } from '../../../electron/contract/reminders.ts';
import { endedWords } from '../../../electron/contract/reminderWords.ts';
import type { Contact } from '../../../electron/contract/units.ts';
import { contactName } from '../../../electron/contract/unitWords.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import { byClosest } from './contacts.ts';
import { dayIn, dueIn, lateText, periodIn, reasonBeside, statusText } from './owedTexts.ts';

interface PrintedRemindersProps {
  readonly list: ReminderList;
  /** What the filters leave. */
  readonly items: readonly ReminderItem[];
}

/** The whole list on paper: every unit with its contacts, and below what the colours mean. */
export function PrintedReminders({ list, items }: PrintedRemindersProps) {
  const today = list.asOf.slice(0, 10);
  return (
    <div className="reminder-paper">
      <h1>
        {list.office}催报清单{list.period === null ? '' : `（${periodTitle(list.period)}）`}
      </h1>
      <p>统计至 {momentText(list.asOf)}</p>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {items.map((item) => (
          <tbody key={item.unit}>
            {/* No cell over several lines: such a block would not break between pages. */}
            <tr className="reminder-paper-unit">
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {item.name}
                {item.ended ? `（${endedWords(item.ended)}）` : ''}　<span>{contactsText(item.contacts)}</span>
              </th>
            </tr>
            {item.owed.map((owed) => (
              <tr key={`${owed.duty} ${owed.period}`}>
                <td>{owed.title}</td>
                <td>{periodIn(owed.period, today)}</td>
                <td>{dueIn(owed.due, today)}</td>
                <td>{lateText(owed)}</td>
                <td>
                  {LEVEL_WORDS[owed.level].slice(0, 1)} {reasonBeside(owed)}
                </td>
                <td>{statusText(owed)}</td>
                <td>{owed.chased === 0 ? '—' : `已催${owed.chased}次`}</td>
                <td>{owed.lastChase?.promised ? dayIn(owed.lastChase.promised, today) : '—'}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p>{list.levelNote}</p>
    </div>
  );
}

const COLUMNS = [W.duty, W.period, W.due, W.daysLate, W.level, W.status, W.chased, W.promised] as const;

function contactsText(contacts: readonly Contact[]): string {
  if (contacts.length === 0) return W.noContacts;
  return byClosest(contacts)
    .map((contact) => `${contactName(contact)} ${contact.phone}`.trim())
    .join('　');
}
