import type { RuleCode, Severity, StoredFinding } from './findings.ts';
import type { Day, Moment, Period } from './time.ts';

export interface RecordQuery {
  readonly template?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: Period | undefined;
  readonly finding?: RuleCode | undefined;
  readonly severity?: Severity | undefined;
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
  /** Cells the office mended, newest last. */
  readonly corrections: readonly StoredCorrection[];
}

/** One mended value: the layer over `raw` with who, when and why. */
export interface StoredCorrection {
  readonly field: string;
  readonly before: string;
  readonly value: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Moment;
}

/** How many findings of the records asked for stand per rule. */
export interface FindingCount {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly findings: number;
  readonly records: number;
  readonly confirmed: number;
}

export interface RecordPage {
  readonly total: number;
  readonly records: readonly StoredRecord[];
}
