import type { RuleCode } from '../contract/findings.ts';
import type { Office } from '../contract/profiles.ts';
import { quoted } from '../contract/quotation.ts';
import type { ReturnEnclosure } from '../contract/returns.ts';
import { RULE_WORDS } from '../contract/ruleWords.ts';
import type { Moment, Period } from '../contract/time.ts';
import { textWidth } from './circularTitle.ts';
import { maskIdNumbers } from './masking.ts';
import { chineseDay, chineseMoment, dayOf, periodTitle } from './period.ts';
import { LEVEL_WORDS, type ReturnItem } from './returnItems.ts';

export interface NoticeInput {
  readonly unitName: string;
  /** Name of the file as sent. */
  readonly source: string;
  readonly receivedAt: Moment;
  readonly duties: readonly { readonly title: string; readonly period: Period }[];
  /** Records of the tables returned. */
  readonly records: number;
  readonly items: readonly ReturnItem[];
  /** Rows or tables of other units stand in the file, too. */
  readonly isShared: boolean;
  readonly enclosed: ReturnEnclosure;
  /** By when it must come again; null: without delay. */
  readonly due: Moment | null;
  readonly now: Moment;
  readonly office: Office;
}

/** The 退回通知: one page, whatever went wrong. IDs of persons are masked, for a notice passes through many hands. */
export interface ReturnNotice {
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly { readonly kind: 'text' | 'heading'; readonly text: string }[];
  readonly office: string;
  readonly day: string;
}

/** Full characters in a line (四号 in a type area of 156 mm, with room for wider fonts), and lines of the page below its title. */
const CHARACTERS = 29;
const LINES = 29;
/** Blank lines, addressee, headings, office and day. */
const FIXED_LINES = 7;
const MOST_KINDS = 8;
const FIRST_CELLS = 4;

/** Composes the notice: what was sent back, what is wrong by kind, what to do until when. */
export function composeNotice(input: NoticeInput): ReturnNotice {
  const { office, items } = input;
  const opening = openingOf(input);
  const demands = [demandOf(input), deadlineOf(input), contactOf(office)].filter((line) => line !== '');
  const taken = [opening, ...demands].reduce((sum, line) => sum + linesOf(line), FIXED_LINES);
  const text = (content: string) => ({ kind: 'text' as const, text: maskIdNumbers(content) });
  const heading = (content: string) => ({ kind: 'heading' as const, text: content });
  return {
    title: '退回通知',
    addressee: `${input.unitName}：`,
    paragraphs: [
      text(opening),
      heading('一、存在问题'),
      ...problemLines(items, LINES - taken).map(text),
      heading('二、改正要求'),
      ...demands.map(text),
    ],
    office: office.office,
    day: chineseDay(dayOf(input.now)),
  };
}

function demandOf({ enclosed, isShared }: NoticeInput): string {
  const others = isShared ? '表中其他单位的数据不用改动，改了也不计入。' : '';
  switch (enclosed) {
    case 'marked':
      return `附件是你单位的原表：红色单元格须改正；黄色单元格须核实，确属无误的请说明理由；问题和改法见批注和“问题清单”工作表。请直接在附件上改正，不要改动表头，不要删除其他行。${others}`;
    case 'encrypted':
      return `原表设有打开密码，未能在表上标注，附件只有“问题清单”。请对照清单在你单位留存的原表上改正，去掉打开密码后把整张表重新报送，不要改动表头，不要删除其他行；确属无误的请说明理由。${others}`;
    case 'unreadable':
      return `原表不能再次打开，未能在表上标注，附件只有“问题清单”。请对照清单在你单位留存的原表上改正，另存为 .xlsx 后把整张表重新报送，不要改动表头，不要删除其他行；确属无误的请说明理由。${others}`;
    default:
      return enclosed satisfies never;
  }
}

/** What the draft mail says of its attachments. */
function attachmentsOf({ enclosed }: NoticeInput): string {
  switch (enclosed) {
    case 'marked':
      return '附件一为标注问题的原表，附件二为退回通知。请直接在附件一上改正后重新报送，不要改动表头和工作表名称。';
    case 'encrypted':
      return '附件一为问题清单（原表设有打开密码，未能标注），附件二为退回通知。请在你单位留存的原表上改正，去掉打开密码后重新报送，不要改动表头和工作表名称。';
    case 'unreadable':
      return '附件一为问题清单（原表不能再次打开，未能标注），附件二为退回通知。请在你单位留存的原表上改正，另存为 .xlsx 后重新报送，不要改动表头和工作表名称。';
    default:
      return enclosed satisfies never;
  }
}

/** Lines of a paragraph whose first line is two characters in. */
function linesOf(paragraph: string): number {
  return Math.ceil((textWidth(paragraph) + 2) / CHARACTERS);
}

/** `2022年第17周（4月25日—5月1日）“双公示”信息` and so on; of several the first. */
export function subjectOf(duties: NoticeInput['duties']): string {
  const [first] = duties;
  if (!first) return '';
  return `${periodTitle(first.period)}${first.title}${duties.length > 1 ? `等${duties.length}项` : ''}`;
}

/** Text of the draft mail. */
export function returnMailText(input: NoticeInput): string {
  const { office } = input;
  return [
    `${input.unitName}：`,
    '',
    maskIdNumbers(openingOf(input)),
    ...problemLines(input.items, LINES).map(maskIdNumbers),
    '',
    attachmentsOf(input),
    deadlineOf(input) + contactOf(office),
    '',
    office.office,
    chineseDay(dayOf(input.now)),
  ].join('\n');
}

function openingOf({ source, receivedAt, duties, records, items }: NoticeInput): string {
  const count = (severity: ReturnItem['severity']) => items.filter((item) => item.severity === severity).length;
  const parts = (['error', 'verify', 'notice'] as const).flatMap((severity) =>
    count(severity) === 0 ? [] : [`${LEVEL_WORDS[severity]}${count(severity)}处`],
  );
  const name = source.split(' › ').at(-1) ?? source;
  return `你单位报送的${subjectOf(duties)}（文件${quoted(shortened(name, MOST_OF_FILE))}，${chineseMoment(receivedAt)}收到，共${records}条）经核对有${parts.join('、')}，现予退回。`;
}

/** One paragraph per kind, gravest and most frequent first, as many as the lines left hold. */
function problemLines(items: readonly ReturnItem[], room: number): string[] {
  const sheets = new Set(items.map((item) => item.sheet));
  const kinds = [...Map.groupBy(items, (item) => `${item.severity} ${item.rule} ${item.column}`).values()].sort(
    (a, b) => rankOf(a) - rankOf(b) || b.length - a.length,
  );
  const lines: string[] = [];
  let left = room - linesOf(moreKinds(kinds.length));
  for (const kind of kinds.slice(0, MOST_KINDS)) {
    const line = `${lines.length + 1}. ${kindPhrase(kind, sheets.size > 1)}`;
    left -= linesOf(line);
    if (left < 0 && lines.length > 0) break;
    lines.push(line);
  }
  const rest = kinds.length - lines.length;
  return [
    ...lines.map((line, index) => `${line}${index === lines.length - 1 ? '。' : '；'}`),
    ...(rest === 0 ? [] : [moreKinds(rest)]),
  ];
}

function moreKinds(count: number): string {
  return `另有${count}类问题，详见附件中的“问题清单”工作表。`;
}

function rankOf(kind: readonly ReturnItem[]): number {
  const [first] = kind;
  return first === undefined ? 0 : ['error', 'verify', 'notice'].indexOf(first.severity);
}

/** `【错误】“统一社会信用代码”校验位不符12处：B5、B9、B12、B13、B20等` */
function kindPhrase(kind: readonly ReturnItem[], withSheet: boolean): string {
  const [first] = kind;
  if (!first) return '';
  const column = first.column === '' ? '' : quoted(shortened(first.column, MOST_OF_COLUMN));
  const places = kind.slice(0, FIRST_CELLS).map((item, index, all) => {
    const isNamed = withSheet && all[index - 1]?.sheet !== item.sheet;
    return `${isNamed ? `“${item.sheet}”` : ''}${placeOf(item)}`;
  });
  const more = kind.length > FIRST_CELLS ? '等' : '';
  return `【${LEVEL_WORDS[first.severity]}】${column}${plainRule(first.rule)}${kind.length}处：${places.join('、')}${more}`;
}

/** The column is named before it. */
function plainRule(rule: RuleCode): string {
  return RULE_WORDS[rule].replace(/^(?:统一社会信用代码|身份证号|证件号码)/u, '');
}

function placeOf({ cell, row }: ReturnItem): string {
  return cell ?? (row === null ? '全表' : `第${row}行`);
}

function deadlineOf({ due, office }: NoticeInput): string {
  const email = office.contact.email === '' ? '' : `（${office.contact.email}）`;
  const to = `重新报送至${office.shortName}邮箱${email}`;
  return due === null ? `请尽快改正并${to}。` : `请于${chineseMoment(due)}前${to}。`;
}

function contactOf({ contact }: Office): string {
  const parts = [
    contact.person === '' ? '' : `联系人：${contact.person}`,
    contact.phone === '' ? '' : `联系电话：${contact.phone}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}

/** Characters of a name that are shown: the columns of all templates in full, and what units make of them in two lines. */
const MOST_OF_COLUMN = 40;
const MOST_OF_FILE = 40;

/** A name on one line; of a long one its beginning and its end, for the end tells columns and files apart. */
function shortened(text: string, most: number): string {
  // Half an ID is not masked any more.
  const characters = [...maskIdNumbers(text).replaceAll(/\s+/gu, ' ').trim()];
  const end = Math.floor(most / 3);
  return characters.length > most
    ? `${characters.slice(0, most - end - 1).join('')}…${characters.slice(-end).join('')}`
    : characters.join('');
}
