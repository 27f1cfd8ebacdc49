import type { Wording } from './circularOverview.ts';
import type { CircularAnnex } from './circularTexts.ts';

/** What a part is worded from that sends its reader to the annexes. */
export interface AnnexWording extends Wording {
  /** `附件2`; empty where the paper has no such annex. */
  readonly annexLabel: (annex: CircularAnnex) => string;
}

/** `名单见附件2`; empty where there is no such annex. */
export const seeAnnex = (word: string, label: string): string => (label === '' ? '' : `${word}${label}`);
