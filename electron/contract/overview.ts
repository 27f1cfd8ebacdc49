import type { PaperSummary } from './papers.ts';
import type { Rates } from './status.ts';
import type { Day, Moment, Period } from './time.ts';

export interface DutyProgress {
  readonly duty: string;
  readonly title: string;
  readonly period: Period;
  readonly due: Moment;
  readonly expected: number;
  readonly met: number;
  readonly late: number;
  readonly missing: number;
  readonly pending: number;
}

/** What the 工作台 shows at a glance. */
export interface Overview {
  readonly asOf: Moment;
  readonly today: Day;
  readonly week: Period;
  readonly month: Period;
  /** Duties of this week and month and those that fall due in them, whatever period they are about; next due first. */
  readonly progress: readonly DutyProgress[];
  /** Of this month; null where only the calendar of a year not loaded could say which weeks it holds. */
  readonly rates: Rates | null;
  /** Units that owe most, with the number of late items and of contacts (催报) about them. */
  readonly late: readonly {
    readonly unit: string;
    readonly name: string;
    readonly items: number;
    readonly daysLate: number;
    readonly chased: number;
  }[];
  /** Papers begun and not yet issued, newest first. */
  readonly drafts: readonly PaperSummary[];
  readonly records: number;
  readonly recordsWithErrors: number;
  readonly lastBatch: { readonly id: string; readonly at: Moment; readonly files: number } | null;
  /** Things the office still has to fill in, `group_empty:000-G2`. */
  readonly todo: readonly Todo[];
}

/** One thing the office still has to fill in. */
export type Todo =
  | { readonly code: 'group_empty' | 'calendar_missing' | 'contacts_missing'; readonly subject: string }
  /** So many units owe the duty `subject` for a period that has begun, and were allotted no number (未分配). */
  | {
      readonly code: 'numbers_missing';
      readonly subject: string;
      readonly title: string;
      readonly period: Period;
      readonly count: number;
    };

export interface VerifyResult {
  readonly file: string;
  readonly sha256: string;
  readonly integrity: 'ok' | string;
  readonly originals: number;
  readonly missingOriginals: readonly string[];
  readonly damagedOriginals: readonly string[];
  readonly schemaVersion: number;
}

export interface AppInfo {
  readonly version: string;
  readonly node: string;
  readonly dataFolder: string;
  readonly profile: string | null;
  readonly office: string | null;
  readonly county: string | null;
  /** Years whose working days are known. */
  readonly calendarFrom: number;
  readonly calendarTo: number;
  readonly demo: boolean;
  readonly now: Moment;
}
