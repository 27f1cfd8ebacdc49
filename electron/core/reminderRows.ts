import { CHASE_WAY_NAMES } from '../contract/chases.ts';
import type { OwedItem, ReminderLevel, ReminderList } from '../contract/reminders.ts';
import { OWED_STATUS_WORDS } from '../contract/statusWords.ts';
import type { Day, Moment, Period } from '../contract/time.ts';
import { contactName } from '../contract/unitWords.ts';
import { chineseDay, chineseMoment, dayOf, periodTitle } from './period.ts';
import { listedName } from './reminderSuccessors.ts';
import { asOfPhrase, leftOutNotes, nothingOwed } from './reminderTexts.ts';

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
  /** Why it is of this level. */
  readonly reason: string;
  /** Times the unit was chased about it. */
  readonly chased: number;
  /** `4月30日 电话 张三`; empty: never. */
  readonly lastChase: string;
  readonly answer: string;
  /** `5月6日`, `5月6日（已过）`. */
  readonly promised: string;
  readonly contacts: string;
  readonly phones: string;
  /** Both in one cell, a person a line. */
  readonly people: string;
  /** The unit's paste-ready text, on its first line only. */
  readonly text: string;
}

export const LEVEL_NAMES: Readonly<Record<ReminderLevel, string>> = { blue: '蓝', yellow: '黄', red: '红' };

/** The reminder list as lines, one per owed item, in the list's order; workbook, document and page print the same ones. */
export function reminderRows(list: ReminderList): ReminderRow[] {
  const lines = list.items.flatMap((item) => item.owed.map((owed, index) => ({ item, owed, isFirst: index === 0 })));
  return lines.map(({ item, owed, isFirst }, index) => ({
    number: index + 1,
    unit: listedName(item),
    title: owed.title,
    period: shortPeriod(owed.period, list.asOf),
    due: sameYear(chineseMoment(owed.due), list.asOf),
    state: stateOf(owed),
    daysLate: owed.daysLate,
    level: owed.level,
    reason: owed.levelReason,
    chased: owed.chased,
    ...chaseOf(owed, list.asOf),
    contacts: item.contacts.map(contactName).join('；'),
    phones: item.contacts
      .map(({ phone }) => phone)
      .filter((phone) => phone !== '')
      .join('；'),
    people: item.contacts.map((contact) => `${contactName(contact)} ${contact.phone}`.trim()).join('\n'),
    text: isFirst ? item.text : '',
  }));
}

/** The contacts about a line in one cell: `已催2次；4月30日 电话 张三；答复：正在填；承诺5月6日（已过）`. */
export function chaseCell({ chased, lastChase, answer, promised }: ReminderRow): string {
  if (chased === 0) return '';
  return [
    `已催${chased}次`,
    lastChase,
    answer === '' ? '' : `答复：${answer}`,
    promised === '' ? '' : `承诺${promised}`,
  ]
    .filter((part) => part !== '')
    .join('；');
}

/** `2022年4月信用信息报送催报清单` */
export function reminderTitle(list: ReminderList): string {
  return `${list.period === null ? '' : periodTitle(list.period)}信用信息报送催报清单`;
}

/** `截至2022年5月5日16时，12家单位共20项未完成报送，其中红色3项、黄色10项、蓝色7项。` */
export function reminderSummary(list: ReminderList): string {
  const owed = list.items.flatMap((item) => item.owed);
  const asOf = `截至${asOfPhrase(list.asOf)}，`;
  if (owed.length === 0) return nothingOwed(list.asOf, list.refused !== undefined);
  const parts = (['red', 'yellow', 'blue'] as const).flatMap((level) => {
    const count = owed.filter((item) => item.level === level).length;
    return count === 0 ? [] : [`${LEVEL_NAMES[level]}色${count}项`];
  });
  return `${asOf}${list.items.length}家单位共${owed.length}项未完成报送，其中${parts.join('、')}。`;
}

/** What is printed under the list: the meaning of the levels, and what could not be said. */
export function reminderNotes(list: ReminderList): string[] {
  return [list.levelNote, ...leftOutNotes(list.refused ?? [])];
}

/** With its year only where that is another one than the list's. */
function shortPeriod(period: Period, asOf: Moment): string {
  const title = periodTitle(period).replace(/（.*）$/, '');
  return sameYear(title, asOf) || title;
}

function sameYear(text: string, asOf: Moment): string {
  const year = `${dayOf(asOf).slice(0, 4)}年`;
  return text.startsWith(year) ? text.slice(year.length) : text;
}

function chaseOf(
  { lastChase, promiseBroken }: OwedItem,
  asOf: Moment,
): Pick<ReminderRow, 'lastChase' | 'answer' | 'promised'> {
  if (lastChase === null) return { lastChase: '', answer: '', promised: '' };
  const { at, how, whom, answer, promised } = lastChase;
  const day = (of: Day) => sameYear(chineseDay(of), asOf);
  const past = promiseBroken ? '（已过）' : '';
  return {
    lastChase: [day(dayOf(at)), CHASE_WAY_NAMES[how], whom].filter((part) => part !== '').join(' '),
    answer,
    // An earlier contact may have brought the promise that was broken.
    promised: promised === null ? (promiseBroken ? '已过' : '') : `${day(promised)}${past}`,
  };
}

/** `未报送`, `数量不足，应报2，已收到1` */
function stateOf({ status, quota, count }: OwedItem): string {
  const amounts = [...(quota === null ? [] : [`应报${quota}`]), `已收到${count}`];
  return [OWED_STATUS_WORDS[status], ...(status === 'partial' ? amounts : [])].join('，');
}
