import type { AssessmentScheme } from '../contract/assessment.ts';
import type { Office } from '../contract/profiles.ts';
import type { AssessmentTexts } from './assessmentTexts.ts';
import type { CircularTexts } from './circularTexts.ts';

/**
 * What a paper was composed from beside the data: the office with its weights and settings, the wording of the program of then. It is kept
 * with an issued paper, so that what is composed again to be compared with it differs by the data alone.
 */
export interface PaperBasis {
  readonly office: Office;
  readonly circular: CircularTexts;
  /** Of the circular of a year's score alone. */
  readonly assessment: {
    readonly texts: AssessmentTexts;
    /** Those that shipped. */
    readonly schemes: readonly AssessmentScheme[];
  } | null;
}
