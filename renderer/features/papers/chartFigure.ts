import type { ChartSpec } from '../../../electron/contract/charts.ts';
import type { CellState, FigureRef } from '../../../electron/contract/figures.ts';
import type { CellStatus } from '../../../electron/contract/status.ts';
import type { Moment } from '../../../electron/contract/time.ts';
import type { ChartPick } from '../../parts/chartPick.ts';

/** The rows behind a part of a chart, and what the part says; null where it has none. `asOf`: the moment the paper speaks of. */
export function chartFigure(
  spec: ChartSpec,
  { index, value }: ChartPick,
  asOf: Moment,
): { readonly ref: FigureRef; readonly shown: string } | null {
  switch (spec.kind) {
    case 'trend':
      return null;
    case 'ranking': {
      const item = spec.items[index];
      return item?.ref ? { ref: item.ref, shown: `${item.name} ${item.value ?? '—'}${spec.measure}` } : null;
    }
    case 'composition': {
      const item = spec.items[index];
      return item?.ref ? { ref: item.ref, shown: `${item.name} ${item.count}条` } : null;
    }
    case 'heat': {
      const [column, row] = Array.isArray(value) ? value.map(Number) : [];
      const unit = spec.units[row ?? -1];
      const period = spec.periods[column ?? -1];
      const status = spec.values[row ?? -1]?.[column ?? -1];
      if (!unit || !period || !status) return null;
      const ref = { kind: 'cells', period, asOf, state: stateOf(status), units: [unit.unit] } as const;
      return { ref, shown: `${unit.name} ${spec.labels[column ?? -1] ?? period}` };
    }
    default:
      return spec satisfies never;
  }
}

/** What is neither met nor due is not among what is expected. */
function stateOf(status: CellStatus): CellState {
  return status === 'pending' || status === 'exempt' ? status : 'expected';
}
