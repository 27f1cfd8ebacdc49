import type { ReminderItem, ReminderWording } from './reminders.ts';

/** Names of the wordings, as a clerk knows them. */
export const WORDING_NAMES: Readonly<Record<keyof ReminderWording, string>> = {
  unit: '给单位的文字',
  group: '群通知',
  letter: '催报函正文',
  mailSubject: '邮件主题',
};

/** What is said of a unit that has ended: `已撤并，由自然资源局承接`. */
export function endedWords({ successors }: NonNullable<ReminderItem['ended']>): string {
  return `已撤并${successors.length === 0 ? '' : `，由${successors.join('、')}承接`}`;
}
