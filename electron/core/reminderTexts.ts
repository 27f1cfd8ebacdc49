import { CHASE_WAY_NAMES } from '../contract/chases.ts';
import type { Duty } from '../contract/duties.ts';
import type { Office } from '../contract/profiles.ts';
import { quoted } from '../contract/quotation.ts';
import type { OwedItem, ReminderItem, ReminderWording } from '../contract/reminders.ts';
import type { RefusedDue } from '../contract/status.ts';
import type { Day, Moment } from '../contract/time.ts';
import { compareText } from './compareText.ts';
import { consecutiveRuns, runTitle } from './consecutive.ts';
import { chineseDay, chineseMoment, dayOf, periodTitle } from './period.ts';
import { listedName } from './reminderSuccessors.ts';
import { fillWording } from './reminderWording.ts';

/** What every text of the reminder list is filled from. */
export interface TextContext {
  readonly duties: ReadonlyMap<string, Duty>;
  readonly office: Office;
  readonly asOf: Moment;
  readonly wording: ReminderWording;
  /** Whether periods that follow one another are told in one line: a list of everything, and letters, would be pages long. */
  readonly inRuns: boolean;
}

/** One unit and what it owes. */
interface Owing {
  readonly name: string;
  readonly owed: readonly OwedItem[];
}

/** The reminder of one unit, ready to paste into WeChat: what, for when, how late, what to do, signed and dated. */
export function unitReminderText(context: TextContext & Owing): string {
  return fillWording(context.wording.unit, unitValues(context, dayOf(context.asOf)));
}

/** Subject of a draft mail to a unit. */
export function mailSubject(context: TextContext & Owing): string {
  return fillWording(context.wording.mailSubject, unitValues(context, dayOf(context.asOf)));
}

/** What a text to one unit is filled with; `day` is the day on the paper. */
export function unitValues(context: TextContext & Owing, day: Day): Record<string, string> {
  const { name, owed, duties, inRuns } = context;
  const runs = inRuns ? consecutiveRuns(owed, runKey) : owed.map((one) => [one]);
  const items = runs.map((run, i) => `${i + 1}. ${runPhrase(run, duties)}${i === runs.length - 1 ? '。' : '；'}`);
  return {
    ...commonValues(context, owed, day),
    ...numbered(items),
    unit: name,
    chased: chasedPhrase(owed, runs.length),
  };
}

/** One sentence for each year whose calendar is not loaded: what falls due in it was judged by nobody, and is not said to be in order. */
export function leftOutNotes(refused: readonly Pick<RefusedDue, 'year'>[]): string[] {
  const years = [...new Set(refused.map(({ year }) => year))].sort();
  return years.map((year) => `${year}年的放假安排尚未载入，截止时间落在该年的事项没有列入。`);
}

/** Why there is nobody to remind, with what could not be judged; without its full stop, as the subject of a refusal is. */
export function nobodyBecause(why: string, refused: readonly Pick<RefusedDue, 'year'>[] = []): string {
  return [why, ...leftOutNotes(refused).map((note) => note.replace(/。$/u, ''))].join('；');
}

/**
 * That nothing is owed at a moment: `截至2022年5月5日9时，没有需要催报的事项。`; where something could not be judged, only of what could.
 */
export function nothingOwed(asOf: Moment, isPartly: boolean): string {
  const what = isPartly ? '能确定截止时间的事项中没有需要催报的' : '没有需要催报的事项';
  return `截至${asOfPhrase(asOf)}，${what}。`;
}

/**
 * The reminder for the group of all units, by duty and period, units in the order given; a sentence when nothing is owed. What could not be
 * judged (`leftOut`) stands under the list.
 */
export function groupReminderText(
  context: TextContext & { readonly items: readonly ReminderItem[]; readonly leftOut: readonly string[] },
): string {
  const { items, asOf, duties, wording, inRuns, leftOut } = context;
  const owed = items.flatMap((item) => item.owed.map((one) => ({ name: listedName(item), ...one })));
  if (owed.length === 0) return [nothingOwed(asOf, leftOut.length > 0), ...leftOut].join('\n');
  // By how it stands, too: a unit with an extension, or one whose file went back, must not be said to be as late as the others.
  const squares = [...Map.groupBy(owed, (one) => `${one.duty}\n${one.period}\n${one.due}\n${duePhrase(one)}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ones]) => ones);
  const told = squares.flatMap((ones): Square[] => {
    const [first] = ones;
    if (first === undefined) return [];
    const names = ones.map((one) => one.name + inBrackets(receivedPhrase(one, duties), standingPhrase(one)));
    return [{ ...first, names: `${names.join('、')}，共${names.length}家` }];
  });
  const sameUnits = (square: Square) => withUnits(runKey(square), square.names);
  const runs = inRuns ? consecutiveRuns(told, sameUnits) : told.map((one) => [one]);
  const lines = runs.map((run, i) => `${i + 1}. ${squarePhrase(run, duties)}：${run[0]?.names ?? ''}。`);
  return fillWording(wording.group, {
    ...commonValues(context, owed, dayOf(asOf)),
    ...numbered(lines, leftOut),
  });
}

/** `联系人：张三，联系电话：0377-69660000`; empty where the office has filled in neither. */
export function contactPhrase({ contact: { person, phone } }: Office): string {
  return [person === '' ? '' : `联系人：${person}`, phone === '' ? '' : `联系电话：${phone}`]
    .filter((part) => part !== '')
    .join('，');
}

/** A moment as a paper says it: a day asked for as a whole is `2021年1月1日`, not its last minute. */
export function asOfPhrase(asOf: Moment): string {
  return asOf.endsWith('T23:59') ? chineseDay(dayOf(asOf)) : chineseMoment(asOf);
}

/** The list and its number as it is printed: a reader counts its lines, of which one may be about several periods. */
function numbered(lines: readonly string[], under: readonly string[] = []): { count: string; items: string } {
  return { count: String(lines.length), items: [...lines, ...under].join('\n') };
}

function commonValues({ duties, office, asOf }: TextContext, owed: readonly OwedItem[], day: Day) {
  return {
    asOf: asOfPhrase(asOf),
    remedy: whatToDo(owed, duties, office),
    contact: contactPhrase(office),
    office: office.shortName,
    date: chineseDay(day),
  };
}

/** A duty's period with the units that stand alike in it. */
type Square = OwedItem & { readonly names: string };

/** What may be told in one line with the periods before and after it: nothing came, and it is late. */
function runKey({ duty, title, status, level, quota }: OwedItem): string | null {
  return status === 'missing' && level !== 'blue' ? [duty, title, quota ?? ''].join('\n') : null;
}

function withUnits(key: string | null, names: string): string | null {
  return key === null ? null : `${key}\n${names}`;
}

function runPhrase(run: readonly OwedItem[], duties: ReadonlyMap<string, Duty>): string {
  const [first] = run;
  if (first === undefined) return '';
  return run.length === 1 ? itemPhrase(first, duties) : manyPhrase(run, duties);
}

function squarePhrase(run: readonly OwedItem[], duties: ReadonlyMap<string, Duty>): string {
  const [first] = run;
  if (first === undefined) return '';
  if (run.length > 1) return manyPhrase(run, duties);
  return `${subjectPhrase(first)}${inBrackets(quotaPhrase(first, duties))}，${duePhrase(first)}`;
}

/** `2022年1月至3月诚信宣传教育报道（每期应报2篇），共3期，最早一期应于2022年1月30日18时前报送，已逾期95天` */
function manyPhrase(run: readonly OwedItem[], duties: ReadonlyMap<string, Duty>): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return '';
  const quota = quotaPhrase(first, duties);
  const what = `${runTitle(first.period, last.period)}${first.title}${inBrackets(quota === '' ? '' : `每期${quota}`)}`;
  return `${what}，共${run.length}期，最早一期${duePhrase(first)}`;
}

/** `2022年4月诚信宣传教育报道（应报2篇，已收到1篇），应于2022年4月29日18时前报送，已逾期6天` */
function itemPhrase(item: OwedItem, duties: ReadonlyMap<string, Duty>): string {
  const progress = inBrackets(quotaPhrase(item, duties), receivedPhrase(item, duties), standingPhrase(item));
  return `${subjectPhrase(item)}${progress}，${duePhrase(item)}`;
}

function subjectPhrase(item: OwedItem): string {
  return `${periodTitle(item.period)}${item.title}`;
}

function duePhrase(item: OwedItem): string {
  const due = `应于${chineseMoment(item.due)}前报送`;
  if (item.status === 'contradicted') return '请核实以哪一项为准并告知我办';
  if (item.assigned === false) return '请尽快办理';
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

function standingPhrase({ status }: OwedItem): string {
  if (status === 'returned') return '已退回，请改正后重新报送';
  return status === 'contradicted' ? '既有零报送，又有报送数据' : '';
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

/**
 * `我办此前已就其中2项催报，最多的一项催报3次，最近一次为2022年5月3日（电话）。`; empty where nobody was chased. Where a line of the list is about
 * several periods, periods are counted, for they were chased one by one.
 */
function chasedPhrase(owed: readonly OwedItem[], lines: number): string {
  const times = owed.map(({ chased }) => chased).filter((chased) => chased > 0);
  const most = Math.max(...times);
  const last = owed.flatMap(({ lastChase }) => lastChase ?? []).toSorted((a, b) => compareText(b.at, a.at))[0];
  if (times.length === 0 || last === undefined) return '';
  const isAll = times.length === owed.length;
  const of = lines === owed.length ? '项' : '期';
  const isPlain = times.length === 1 ? isAll || most > 1 : isAll && times.every((one) => one === most);
  const said = isPlain ? `催报${most}次` : most > 1 ? `催报，最多的一${of}催报${most}次` : '催报';
  return `我办此前已就${isAll ? '上述事项' : `其中${times.length}${of}`}${said}，最近一次为${chineseDay(dayOf(last.at))}（${CHASE_WAY_NAMES[last.how]}）。`;
}

function whatToDo(owed: readonly OwedItem[], duties: ReadonlyMap<string, Duty>, office: Office): string {
  // What came twice in two ways needs no third sending.
  const open = owed.filter(({ status }) => status !== 'contradicted');
  if (open.length === 0) return '';
  const email = office.contact.email === '' ? '' : `（${office.contact.email}）`;
  const zeroTitles = [...new Set(open.filter((item) => takesZeroReport(item, duties)).map((item) => item.title))];
  const others = open.some((item) => !takesZeroReport(item, duties));
  const which = others ? zeroTitles.map(quoted).join('') : '';
  const zero = zeroTitles.length === 0 ? '' : `；${which}无产生信息的，请报零报送并附情况说明`;
  return `请按模板填写后报送${office.shortName}邮箱${email}${zero}。`;
}

/** Whether a zero report could settle it: not where data came, be it too little or sent back. */
function takesZeroReport(item: OwedItem, duties: ReadonlyMap<string, Duty>): boolean {
  return (item.status === 'missing' || item.status === 'pending') && duties.get(item.duty)?.zeroReport === 'statement';
}
