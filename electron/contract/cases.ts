import type { StoredFinding } from './findings.ts';
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

/** One case: a record, its findings, and the papers filed with its submission. */
export interface CaseItem {
  /** `record.lineage` */
  readonly id: number;
  readonly template: CaseTemplate;
  readonly unit: string;
  readonly period: Period;
  readonly title: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly findings: readonly StoredFinding[];
  readonly compliant: boolean;
  readonly adopted: boolean;
  readonly receivedAt: Moment;
  /** `file`: a row of a mailed table; `article`: a Word document; `typed`: entered by hand. */
  readonly origin: 'file' | 'article' | 'typed';
  readonly attachments: readonly { readonly id: number; readonly name: string }[];
}

export interface CasePage {
  readonly total: number;
  readonly cases: readonly CaseItem[];
}

/** Month × unit counts of a year; `quota` is what a unit owes per month, null: no quota. */
export interface CaseCounts {
  readonly template: CaseTemplate;
  readonly year: number;
  readonly months: readonly Period[];
  readonly units: readonly {
    readonly unit: string;
    readonly counts: readonly number[];
    readonly total: number;
    readonly quota: number | null;
    /** Months that are over with less than the quota. */
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
