/** ★ has a schedule and is chased; ◇ is driven by an event; ○ is a standing or yearly task on a check-list. */
export type DutyKind = 'scheduled' | 'event' | 'ledger';
export type Cadence = 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'once' | 'event' | 'irregular';

/** What happens to a due day that is no working day. */
export type Shift = 'none' | 'next' | 'previous';

/**
 * When a period's submission is due (截止时间). `time` is `HH:MM`. `day: 30` in February is its last day; `weekday` 1 is Monday.
 * `shift` absent means the profile's setting.
 */
export type DueRule =
  | { readonly rule: 'weekday'; readonly weekday: number; readonly time: string; readonly shift?: Shift }
  | { readonly rule: 'day-of-month'; readonly day: number; readonly time: string; readonly shift?: Shift }
  | { readonly rule: 'day-of-next-month'; readonly day: number; readonly time: string; readonly shift?: Shift }
  | { readonly rule: 'period-end'; readonly time: string; readonly shift?: Shift }
  | {
      readonly rule: 'fixed-date';
      readonly month: number;
      readonly day: number;
      readonly time: string;
      readonly shift?: Shift;
    };

/** The record's own clock: so many days after its decision date (day 0), counted in natural or working days. */
export interface RecordTerm {
  readonly days: number;
  readonly unit: 'natural' | 'working';
  /** Only natural days may end on a rest day. */
  readonly shift: Shift;
}

export interface Quota {
  /** At least so many per unit and period; null: allotted by the office. */
  readonly count: number | null;
  readonly of: string;
}

/** 零报送: `statement`: nothing arose may be reported with its 情况说明; `none`: a number is owed whatever happened. */
export type ZeroReportRule = 'statement' | 'none';

/** A reporting duty (报送事项) of a notice. `units` and `lead` are unit ids with the groups resolved. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  /** Notice and clause. */
  readonly source: string;
  readonly kind: DutyKind;
  readonly cadence: Cadence;
  readonly due: DueRule | null;
  /** The due rule as a Chinese sentence. */
  readonly dueText: string;
  readonly recordTerm: RecordTerm | null;
  readonly templates: readonly string[];
  readonly quota: Quota | null;
  readonly zeroReport: ZeroReportRule;
  readonly target: string;
  /** What the notice says about praise, criticism and accountability. */
  readonly consequence: string;
  readonly groups: readonly string[];
  readonly units: readonly string[];
  readonly lead: readonly string[];
  readonly note: string;
}

/** What the duties screen may change of a duty. */
export interface DutyDraft {
  readonly id: string;
  readonly title: string;
  readonly due: DueRule | null;
  readonly recordTerm: RecordTerm | null;
  readonly quota: Quota | null;
  readonly groups: readonly string[];
  readonly lead: readonly string[];
  readonly target: string;
  readonly note: string;
}
