import type { RecordTerm } from '../contract/duties.ts';
import type { Finding, RuleCode, Severity, SkippedRow } from '../contract/findings.ts';
import type { Evidenced, LeftOutReason, Override, Question } from '../contract/imports.ts';
import type { Template } from '../contract/templates.ts';
import type { Day, Moment, Period, PeriodKind } from '../contract/time.ts';
import type { NamedUnit } from './unitNames.ts';

/** What routing needs of a duty. */
export interface RoutableDuty {
  readonly id: string;
  readonly title: string;
  readonly templates: readonly string[];
  readonly periodKind: PeriodKind;
  readonly recordTerm: RecordTerm | null;
  readonly units: readonly string[];
}

/** Everything the analysis of one file depends on besides its sheets; plain values, so that it crosses to the worker. */
export interface AnalyseContext {
  /** Name shown, relative to the dropped folder. */
  readonly file: string;
  readonly receivedAt: Moment;
  readonly sender: string | null;
  readonly county: string;
  readonly templates: readonly Template[];
  readonly units: readonly NamedUnit[];
  readonly duties: readonly RoutableDuty[];
  readonly severities: Readonly<Record<RuleCode, Severity>>;
  /** The clerk's answers for this file. */
  readonly overrides: readonly Override[];
}

/** One row of a table, read and checked. */
export interface AnalysedRecord {
  readonly row: number;
  readonly raw: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly extras: Readonly<Record<string, string>>;
  /** Record key, as compared; equal keys in one table get `#2`, `#3` behind. */
  readonly key: string;
  /** The normalised content as one text: equal for equal rows. */
  readonly content: string;
  readonly decisionDate: Day | null;
  readonly timely: boolean | null;
  readonly compliant: boolean;
  readonly findings: readonly Finding[];
}

export interface AnalysedTable {
  readonly kind: 'table';
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly { readonly column: string; readonly header: string; readonly field: string | null }[];
  readonly template: string;
  readonly templateTitle: string;
  readonly unit: Evidenced | null;
  readonly duty: { readonly id: string; readonly title: string } | null;
  readonly period: Period | null;
  readonly periodEvidence: string | null;
  /** The first open question, in the order unit, duty, period, columns, dates. */
  readonly question: Question | null;
  readonly rows: number;
  readonly records: readonly AnalysedRecord[];
  readonly skipped: readonly SkippedRow[];
  /** Findings of skipped rows (exact duplicates). */
  readonly otherFindings: readonly Finding[];
}

/** A sheet that is no table, and why; shown, never dropped. */
export interface LeftOutSheet {
  readonly kind: LeftOutReason;
  readonly sheet: string;
  /** Headers of an unknown layout. */
  readonly detail: string;
}

export type SheetAnalysis = AnalysedTable | LeftOutSheet;
