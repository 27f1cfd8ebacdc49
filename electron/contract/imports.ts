import type { Finding, Severity, SkippedRow } from './findings.ts';
import type { ErrorCode } from './reply.ts';
import type { Article, FileCode } from './sheets.ts';
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
 * for every sheet of the file, without `part` for every table of the sheet. `columns`: column letter → field id, or null to leave
 * it out.
 */
export interface Override {
  readonly file: string;
  readonly sheet?: string | undefined;
  /** `TablePlan.part` of one table among several of a sheet. */
  readonly part?: string | undefined;
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
  /** A table with its fields in rows is turned before it is read. */
  readonly transpose?: boolean | undefined;
  /** Rows of several units in one table (代报): each row goes to the unit its own column names. */
  readonly splitByUnit?: boolean | undefined;
  /** 同上 and 〃 take the value of the row above. */
  readonly fillDitto?: boolean | undefined;
  /** Cells mended on the spot; the raw value stays beside the correction. */
  readonly cells?: readonly CellCorrection[] | undefined;
  /** 核实 findings (and errors a clerk vouches for) that pass with a written reason. */
  readonly confirmations?: readonly Confirmation[] | undefined;
  /** Of a `.docx`, a paper or a picture: what it is filed as. */
  readonly fileAs?: AttachmentKind | undefined;
}

/** One cell mended by the office. `by` and the moment of the commit are kept with it. */
export interface CellCorrection {
  /** `D6` */
  readonly cell: string;
  readonly value: string;
  readonly reason: string;
}

/** A finding that passes: its cell (null: the whole row) and rule, and why. */
export interface Confirmation {
  readonly row: number;
  readonly cell: string | null;
  readonly rule: Finding['rule'];
  readonly reason: string;
}

/** 宣传报道 or 案例 as an article; 情况说明 (a zero report's statement); any other paper filed with a submission. */
export const ATTACHMENT_KINDS = ['article', 'statement', 'paper'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What is worth knowing of a table though no rule of a record: shown beside the findings, never counted among them. */
export const REMARK_CODES = [
  'extra_columns',
  'hidden_columns',
  'hidden_sheet',
  'filtered_rows',
  'coloured_rows',
  'comments',
  'floating_text',
  'cell_pictures',
  'unreadable_text',
  'external_values',
  'volatile_values',
  'total_differs',
  'unlisted_value',
  'numbers_as_text',
  'long_gap',
  'cell_full',
  'ditto',
  'old_version',
  'web_export',
  'moved_column',
  'mapped_from_memory',
  'proposed_column',
  'returned_before',
  'zero_before',
  'others_left_alone',
  'locked_period',
  'changed_earlier',
  'name_differs',
  'near_duplicate',
  'split_rows',
  'rolled_up',
  'mail_date',
  'small_pictures',
  'system_files',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

export interface Remark {
  readonly code: RemarkCode;
  readonly severity: Exclude<Severity, 'error'>;
  readonly cell: string | null;
  /** A Chinese sentence. */
  readonly message: string;
}

/** What differs between a stored record and the row sent now. */
export interface RowDifference {
  readonly act: 'change' | 'remove';
  /** Row of the sheet; null for a record that is no longer in it. */
  readonly row: number | null;
  /** What the record is called: name and number. */
  readonly title: string;
  readonly fields: readonly {
    readonly field: string;
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
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
  /** Tells the tables of one sheet apart: `''` where there is one, `A12:H30` a block of cells, `@xx-scjgj` the rows of one unit. */
  readonly part: string;
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
  readonly remarks: readonly Remark[];
  /** The first 200 records changed or removed; adding shows nothing that the sheet does not. */
  readonly differences: readonly RowDifference[];
  /** Cells the office mended, with the raw value. */
  readonly corrections: readonly (CellCorrection & { readonly raw: string })[];
  /** Of a re-sent table that was returned: how many of the findings returned are mended and how many stand. */
  readonly returned: { readonly at: Moment; readonly mended: number; readonly open: number } | null;
}

export type FileStatus = 'ready' | 'committed' | 'unchanged' | 'question' | 'rejected' | 'attachment';

export interface FilePlan {
  /** Relative to the dropped folder; inside archives and mails joined by ` › `. */
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: FileStatus;
  /** Of a file that is refused: what the intake finds (`FileCode`), or the refusal of a use case (`year_unknown`, `file_locked`). */
  readonly code: FileCode | QuestionCode | ErrorCode | null;
  readonly message: string | null;
  /** Question about the file itself (a password). */
  readonly question: Question | null;
  readonly receivedAt: Moment;
  readonly tables: readonly TablePlan[];
  /** Sheets that are no table, and why; shown, never dropped. */
  readonly leftOut: readonly {
    readonly sheet: string;
    /** `TablePlan.part` of one table of a sheet that was left out by choice. */
    readonly part?: string;
    readonly reason: LeftOutReason;
    /** Id of the unit whose it is, where that is the reason. */
    readonly unit?: string;
  }[];
  /** The mail it came in. */
  readonly mail: Mail | null;
  /** Text of a `.docx`. */
  readonly article: Article | null;
  /** Where an attachment is filed; null: kept with the batch alone. */
  readonly filed: Filing | null;
  /** Of an attachment: a commit has something to write of it. Absent: it is kept already, or left out. */
  readonly isNew?: true;
}

export interface Mail {
  /** `张三 <zhangsan@example.cn>` */
  readonly sender: string;
  readonly subject: string;
  readonly sentAt: Moment | null;
}

/** The submission an attachment belongs to. */
export interface Filing {
  readonly unit: Evidenced;
  readonly duty: { readonly id: string; readonly title: string };
  readonly period: Period;
  readonly kind: AttachmentKind;
}

export const LEFT_OUT_REASONS = [
  'empty',
  'picture_only',
  'hidden',
  'no_table',
  'unknown_layout',
  'skipped',
  /** Another unit's table, or rows, in a workbook that went back to one. */
  'other_unit',
] as const;
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
  /** Who works at the desk; kept with corrections and confirmations. */
  readonly by?: string | undefined;
}
