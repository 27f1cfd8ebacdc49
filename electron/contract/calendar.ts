import type { Day, Moment, Period } from './time.ts';

/** A day that is not what its weekday says: a holiday, or a weekend day that is worked (调休上班). */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** A year's holiday notice (国务院办公厅关于节假日安排的通知). `days` may lie in the neighbouring years, as the notice has them. */
export interface HolidayNotice {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  /** Where it was read: file name, or 粘贴的通知. */
  readonly source: string;
}

/** A day this county is off or works besides the State Council's. */
export interface CountyDay extends CalendarDay {
  readonly reason: string;
  readonly by: string;
  readonly at: Moment;
}

/** What the program knows of a year. */
export interface CalendarYear {
  readonly year: number;
  /** `known`: shipped; `imported`: by the office; `unknown`: every due day in it is refused. */
  readonly state: 'known' | 'imported' | 'unknown';
  readonly source: string;
  /** A notice of the year ships with the program: what the office imported can be taken back (`calendar.reset`). */
  readonly ships: boolean;
  readonly holidays: readonly CalendarDay[];
  readonly workdays: readonly CalendarDay[];
  readonly county: readonly CountyDay[];
  /** Working days of the year; null: unknown. */
  readonly total: number | null;
}

/** A due moment that another calendar moves. */
export interface MovedDue {
  readonly duty: string;
  readonly period: Period;
  readonly before: Moment | null;
  readonly after: Moment | null;
}

/** A submission that another calendar makes late (迟报), or in time. */
export interface TurnedSubmission {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly receivedAt: Moment;
  /** The unit's due moment, its extension counted. */
  readonly before: Moment;
  readonly after: Moment;
  /** Late by the other calendar. */
  readonly late: boolean;
}

/** Records of a unit's table whose own term ends on another day by another calendar: so many are timely now, so many late. */
export interface RejudgedRecords {
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly template: string;
  readonly timely: number;
  readonly late: number;
}

/** What another calendar moves: due moments, and what was counted by them. */
export interface CalendarEffect {
  readonly moved: readonly MovedDue[];
  readonly turned: readonly TurnedSubmission[];
  readonly rejudged: readonly RejudgedRecords[];
}

/** What was saved to the calendar, and what it moved. */
export interface CalendarChange extends CalendarEffect {
  readonly year: CalendarYear;
}

/** A notice read from a file or pasted text, before it is saved: what it says, what is doubtful, what it would move. */
export interface CalendarDraft extends CalendarEffect {
  readonly notice: HolidayNotice;
  /** Chinese sentences: what could not be read or looks wrong. */
  readonly doubts: readonly string[];
}

/** Something that falls due on a day, for the calendar of what falls due. */
export interface DueItem {
  readonly day: Day;
  readonly due: Moment;
  readonly duty: string;
  readonly title: string;
  readonly period: Period;
  /** Units that owe it, and how many of them have not met it. */
  readonly units: number;
  readonly open: number;
}
