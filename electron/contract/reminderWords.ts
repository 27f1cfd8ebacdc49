import type { ReminderWording } from './reminders.ts';

/** Names of the wordings, as a clerk knows them. */
export const WORDING_NAMES: Readonly<Record<keyof ReminderWording, string>> = {
  unit: '给单位的文字',
  group: '群通知',
  letter: '催报函正文',
  mailSubject: '邮件主题',
};
