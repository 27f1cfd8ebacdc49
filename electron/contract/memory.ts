import type { Moment } from './time.ts';

/** How a header line was mapped before: per unit and template, or (`unit: null`) for the whole office. */
export interface RememberedMapping {
  readonly id: number;
  readonly unit: string | null;
  readonly template: string;
  /** Headers in their order, as folded for comparison. */
  readonly fingerprint: string;
  readonly headers: readonly string[];
  /** Column letter → field id, or null for one left out. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly uses: number;
  readonly learnedAt: Moment;
  readonly usedAt: Moment;
}

/** A name, mail address or agency that a clerk's answer gave to a unit. */
export interface LearnedName {
  readonly id: number;
  readonly kind: 'name' | 'sender';
  readonly text: string;
  readonly unit: string;
  readonly learnedAt: Moment;
  readonly uses: number;
}

export interface Memory {
  readonly mappings: readonly RememberedMapping[];
  readonly names: readonly LearnedName[];
}
