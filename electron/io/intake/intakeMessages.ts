import type { ErrorCode } from '../../contract/reply.ts';
import type { FileCode, IntakeResult } from '../../contract/sheets.ts';
import type { SheetAnalysis } from '../../core/analysed.ts';
import type { ContextDelta } from './contextDelta.ts';
import type { PackedSheet } from './packRecords.ts';
import type { Unpacked } from './unpack.ts';

/** A file read and analysed in the worker: only the findings cross the thread boundary, not the cells. */
export type AnalysedFile =
  | { readonly kind: 'workbook'; readonly sheets: readonly SheetAnalysis[]; readonly locked: boolean }
  | Exclude<IntakeResult, { kind: 'workbook' }>;

/** One file for the worker: read as it is, with `context` analysed, or unpacked. */
export interface IntakeRequest {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  /** Tried in their order on an encrypted file. */
  readonly passwords: readonly string[];
  readonly context?: ContextDelta;
  /** Folder for the members of an archive or mail: the file is unpacked and nothing else. */
  readonly unpackInto?: string;
}

/** The same on its way. */
export interface PackedFile extends Omit<Extract<AnalysedFile, { kind: 'workbook' }>, 'kind' | 'sheets'> {
  readonly kind: 'packed';
  readonly sheets: readonly PackedSheet[];
}

export type IntakeReply =
  /** Everything is loaded; the time of a file runs from here. */
  | { readonly id: 0; readonly kind: 'ready' }
  | { readonly id: number; readonly kind: 'done'; readonly result: IntakeResult | PackedFile | Unpacked }
  /** The file could not be opened, or the analysis was refused. */
  | { readonly id: number; readonly kind: 'refusal'; readonly code: ErrorCode; readonly subject: string };

/** What the worker is started with. */
export interface IntakeWorkerData {
  readonly maxBytes: number;
  readonly maxStored: number;
}

/** What is answered of a file that was refused. */
export function refused(code: FileCode, detail: string): Extract<IntakeResult, { kind: 'refused' }> {
  return { kind: 'refused', code, detail };
}
