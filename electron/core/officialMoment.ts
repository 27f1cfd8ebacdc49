import type { Moment } from '../contract/time.ts';
import { chineseDay, chineseMoment, dayOf } from './period.ts';

/**
 * A moment as official papers write it, on the hour: `2022年4月29日17时`; the end of a day is the day. With its minutes only where something
 * the paper counts came or fell due in that same hour, so that the hour alone would say another state of things.
 */
export function officialMoment(
  moment: Moment,
  counted: readonly { readonly due: Moment | null; readonly receivedAt: Moment | null }[] = [],
): string {
  if (moment.slice(11, 16) === '23:59') return chineseDay(dayOf(moment));
  const hour = `${moment.slice(0, 13)}:00`;
  const isWithin = (at: Moment | null) => at !== null && at > hour && at <= moment;
  return chineseMoment(counted.some(({ due, receivedAt }) => isWithin(due) || isWithin(receivedAt)) ? moment : hour);
}
