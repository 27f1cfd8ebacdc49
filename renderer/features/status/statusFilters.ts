import { create } from 'zustand';
import type { GridFilters } from './gridModel.ts';

interface StatusFilterState {
  readonly filters: GridFilters;
  readonly change: (part: Partial<GridFilters>) => void;
  readonly clear: () => void;
}

const NOTHING_CHOSEN: GridFilters = {
  duties: [],
  cadences: [],
  kinds: [],
  groups: [],
  statuses: [],
  search: '',
  onlyUnmet: false,
  grouped: false,
};

/** What the clerk chose to see of the grid; kept while other screens are open. */
export const useStatusFilters = create<StatusFilterState>((set) => ({
  filters: NOTHING_CHOSEN,
  change: (part) => set((state) => ({ filters: { ...state.filters, ...part } })),
  // How the units are arranged is no filter.
  clear: () => set(({ filters: { grouped } }) => ({ filters: { ...NOTHING_CHOSEN, grouped } })),
}));
