import type { BlankMark } from './blanks.ts';
import type { WrittenFile } from './circulars.ts';
import type { Moment, Period } from './time.ts';

/** What to return: every table with findings of a batch, or of one file. */
export interface ReturnRequest {
  readonly batch?: string | undefined;
  /** `Receipt.file`; or its text, the beginning of the file's sha-256 (8 characters and more), or its name, if they mean one file. */
  readonly file?: number | string | undefined;
  /** Tried on the originals that are encrypted; kept nowhere. */
  readonly passwords?: readonly string[] | undefined;
  /** Only what has an `error` (true), or 核实 findings, too (default). */
  readonly errorsOnly?: boolean | undefined;
  /** Folder; without it names of their own in the data folder's `outputs`. */
  readonly out?: string | undefined;
  readonly by?: string | undefined;
  /** "Now" for the notice's date and term and for the grid; else the host's clock. */
  readonly asOf?: Moment | undefined;
}

/** What goes back as workbook: the unit's own table marked; or the 问题清单 alone, because no password opened the original, or nothing reads it. */
export type ReturnEnclosure = 'marked' | 'encrypted' | 'unreadable';

/** One file sent back (退回): the unit's own workbook with its findings marked, the 退回通知 and a draft mail. */
export interface ReturnedFile {
  /** `ReturnSlip.id` */
  readonly id: number;
  /** Name of the file as sent. */
  readonly source: string;
  readonly unit: string;
  readonly unitName: string;
  readonly duties: readonly string[];
  readonly periods: readonly Period[];
  readonly workbook: string;
  readonly enclosed: ReturnEnclosure;
  readonly notice: string;
  /** Draft mail with both attached; null where the unit has no mail address (the draft is written all the same, unaddressed). */
  readonly mail: string;
  readonly mailTo: string | null;
  readonly findings: number;
  readonly errors: number;
  readonly files: readonly WrittenFile[];
}

/** Name of the sheet added to a returned workbook, and what its first cell begins with. */
export const LIST_NAME = '问题清单';
export const LIST_TITLE = '退回问题清单';
/** First of the hidden columns of that sheet, L to S, that say where each table of the file belongs: sheet, the fields of the mark, part, addressee. */
export const RETURN_MARK_COLUMN = 12;

/** Where a table of a returned workbook belongs, so that the mended file recognises itself and changes nothing of other units. */
export interface ReturnMark extends BlankMark {
  readonly sheet: string;
  readonly isReturned: true;
  /** `TablePlan.part`: `@xx-scjgj` says that the table was split and these were its unit's rows. */
  readonly part: string;
  /** The unit the workbook went back to; empty in those written before 0.2.1. Tables of other units are in it, but not for it to mend. */
  readonly to: string;
}

/** A return as kept: what went back when, and whether it came again. */
export interface ReturnSlip {
  readonly id: number;
  readonly at: Moment;
  readonly by: string;
  readonly batch: string;
  readonly file: number;
  readonly source: string;
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly template: string;
  readonly findings: number;
  readonly errors: number;
  /** First receipt of the re-sent file; null: not yet. */
  readonly resentAt: Moment | null;
  /** Findings returned that nobody mended or let pass yet, of records that are still there; the grid shows the square as returned until 0. */
  readonly open: number;
  readonly withdrawnAt: Moment | null;
}
