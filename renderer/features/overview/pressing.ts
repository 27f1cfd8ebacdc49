import type { DutyProgress } from '../../../electron/contract/overview.ts';
import type { Moment } from '../../../electron/contract/time.ts';

const SHOWN = { next: 3, all: 5 };

/** What fits at a glance: the next to fall due, then what passed with something missing; in the order of the page, five at most. */
export function pressing(progress: readonly DutyProgress[], asOf: Moment): readonly DutyProgress[] {
  const coming = progress.filter(({ due }) => due >= asOf);
  const late = progress.filter(({ due, missing }) => due < asOf && missing > 0);
  const next = coming.slice(0, Math.max(SHOWN.next, SHOWN.all - late.length));
  return [...next, ...late.slice(0, SHOWN.all - next.length)];
}
