import type { Moment } from './time.ts';

export const RULES = [
  'required',
  'conditional_required',
  'must_be_empty',
  'too_long',
  'enum',
  'date_invalid',
  'date_ambiguous',
  'date_future',
  'date_order',
  'date_lost_format',
  'uscc_format',
  'uscc_check_digit',
  'uscc_category',
  'id_format',
  'id_check_digit',
  'number_invalid',
  'precision_lost',
  'amount_unit',
  'duplicate_row',
  'duplicate_record',
  'doc_no_style',
  'placeholder',
  'special_chars',
  'merged_value',
  'hidden_row',
  'struck_out',
  'formula_error',
  'formula_uncached',
  'same_as_last_period',
  'copied_value',
  'late_record',
  'unit_mismatch',
] as const;
export type RuleCode = (typeof RULES)[number];

/** 错误: the record is not compliant. 核实: passes with a written reason. 提示: told, does not count. */
export type Severity = 'error' | 'verify' | 'notice';

/** A finding (问题): rule × record or table. `row` is the sheet's 1-based row; null for a finding about a file. */
export interface Finding {
  readonly row: number | null;
  readonly cell: string | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly value: string;
  /** A Chinese sentence that says what is wrong and how to mend it. */
  readonly message: string;
  /** Before the commit: the reason by which a clerk lets it pass. */
  readonly reason?: string;
}

/** A finding of a stored record, with the reason by which a clerk let it pass. */
export interface StoredFinding extends Finding {
  readonly id: number;
  readonly confirmedReason: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Moment | null;
}

export const SKIP_REASONS = [
  'blank',
  'total_row',
  'subtotal_row',
  'footer',
  'repeated_header',
  'sample_row',
  'note',
  'duplicate_row',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
}
