import type { ReminderItem, ReminderList } from '../../../electron/contract/reminders.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { LEVEL_WORDS } from '../../words.ts';
import { byClosest, contactName } from './contacts.ts';
import { dueIn, lateText, periodIn, statusText } from './owedTexts.ts';

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
            {[W.unit, ...COLUMNS, W.contacts].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {items.map((item) => (
          <tbody key={item.unit}>
            {item.owed.map((owed, index) => (
              <tr key={`${owed.duty} ${owed.period}`}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={item.owed.length}>
                    {item.name}
                  </th>
                ) : null}
                <td>{owed.title}</td>
                <td>{periodIn(owed.period, today)}</td>
                <td>{dueIn(owed.due, today)}</td>
                <td>{lateText(owed)}</td>
                <td>
                  {LEVEL_WORDS[owed.level]} {owed.levelReason}
                </td>
                <td>{statusText(owed)}</td>
                <td>
                  {owed.chased === 0 ? '—' : `已催${owed.chased}次`}
                  {owed.lastChase?.promised ? ` 承诺${owed.lastChase.promised}` : ''}
                </td>
                {index === 0 ? (
                  <td rowSpan={item.owed.length}>
                    {byClosest(item.contacts).map((contact) => (
                      <div key={`${contact.role} ${contact.name} ${contact.phone}`}>
                        {contactName(contact)} {contact.phone}
                      </div>
                    ))}
                    {item.contacts.length === 0 ? W.noContacts : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p>{list.levelNote}</p>
    </div>
  );
}

const COLUMNS = [W.duty, W.period, W.due, W.daysLate, W.level, W.status, W.chased] as const;
