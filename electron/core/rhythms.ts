import type { Cadence, DutyRevision } from '../contract/duties.ts';
import type { Day, Period } from '../contract/time.ts';
import { dutyAt } from './dutyHistory.ts';
import { BEGINNING } from './groupHistory.ts';
import { cadenceKind, lastDay, periodKind } from './period.ts';
import type { ProfileDuty } from './profile.ts';

type Rhythmic = Pick<ProfileDuty, 'cadence' | 'due'> & Partial<Pick<ProfileDuty, 'kind' | 'from' | 'to' | 'revisions'>>;

/** A duty as if it had always had one of its cadences, and the periods for which it has. */
export interface Rhythm {
  readonly duty: Rhythmic;
  /** Periods on whose last day the cadence is the duty's, as quota and units are those of that day. */
  holds(period: Period): boolean;
}

/** The cadences a duty ever had, oldest first, each with the due rules of its time; one for a duty whose cadence never changed. */
export function rhythmsOf(duty: Rhythmic): readonly Rhythm[] {
  const spans = spansOf(duty);
  if (spans.length === 1) return [{ duty, holds: () => true }];
  return spans.map(({ from, until, cadence }, at) => ({
    duty: { ...duty, cadence, ...(at === 0 ? {} : { due: null }), revisions: duesWithin(duty, from, until) },
    holds: (period) => lastDay(period) >= from && lastDay(period) < until,
  }));
}

/** The duty with the cadence and the due rules by which a period is judged. */
export function rhythmIn(duty: Rhythmic, period: Period): Rhythmic {
  const rhythms = rhythmsOf(duty);
  return (rhythms.find((one) => one.holds(period)) ?? rhythms.at(-1))?.duty ?? duty;
}

/** Whether a period is of a cadence the duty has or ever had; where nothing recurs, any is. */
export function isPeriodOf(duty: Rhythmic, period: Period): boolean {
  return spansOf(duty).some(({ cadence }) => {
    const kind = cadenceKind(cadence);
    return kind === null || kind === periodKind(period);
  });
}

/** A cadence from a day to before another. */
interface Span {
  readonly from: Day;
  readonly until: Day;
  readonly cadence: Cadence;
}

function spansOf({ cadence, revisions = [] }: Rhythmic): readonly Span[] {
  const spans: Span[] = [{ from: BEGINNING, until: END, cadence }];
  for (const revision of revisions) {
    const last = spans.at(-1);
    if (last === undefined || revision.cadence === undefined || revision.cadence === last.cadence) continue;
    spans.splice(-1, 1, { ...last, until: revision.from });
    spans.push({ from: revision.from, until: END, cadence: revision.cadence });
  }
  // What a duty was from the beginning stands as its first revision.
  return spans.filter(({ from, until }) => from < until);
}

/** After every day. */
const END: Day = '9999-99-99';

/** The due rules from a day to before another; the one in force on the first is told from then on, so that it cannot be late for itself. */
function duesWithin(duty: Rhythmic, from: Day, until: Day): readonly DutyRevision[] {
  const { due } = dutyAt(duty, from);
  const own = (duty.revisions ?? []).filter((one) => one.due !== undefined && one.from > from && one.from < until);
  const later = own.map((one) => ({ from: one.from, reason: one.reason, due: one.due ?? null }));
  return [{ from, reason: '', due }, ...later];
}
