import type { Moment, Period } from './time.ts';
import type { Contact } from './units.ts';

/** 蓝 due soon, 黄 late, 红 late by more than the office's limit. */
export const REMINDER_LEVELS = ['blue', 'yellow', 'red'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

export interface OwedItem {
  readonly duty: string;
  readonly title: string;
  readonly period: Period;
  readonly due: Moment;
  /** Natural days after the due day; 0 while it is not yet due. */
  readonly daysLate: number;
  readonly level: ReminderLevel;
  readonly status: 'missing' | 'pending' | 'partial' | 'returned';
  readonly quota: number | null;
  readonly count: number;
}

export interface ReminderItem {
  readonly unit: string;
  readonly name: string;
  readonly contacts: readonly Contact[];
  readonly owed: readonly OwedItem[];
  /** Paste-ready text for this unit. */
  readonly text: string;
}

/** The reminder list (催报清单). */
export interface ReminderList {
  readonly period: Period;
  readonly asOf: Moment;
  readonly office: string;
  readonly items: readonly ReminderItem[];
  /** Paste-ready text for the group of all units. */
  readonly groupText: string;
}
