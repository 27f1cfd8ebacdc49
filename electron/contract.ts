import type { AsOf } from './contract/asOf.ts';
import type { AssessmentRequests } from './contract/assessment.ts';
import type { Attachment } from './contract/attachments.ts';
import type { BatchDetail, BatchSummary, UndoResult } from './contract/batches.ts';
import type { BlankFile } from './contract/blanks.ts';
import type { CaseRequests } from './contract/caseRequests.ts';
import type { ChartRequests } from './contract/charts.ts';
import type { CircularDocument, DocumentFormat, WrittenFile } from './contract/circulars.ts';
import type { Cluster } from './contract/clusters.ts';
import type { Duty, DutyDraft, DutyYear } from './contract/duties.ts';
import type { DutyRequests } from './contract/dutyRequests.ts';
import type { FigureRequests } from './contract/figures.ts';
import type { RuleCode } from './contract/findings.ts';
import type { AttachmentKind, ImportRequest, ImportResult } from './contract/imports.ts';
import type { PeriodLock } from './contract/locks.ts';
import type { Memory } from './contract/memory.ts';
import type { AppInfo, Overview, VerifyResult } from './contract/overview.ts';
import type { PaperRequests } from './contract/paperRequests.ts';
import type { PaperKind, PaperScope } from './contract/papers.ts';
import type { InitResult, Office, OfficeNames, ProfileSummary } from './contract/profiles.ts';
import type { FindingCount, RecordPage, RecordQuery, StoredRecord } from './contract/records.ts';
import type { ReminderRequests } from './contract/reminderRequests.ts';
import type { ReturnedFile, ReturnRequest, ReturnSlip } from './contract/returns.ts';
import type { WorkbookListing } from './contract/sheets.ts';
import type { Grid, Rates, RegisterRequest, Submission } from './contract/status.ts';
import type { Template, TemplateSummary } from './contract/templates.ts';
import type { Day, Period } from './contract/time.ts';
import type {
  SuccessionKind,
  SuccessionPreview,
  Unit,
  UnitDraft,
  UnitGroup,
  UnitImport,
  UnitTwins,
} from './contract/units.ts';
import type { Upload, UploadPreview, UploadResult } from './contract/uploads.ts';

/**
 * The whole surface of the program: request name → argument and result. Every screen and every command is one of these; no other
 * channel exists. Types of each noun are in `contract/<noun>.ts`, the requests of some families beside them.
 */
export interface Contract
  extends DutyRequests,
    CaseRequests,
    ReminderRequests,
    PaperRequests,
    FigureRequests,
    ChartRequests,
    AssessmentRequests {
  'app.info': { args: Record<string, never>; result: AppInfo };
  'app.verify': { args: Record<string, never>; result: VerifyResult };
  'overview.get': { args: AsOf; result: Overview };

  'profiles.list': { args: Record<string, never>; result: readonly ProfileSummary[] };
  /** From a profile shipped (its id), or from a file that `profiles.export` wrote (its path). `names`: only with the blank profile. */
  'profiles.init': {
    args: { readonly profile: string; readonly names?: OfficeNames | undefined };
    result: InitResult;
  };
  /** The office as it stands, without its data, as one file another machine can begin from. */
  'profiles.export': { args: { readonly out?: string | undefined }; result: WrittenFile };
  'office.get': { args: Record<string, never>; result: Office };
  'office.save': { args: { readonly office: Office; readonly by?: string | undefined }; result: Office };

  'units.list': { args: Record<string, never>; result: readonly Unit[] };
  'units.save': { args: { readonly unit: UnitDraft; readonly by?: string | undefined }; result: Unit };
  /** Gives a unit a new name from a day on; the old one stays known and is what older papers show. */
  'units.rename': {
    args: {
      readonly unit: string;
      readonly name: string;
      readonly officialName: string;
      /** First day of the new name. */
      readonly on: Day;
      readonly reason: string;
      readonly by?: string | undefined;
    };
    result: Unit;
  };
  /** Ends units and lets others go on from them: 国税局+地税局→税务局. Successors that do not exist yet are drafts. */
  'units.succeed': {
    args: {
      readonly kind: SuccessionKind;
      readonly from: readonly string[];
      readonly to: readonly (string | UnitDraft)[];
      readonly on: Day;
      readonly reason: string;
      readonly by?: string | undefined;
    };
    result: readonly Unit[];
  };
  /** What that would do: which duties go to whom from which period. */
  'units.foresee': { args: Contract['units.succeed']['args']; result: SuccessionPreview };
  'units.twins': { args: Record<string, never>; result: readonly UnitTwins[] };
  'units.write': { args: { readonly out?: string | undefined }; result: WrittenFile };
  /** Reads a unit list as `units.write` writes it; `dryRun` only looks. */
  'units.read': {
    args: { readonly path: string; readonly dryRun?: boolean | undefined; readonly by?: string | undefined };
    result: UnitImport;
  };
  'groups.list': { args: Record<string, never>; result: readonly UnitGroup[] };
  /** `from`: the day from which the group is so; without it the group has always been so. */
  'groups.save': {
    args: {
      readonly id: string;
      readonly units: readonly string[];
      readonly from?: Day | undefined;
      readonly reason?: string | undefined;
      readonly by?: string | undefined;
    };
    result: UnitGroup;
  };
  'duties.list': { args: { readonly year?: number | undefined }; result: readonly Duty[] };
  /** `from`: the day from which the change holds; without it the duty has always been so. */
  'duties.save': {
    args: {
      readonly duty: DutyDraft;
      readonly from?: Day | undefined;
      readonly reason?: string | undefined;
      readonly by?: string | undefined;
    };
    result: Duty;
  };
  /** A duty's year as it stands; with a draft also what saving that would change. */
  'duties.year': {
    args: {
      readonly duty: string;
      readonly year: number;
      readonly draft?: DutyDraft | undefined;
      readonly from?: Day | undefined;
    };
    result: DutyYear;
  };
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
  /** The original of an attachment as a file to open. */
  'attachments.write': { args: { readonly id: number; readonly out?: string | undefined }; result: WrittenFile };
  /** Files an attachment with the submission of a unit, duty and period. */
  'attachments.file': {
    args: {
      readonly id: number;
      readonly unit: string;
      readonly duty: string;
      readonly period: Period;
      readonly kind: AttachmentKind;
      readonly by?: string | undefined;
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
  'returns.withdraw': { args: { readonly id: number; readonly by?: string | undefined }; result: ReturnSlip };

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
      readonly by?: string | undefined;
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
  'memory.forget': {
    args: { readonly kind: 'mapping' | 'name'; readonly id: number; readonly by?: string | undefined };
    result: Memory;
  };

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
  'submissions.withdraw': { args: { readonly id: number; readonly by?: string | undefined }; result: Submission };
  'status.grid': {
    args: AsOf & { readonly period: Period; readonly duty?: string | undefined; readonly unit?: string | undefined };
    result: Grid;
  };
  /** A unit's or a duty's year: the cells of every period of it. */
  'status.year': {
    args: AsOf & { readonly year: number; readonly duty?: string | undefined; readonly unit?: string | undefined };
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

  'circulars.compose': {
    args: AsOf & {
      readonly period: Period;
      readonly no?: number | undefined;
      /** Without it: what the period is, `monthly` for a month. */
      readonly kind?: PaperKind | undefined;
      readonly scope?: PaperScope | undefined;
    };
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
  'units.rename',
  'units.succeed',
  'units.read',
  'assignments.save',
  'assignments.withdraw',
  'exemptions.save',
  'exemptions.withdraw',
  'allotments.save',
  'draws.make',
  'draws.withdraw',
  'events.save',
  'events.withdraw',
  'calendar.save',
  'calendar.saveCounty',
  'calendar.reset',
  'cases.add',
  'commitments.setEnterprises',
  'indicators.enter',
  'indicators.save',
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
  'reminders.letters',
  'reminders.saveSettings',
  'chases.add',
  'chases.withdraw',
  'papers.create',
  'papers.save',
  'papers.check',
  'papers.reopen',
  'papers.issue',
  'papers.void',
  'papers.remove',
  'papers.correct',
  'numbers.reserve',
  'numbers.enter',
  'numbers.void',
  'wordTemplate.save',
  'wordTemplate.remove',
  'assessment.saveScheme',
  'assessment.enter',
  'assessment.object',
  'assessment.decide',
]);
