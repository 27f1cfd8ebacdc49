import type { RecordTerm } from '../contract/duties.ts';
import type { RuleCode, Severity, StoredFinding } from '../contract/findings.ts';
import type { Template } from '../contract/templates.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { AnalysedRecord, AnalysedTable } from './analysed.ts';
import type { DutySchedule } from './arrivalPeriod.ts';
import type { WorkCalendar } from './calendar.ts';
import type { OpenReturn } from './importRemarks.ts';
import type { Scope } from './planImport.ts';

/** What is stored of one record, as far as a later file is compared with it. */
export interface KnownRecord {
  /** Of the row as sent (`AnalysedRecord.sent`). */
  readonly hash: string;
  /** Its first receipt, which alone decides whether it is timely. */
  readonly receivedAt: Moment;
  /** Of a record that an earlier file of this call brings: not stored yet. */
  readonly planned?: AnalysedRecord;
}

/** Records held by one submission scope (unit, duty, period, template), by record key. */
export type KnownRecords = Map<string, KnownRecord>;

/** A stored record in full: what a difference is told from. */
export interface StoredContent {
  readonly values: AnalysedRecord['values'];
  readonly raw: AnalysedRecord['raw'];
  readonly extras: AnalysedRecord['extras'];
  readonly decisionDate: string | null;
  readonly timely: boolean | null;
}

/** What stands of a stored record: its findings with their confirmations, and whether the office mended it. */
export interface Standing {
  readonly findings: readonly StoredFinding[];
  readonly corrected: boolean;
}

/** What the plan of a file may ask of the desk and of what is stored. */
export interface PlanContext {
  /** Stored records of a scope; called once per scope, the answer is kept up to date by the plan. */
  readonly known: (scope: Scope) => KnownRecords;
  /** Periods of the same year before the scope's, in which the unit's rows of the duty and template are stored. */
  readonly earlierPeriods: (scope: Scope) => readonly Period[];
  /** Content of stored records; asked only for the few that change or leave. */
  readonly contents: (scope: Scope, keys: readonly string[]) => ReadonlyMap<string, StoredContent>;
  /** Of the stored records of a scope those with findings or corrections. */
  readonly standing: (scope: Scope) => ReadonlyMap<string, Standing>;
  /** Whether a file stands as the unit's submission of the scope. */
  readonly isReported: (scope: Scope) => boolean;
  readonly isZeroReported: (scope: Scope) => boolean;
  readonly isLocked: (period: Period) => boolean;
  /** The newest return of the scope that was not withdrawn. */
  readonly returnOf: (scope: Scope) => OpenReturn | null;
  readonly templateOf: (id: string) => Template | undefined;
  readonly receivedAt: Moment;
  /** The term of a duty's records decided on a day. */
  readonly termOf: (duty: string, decided: Day) => RecordTerm | null;
  /** Says which period a bare arrival is about; absent: that of the arrival. */
  readonly scheduleOf?: (duty: string) => DutySchedule | undefined;
  readonly calendar: WorkCalendar;
  readonly severities: Readonly<Record<RuleCode, Severity>>;
  /** This very table of the very same bytes is stored in the scope: whatever came since, nothing is changed back. */
  readonly isStored: (table: AnalysedTable, scope: Scope) => boolean;
  readonly answersFor: (table: AnalysedTable) => {
    readonly removedRows?: 'remove' | 'keep' | undefined;
    readonly resend?: 'correction' | 'addition' | undefined;
  };
}
