import { filled, type Worded } from './worded.ts';

/** Every sentence of the circular of the year's score, with the placeholders its wording may use; the loader checks the resource against it. */
export const ASSESSMENT_SENTENCES = {
  title: ['office', 'year'],
  introduction: ['notice', 'noticeNo', 'county', 'shortOffice', 'year'],
  introductionWithoutNotice: ['county', 'shortOffice', 'year'],
  overall: ['units', 'mean', 'bands', 'annex'],
  nobody: [],
  band: ['band', 'count', 'names'],
  lost: ['items'],
  lostItem: ['title', 'mean', 'full'],
  deduction: ['title', 'count', 'points', 'names'],
  deductionAll: ['title', 'count', 'points', 'names'],
  deductionEqual: ['title', 'count', 'points', 'most', 'each'],
  deductionOne: ['title', 'names'],
  deductedUnit: ['unit', 'points'],
  none: [],
  objections: ['count', 'granted'],
  remark: ['person', 'phone'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AssessmentSentence = keyof typeof ASSESSMENT_SENTENCES;
export const ASSESSMENT_PARTS = ['results', 'deductions', 'demands'] as const;
export type AssessmentPart = (typeof ASSESSMENT_PARTS)[number];
export const ASSESSMENT_ANNEXES = ['results', 'deductions'] as const;
export type AssessmentAnnex = (typeof ASSESSMENT_ANNEXES)[number];
/** When a demand is printed: always, if a unit is in the first band, or the last, or if one was late or sent nothing. */
export const ASSESSMENT_DEMANDS = ['always', 'praised', 'failed', 'missing'] as const;

/** Wording and order of the circular of the year's score (`resources/assessment/texts.json`). `{name}` marks a placeholder. */
export interface AssessmentTexts {
  readonly sentences: Readonly<Record<AssessmentSentence, string>>;
  readonly sections: readonly { readonly part: AssessmentPart; readonly heading: string }[];
  /** `{shortOffice}`, `{county}`, `{firstBand}` and `{lastBand}` may be used in the text. */
  readonly demands: readonly {
    readonly when: (typeof ASSESSMENT_DEMANDS)[number];
    readonly heading: string;
    readonly text: string;
  }[];
  /** `{year}` may be used in both, `{formula}` in the note. */
  readonly annexes: readonly { readonly annex: AssessmentAnnex; readonly caption: string; readonly note: string }[];
  readonly limits: {
    /** Units with deductions named in a sentence. */
    readonly namesInText: number;
    /** Items named that lost most. */
    readonly itemsInText: number;
  };
}

type Values<K extends AssessmentSentence> = Readonly<
  Record<(typeof ASSESSMENT_SENTENCES)[K][number], string | number | Worded>
>;

/** Writes one sentence: placeholders replaced by their values, whose figures come along. */
export function assessmentSentence<K extends AssessmentSentence>(
  texts: AssessmentTexts,
  key: K,
  values: Values<K>,
): Worded {
  return filled(texts.sentences[key], values);
}
