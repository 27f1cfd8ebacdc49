import { create } from 'zustand';
import type { PaperKind, PaperState } from '../../../electron/contract/papers.ts';

interface RegisterFilters {
  readonly search: string;
  readonly kind: PaperKind | null;
  readonly state: PaperState | null;
  readonly year: number | null;
}

interface RegisterFilterState {
  readonly filters: RegisterFilters;
  readonly change: (part: Partial<RegisterFilters>) => void;
  readonly clear: () => void;
}

const NOTHING_CHOSEN: RegisterFilters = { search: '', kind: null, state: null, year: null };

/** What the clerk chose to see of the register; kept while a paper is open. */
export const useRegisterFilters = create<RegisterFilterState>((set) => ({
  filters: NOTHING_CHOSEN,
  change: (part) => set(({ filters }) => ({ filters: { ...filters, ...part } })),
  clear: () => set({ filters: NOTHING_CHOSEN }),
}));

export function isFiltered(filters: RegisterFilters): boolean {
  return filters.search.trim() !== '' || filters.kind !== null || filters.state !== null || filters.year !== null;
}
