import type { CircularKind } from '../contract/papers.ts';
import { filled, plain, type Worded } from './worded.ts';

/** Every sentence of the circular with the placeholders its wording may use; the loader checks the resource against this table. */
export const SENTENCES = {
  title: ['office', 'period'],
  titleSpecial: ['office', 'period', 'subject'],
  subjectMany: [],
  introduction: ['notice', 'noticeNo', 'county', 'shortOffice', 'period'],
  introductionWithoutNotice: ['county', 'shortOffice', 'period'],
  introductionSpecial: ['notice', 'noticeNo', 'county', 'shortOffice', 'period', 'subject'],
  introductionSpecialWithoutNotice: ['county', 'shortOffice', 'period', 'subject'],
  none: [],
  noneDue: [],
  total: ['asOf', 'units', 'period', 'expected', 'met', 'zero', 'late', 'missing', 'reportRate'],
  totalNothingDue: ['asOf', 'period'],
  totalPending: ['pending'],
  compare: ['before', 'beforeAsOf', 'changes'],
  compareUp: ['what', 'points'],
  compareDown: ['what', 'points'],
  compareSame: ['what'],
  compareCountUp: ['number', 'share'],
  compareCountDown: ['number', 'share'],
  compareCountSame: [],
  compareCountFromZero: ['number'],
  trend: ['rates'],
  trendRate: ['what', 'list'],
  records: ['records', 'compliant', 'complianceRate'],
  recordsNone: ['period'],
  clocked: ['clocked', 'term', 'timely', 'timelinessRate'],
  clockedNone: [],
  clocks: ['term'],
  clocksWithoutTerm: [],
  doublePublicity: ['total', 'permit', 'permitCompliant', 'penalty', 'penaltyCompliant'],
  doublePublicityNone: [],
  otherActs: ['total', 'list'],
  otherTables: ['total', 'list'],
  commitments: ['total', 'compliant', 'units'],
  commitmentsNone: [],
  cases: ['list'],
  casesNone: ['kinds'],
  publicity: ['total', 'units'],
  publicityNone: [],
  praise: ['names', 'tasks'],
  praiseUnclocked: ['names', 'tasks'],
  praiseWithoutRecords: ['names', 'tasks'],
  tasks: [],
  tasksInScope: [],
  missing: ['duty', 'names'],
  lowReport: ['among', 'limit', 'names'],
  amongReports: ['least'],
  lowCompliance: ['among', 'limit', 'names'],
  amongRecords: ['least'],
  complianceAllMild: [],
  complianceAllSevere: [],
  complianceMixed: ['names'],
  partial: ['duty', 'names'],
  returned: ['duty', 'names'],
  gradeAllMild: [],
  gradeAllSevere: ['why'],
  gradeMixed: ['names', 'why'],
  gradeMany: [],
  gradeRate: [],
  gradeManyOrRate: [],
  late: ['duty', 'names'],
  lateRecords: ['term', 'count', 'names'],
  undatedRecords: ['count', 'names'],
  alsoUndatedRecords: ['count', 'names'],
  lateDemand: [],
  quality: ['count', 'names', 'annex'],
  qualityUnlisted: ['count', 'names'],
  qualityDemand: [],
  qualityDemandUnlisted: [],
  zero: ['kind', 'names'],
  zeroStated: ['kind', 'names'],
  zeroAlsoStated: ['names'],
  zeroDemand: [],
  rankingTies: [],
  rankingEqual: [],
  rankingEqualRanked: [],
  rankingOwing: [],
  rankingSmall: [],
  rankingChange: ['before', 'beforeAsOf'],
  remark: ['person', 'phone'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SentenceKey = keyof typeof SENTENCES;

/** Parts a section of the circular is put together from, in the order the resource gives. */
export const CIRCULAR_PARTS = [
  'overview',
  'categories',
  'praise',
  'missing',
  'late',
  'quality',
  'zero',
  'demands',
] as const;
export type CircularPart = (typeof CIRCULAR_PARTS)[number];

/** Annexes that exist; the resource gives their order and captions. */
export const CIRCULAR_ANNEXES = ['ranking', 'missing', 'quality', 'cases', 'periods', 'charts'] as const;
export type CircularAnnex = (typeof CIRCULAR_ANNEXES)[number];

/** When a demand is printed: always, of `records` where the paper is about tables of them, else only if it has to complain of something of that kind. */
export const DEMAND_CONDITIONS = ['always', 'missing', 'late', 'records', 'quality', 'zero'] as const;
export type DemandCondition = (typeof DEMAND_CONDITIONS)[number];

/**
 * Wording and section order of the circular (`resources/circular/circular.json`, a notice's own in `resources/profiles/<id>/circular.json`).
 * `{name}` marks a placeholder.
 */
export interface CircularTexts {
  readonly sentences: Readonly<Record<SentenceKey, string>>;
  readonly sections: readonly {
    /** Stable name of the section, `problems`. */
    readonly key: string;
    readonly heading: string;
    readonly parts: readonly { readonly part: CircularPart; readonly heading: string }[];
  }[];
  /** `{shortOffice}` may be used in the text. */
  readonly demands: readonly {
    readonly when: DemandCondition;
    readonly heading: string;
    readonly text: string;
    /** Templates it names: a circular about some duties alone has it only where they are about all of these. */
    readonly about?: readonly string[];
  }[];
  /** `{period}` and `{step}` (季度 or 月份) may be used in caption and note, `{formula}` in the note. */
  readonly annexes: readonly {
    readonly annex: CircularAnnex;
    readonly caption: string;
    readonly note: string;
    /** Kinds of circular that have it unless the office chooses otherwise; absent: all. */
    readonly kinds?: readonly CircularKind[];
  }[];
  /** Template id → name of the kind of case or report counted in annex 4. */
  readonly cases: Readonly<Record<CaseTemplate, string>>;
  readonly limits: {
    /** Names of units written out in a sentence; longer lists end in 等N家单位. */
    readonly namesInText: number;
    /** Non-compliant rows listed per unit. */
    readonly rowsPerUnit: number;
    /** A unit that owes at least so many items is criticised instead of asked. */
    readonly criticiseFrom: number;
    /** A unit of low 合规率 is criticised where at least so many of its records are faulty, else asked to mend them. */
    readonly criticiseFaultyFrom: number;
    /** A unit whose 上报率 or 合规率 is below this (0–100) is named; 0: nobody for a rate. */
    readonly reportRateBelow: number;
    readonly complianceRateBelow: number;
    /** Below so many items owed and records sent no unit is praised, criticised or ranked by a rate; 1: no such rule. */
    readonly minDenominator: number;
  };
}

/** Templates whose rows are counted as cases and publicity. */
export const CASE_TEMPLATES = ['joint-case', 'report-use', 'publicity'] as const;
export type CaseTemplate = (typeof CASE_TEMPLATES)[number];

type Values<K extends SentenceKey> = Readonly<Record<(typeof SENTENCES)[K][number], string | number | Worded>>;

/** Writes one sentence: placeholders replaced by their values, whose figures come along. */
export function sentence<K extends SentenceKey>(texts: CircularTexts, key: K, values: Values<K>): Worded {
  return filled(texts.sentences[key], values);
}

/** Of which units a rate is told, `应报不少于3项次的单位中，`: those of a smaller base are not looked at. Empty where all are. */
export function among(texts: CircularTexts, key: 'amongReports' | 'amongRecords'): Worded {
  const least = texts.limits.minDenominator;
  return least > 1 ? sentence(texts, key, { least }) : plain('');
}
