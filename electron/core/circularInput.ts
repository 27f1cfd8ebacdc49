import type { ChartSpec } from '../contract/charts.ts';
import type { DocumentForm } from '../contract/circulars.ts';
import type { Duty } from '../contract/duties.ts';
import type { CircularKind, PaperScope } from '../contract/papers.ts';
import type { Office } from '../contract/profiles.ts';
import type { GridCell, Rates } from '../contract/status.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import type { Unit } from '../contract/units.ts';
import type { CircularAnnex, CircularTexts } from './circularTexts.ts';
import type { PeriodRates } from './comparison.ts';

/** Everything a circular is composed from; nothing else is looked up. */
export interface CircularInput {
  readonly office: Office;
  readonly kind: CircularKind;
  /** What `duties`, `units`, `cells`, `rates`, `findings` and `counts` are narrowed to already. */
  readonly scope: PaperScope;
  readonly form: DocumentForm;
  /** Annexes in order; null: those of the texts. */
  readonly annexes: readonly CircularAnnex[] | null;
  readonly period: Period;
  /** State of the data the circular speaks of. */
  readonly asOf: Moment;
  /** Number of the document; null while none is given. */
  readonly no: number | null;
  /** 成文日期 */
  readonly date: Day;
  readonly duties: readonly Duty[];
  readonly units: readonly Unit[];
  /** The grid of the same period and moment. */
  readonly cells: readonly GridCell[];
  readonly rates: Rates;
  /** Non-compliant records, each once, in any order; of each unit at least as many as annex 3 lists. */
  readonly findings: readonly NonCompliantRow[];
  /** Non-compliant records per unit, where `findings` holds only the first of them. */
  readonly findingTotals?: ReadonlyMap<string, number>;
  /** Untimely records per unit whose decision date is missing or wrong, so that nobody can say they are late. */
  readonly undated: ReadonlyMap<string, number>;
  /** Records of the period per unit and template. */
  readonly counts: readonly RecordCount[];
  /** Squares met by what was registered by hand, of which there are no records. */
  readonly unrecorded: number;
  /** The same rates of the period before, and of the same one last year; those that can be compared. */
  readonly comparisons: readonly PeriodRates[];
  /** The months and quarters of a longer period, as far as they have begun. */
  readonly months: readonly PeriodRates[];
  readonly quarters: readonly PeriodRates[];
  /** Drawn in the annex of charts, where the paper has one. */
  readonly charts: readonly ChartSpec[];
  readonly texts: CircularTexts;
}

/** One non-compliant record with what is wrong with it. */
export interface NonCompliantRow {
  readonly unit: string;
  readonly template: string;
  readonly templateTitle: string;
  readonly file: string;
  /** 1-based row of the sheet. */
  readonly row: number;
  /** Name of the person or company the record is about; `maskedRow` has hidden persons here, in `file` and in `problems`. */
  readonly subject: string;
  /** One Chinese sentence per unconfirmed error. */
  readonly problems: readonly string[];
}

export interface RecordCount {
  readonly unit: string;
  readonly template: string;
  readonly templateTitle: string;
  readonly records: number;
  readonly compliant: number;
}
