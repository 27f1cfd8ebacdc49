import type { Attachment } from './contract/attachments.ts';
import type { BatchDetail, BatchSummary, UndoResult } from './contract/batches.ts';
import type { BlankFile } from './contract/blanks.ts';
import type { CircularDocument, DocumentFormat, WrittenFile } from './contract/circulars.ts';
import type { Cluster } from './contract/clusters.ts';
import type { Duty, DutyDraft } from './contract/duties.ts';
import type { RuleCode } from './contract/findings.ts';
import type { AttachmentKind, ImportRequest, ImportResult } from './contract/imports.ts';
import type { PeriodLock } from './contract/locks.ts';
import type { Memory } from './contract/memory.ts';
import type { AppInfo, Overview, VerifyResult } from './contract/overview.ts';
import type { InitResult, Office, ProfileSummary } from './contract/profiles.ts';
import type { FindingCount, RecordPage, RecordQuery, StoredRecord } from './contract/records.ts';
import type { ReminderList } from './contract/reminders.ts';
import type { ReturnedFile, ReturnRequest, ReturnSlip } from './contract/returns.ts';
import type { WorkbookListing } from './contract/sheets.ts';
import type { Grid, Rates, RegisterRequest, Submission } from './contract/status.ts';
import type { Template, TemplateSummary } from './contract/templates.ts';
import type { Moment, Period } from './contract/time.ts';
import type { Unit, UnitDraft, UnitGroup } from './contract/units.ts';
import type { Upload, UploadPreview, UploadResult } from './contract/uploads.ts';

/** `asOf` sets "now" for the one request; without it the host's clock is used. */
interface AsOf {
  readonly asOf?: Moment | undefined;
}

/**
 * The whole surface of the program: request name → argument and result. Every screen and every command is one of these; no other
 * channel exists. Types of each noun are in `contract/<noun>.ts`.
 */
export interface Contract {
  'app.info': { args: Record<string, never>; result: AppInfo };
  'app.verify': { args: Record<string, never>; result: VerifyResult };
  'overview.get': { args: AsOf; result: Overview };

  'profiles.list': { args: Record<string, never>; result: readonly ProfileSummary[] };
  'profiles.init': { args: { readonly profile: string }; result: InitResult };
  'office.get': { args: Record<string, never>; result: Office };
  'office.save': { args: { readonly office: Office }; result: Office };

  'units.list': { args: Record<string, never>; result: readonly Unit[] };
  'units.save': { args: { readonly unit: UnitDraft }; result: Unit };
  'groups.list': { args: Record<string, never>; result: readonly UnitGroup[] };
  'groups.save': { args: { readonly id: string; readonly units: readonly string[] }; result: UnitGroup };
  'duties.list': { args: { readonly year?: number | undefined }; result: readonly Duty[] };
  'duties.save': { args: { readonly duty: DutyDraft }; result: Duty };
  'templates.list': { args: Record<string, never>; result: readonly TemplateSummary[] };
  'templates.get': { args: { readonly id: string }; result: Template };

  'imports.read': {
    args: {
      readonly path: string;
      readonly sheet?: string | undefined;
      readonly passwords?: readonly string[] | undefined;
      /** Name shown, where `path` is an archive or a mail and one of its members is meant. */
      readonly name?: string | undefined;
    };
    result: WorkbookListing;
  };
  'imports.preview': { args: ImportRequest; result: ImportResult };
  /** Refuses with `plan_changed` when `planHash` is given and the plan is no longer the one shown. */
  'imports.commit': { args: ImportRequest & { readonly planHash?: string | undefined }; result: ImportResult };
  'batches.list': { args: Record<string, never>; result: readonly BatchSummary[] };
  'batches.get': { args: { readonly batch: string }; result: BatchDetail };
  'batches.undo': { args: { readonly batch: string; readonly by?: string | undefined }; result: UndoResult };
  'periods.locks': { args: Record<string, never>; result: readonly PeriodLock[] };
  /** `locked: false` opens the period again; both need a reason. */
  'periods.lock': {
    args: {
      readonly period: Period;
      readonly locked: boolean;
      readonly reason: string;
      readonly by?: string | undefined;
    };
    result: readonly PeriodLock[];
  };

  'attachments.list': {
    args: {
      readonly unit?: string | undefined;
      readonly duty?: string | undefined;
      readonly period?: Period | undefined;
      readonly batch?: string | undefined;
    };
    result: readonly Attachment[];
  };
  /** Files an attachment with the submission of a unit, duty and period. */
  'attachments.file': {
    args: {
      readonly id: number;
      readonly unit: string;
      readonly duty: string;
      readonly period: Period;
      readonly kind: AttachmentKind;
    };
    result: Attachment;
  };

  'returns.write': { args: ReturnRequest; result: readonly ReturnedFile[] };
  'returns.list': {
    args: {
      readonly unit?: string | undefined;
      readonly period?: Period | undefined;
      readonly batch?: string | undefined;
    };
    result: readonly ReturnSlip[];
  };
  /** Takes a return back: the grid shows the submission as received again. */
  'returns.withdraw': { args: { readonly id: number }; result: ReturnSlip };

  'uploads.preview': {
    args: { readonly template: string; readonly period: Period };
    result: UploadPreview;
  };
  /** `includeChanged`: also those uploaded before and changed since. */
  'uploads.write': {
    args: {
      readonly template: string;
      readonly period: Period;
      readonly includeChanged?: boolean | undefined;
      readonly out?: string | undefined;
    };
    result: UploadResult;
  };
  'uploads.list': { args: Record<string, never>; result: readonly Upload[] };
  'uploads.undo': { args: { readonly id: string; readonly by?: string | undefined }; result: Upload };

  /** Without `unit`: one workbook per unit that owes the duty. `out` is a folder. */
  'blanks.write': {
    args: {
      readonly duty: string;
      readonly unit?: string | undefined;
      readonly period?: Period | undefined;
      readonly out?: string | undefined;
    };
    result: readonly BlankFile[];
  };

  'memory.list': { args: Record<string, never>; result: Memory };
  'memory.forget': { args: { readonly kind: 'mapping' | 'name'; readonly id: number }; result: Memory };

  'submissions.register': { args: RegisterRequest; result: Submission };
  'submissions.list': {
    args: {
      readonly unit?: string | undefined;
      readonly duty?: string | undefined;
      readonly period?: Period | undefined;
    };
    result: readonly Submission[];
  };
  /** Takes a manual registration back; imports are taken back as a batch. */
  'submissions.withdraw': { args: { readonly id: number }; result: Submission };
  'status.grid': {
    args: AsOf & { readonly period: Period; readonly duty?: string | undefined; readonly unit?: string | undefined };
    result: Grid;
  };
  'rates.compute': { args: AsOf & { readonly period: Period }; result: Rates };
  'records.list': { args: RecordQuery; result: RecordPage };
  /** An error a clerk confirms with a written reason counts as passed; `reason: null` takes the confirmation back. */
  'findings.confirm': {
    args: { readonly id: number; readonly reason: string | null; readonly by?: string | undefined };
    result: { readonly compliant: boolean };
  };

  /** Findings of the records asked for, per rule. */
  'findings.count': { args: RecordQuery; result: readonly FindingCount[] };
  /** Reasons written before for a rule, most used first, to offer again. */
  'findings.reasons': {
    args: { readonly rule: RuleCode; readonly field?: string | undefined };
    result: readonly string[];
  };
  /** The findings of the records asked for as a workbook. */
  'findings.write': { args: { readonly query: RecordQuery; readonly out?: string | undefined }; result: WrittenFile };
  /** Mends one value of a stored record: a new version with who, when and why; the raw value stays. */
  'records.correct': {
    args: {
      readonly id: number;
      readonly field: string;
      readonly value: string;
      readonly reason: string;
      readonly by?: string | undefined;
    };
    result: StoredRecord;
  };
  'records.clusters': { args: RecordQuery; result: readonly Cluster[] };

  'reminders.list': { args: AsOf & { readonly period: Period }; result: ReminderList };
  /** `out`: a path ending in .xlsx or .docx; without it a name of its own in the data folder's `outputs`. */
  'reminders.write': {
    args: AsOf & { readonly period: Period; readonly format: 'xlsx' | 'docx'; readonly out?: string | undefined };
    result: WrittenFile;
  };
  'circulars.compose': {
    args: AsOf & { readonly period: Period; readonly no?: number | undefined };
    result: CircularDocument;
  };
  /** The print page: one self-contained HTML text with the same content as the `.docx`. */
  'circulars.page': { args: { readonly document: CircularDocument }; result: { readonly html: string } };
  'circulars.write': {
    args: { readonly document: CircularDocument; readonly format: DocumentFormat; readonly out?: string | undefined };
    result: WrittenFile;
  };
}

export type RequestName = keyof Contract;
export type Args<N extends RequestName> = Contract[N]['args'];
export type Result<N extends RequestName> = Contract[N]['result'];

/** Requests after which every other answer may have changed. */
export const WRITES: ReadonlySet<RequestName> = new Set<RequestName>([
  'profiles.init',
  'office.save',
  'units.save',
  'groups.save',
  'duties.save',
  'imports.commit',
  'batches.undo',
  'submissions.register',
  'submissions.withdraw',
  'findings.confirm',
  'records.correct',
  'periods.lock',
  'attachments.file',
  'returns.write',
  'returns.withdraw',
  'uploads.write',
  'uploads.undo',
  'memory.forget',
]);
