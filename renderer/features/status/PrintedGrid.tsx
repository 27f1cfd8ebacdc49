import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import type { GridFilters, GridModel } from './gridModel.ts';
import { printSlices } from './printSlices.ts';
import { StatusGridColumns } from './StatusGridColumns.tsx';
import { StatusGridGroup } from './StatusGridGroup.tsx';
import { StatusGridHead } from './StatusGridHead.tsx';
import { StatusGridRow } from './StatusGridRow.tsx';
import { linesOf, OWES_WIDTH, UNIT_WIDTH } from './useGridWindow.ts';

interface PrintedGridProps {
  readonly model: GridModel;
  readonly filters: GridFilters;
}

/** A4 across less its margins (statusGrid.css), in CSS pixels: 277 mm. */
const SHEET = 1046;

/** The grid as it goes to paper: whole, cut into sheets by its columns, each with the units at its left. */
export function PrintedGrid({ model, filters }: PrintedGridProps) {
  const fixed = UNIT_WIDTH + OWES_WIDTH;
  return printSlices(model, SHEET - fixed).map(({ model: part, widths }) => (
    <table
      key={part.columns[0] ? `${part.columns[0].duty} ${part.columns[0].period}` : ''}
      className="status-grid status-sheet"
      aria-label={W.title}
      style={{ width: fixed + widths.reduce((sum, one) => sum + one, 0) }}
    >
      <StatusGridColumns widths={widths} />
      <StatusGridHead model={part} from={0} to={widths.length} activeColumn={null} />
      <tbody>
        {linesOf(part).map((line) => {
          const group = line.kind === 'group' ? part.groups[line.group] : undefined;
          const row = line.kind === 'row' ? part.rows[line.row] : undefined;
          if (group) return <StatusGridGroup key={`group ${group.kind}`} group={group} from={0} to={widths.length} />;
          return row && line.kind === 'row' ? (
            <StatusGridRow
              key={row.unit.id}
              row={row}
              index={line.row}
              columns={part.columns}
              from={0}
              to={widths.length}
              filters={filters}
              activeColumn={null}
            />
          ) : null;
        })}
      </tbody>
    </table>
  ));
}
