import type { Day, Moment, Period } from './time.ts';

/** ★ has a schedule and is chased; ◇ is driven by an event; ○ is a standing or yearly task on a check-list. */
export type DutyKind = 'scheduled' | 'event' | 'ledger';
/** In the order screens offer them. */
export const CADENCES = [
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'once',
  'event',
  'irregular',
] as const;
export type Cadence = (typeof CADENCES)[number];

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
    }
  /** So many natural or working days after the period's last day (day 0). */
  | {
      readonly rule: 'days-after-period';
      readonly days: number;
      readonly unit: 'natural' | 'working';
      readonly time: string;
      readonly shift?: Shift;
    }
  /**
   * Days of every year (活动节点): owed in the months that hold one, due so many days after the last of them. `length`: days the campaign
   * takes, 30 for a month. Only of cadence `irregular`.
   */
  | {
      readonly rule: 'campaign';
      readonly campaigns: readonly Campaign[];
      readonly days: number;
      readonly time: string;
      readonly shift?: Shift;
    }
  /** Days the office chose (定期, 一次性): owed in the months that hold one. Of cadence `irregular` and `once`. */
  | { readonly rule: 'dates'; readonly dates: readonly Day[]; readonly time: string; readonly shift?: Shift };

/** A day of every year on which something is organised: `3·15 国际消费者权益日`. */
export interface Campaign {
  readonly title: string;
  readonly month: number;
  readonly day: number;
  /** Days it takes, 1 or more. */
  readonly length: number;
}

/** The clock of one event (异议、修复、约谈): by when it must be settled, or before when nothing may happen (公示满3个月). */
export interface EventTerm {
  readonly count: number;
  readonly unit: 'natural' | 'working' | 'months';
  /** `within`: settled by then; `not-before`: possible from then on. */
  readonly meaning: 'within' | 'not-before';
  /** What the day is called from which it counts: 作出决定, 公示之日. */
  readonly from: string;
}

/** A sampling duty (月收集、季抽查、半年全覆盖): `share` of the units is drawn each `draw` period so that `cover` holds every one. */
export interface SamplingRule {
  readonly draw: 'monthly' | 'quarterly';
  readonly cover: 'half-yearly' | 'yearly';
  /** Least share of the units per draw, 0 < share ≤ 1; more are drawn when the cover period ends. */
  readonly share: number;
}

/** What a duty says of itself from a day on; absent fields stay as they were. */
export interface DutyRevision {
  readonly from: Day;
  /** Document that changed it, or why. */
  readonly reason: string;
  readonly title?: string;
  /** Of the periods that end on or after `from`. */
  readonly cadence?: Cadence;
  readonly templates?: readonly string[];
  readonly due?: DueRule | null;
  readonly recordTerm?: RecordTerm | null;
  readonly quota?: Quota | null;
  readonly zeroReport?: ZeroReportRule;
  /** Of the events whose day is `from` or later. */
  readonly eventTerm?: EventTerm | null;
  readonly groups?: readonly string[];
  readonly lead?: readonly string[];
  readonly target?: string;
}

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
  /** Templates whose rows it counts, where the duty collects others beside them (统计表 with its 明细); absent: all of the duty. */
  readonly templates?: readonly string[];
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
  /** First and last day on which it is owed; absent: as the office's `effectiveFrom`, and without end. */
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** The statistics reach from the beginning to the period's end (截至上月末累计). */
  readonly cumulative?: boolean;
  readonly eventTerm?: EventTerm | null;
  readonly sampling?: SamplingRule | null;
  /** By day, oldest first. The duty itself is what holds today; the first revision is what it was from the beginning (`0001-01-01`). */
  readonly revisions?: readonly DutyRevision[];
}

/** What the duties screen may change of a duty. What is absent stays as shown. */
export interface DutyDraft {
  readonly id: string;
  readonly title: string;
  /** A due rule that is sent back as shown stays the office's default for the new cadence, where it was the default. */
  readonly cadence?: Cadence;
  /** Which tables are collected (十类、五类、七类); none: papers and articles only. */
  readonly templates?: readonly string[];
  readonly due: DueRule | null;
  readonly recordTerm: RecordTerm | null;
  readonly quota: Quota | null;
  readonly groups: readonly string[];
  readonly lead: readonly string[];
  readonly target: string;
  readonly note: string;
  readonly zeroReport?: ZeroReportRule;
  readonly eventTerm?: EventTerm | null;
  readonly sampling?: SamplingRule | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
}

/** One period of a duty's year, as the picture shows it. */
export interface DutyPeriod {
  readonly period: Period;
  /** Due day by the rule alone; `due` is where rest days moved it. */
  readonly plain: Day;
  readonly due: Moment;
  readonly quota: number | null;
  /** How many units owe it. */
  readonly units: number;
  /** Campaigns or chosen days it is about; `''` where the period says all. */
  readonly title: string;
}

/** What a draft changes in one period; null: not owed then. */
export interface DutyChange {
  readonly period: Period;
  readonly before: Moment | null;
  readonly after: Moment | null;
  readonly unitsBefore: number;
  readonly unitsAfter: number;
  /** What each unit owes; null: no number, or not the same for all. */
  readonly quotaBefore: number | null;
  readonly quotaAfter: number | null;
  /** Whether a zero report fulfils it. */
  readonly zeroBefore: boolean;
  readonly zeroAfter: boolean;
}

/** Records that another term makes timely, late, or no longer timed; each is judged again when the draft is saved. */
export interface TermEffect {
  readonly timely: number;
  readonly late: number;
  readonly unclocked: number;
}

/** A table that another duty collects of a same unit, too: the intake asks of every such file which duty is meant (`duty_ambiguous`). */
export interface SharedTable {
  readonly template: string;
  readonly duty: string;
  /** How many units owe both. */
  readonly units: number;
}

/** A duty's year (全年安排): its periods, with a draft those after saving it and what saving would change. Refuses `year_unknown`. */
export interface DutyYear {
  readonly duty: string;
  readonly year: number;
  readonly periods: readonly DutyPeriod[];
  readonly changes: readonly DutyChange[];
  readonly shared: readonly SharedTable[];
  readonly rejudged: TermEffect;
}
