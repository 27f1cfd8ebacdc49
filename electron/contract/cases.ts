import type { Finding, StoredFinding } from './findings.ts';
import type { Remark } from './imports.ts';
import type { Moment, Period } from './time.ts';

/** Templates whose records are ledgers of their own (案例台账). */
export const CASE_TEMPLATES = ['joint-case', 'report-use', 'publicity', 'commitment'] as const;
export type CaseTemplate = (typeof CASE_TEMPLATES)[number];

export interface CaseQuery {
  readonly template: CaseTemplate;
  readonly unit?: string | undefined;
  /** Any period: a month, a quarter, a year. */
  readonly period?: Period | undefined;
  readonly search?: string | undefined;
  readonly adopted?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * Where a case comes from. `file`: a row of a mailed table; `article`: a Word document; `paper`: pieces registered by hand, of which no text
 * is kept; `typed`: entered by hand.
 */
export type CaseOrigin = 'file' | 'article' | 'paper' | 'typed';

/** One case: a record, an article or pieces registered by hand, with its findings and the papers filed with its submission. */
export interface CaseItem {
  /** `record.lineage`; of an article or paper `submission.id`. Only with `origin` is it one case's alone. */
  readonly id: number;
  readonly template: CaseTemplate;
  readonly unit: string;
  readonly period: Period;
  readonly title: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly findings: readonly StoredFinding[];
  /** What is worth a look though no rule judges it: a measure outside the list. */
  readonly remarks: readonly Remark[];
  readonly compliant: boolean;
  readonly adopted: boolean;
  readonly receivedAt: Moment;
  readonly origin: CaseOrigin;
  /** How many the quota counts: 1, but for papers registered in numbers. */
  readonly pieces: number;
  readonly attachments: readonly { readonly id: number; readonly name: string }[];
}

/** What the checks say of a case to be typed in. */
export interface CaseCheck {
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
}

export interface CasePage {
  /** Entries of the ledger; `pieces` is what they count. */
  readonly total: number;
  readonly pieces: number;
  readonly cases: readonly CaseItem[];
}

/**
 * Month × unit counts of a year; `quota` is what a unit owes per month (of the duty's period, where that is longer), null: no quota. What
 * belongs to a longer or shorter period counts in the month of its last day.
 */
export interface CaseCounts {
  readonly template: CaseTemplate;
  readonly year: number;
  readonly months: readonly Period[];
  readonly units: readonly {
    readonly unit: string;
    readonly counts: readonly number[];
    readonly total: number;
    readonly quota: number | null;
    /** Periods that are over with less than the quota. */
    readonly short: readonly Period[];
  }[];
  readonly totals: readonly number[];
}

/** A case typed in: field id → text, read and checked as a row of a mailed table is. */
export interface CaseDraft {
  readonly template: CaseTemplate;
  readonly unit: string;
  readonly period: Period;
  readonly values: Readonly<Record<string, string>>;
}
