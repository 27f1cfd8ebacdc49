import { useState } from 'react';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import { useRequest } from '../../api/useRequest.ts';

/** Rows shown at a time. */
export const FIGURE_PAGE = 50;

/** The rows behind a number, a page at a time; a line of them may lead to rows of its own. */
export function useFigure(first: FigureRef) {
  const [path, setPath] = useState<readonly FigureRef[]>([first]);
  const [page, setPage] = useState(1);
  const ref = path.at(-1) ?? first;
  const answer = useRequest('figures.open', { ref, offset: (page - 1) * FIGURE_PAGE, limit: FIGURE_PAGE });
  const go = (next: readonly FigureRef[]) => {
    setPath(next);
    setPage(1);
  };
  return {
    ref,
    answer,
    page,
    setPage,
    open: (next: FigureRef) => go([...path, next]),
    back: path.length > 1 ? () => go(path.slice(0, -1)) : null,
  };
}
