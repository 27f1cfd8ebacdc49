import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useDirectory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { lastDayOf } from '../../parts/periods.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { useYear } from '../year/useYear.ts';
import { gridModel } from './gridModel.ts';
import { useStatusFilters } from './statusFilters.ts';
import { useCell } from './useCell.ts';

export type StatusTab = 'grid' | 'year' | 'rates';

/** Everything the 报送台账 shows: grid, year, rates, filters, and the cell whose drawer is open. */
export function useStatusPage() {
  const [period] = usePeriod();
  const { tab, showTab } = useTab();
  const directory = useDirectory();
  const groups = useRequest('groups.list', {});
  const year = useYear(directory, tab === 'year');
  const gridAnswer = useRequest('status.grid', tab === 'year' ? null : { period });
  const ratesAnswer = useRequest('rates.compute', tab === 'rates' ? { period } : null);
  // The answer for another period stays until the new one comes, or for good when that is refused.
  const grid = gridAnswer.data?.period === period ? gridAnswer.data : undefined;
  const rates = ratesAnswer.data?.period === period ? ratesAnswer.data : undefined;
  const { filters, change, clear } = useStatusFilters();
  useLinkedFilters(tab);

  const units = useMemo(() => directory.unitsOn(lastDayOf(period)), [directory, period]);
  const duties = useMemo(() => directory.dutiesOn(lastDayOf(period)), [directory, period]);
  const model = useMemo(
    () => (grid ? gridModel(grid, units, duties, filters) : undefined),
    [grid, units, duties, filters],
  );
  const opened = useCell(tab === 'year' ? year.grid?.cells : grid?.cells);
  // What one of them refuses must not stand above the other.
  const asked = tab === 'rates' ? ratesAnswer : gridAnswer;
  const error = tab === 'year' ? undefined : asked.error;
  return {
    period,
    tab,
    showTab,
    directory,
    groups: groups.data ?? [],
    grid,
    rates,
    year,
    error,
    reload: asked.reload,
    filters,
    change,
    clear,
    model,
    opened,
  };
}

/** The tab is part of the address, so that links lead to it and a way back leads here again. */
function useTab() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab: StatusTab = asked === 'year' || asked === 'rates' ? asked : 'grid';
  // What a link brought along was for the tab it led to.
  return { tab, showTab: (next: string) => setParams(next === 'grid' ? {} : { tab: next }) };
}

/** A link may bring a duty, a unit or the switch along: `#/status?duty=000-02&search=教体局&unmet=1`. */
function useLinkedFilters(tab: StatusTab): void {
  const [params] = useSearchParams();
  const clear = useStatusFilters((state) => state.clear);
  const change = useStatusFilters((state) => state.change);
  const duty = params.get('duty');
  const search = params.get('search');
  const unmet = params.get('unmet');
  useEffect(() => {
    if (tab === 'year' || (duty === null && search === null && unmet === null)) return;
    clear();
    change({ duties: duty ? [duty] : [], search: search ?? '', onlyUnmet: unmet === '1' });
  }, [tab, duty, search, unmet, clear, change]);
}
