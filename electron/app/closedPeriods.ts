import { lockedPeriods } from '../../db/queries/locks.ts';
import type { WriteDb } from '../../db/types.ts';
import { quoted } from '../contract/quotation.ts';
import type { Day, Period } from '../contract/time.ts';
import { type Expectation, expectationsOf } from '../core/expectation.ts';
import { addDays, chineseDay, lastDay } from '../core/period.ts';
import { Refusal } from '../core/refusal.ts';
import { withoutRefusals } from '../core/unknownDue.ts';
import { type Context, type Directory, readDirectory } from './context.ts';

/**
 * Makes a change of the directories (units, groups, duties, office) inside its transaction and refuses it (`period_locked`) where it makes
 * another expectation of a closed period: who owes what by when, with number, exemption and zero rule. Names are none, so a unit can be
 * renamed. What is refused was never written, as the transaction ends with it. Costs nothing where no period is closed.
 */
export function keepingClosed<T>(context: Context, db: WriteDb, change: () => T): T {
  const locks = lockedPeriods(db).map(({ period }) => period);
  if (locks.length === 0) return change();
  const before = readDirectory(db);
  const made = change();
  const after = readDirectory(db);
  for (const lock of locks) {
    const [was, is] = [closedBook(context, before, lock), closedBook(context, after, lock)];
    const changed = [...differing(was, is), ...differing(is, was)];
    if (changed.length > 0) throw new Refusal('period_locked', changePhrase(lock, changed, [was, is], after));
  }
  return made;
}

/** What is owed in a closed period, one text for each expectation. */
type ClosedBook = ReadonlyMap<string, Expectation>;

function closedBook({ calendar }: Context, directory: Directory, period: Period): ClosedBook {
  const { settings } = directory.office;
  // A year that the calendar does not know yet is the same guess on both sides.
  const owed = expectationsOf({ ...directory, period, settings, calendar: withoutRefusals(calendar) });
  return new Map(owed.map((one) => [JSON.stringify(one), one]));
}

function differing(from: ClosedBook, other: ClosedBook): Expectation[] {
  return [...from].filter(([text]) => !other.has(text)).map(([, expectation]) => expectation);
}

/** The lock, how much would change with the first of it, and the day from which the change is free. */
function changePhrase(
  lock: Period,
  changed: readonly Expectation[],
  books: readonly ClosedBook[],
  { units, duties }: Directory,
): string {
  const squares = new Map(changed.map((one) => [`${one.unit}\n${one.duty}\n${one.period}`, one]));
  const [first] = squares.values();
  const unit = units.find(({ id }) => id === first?.unit)?.name ?? '';
  const duty = duties.find(({ id }) => id === first?.duty)?.title ?? '';
  const example = `如“${unit}” ${first?.period ?? lock} 的${quoted(duty)}`;
  const free = chineseDay(addDays(lastDayOf(lock, books), 1));
  return `${lock}，这样改会改变其中 ${squares.size} 项应报，${example}（改为从${free}或以后起变更的，不必解锁）`;
}

/** The last day of all that a lock holds: a week due in a closed month may end after it. */
function lastDayOf(lock: Period, books: readonly ClosedBook[]): Day {
  const periods = new Set(books.flatMap((book) => [...book.values()].map(({ period }) => period)));
  return [...periods].map(lastDay).reduce((last, day) => (day > last ? day : last), lastDay(lock));
}
