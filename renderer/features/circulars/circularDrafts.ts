import { create } from 'zustand';
import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';

/** What is chosen before composing. */
export interface CircularChoice {
  readonly no: number | undefined;
  /** Undefined: now. */
  readonly asOf: Moment | undefined;
}

export interface CircularDraft {
  /** As the program composed it. */
  readonly composed: CircularDocument;
  /** As the clerk left it. */
  readonly edited: CircularDocument;
}

interface CircularDraftState {
  readonly choices: Readonly<Record<Period, CircularChoice>>;
  readonly drafts: Readonly<Record<Period, CircularDraft>>;
  readonly choose: (period: Period, choice: CircularChoice) => void;
  readonly put: (period: Period, draft: CircularDraft) => void;
}

/** Drafts by period: leaving the page, or looking at another period, loses nothing. */
export const useCircularDrafts = create<CircularDraftState>((set) => ({
  choices: {},
  drafts: {},
  choose: (period, choice) => set((state) => ({ choices: { ...state.choices, [period]: choice } })),
  put: (period, draft) => set((state) => ({ drafts: { ...state.drafts, [period]: draft } })),
}));
