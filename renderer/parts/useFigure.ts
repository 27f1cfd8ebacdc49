import { useState } from 'react';
import type { FigureRef } from '../../electron/contract/figures.ts';
import { useRequest } from '../api/useRequest.ts';
import { ratePartsOf } from './rateParts.ts';

/** The number whose rows are shown, as printed. */
export interface OpenFigure {
  readonly ref: FigureRef;
  readonly shown: string;
}

/** Rows shown at a time. */
export const FIGURE_PAGE = 50;

/** The rows behind a number, a page at a time; a line of them may lead to rows of its own. */
export function useFigure({ ref: first, shown }: OpenFigure) {
  const [path, setPath] = useState<readonly FigureRef[]>([first]);
  const [page, setPage] = useState(1);
  const ref = path.at(-1) ?? first;
  const answer = useRequest('figures.open', { ref, offset: (page - 1) * FIGURE_PAGE, limit: FIGURE_PAGE });
  // A line of a score leads to rows of its own, of which the printed number is no rate.
  const rate = path.length === 1 ? ratePartsOf(ref, shown) : null;
  const counted = useRequest('figures.open', rate ? { ref: rate.counted, limit: 1 } : null);
  const go = (next: readonly FigureRef[]) => {
    setPath(next);
    setPage(1);
  };
  return {
    ref,
    answer,
    rate,
    /** How many of the rows count towards the rate. */
    counted: counted.data?.total,
    page,
    setPage,
    open: (next: FigureRef) => go([...path, next]),
    back: path.length > 1 ? () => go(path.slice(0, -1)) : null,
  };
}
