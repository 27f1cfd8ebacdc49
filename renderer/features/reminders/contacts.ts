import { isEmail } from '../../../electron/contract/emailAddress.ts';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import type { Contact } from '../../../electron/contract/units.ts';
import { contactName } from '../../../electron/contract/unitWords.ts';
import { CHASE_WORDS as W } from '../../words/chases.ts';

/** Those who do the work before those who lead it. */
export function byClosest(contacts: readonly Contact[]): Contact[] {
  return contacts.toSorted((a, b) => Number(a.role === 'leader') - Number(b.role === 'leader'));
}

/** Units nobody of whom has an address that a mail can go to: they get no draft mail. */
export function withoutAddress(items: readonly ReminderItem[]): ReminderItem[] {
  return items.filter(({ contacts }) => contacts.every(({ email }) => !isEmail(email)));
}

/** Whom the dialog offers: the people of the one unit, or for several what they have in common. */
export function whomOffers(items: readonly ReminderItem[]): string[] {
  const [only, another] = items;
  if (only === undefined) return [];
  if (another !== undefined) return [W.whomMany, W.whomGroup];
  return byClosest(only.contacts).map(contactName);
}
