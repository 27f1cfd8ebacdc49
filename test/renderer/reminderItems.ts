import type { OwedItem, ReminderItem } from '../../electron/contract/reminders.ts';

/** A thing owed, late by a week, never chased. */
export function owed(part: Partial<OwedItem> = {}): OwedItem {
  return {
    duty: '000-02',
    title: '双公示',
    period: '2022-04',
    due: '2022-04-29T16:00',
    daysLate: 7,
    level: 'yellow',
    status: 'missing',
    quota: null,
    count: 0,
    chased: 0,
    lastChase: null,
    promiseBroken: false,
    lateBefore: 0,
    levelReason: '逾期7天',
    ...part,
  };
}

/** A unit that owes these things. */
export function reminder(unit: string, ...items: readonly OwedItem[]): ReminderItem {
  return { unit, name: unit, contacts: [], owed: items, text: `${unit}：` };
}
