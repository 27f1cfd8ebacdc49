import type { Contact } from './units.ts';

/** Why a unit gets no mail, as said behind its name: `（邮箱写法不对：…）`; empty where nobody has an address. */
export function misspeltEmails(contacts: readonly Contact[]): string {
  const wrong = contacts.map(({ email }) => email.trim()).filter((email) => email !== '' && !isEmail(email));
  return wrong.length === 0 ? '' : `（邮箱写法不对：${[...new Set(wrong)].join('、')}）`;
}

/** Whether a text is one e-mail address that a mail can go to. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>,;，；]+@[^\s@<>,;，；]+$/u.test(text.trim());
}
