import { create } from 'zustand';
import type { Period } from '../../electron/contract/time.ts';

interface PeriodState {
  /** The period chosen in the header; null until the clerk or the start picks one. */
  readonly period: Period | null;
  readonly choose: (period: Period) => void;
}

/** The period the clerk is working on, the same on every page. */
export const usePeriodStore = create<PeriodState>((set) => ({
  period: null,
  choose: (period) => set({ period }),
}));
