import type { OwedItem, ReminderLevel, ReminderList } from '../contract/reminders.ts';
import type { Moment } from '../contract/time.ts';
import type { Contact } from '../contract/units.ts';
import { shortPeriod } from './circularFacts.ts';
import { chineseMoment, dayOf, periodTitle } from './period.ts';

/** One printed line of the reminder list, every cell as text. */
export interface ReminderRow {
  readonly number: number;
  readonly unit: string;
  readonly title: string;
  readonly period: string;
  readonly due: string;
  readonly state: string;
  readonly daysLate: number;
  readonly level: ReminderLevel;
  readonly contacts: string;
  readonly phones: string;
  /** The unit's paste-ready text, on its first line only. */
  readonly text: string;
}

export const LEVEL_NAMES: Readonly<Record<ReminderLevel, string>> = { blue: '蓝', yellow: '黄', red: '红' };

/** The reminder list as lines, one per owed item, in the list's order; workbook and document print the same ones. */
export function reminderRows(list: ReminderList): ReminderRow[] {
  const lines = list.items.flatMap((item) => item.owed.map((owed, index) => ({ item, owed, isFirst: index === 0 })));
  return lines.map(({ item, owed, isFirst }, index) => ({
    number: index + 1,
    unit: item.name,
    title: owed.title,
    period: shortPeriod(owed.period),
    due: shortMoment(owed.due, list.asOf),
    state: stateOf(owed),
    daysLate: owed.daysLate,
    level: owed.level,
    contacts: item.contacts.map(contactName).join('；'),
    phones: item.contacts
      .map(({ phone }) => phone)
      .filter((phone) => phone !== '')
      .join('；'),
    text: isFirst ? item.text : '',
  }));
}

/** `2022年4月信用信息报送催报清单` */
export function reminderTitle(list: ReminderList): string {
  return `${periodTitle(list.period)}信用信息报送催报清单`;
}

/** `截至2022年5月5日16时，12家单位共20项未完成报送，其中红色3项、黄色10项、蓝色7项。` */
export function reminderSummary(list: ReminderList): string {
  const owed = list.items.flatMap((item) => item.owed);
  const asOf = `截至${chineseMoment(list.asOf)}，`;
  if (owed.length === 0) return `${asOf}没有需要催报的事项。`;
  const parts = (['red', 'yellow', 'blue'] as const).flatMap((level) => {
    const count = owed.filter((item) => item.level === level).length;
    return count === 0 ? [] : [`${LEVEL_NAMES[level]}色${count}项`];
  });
  return `${asOf}${list.items.length}家单位共${owed.length}项未完成报送，其中${parts.join('、')}。`;
}

/** What the colours mean, printed under the list. */
export const LEVEL_NOTE = '级别：蓝色为即将到期，黄色为已过截止时间，红色为逾期超过7天。';

/** `4月29日18时`; with its year only where that is another one than the list's. */
function shortMoment(moment: Moment, asOf: Moment): string {
  const isSameYear = dayOf(moment).slice(0, 4) === dayOf(asOf).slice(0, 4);
  return isSameYear ? chineseMoment(moment).replace(/^\d{4}年/, '') : chineseMoment(moment);
}

function contactName({ name, role }: Contact): string {
  return `${name}（${role === 'leader' ? '分管领导' : '经办人'}）`;
}

function stateOf({ status, quota, count }: OwedItem): string {
  switch (status) {
    case 'missing':
      return '未报送';
    case 'pending':
      return '未到期';
    case 'returned':
      return '已退回，待重报';
    default:
      return quota === null ? `已收到${count}` : `应报${quota}，已收到${count}`;
  }
}
