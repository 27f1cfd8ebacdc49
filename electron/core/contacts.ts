import type { Moment } from '../contract/time.ts';
import type { Contact } from '../contract/units.ts';
import { foldText } from './fold.ts';

/** Template whose rows name the people of a unit (负责人名单和联系方式). */
export const CONTACT_LIST = 'contact-list';

/** The people that a unit's newest compliant list names, and when it came. */
export interface ReportedContacts {
  readonly at: Moment;
  readonly contacts: readonly Contact[];
}

/** The people that a row of a contact list names: 分管领导 and 经办人, each only with a name. */
export function contactsOfRow(values: Readonly<Record<string, string | number | null>>): Contact[] {
  const text = (field: string): string => String(values[field] ?? '').trim();
  const wechat = text('wechat');
  const phones = [text('clerkPhone'), text('officePhone')].filter((phone) => phone !== '').join('、');
  const people: Contact[] = [
    { name: text('leader'), role: 'leader', phone: text('leaderPhone'), email: '' },
    { name: text('clerk'), role: 'clerk', phone: phones, email: text('mail'), ...(wechat === '' ? {} : { wechat }) },
  ];
  return people.filter(({ name }) => name !== '');
}

/**
 * Whom to reach in a unit: the people the office entered, and those its newest list names. Of one person, by part and name, the later word
 * counts, field by field; an empty field says nothing. Derived whenever it is asked: undoing the list takes its people back.
 */
export function contactsInForce(entered: readonly Contact[], reported: ReportedContacts | undefined): Contact[] {
  if (!reported) return [...entered];
  const known = entered.map((contact) => {
    const listed = reported.contacts.find((one) => isSamePerson(one, contact));
    if (!listed) return contact;
    return (contact.enteredAt ?? '') > reported.at ? over(listed, contact) : over(contact, listed);
  });
  const others = reported.contacts.filter((one) => !entered.some((contact) => isSamePerson(one, contact)));
  return [...known, ...others];
}

/**
 * What to store of contacts as the office leaves them: those it did not touch stay as they were entered, or derived; the others are entered
 * `at`. `shown` is what `contactsInForce` gave.
 */
export function enteredContacts(
  left: readonly Contact[],
  {
    entered,
    shown,
    at,
  }: { readonly entered: readonly Contact[]; readonly shown: readonly Contact[]; readonly at: Moment },
): Contact[] {
  return left.flatMap((contact) => {
    const { enteredAt: _before, ...said } = contact;
    if (!shown.some((one) => saysTheSame(one, contact))) return [{ ...said, enteredAt: at }];
    return entered.find((one) => isSamePerson(one, contact)) ?? [];
  });
}

const isSamePerson = (a: Contact, b: Contact): boolean => a.role === b.role && foldText(a.name) === foldText(b.name);

const saysTheSame = (a: Contact, b: Contact): boolean =>
  isSamePerson(a, b) && a.phone === b.phone && a.email === b.email && (a.wechat ?? '') === (b.wechat ?? '');

/** One person's fields as said before, and over them what was said since. */
function over(before: Contact, since: Contact): Contact {
  const wechat = since.wechat || before.wechat;
  return {
    ...before,
    phone: since.phone || before.phone,
    email: since.email || before.email,
    ...(wechat ? { wechat } : {}),
  };
}
