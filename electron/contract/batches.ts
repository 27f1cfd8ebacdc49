import type { FilePlan, FileStatus, TableStatus } from './imports.ts';
import type { Moment, Period } from './time.ts';

/** 导入 of files, 更正 of one stored cell. */
export type BatchKind = 'import' | 'correction' | 'entry';

export interface BatchSummary {
  readonly id: string;
  readonly kind: BatchKind;
  readonly committedAt: Moment;
  readonly receivedAt: Moment | null;
  readonly files: number;
  readonly tables: number;
  readonly records: number;
  readonly undoneAt: Moment | null;
}

export interface BatchDetail extends BatchSummary {
  readonly items: readonly FilePlan[];
  readonly receipts: readonly Receipt[];
  /** What the office mended in the batch. */
  readonly corrections: readonly BatchCorrection[];
}

/** One value the office mended: of which record, what stood there and what stands there now. */
export interface BatchCorrection {
  /** `StoredRecord.id` */
  readonly record: number;
  /** What the record is called: name and number. */
  readonly title: string;
  readonly unit: string;
  readonly period: Period;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly by: string;
}

/** The receipt (回执) of one file: what came when from whom and what became of it. */
export interface Receipt {
  /** `B20220429-001-03` */
  readonly number: string;
  /** `importedFile.id`, for `return --file`; null where nothing of the file was written. */
  readonly file: number | null;
  readonly name: string;
  readonly receivedAt: Moment;
  readonly status: FileStatus;
  readonly message: string | null;
  readonly tables: readonly {
    readonly unit: string | null;
    readonly duty: string | null;
    readonly period: Period | null;
    readonly rows: number;
    readonly records: number;
    readonly compliant: number;
    readonly errors: number;
    readonly status: TableStatus;
  }[];
}

export interface UndoResult {
  readonly batch: string;
  /** Record versions taken back. */
  readonly removed: number;
  /** Records that stay because a later file holds them, too, or because they were corrected since. */
  readonly kept: number;
  /** The records corrected since, which stay as they are. */
  readonly corrected: readonly {
    readonly id: number;
    readonly title: string;
    readonly by: string;
    readonly at: Moment;
  }[];
}
