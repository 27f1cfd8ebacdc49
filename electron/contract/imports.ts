import type { Finding, SkippedRow } from './findings.ts';
import type { FileCode } from './sheets.ts';
import type { Moment, Period } from './time.ts';

export const QUESTION_CODES = [
  'unit_unknown',
  'unit_conflict',
  'period_unknown',
  'period_conflict',
  'duty_ambiguous',
  'column_ambiguous',
  'column_missing',
  'date_order',
  'removed_rows',
  'resend_or_addition',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

/** One possible answer of a question; `choice` is what goes into an override when it is taken. */
export interface Candidate {
  readonly value: string;
  readonly label: string;
  readonly evidence: string;
  readonly choice: Omit<Override, 'file' | 'sheet'>;
}

/** The program asks instead of guessing. */
export interface Question {
  readonly code: QuestionCode | 'encrypted' | 'wrong_password';
  readonly message: string;
  readonly candidates: readonly Candidate[];
}

/**
 * A clerk's answer or correction, given to the next preview. `file` is the name shown or the sha-256; without `sheet` it holds
 * for every sheet of the file. `columns`: column letter → field id, or null to leave it out.
 */
export interface Override {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly unit?: string | undefined;
  readonly duty?: string | undefined;
  readonly period?: Period | undefined;
  readonly template?: string | undefined;
  readonly columns?: Readonly<Record<string, string | null>> | undefined;
  /** Column letter → how its day/month texts read. */
  readonly dateOrder?: Readonly<Record<string, 'dmy' | 'mdy'>> | undefined;
  /** Missing required columns are accepted: their cells are errors. */
  readonly acceptMissingColumns?: boolean | undefined;
  readonly removedRows?: 'remove' | 'keep' | undefined;
  readonly resend?: 'correction' | 'addition' | undefined;
  /** Leave this sheet (or file) out. */
  readonly skip?: boolean | undefined;
}

export interface Evidenced {
  readonly id: string;
  readonly name: string;
  /** Where it was read: `A2 填报单位：西峡县市场监督管理局`. */
  readonly evidence: string;
}

export type TableStatus = 'ready' | 'committed' | 'unchanged' | 'question' | 'skipped';

/** One recognised table of a file (shape of `cli.md`, “Result of import”). */
export interface TablePlan {
  readonly sheet: string;
  readonly headerRow: number;
  readonly unit: Evidenced | null;
  readonly duty: { readonly id: string; readonly title: string } | null;
  readonly template: string | null;
  readonly templateTitle: string | null;
  readonly period: Period | null;
  readonly periodEvidence: string | null;
  readonly status: TableStatus;
  readonly question: Question | null;
  /** Column letter, header as written, field id or null for a column that is kept as an extra. */
  readonly columns: readonly { readonly column: string; readonly header: string; readonly field: string | null }[];
  readonly rows: number;
  readonly records: number;
  readonly skipped: readonly SkippedRow[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly compliant: number;
  readonly timely: number | null;
  readonly findings: readonly Finding[];
}

export type FileStatus = 'ready' | 'committed' | 'unchanged' | 'question' | 'rejected' | 'attachment';

export interface FilePlan {
  /** Relative to the dropped folder; inside archives and mails joined by ` › `. */
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: FileStatus;
  readonly code: FileCode | QuestionCode | null;
  readonly message: string | null;
  /** Question about the file itself (a password). */
  readonly question: Question | null;
  readonly receivedAt: Moment;
  readonly tables: readonly TablePlan[];
  /** Sheets that are no table, and why; shown, never dropped. */
  readonly leftOut: readonly { readonly sheet: string; readonly reason: LeftOutReason }[];
}

export const LEFT_OUT_REASONS = ['empty', 'picture_only', 'hidden', 'no_table', 'unknown_layout', 'skipped'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface ImportResult {
  readonly batch: string | null;
  readonly planHash: string;
  readonly files: readonly FilePlan[];
}

/** A file handed over: a path on this machine, and the name to show (relative to the dropped folder). */
export interface ImportSource {
  readonly path: string;
  readonly name: string;
}

export interface ImportRequest {
  readonly sources: readonly ImportSource[];
  readonly received?: Moment | undefined;
  readonly passwords?: readonly string[] | undefined;
  readonly overrides?: readonly Override[] | undefined;
}

export interface BatchSummary {
  readonly id: string;
  readonly committedAt: Moment;
  readonly receivedAt: Moment | null;
  readonly files: number;
  readonly tables: number;
  readonly records: number;
  readonly undoneAt: Moment | null;
}

export interface BatchDetail extends BatchSummary {
  readonly items: readonly FilePlan[];
}

export interface UndoResult {
  readonly batch: string;
  /** Record versions taken back. */
  readonly removed: number;
  /** Records that stay because a later file holds them, too. */
  readonly kept: number;
}
