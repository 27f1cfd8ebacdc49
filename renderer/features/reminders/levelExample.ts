import dayjs from 'dayjs';
import type { ReminderSettings } from '../../../electron/contract/reminders.ts';

const DUE = dayjs('2022-04-29');

/** The level settings told on a due day, so that a clerk sees what a number does. */
export function levelExample(settings: ReminderSettings): string {
  const { soonDays, redAfterDays, redWhenLateBefore, periodsBefore, redWhenChased } = settings;
  const day = (days: number) => DUE.add(days, 'day').format('M月D日');
  const soon = soonDays === 0 ? '当天列入清单（蓝色）' : `${day(-soonDays)}起列入清单（蓝色）`;
  const reasons = [
    `${day(redAfterDays + 1)}还没报（逾期${redAfterDays + 1}天）`,
    ...(redWhenLateBefore === 0 ? [] : [`前${periodsBefore}期里已有${redWhenLateBefore}次未报或迟报`]),
    ...(redWhenChased === 0 ? [] : [`催过${redWhenChased}次还没报`]),
  ];
  return `${day(0)}16时截止的事项，${soon}；过了16时还没报，转为黄色；${reasons.join('，或者')}，转为红色。`;
}
