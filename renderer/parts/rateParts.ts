import type { FigureRef } from '../../electron/contract/figures.ts';
import { CELL_STATE_WORDS, RECORD_STATE_WORDS } from '../../electron/contract/figureWords.ts';

/** The two parts of what a rate was counted from: what counts towards it, and the rest. */
export interface RateParts {
  readonly counted: FigureRef;
  readonly rest: FigureRef;
  readonly countedWord: string;
  readonly restWord: string;
}

/** `shown`: the number as printed. Null where it is no rate: a number of rows is the number of its list. */
export function ratePartsOf(ref: FigureRef, shown: string): RateParts | null {
  if (!/[%％]$/u.test(shown.trim())) return null;
  if (ref.kind === 'records') {
    if (ref.state !== 'all' && ref.state !== 'clocked') return null;
    const [counted, rest] =
      ref.state === 'all' ? (['compliant', 'faulty'] as const) : (['timely', 'untimely'] as const);
    return {
      counted: { ...ref, state: counted },
      rest: { ...ref, state: rest },
      countedWord: RECORD_STATE_WORDS[counted],
      restWord: RECORD_STATE_WORDS[rest],
    };
  }
  if (ref.kind !== 'cells' || ref.state !== 'expected') return null;
  return {
    counted: { ...ref, state: 'met' },
    rest: { ...ref, state: 'owed' },
    countedWord: CELL_STATE_WORDS.met,
    restWord: CELL_STATE_WORDS.owed,
  };
}

/** `166 ÷ 210 = 79.05%` */
export function divisionText(counted: number, total: number): string {
  return `${counted} ÷ ${total} = ${((counted / total) * 100).toFixed(2)}%`;
}
