import type { WrittenFile } from './circulars.ts';
import type { Moment, Period } from './time.ts';

/** Why a record stays out of the consolidated upload (汇总上报). */
export const HOLD_REASONS = ['not_compliant', 'verify_open', 'already_uploaded', 'changed_since_upload'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export interface HeldRecord {
  /** `StoredRecord.id` */
  readonly record: number;
  readonly unit: string;
  readonly title: string;
  readonly reason: HoldReason;
  /** The findings that hold it, or when it was uploaded: a Chinese sentence. */
  readonly detail: string;
}

/** What an upload of a template and period would hold. */
export interface UploadPreview {
  readonly template: string;
  readonly period: Period;
  readonly rows: number;
  readonly units: readonly { readonly unit: string; readonly rows: number }[];
  readonly held: readonly HeldRecord[];
}

/** One consolidated workbook that was written; its records are marked until it is taken back. */
export interface Upload {
  /** `U20220505-001` */
  readonly id: string;
  readonly at: Moment;
  readonly template: string;
  readonly period: Period;
  readonly rows: number;
  readonly file: string;
  readonly undoneAt: Moment | null;
}

export interface UploadResult {
  readonly upload: string | null;
  readonly rows: number;
  readonly held: readonly HeldRecord[];
  /** Null where there was no row to upload. */
  readonly written: WrittenFile | null;
}
