import type { WrittenFile } from './circulars.ts';
import type { Moment, Period } from './time.ts';

/** Why a record stays out of the consolidated upload (汇总上报). `duplicate`: another record says it already. */
export const HOLD_REASONS = [
  'not_compliant',
  'verify_open',
  'duplicate',
  'already_uploaded',
  'changed_since_upload',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export interface HeldRecord {
  /** `StoredRecord.id` */
  readonly record: number;
  readonly unit: string;
  readonly title: string;
  readonly reason: HoldReason;
  /** The findings that hold it, the record it repeats, or when it was uploaded: a Chinese sentence. */
  readonly detail: string;
}

/** A record that was uploaded and is no longer in force: the city's platform still holds it and must be mended there. */
export interface GoneRecord {
  /** `StoredRecord.id` it had. */
  readonly record: number;
  readonly upload: string;
  readonly at: Moment;
  readonly unit: string;
  readonly period: Period;
  readonly title: string;
  /** A later file left it out (`removed`), or its import was taken back (`undone`). */
  readonly how: 'removed' | 'undone';
}

/** What an upload of a template and period would hold. */
export interface UploadPreview {
  readonly template: string;
  readonly period: Period;
  readonly rows: number;
  readonly units: readonly { readonly unit: string; readonly rows: number }[];
  readonly held: readonly HeldRecord[];
  /** Of the period, what earlier uploads hold and the office no longer does. */
  readonly gone: readonly GoneRecord[];
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
  readonly gone: readonly GoneRecord[];
  /** Null where there was no row to upload. A file that is there already is kept: the new one bears a number behind its name. */
  readonly written: WrittenFile | null;
}
