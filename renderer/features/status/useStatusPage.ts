import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { gridModel } from './gridModel.ts';
import { useStatusFilters } from './statusFilters.ts';
import { useCell } from './useCell.ts';

/** Everything the 报送台账 shows: grid, rates, filters, and the cell whose drawer is open. */
export function useStatusPage() {
  const [period] = usePeriod();
  const directory = useDirectory();
  const gridAnswer = useRequest('status.grid', { period });
  const ratesAnswer = useRequest('rates.compute', { period });
  // The answer for another period stays until the new one comes, or for good when that is refused.
  const grid = gridAnswer.data?.period === period ? gridAnswer.data : undefined;
  const rates = ratesAnswer.data?.period === period ? ratesAnswer.data : undefined;
  const { filters, change, clear } = useStatusFilters();
  useLinkedFilters();

  const model = useMemo(
    () => (grid ? gridModel(grid, directory.units, directory.duties, filters) : undefined),
    [grid, directory.units, directory.duties, filters],
  );
  const opened = useCell(grid?.cells);
  const reload = () => {
    gridAnswer.reload();
    ratesAnswer.reload();
  };
  const error = gridAnswer.error ?? ratesAnswer.error;
  return { period, directory, grid, rates, error, reload, filters, change, clear, model, opened };
}

/** A link may bring a duty, a unit or the switch along: `#/status?duty=000-02&search=教体局&unmet=1`. */
function useLinkedFilters(): void {
  const [params] = useSearchParams();
  const clear = useStatusFilters((state) => state.clear);
  const change = useStatusFilters((state) => state.change);
  const duty = params.get('duty');
  const search = params.get('search');
  const unmet = params.get('unmet');
  useEffect(() => {
    if (duty === null && search === null && unmet === null) return;
    clear();
    change({ duties: duty ? [duty] : [], search: search ?? '', onlyUnmet: unmet === '1' });
  }, [duty, search, unmet, clear, change]);
}
