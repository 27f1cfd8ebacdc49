import { create } from 'zustand';
import type { YearSubject } from './yearModel.ts';

interface YearChoiceState {
  readonly subject: YearSubject;
  /** Chosen before; null: the first of the list. */
  readonly unit: string | null;
  readonly duty: string | null;
  readonly choose: (choice: Partial<Pick<YearChoiceState, 'subject' | 'unit' | 'duty'>>) => void;
}

/** Whose year the clerk looks at; kept while other screens are open. */
export const useYearChoice = create<YearChoiceState>((set) => ({
  subject: 'unit',
  unit: null,
  duty: null,
  choose: (choice) => set(choice),
}));
