import type { DutyPeriod, DutyYear } from '../../../electron/contract/duties.ts';
import type { Day, Moment, Period } from '../../../electron/contract/time.ts';

/**
 * What saving would do to a period. Due as before: `units`: owed by other units; `amount`: by the same number of them, but another quota, or
 * settled by a zero report no longer or from now on.
 */
export type ChangeKind = 'same' | 'moved' | 'added' | 'removed' | 'units' | 'amount';

/** One period in the picture of a duty's year. */
export interface YearEntry {
  readonly period: Period;
  /** What it is about, where the period does not say all: `3·15 国际消费者权益日`. */
  readonly title: string;
  /** Due moment shown: the new one where saving would move it. */
  readonly due: Moment;
  /** Due day by the rule alone where rest days moved it; null: not moved. */
  readonly plain: Day | null;
  readonly quota: number | null;
  /** Before the change, where there is one. */
  readonly quotaBefore: number | null;
  /** Whether a zero report settles it from the change on, no longer, or as before. */
  readonly zero: 'allowed' | 'refused' | 'same';
  readonly units: number;
  readonly change: ChangeKind;
  /** Due moment and units before the change; null: not owed before. */
  readonly before: Moment | null;
  readonly unitsBefore: number;
}

/** A month of the picture, by due day. `year` is set where it is not the picture's own. */
export interface YearMonth {
  readonly key: string;
  readonly month: number;
  readonly year: number | null;
  readonly entries: readonly YearEntry[];
}

/** The twelve months of a duty's year and those of its neighbours in which something of it falls due. */
export function yearMonths(picture: DutyYear): YearMonth[] {
  const entries = entriesOf(picture);
  const own = Array.from({ length: 12 }, (_, n) => `${picture.year}-${String(n + 1).padStart(2, '0')}`);
  const keys = [...new Set([...own, ...entries.map((entry) => entry.due.slice(0, 7))])].sort();
  return keys.map((key) => ({
    key,
    month: Number(key.slice(5)),
    year: Number(key.slice(0, 4)) === picture.year ? null : Number(key.slice(0, 4)),
    entries: entries.filter((entry) => entry.due.startsWith(key)),
  }));
}

/** How many periods the change adds, takes away, moves or gives to other numbers of units. */
export function changeCounts({ changes }: DutyYear): Readonly<Record<Exclude<ChangeKind, 'same'>, number>> {
  const kinds = changes.map(kindOf);
  const count = (kind: ChangeKind) => kinds.filter((one) => one === kind).length;
  return {
    added: count('added'),
    removed: count('removed'),
    moved: count('moved'),
    units: count('units'),
    amount: count('amount'),
  };
}

/** How many changed periods were due before a moment: what was counted of them would be counted anew. */
export function changedBefore({ changes }: DutyYear, moment: Moment): number {
  return changes.filter((change) => (change.before ?? change.after ?? moment) < moment).length;
}

function entriesOf(picture: DutyYear): YearEntry[] {
  const periods = new Map(picture.periods.map((one) => [one.period, one]));
  const changes = new Map(picture.changes.map((one) => [one.period, one]));
  const all = [...new Set([...periods.keys(), ...changes.keys()])];
  return all
    .flatMap((period): YearEntry[] => {
      const stands = periods.get(period);
      const change = changes.get(period);
      const due = change ? (change.after ?? change.before) : stands?.due;
      if (!due) return [];
      return [
        {
          period,
          due,
          title: stands?.title ?? '',
          plain: plainOf(stands, due),
          quota: stands?.quota ?? null,
          quotaBefore: change ? change.quotaBefore : (stands?.quota ?? null),
          zero: change ? zeroOf(change) : 'same',
          units: change ? (change.after === null ? change.unitsBefore : change.unitsAfter) : (stands?.units ?? 0),
          change: change ? kindOf(change) : 'same',
          before: change ? change.before : due,
          unitsBefore: change ? change.unitsBefore : (stands?.units ?? 0),
        },
      ];
    })
    .sort((a, b) => a.due.localeCompare(b.due) || a.period.localeCompare(b.period));
}

function kindOf(change: DutyYear['changes'][number]): ChangeKind {
  const { before, after, unitsBefore, unitsAfter, quotaBefore, quotaAfter } = change;
  if (before === null) return 'added';
  if (after === null) return 'removed';
  if (before !== after) return 'moved';
  const isAmount = unitsBefore === unitsAfter && (quotaBefore !== quotaAfter || zeroOf(change) !== 'same');
  return isAmount ? 'amount' : 'units';
}

/** Only where it is owed before and after: what is new or gone says enough. */
function zeroOf({ before, after, zeroBefore, zeroAfter }: DutyYear['changes'][number]): YearEntry['zero'] {
  if (before === null || after === null || zeroBefore === zeroAfter) return 'same';
  return zeroAfter ? 'allowed' : 'refused';
}

/** The plain day, only where this very due moment came of moving it. */
function plainOf(stands: DutyPeriod | undefined, due: Moment): Day | null {
  if (stands?.due !== due || stands.plain === due.slice(0, 10)) return null;
  return stands.plain;
}
