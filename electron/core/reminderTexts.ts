import type { Duty } from '../contract/duties.ts';
import type { Office } from '../contract/profiles.ts';
import type { OwedItem, ReminderItem } from '../contract/reminders.ts';
import type { Moment } from '../contract/time.ts';
import { chineseDay, chineseMoment, dayOf, periodTitle } from './period.ts';

interface TextContext {
  readonly duties: ReadonlyMap<string, Duty>;
  readonly office: Office;
  readonly asOf: Moment;
}

/** The reminder of one unit, ready to paste into WeChat: what, for when, how late, what to do, signed and dated. */
export function unitReminderText(context: TextContext & { name: string; owed: readonly OwedItem[] }): string {
  const { name, owed, duties, asOf } = context;
  const lines = owed
    .map((item, i) => `${i + 1}. ${itemPhrase(item, duties)}；`)
    .map((line, i) => endLast(line, i === owed.length - 1));
  return [
    `${name}：`,
    `您好！截至${chineseMoment(asOf)}，贵单位以下${owed.length}项报送工作尚未完成：`,
    ...lines,
    whatToDo(owed, duties, context.office),
    '如已报送，请告知我办核对。感谢支持配合！',
    ...signature(context),
  ].join('\n');
}

/** The reminder for the group of all units, by duty and period, units in the order given; a sentence when nothing is owed. */
export function groupReminderText(context: TextContext & { items: readonly ReminderItem[] }): string {
  const { items, asOf, duties } = context;
  const owed = items.flatMap((item) => item.owed.map((one) => ({ name: item.name, ...one })));
  if (owed.length === 0) return `截至${chineseMoment(asOf)}，没有需要催报的事项。`;
  const squares = [...Map.groupBy(owed, (one) => `${one.duty}\n${one.period}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ones]) => ones);
  const lines = squares.map((ones, i) => {
    const [first] = ones;
    if (first === undefined) return '';
    const names = ones.map((one) => one.name + inBrackets(receivedPhrase(one, duties), returnedPhrase(one)));
    const what = `${subjectPhrase(first)}${inBrackets(quotaPhrase(first, duties))}`;
    return `${i + 1}. ${what}，${duePhrase(first)}：${names.join('、')}，共${names.length}家。`;
  });
  return [
    `【催报】各单位：截至${chineseMoment(asOf)}，下列报送工作尚未完成，请有关单位抓紧办理：`,
    ...lines,
    whatToDo(owed, duties, context.office),
    ...signature(context),
  ].join('\n');
}

/** `2022年4月诚信宣传教育报道（应报2篇，已收到1篇），应于2022年4月29日18时前报送，已逾期6天` */
function itemPhrase(item: OwedItem, duties: ReadonlyMap<string, Duty>): string {
  const progress = inBrackets(quotaPhrase(item, duties), receivedPhrase(item, duties), returnedPhrase(item));
  return `${subjectPhrase(item)}${progress}，${duePhrase(item)}`;
}

function subjectPhrase(item: OwedItem): string {
  return `${periodTitle(item.period)}${item.title}`;
}

function duePhrase(item: OwedItem): string {
  const due = `应于${chineseMoment(item.due)}前报送`;
  if (item.level === 'blue') return `${due}，请按时报送`;
  if (item.status === 'returned')
    return `${due}，截止时间已过${item.daysLate === 0 ? '' : `${item.daysLate}天`}，尚未重新报送`;
  return item.daysLate === 0 ? `${due}，已超过截止时间` : `${due}，已逾期${item.daysLate}天`;
}

function quotaPhrase(item: OwedItem, duties: ReadonlyMap<string, Duty>): string {
  return item.quota === null ? '' : `应报${item.quota}${pieces(item, duties)}`;
}

function receivedPhrase(item: OwedItem, duties: ReadonlyMap<string, Duty>): string {
  return item.quota === null || item.count === 0 ? '' : `已收到${item.count}${pieces(item, duties)}`;
}

function returnedPhrase(item: OwedItem): string {
  return item.status === 'returned' ? '已退回，请改正后重新报送' : '';
}

/** What a quota counts: `篇`, `家企业`. */
function pieces(item: OwedItem, duties: ReadonlyMap<string, Duty>): string {
  return duties.get(item.duty)?.quota?.of ?? '件';
}

/** Brackets only around something. */
function inBrackets(...phrases: readonly string[]): string {
  const said = phrases.filter((phrase) => phrase !== '');
  return said.length === 0 ? '' : `（${said.join('，')}）`;
}

function whatToDo(owed: readonly OwedItem[], duties: ReadonlyMap<string, Duty>, office: Office): string {
  const email = office.contact.email === '' ? '' : `（${office.contact.email}）`;
  const zeroTitles = [...new Set(owed.filter((item) => takesZeroReport(item, duties)).map((item) => item.title))];
  const others = owed.some((item) => !takesZeroReport(item, duties));
  const which = others ? zeroTitles.map((title) => `“${title}”`).join('') : '';
  const zero = zeroTitles.length === 0 ? '' : `；${which}无产生信息的，请报零报送并附情况说明`;
  return `请按模板填写后报送${office.shortName}邮箱${email}${zero}。`;
}

function takesZeroReport(item: OwedItem, duties: ReadonlyMap<string, Duty>): boolean {
  return duties.get(item.duty)?.zeroReport === 'statement';
}

function signature({ office, asOf }: TextContext): string[] {
  const { person, phone } = office.contact;
  const contact = [person === '' ? '' : `联系人：${person}`, phone === '' ? '' : `联系电话：${phone}`].filter(
    (part) => part !== '',
  );
  return [...(contact.length === 0 ? [] : [contact.join('，')]), office.shortName, chineseDay(dayOf(asOf))];
}

function endLast(line: string, last: boolean): string {
  return last ? `${line.slice(0, -1)}。` : line;
}
