import type { RuleCode, StoredFinding } from './findings.ts';
import type { Day, Moment, Period } from './time.ts';

export interface RecordQuery {
  readonly template?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: Period | undefined;
  readonly finding?: RuleCode | undefined;
  readonly compliant?: boolean | undefined;
  /** Text looked for in the values. */
  readonly search?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** One stored row (数据记录): raw as sent, values as normalised. */
export interface StoredRecord {
  readonly id: number;
  readonly unit: string;
  readonly duty: string;
  readonly template: string;
  readonly period: Period;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly raw: Readonly<Record<string, string>>;
  readonly findings: readonly StoredFinding[];
  readonly decisionDate: Day | null;
  /** First receipt. */
  readonly receivedAt: Moment;
  readonly timely: boolean | null;
  readonly compliant: boolean;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly batch: string;
  /** Columns of the table that no template knows, by header. */
  readonly extras: Readonly<Record<string, string>>;
}

export interface RecordPage {
  readonly total: number;
  readonly records: readonly StoredRecord[];
}
