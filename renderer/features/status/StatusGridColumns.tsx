import { memo } from 'react';
import { OWES_WIDTH, UNIT_WIDTH } from './useGridWindow.ts';

/** Widths of the grid's columns. Memoised: a year of many duties has hundreds. */
export const StatusGridColumns = memo(function StatusGridColumns({ widths }: { readonly widths: readonly number[] }) {
  return (
    <colgroup>
      <col style={{ width: UNIT_WIDTH }} />
      <col style={{ width: OWES_WIDTH }} />
      {widths.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <col key={at} style={{ width }} />
      ))}
    </colgroup>
  );
});
