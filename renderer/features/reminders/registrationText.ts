import type { NumberRegister } from '../../../electron/contract/papers.ts';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';

/** True for a unit with something past due, sent back or in doubt: what is merely near is no matter for a letter. Nobody opens one to a unit that has ended. */
export function takesLetter({ owed, ended }: ReminderItem): boolean {
  return (
    ended === undefined &&
    owed.some(({ level, status }) => level !== 'blue' || status === 'returned' || status === 'contradicted')
  );
}

/** The next number of the year of this date; undefined while the register at hand is another year's, or none. */
export function nextNumber(register: Pick<NumberRegister, 'year' | 'next'> | undefined, date: Day): number | undefined {
  return register?.year === Number(date.slice(0, 4)) ? register.next : undefined;
}

interface Registration {
  /** Letters, one per unit. */
  readonly count: number;
  readonly numbered: boolean;
  /** Next number of the year's register; undefined: not known yet. */
  readonly next: number | undefined;
}

/** A letter with a number is issued by somebody: without a name the register refuses it. */
export function letterNeedsName({
  numbered,
  operator,
}: {
  readonly numbered: boolean;
  readonly operator: string;
}): boolean {
  return numbered && operator.trim() === '';
}

/** What writing the letters will put into the register, said beforehand: a number once given is not given back. */
export function registrationText({ count, numbered, next }: Registration): string {
  const entered = `将登记催报函 ${count} 件，函里的每一项各记一次催报（方式：催报函）`;
  if (!numbered) return `${entered}；不占发文字号。`;
  if (next === undefined) return `${entered}；依次编发文字号。`;
  const numbers = count === 1 ? `${next} 号` : `${next}—${next + count - 1} 号`;
  return `${entered}；占用本年发文字号 ${numbers}，写错了只能作废，不能收回。`;
}
