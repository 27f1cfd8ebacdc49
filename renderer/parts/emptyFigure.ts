import type { FigureRef } from '../../electron/contract/figures.ts';
import type { Period } from '../../electron/contract/time.ts';
import { FIGURE_WORDS as W } from '../words/figures.ts';
import { periodTitle, startOfPeriod } from './periods.ts';

/** The paper that a number stands in. */
export interface FigurePaper {
  readonly period: Period | null;
  readonly issued: boolean;
}

interface EmptyFigure {
  readonly ref: FigureRef;
  /** The number as printed; null for a line of another list, of which no number is printed. */
  readonly shown: string | null;
  readonly paper: FigurePaper | undefined;
}

/** Why nothing stands behind a number: it is a zero, it is compared with a period that had none, or the data have changed. */
export function emptyFigure({ ref, shown, paper }: EmptyFigure): { readonly title: string; readonly next: string } {
  if (shown !== null && isZero(shown)) return { title: W.zero, next: W.zeroHint };
  if ('period' in ref && paper?.period && startOfPeriod(ref.period).isBefore(startOfPeriod(paper.period)))
    return { title: `${periodTitle(ref.period)}${W.earlier}`, next: W.earlierHint };
  return { title: W.empty, next: paper?.issued ? W.emptyIssued : W.emptyNow };
}

/** `0`, `0.00%`, `0条` */
function isZero(shown: string): boolean {
  return /^[0０]+([.．][0０]+)?[%％\p{Script=Han}]*$/u.test(shown.trim());
}
