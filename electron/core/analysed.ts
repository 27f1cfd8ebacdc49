import type { BlankMark } from '../contract/blanks.ts';
import type { RecordTerm } from '../contract/duties.ts';
import type { Finding, RuleCode, Severity, SkippedRow } from '../contract/findings.ts';
import type { CellCorrection, Evidenced, LeftOutReason, Override, Question, Remark } from '../contract/imports.ts';
import type { IntakePolicy } from '../contract/profiles.ts';
import type { Template } from '../contract/templates.ts';
import type { Day, Moment, Period, PeriodKind } from '../contract/time.ts';
import type { DutySchedule } from './arrivalPeriod.ts';
import type { CalendarExtra } from './calendar.ts';
import type { Termed } from './recordTerms.ts';
import type { NamedUnit } from './unitNames.ts';

/** What routing needs of a duty. */
export interface RoutableDuty {
  readonly id: string;
  readonly title: string;
  readonly templates: readonly string[];
  readonly periodKind: PeriodKind;
  /** What of its schedule says which period an arrival is about. */
  readonly schedule?: DutySchedule | undefined;
  /** A 情况说明 stands for it where nothing arose. */
  readonly takesStatements?: boolean;
  readonly recordTerm: RecordTerm | null;
  /** Earlier and later terms, by day. */
  readonly revisions?: Termed['revisions'];
  readonly units: readonly string[];
}

/** Everything the analysis of one file depends on besides its sheets; plain values, so that it crosses to the worker. */
export interface AnalyseContext {
  /** Name shown, relative to the dropped folder. */
  readonly file: string;
  readonly receivedAt: Moment;
  /** Who sent the mail, as written. */
  readonly sender: string | null;
  /** The unit whose contact or learned address the sender is. */
  readonly senderUnit: string | null;
  /** It was a clerk's answer that gave the address to the unit. */
  readonly senderLearned?: boolean;
  /** Units that have the address where it is not one's alone. */
  readonly senderRivals?: readonly string[];
  /** Other counties of the same city. */
  readonly neighbours?: readonly string[];
  /** Names that a clerk's answers gave to units. */
  readonly learned: readonly { readonly text: string; readonly unit: string }[];
  /** How header lines were mapped before, those of a unit before those of the office. */
  readonly mappings: readonly KnownMapping[];
  readonly policy: IntakePolicy;
  /** `Office.id`: a handed-out template of another county is not ours. */
  readonly profile: string;
  readonly county: string;
  readonly templates: readonly Template[];
  readonly units: readonly NamedUnit[];
  readonly duties: readonly RoutableDuty[];
  readonly severities: Readonly<Record<RuleCode, Severity>>;
  /** What the office added to the calendar that ships; absent: nothing. */
  readonly calendarExtra?: CalendarExtra | undefined;
  /** The clerk's answers for this file. */
  readonly overrides: readonly Override[];
}

/** A header line that was mapped before. */
export interface KnownMapping {
  readonly unit: string | null;
  readonly template: string;
  readonly fingerprint: string;
  readonly headers: readonly string[];
  readonly columns: Readonly<Record<string, string | null>>;
}

/** One row of a table, read and checked. */
export interface AnalysedRecord {
  readonly row: number;
  readonly raw: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly extras: Readonly<Record<string, string>>;
  /** Record key, as compared; equal keys in one table get `#2`, `#3` behind. */
  readonly key: string;
  /** Digest of the normalised content: equal for equal rows. */
  readonly content: string;
  /** The same without the office's corrections; equal where nothing was mended. */
  readonly sent: string;
  readonly decisionDate: Day | null;
  readonly timely: boolean | null;
  readonly compliant: boolean;
  readonly findings: readonly Finding[];
}

export interface AnalysedTable {
  readonly kind: 'table';
  readonly sheet: string;
  /** `TablePlan.part` */
  readonly part: string;
  readonly headerRow: number;
  readonly columns: readonly { readonly column: string; readonly header: string; readonly field: string | null }[];
  readonly template: string;
  readonly templateTitle: string;
  readonly unit: Evidenced | null;
  readonly duty: { readonly id: string; readonly title: string } | null;
  readonly period: Period | null;
  readonly periodEvidence: string | null;
  /** The first open question, in the order unit, duty, period, columns, dates. */
  readonly question: Question | null;
  readonly rows: number;
  readonly records: readonly AnalysedRecord[];
  readonly skipped: readonly SkippedRow[];
  /** Findings of skipped rows (exact duplicates). */
  readonly otherFindings: readonly Finding[];
  readonly remarks: readonly Remark[];
  readonly corrections: readonly (CellCorrection & { readonly raw: string })[];
  /** The header line as remembered: folded headers in their order. */
  readonly fingerprint: string;
  /** What the hidden sheet of a handed-out template says. */
  readonly mark: BlankMark | null;
  readonly memory?: TableMemory;
}

/** What of the memory routed a table, and what a commit of it adds. */
export interface TableMemory {
  /** The clerk's choice gives the sender to the unit: nobody known was named, or another by what was learned of the sender. */
  readonly teachesSender: boolean;
  /** The name, as written, that the clerk's choice gives to the unit: one that is new, or was learned as another's. */
  readonly name: string | null;
  /** The learned name, or address, that named the unit. */
  readonly usedName: string | null;
  readonly usedSender: boolean;
  /** Folded headers by place, the first column A's. */
  readonly headers: readonly string[];
  /** The columns the clerk mapped. */
  readonly columns: Readonly<Record<string, string | null>> | null;
  /** The remembered mapping that was applied: the unit's own, or (null) the office's. */
  readonly usedMapping: { readonly unit: string | null } | null;
}

/** A sheet that is no table, and why; shown, never dropped. */
export interface LeftOutSheet {
  readonly kind: LeftOutReason;
  readonly sheet: string;
  /** `AnalysedTable.part` of a table left out by choice. */
  readonly part: string;
  /** Headers of an unknown layout; id of another unit. */
  readonly detail: string;
}

export type SheetAnalysis = AnalysedTable | LeftOutSheet;
