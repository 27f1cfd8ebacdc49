import type { Day, Period } from './time.ts';

/** Kinds of subjects the notices count (企业法人、自然人、个体工商户、社会组织、事业单位). */
export const SUBJECT_KINDS = ['company', 'person', 'sole-trader', 'social-organisation', 'public-institution'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Where the number of enterprises comes from: typed in by the office for a year, or as a denominator of an indicator. */
export type EnterpriseSource =
  | { readonly kind: 'office'; readonly year: number; readonly source: string }
  | { readonly kind: 'indicator'; readonly period: Period; readonly title: string };

/** Commitments of a year or month (信用承诺台账): coverage, what became of them, and the ratio to the county's enterprises. */
export interface CommitmentLedger {
  readonly period: Period;
  readonly asOf: Day;
  /** Six kinds of commitment × five kinds of subject: how many. Kinds as the template's code list has them. */
  readonly kinds: readonly string[];
  readonly matrix: readonly {
    readonly kind: string;
    readonly counts: Readonly<Record<SubjectKind, number>>;
    readonly total: number;
  }[];
  /** Kinds and subjects nobody has sent yet. */
  readonly uncovered: readonly { readonly kind: string; readonly subject: SubjectKind | null }[];
  readonly states: {
    readonly open: number;
    readonly fulfilled: number;
    readonly partly: number;
    readonly notFulfilled: number;
    /** Validity over without a finding about fulfilment. */
    readonly overdue: number;
  };
  readonly overdue: readonly {
    /** `record.lineage` */
    readonly id: number;
    readonly unit: string;
    readonly promisor: string;
    readonly kind: string;
    readonly validUntil: Day;
    readonly days: number;
  }[];
  /**
   * 与辖区企业（含个体工商户）总数之比, both readings of 兴信用办〔2024〕1号 9: commitments and fulfilments added, and each alone. Null while
   * the number of enterprises is unknown.
   */
  readonly ratio: {
    readonly enterprises: number | null;
    readonly enterprisesFrom: EnterpriseSource | null;
    readonly commitments: number;
    readonly fulfilments: number;
    readonly added: number | null;
    readonly commitmentsAlone: number | null;
    readonly fulfilmentsAlone: number | null;
  };
  readonly units: readonly {
    readonly unit: string;
    readonly total: number;
    readonly fulfilled: number;
    readonly overdue: number;
  }[];
}
