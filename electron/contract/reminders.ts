import type { ChaseWay } from './chases.ts';
import type { RefusedDue } from './status.ts';
import type { Day, Moment, Period } from './time.ts';
import type { Contact } from './units.ts';

/** 蓝 due soon, 黄 late, 红 late again or by more than the office's limit. */
export const REMINDER_LEVELS = ['blue', 'yellow', 'red'] as const;
export type ReminderLevel = (typeof REMINDER_LEVELS)[number];

export const OWED_STATUSES = ['missing', 'pending', 'partial', 'returned', 'contradicted'] as const;
export type OwedStatus = (typeof OWED_STATUSES)[number];

export interface OwedItem {
  readonly duty: string;
  readonly title: string;
  readonly period: Period;
  readonly due: Moment;
  /** Natural days after the due day; 0 while it is not yet due. */
  readonly daysLate: number;
  readonly level: ReminderLevel;
  /** `contradicted`: a zero report beside data; which of them holds is to be settled. */
  readonly status: OwedStatus;
  /** It is not the unit's to send (非应报): it sent it all the same, it went back, and the office waits for it. */
  readonly assigned?: false;
  readonly quota: number | null;
  readonly count: number;
  /** Logged contacts about it: 已催 3 次. */
  readonly chased: number;
  readonly lastChase: {
    readonly at: Moment;
    readonly how: ChaseWay;
    readonly whom: string;
    readonly answer: string;
    /** The newest promise, also of an earlier contact. */
    readonly promised: Day | null;
  } | null;
  /** The promised day has passed. */
  readonly promiseBroken: boolean;
  /** Times this unit did not send this duty, or sent it late, in as many periods before as the settings say. */
  readonly lateBefore: number;
  /** Why the level is what it is: `逾期9天`, `近3期已迟报2次`, `已催2次未报`. */
  readonly levelReason: string;
}

export interface ReminderItem {
  readonly unit: string;
  readonly name: string;
  /** Of a unit that had ended by then: the units that go on from it. */
  readonly contacts: readonly Contact[];
  /** The unit had ended by the moment: its last day, and the names of the units that go on from it (none: 已撤并). It gets no letter. */
  readonly ended?: { readonly on: Day; readonly successors: readonly string[] };
  readonly owed: readonly OwedItem[];
  /** Paste-ready text for this unit. */
  readonly text: string;
}

/** The reminder list (催报清单) at a moment: of one period, or of everything owed then. */
export interface ReminderList {
  readonly period: Period | null;
  readonly asOf: Moment;
  /** The office's short name, as papers are signed. */
  readonly office: string;
  /** Worst first; units without contacts are listed all the same. */
  readonly items: readonly ReminderItem[];
  /** Paste-ready text for the group of all units. */
  readonly groupText: string;
  /** What the colours mean under the settings in force, printed under the list. */
  readonly levelNote: string;
  /** Left out, because only the calendar of a year not loaded could say whether they are due; absent: nothing. */
  readonly refused?: readonly RefusedDue[];
}

/** When an open item is announced and when a late one turns red. */
export interface ReminderSettings {
  /** Natural days before the due day from which an open item is announced (blue). */
  readonly soonDays: number;
  /** Late by more natural days than this: red. */
  readonly redAfterDays: number;
  /** Red when late again: at least so many times in the periods before; 0: never for this reason. */
  readonly redWhenLateBefore: number;
  /** Periods before that are looked at for that. */
  readonly periodsBefore: number;
  /** Red when chased at least so often and still owed; 0: never for this reason. */
  readonly redWhenChased: number;
  /**
   * First due day of what a list of everything names and levels look back to, for an office that starts in mid-year: what did not come before is
   * in the grid, and chased by nobody. Null, absent: all that is owed.
   */
  readonly since?: Day | null | undefined;
}

/** The office's wording with `{placeholders}`; `REMINDER_PLACEHOLDERS` says which. */
export interface ReminderWording {
  readonly unit: string;
  readonly group: string;
  /** Body of a 催报函, paragraphs separated by line breaks. */
  readonly letter: string;
  readonly mailSubject: string;
}

/** Placeholders a wording may use; an unknown one is refused with its name. */
export const REMINDER_PLACEHOLDERS = {
  unit: ['unit', 'asOf', 'count', 'items', 'remedy', 'contact', 'office', 'date'],
  group: ['asOf', 'count', 'items', 'remedy', 'contact', 'office', 'date'],
  letter: ['unit', 'asOf', 'count', 'items', 'remedy', 'contact', 'office', 'date', 'chased'],
  mailSubject: ['unit', 'count', 'office', 'date'],
} as const satisfies Record<keyof ReminderWording, readonly string[]>;

export const REMINDER_FORMATS = ['xlsx', 'docx', 'html', 'pdf'] as const;
export type ReminderFormat = (typeof REMINDER_FORMATS)[number];
