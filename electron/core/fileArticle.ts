import type { AttachmentKind, Evidenced, Mail, Override } from '../contract/imports.ts';
import type { Article } from '../contract/sheets.ts';
import type { Template } from '../contract/templates.ts';
import type { Moment, Period, PeriodKind } from '../contract/time.ts';
import type { RoutableDuty } from './analysed.ts';
import { periodsAtArrival } from './arrivalPeriod.ts';
import type { WorkCalendar } from './calendar.ts';
import { namedDuties } from './namedDuties.ts';
import { dayOf, firstDay, periodOf } from './period.ts';
import { dayInText, periodsInText } from './periodText.ts';
import type { NamedUnit, UnitMatcher } from './unitNames.ts';

/** What is known of an attachment. */
export interface ArticleFacts {
  /** The way to it: `4月/市监局.zip › 诚信宣传.docx`. */
  readonly name: string;
  /** Null for papers and pictures. */
  readonly article: Article | null;
  readonly mail: Mail | null;
  /** The unit whose address the sender is. */
  readonly senderUnit: string | null;
  readonly receivedAt: Moment;
  /** What the clerk said of it. */
  readonly answer: Pick<Override, 'unit' | 'duty' | 'period' | 'fileAs'>;
}

export interface FilingDesk {
  readonly matcher: UnitMatcher;
  readonly units: readonly NamedUnit[];
  readonly templates: readonly Template[];
  readonly duties: readonly FilingDuty[];
  readonly calendar: WorkCalendar;
}

export interface FilingDuty extends Pick<RoutableDuty, 'id' | 'title' | 'templates' | 'units' | 'schedule'> {
  /** Null: without schedule; only a clerk files there. */
  readonly periodKind: PeriodKind | null;
  /** Nothing arose may be reported with a 情况说明. */
  readonly takesStatements: boolean;
}

/** What an attachment says of where it belongs; null where it says nothing or two things. */
export interface RoutedArticle {
  readonly unit: Evidenced | null;
  readonly duty: { readonly id: string; readonly title: string } | null;
  readonly period: Period | null;
  readonly kind: AttachmentKind;
  /** It names some unit or duty, certain or not: then the table beside it decides nothing. */
  readonly namesUnit: boolean;
  readonly namesDuty: boolean;
}

/**
 * Where an article, a 情况说明 or another paper belongs, from its title, its name, the mail and, for the unit, its signature. What the clerk
 * chose beats everything; two answers are none.
 */
export function routeArticle(facts: ArticleFacts, desk: FilingDesk): RoutedArticle {
  const { answer } = facts;
  const says = speakersOf(facts);
  const nothing = saysNothingArose(says);
  const unit = answer.unit === undefined ? unitOf(facts, says, desk) : chosenUnit(answer.unit, desk);
  const named = dutiesNamed(says, nothing, desk);
  const duty =
    answer.duty === undefined
      ? theDuty(named, { unit: unit.id, span: nothing ? spanOf(says) : null }, desk)
      : (desk.duties.find(({ id }) => id === answer.duty) ?? null);
  const kind = duty?.periodKind ?? null;
  const period =
    answer.period ??
    (kind === null ? null : periodSaid(facts, says, { kind, nothing, schedule: duty?.schedule, desk }));
  // A 情况说明 of another kind, of a late report say, is no piece of work.
  const isArticle = facts.article !== null && duty !== null && countsPieces(duty, desk) && !isCalledStatement(says);
  return {
    unit: unit.found,
    duty: duty && { id: duty.id, title: duty.title },
    period,
    kind: answer.fileAs ?? (nothing ? 'statement' : isArticle ? 'article' : 'paper'),
    namesUnit: unit.isNamed,
    namesDuty: named.isNamed,
  };
}

/** The texts that speak, the nearest first. */
interface Speakers {
  readonly title: string;
  /** Its own name, then the folders, archives and mails around it. */
  readonly names: readonly { readonly place: string; readonly text: string }[];
  readonly subject: string;
  /** Lines it says itself, without the mail it answers. */
  readonly lines: readonly string[];
}

function speakersOf({ name, article, mail }: ArticleFacts): Speakers {
  const parts = name.split(/[/\\]| › /u).reverse();
  return {
    title: article?.title ?? '',
    names: parts.map((part) => ({ place: `文件名“${part}”`, text: part.replace(/\.[A-Za-z0-9]{2,5}$/u, '') })),
    subject: mail?.subject ?? '',
    lines: ownLines(article?.text ?? ''),
  };
}

function ownLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const quoted = lines.findIndex((line) => QUOTED.test(line));
  return (quoted < 0 ? lines : lines.slice(0, quoted)).filter((line) => line !== '' && !line.startsWith('>'));
}

const QUOTED =
  /^-{2,}\s*(原始邮件|回复的原邮件|转发|Original)|^(发件人|From)\s*[:：]|^在.{4,40}写道[:：]|^On .{4,80}wrote:/iu;

const NOTHING = '(?:无|没有|未)(?:$|[^。，；]{0,16}(?:信息|数据|产生|发生|新增|办理|作出|案例|案件|记录|许可|处罚))';
const SAYS_NOTHING = new RegExp(
  `零(?:报送|报告|上报)|(?:本|该|上|\\d)(?:周|月份?|季度|年度?|半年|期)[^。，；]{0,16}${NOTHING}|(?:没有|未)(?:新增|产生|发生|办理|作出)`,
  'u',
);
const IS_STATEMENT = /情况说明|说明$/u;

/** Whether it is the 情况说明 of a zero report: its title or name says that nothing arose, or it is a 情况说明 whose text says so. */
function saysNothingArose({ title, names, subject, lines }: Speakers): boolean {
  const heads = [title, names[0]?.text ?? ''];
  if (heads.some((text) => SAYS_NOTHING.test(text))) return true;
  const mayBe = isCalledStatement({ title, names }) || IS_STATEMENT.test(subject) || SAYS_NOTHING.test(subject);
  return mayBe && lines.length <= MOST_STATEMENT_LINES && lines.some((line) => SAYS_NOTHING.test(line));
}

const isCalledStatement = ({ title, names }: Pick<Speakers, 'title' | 'names'>): boolean =>
  [title, names[0]?.text ?? ''].some((text) => IS_STATEMENT.test(text));

const MOST_STATEMENT_LINES = 30;

function chosenUnit(id: string, { units }: FilingDesk): UnitFound {
  const unit = units.find((one) => one.id === id);
  return { id, found: { id, name: unit?.name ?? id, evidence: '由经办人指定' }, isNamed: true };
}

interface UnitFound {
  readonly id: string | null;
  readonly found: Evidenced | null;
  readonly isNamed: boolean;
}

/** Title, name, signature and sender must agree; only where all are silent the first lines speak. */
function unitOf({ mail, senderUnit }: ArticleFacts, says: Speakers, { matcher, units }: FilingDesk): UnitFound {
  const said = (place: string, text: string) => ({
    place: `${place} ${text}`.trim(),
    mentions: matcher.mentionsIn(text),
  });
  const inName = says.names.map(({ place, text }) => ({ place, mentions: matcher.mentionsIn(text) })).find(speaks);
  const signed = says.lines.slice(-SIGNATURE_LINES).filter((line) => line.length <= 30 && !/[，。；]/u.test(line));
  const spoken = [
    said('标题', says.title),
    ...(inName ? [inName] : []),
    said('邮件主题', says.subject),
    ...signed.map((line) => said('落款', line)),
  ].filter(speaks);
  const sender = senderOf(mail, senderUnit, { matcher, units });
  const first = spoken.length === 0 && sender === null ? says.lines.slice(0, 3).map((line) => said('正文', line)) : [];
  const sources = [...spoken, ...first.filter(speaks)];
  const isForeign = sources.some(({ mentions }) => mentions.units.length === 0);
  const ids = [
    ...sources.map(({ place, mentions }) => ({ place, ids: new Set(mentions.units.map(({ unit }) => unit.id)) })),
    ...(sender === null ? [] : [sender]),
  ];
  const [first0] = ids;
  if (first0 === undefined || isForeign) return { id: null, found: null, isNamed: isForeign };
  const common = ids.map((source) => source.ids).reduce((a, b) => a.intersection(b));
  const [only] = common;
  const unit = units.find(({ id }) => id === only);
  if (only === undefined || common.size > 1 || !unit) return { id: null, found: null, isNamed: true };
  return { id: only, found: { id: only, name: unit.name, evidence: first0.place }, isNamed: true };
}

const SIGNATURE_LINES = 6;

const speaks = ({ mentions }: { mentions: ReturnType<UnitMatcher['mentionsIn']> }): boolean =>
  mentions.units.length > 0 || mentions.foreign.length > 0;

/** The address book knows best; otherwise the name that the sender gives himself. A stranger's name says nothing. */
function senderOf(
  mail: Mail | null,
  senderUnit: string | null,
  { matcher }: Pick<FilingDesk, 'matcher' | 'units'>,
): { place: string; ids: Set<string> } | null {
  if (mail === null) return null;
  const place = `发件人“${mail.sender}”`;
  if (senderUnit !== null) return { place, ids: new Set([senderUnit]) };
  const { units } = matcher.mentionsIn(mail.sender);
  return units.length === 0 ? null : { place, ids: new Set(units.map(({ unit }) => unit.id)) };
}

type Duties = readonly FilingDuty[];

/** Duties whose own title, or the title words of whose templates, stand in title and name; in what is around it where those are silent. */
function dutiesNamed(says: Speakers, nothing: boolean, desk: FilingDesk): { duties: Duties; isNamed: boolean } {
  const [own, ...around] = says.names.map(({ text }) => text);
  const scheduled = desk.duties.filter(({ periodKind }) => periodKind !== null);
  const text = nothing ? says.lines.join('\n').slice(0, STATEMENT_TEXT) : '';
  for (const texts of [[says.title, own ?? ''], [says.subject, ...around], [text]]) {
    const duties = namedDuties(texts.join('\n'), scheduled, desk.templates);
    if (duties !== null) return { duties, isNamed: true };
  }
  return { duties: [], isNamed: false };
}

const STATEMENT_TEXT = 500;

/** The one duty meant: of several named, the one the unit owes; of none, the only one of that rhythm that takes a 情况说明. */
function theDuty(
  named: { readonly duties: Duties; readonly isNamed: boolean },
  { unit, span }: { readonly unit: string | null; readonly span: PeriodKind | null },
  desk: FilingDesk,
): Duties[number] | null {
  const possible =
    named.isNamed || span === null || unit === null
      ? named.duties
      : desk.duties.filter((duty) => duty.takesStatements && duty.periodKind === span && duty.units.includes(unit));
  const owed = possible.filter((duty) => unit !== null && duty.units.includes(unit));
  const meant = owed.length > 0 ? owed : possible;
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** 本周, 本月: the rhythm a statement speaks of. */
function spanOf({ title, names, subject, lines }: Speakers): PeriodKind | null {
  const text = [title, names[0]?.text ?? '', subject, ...lines].join('\n');
  const kinds = SPANS.filter(([sign]) => sign.test(text)).map(([, kind]) => kind);
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}

const SPANS: readonly (readonly [RegExp, PeriodKind])[] = [
  [/本周|第\s*\d{1,2}\s*周/u, 'week'],
  [/本月/u, 'month'],
  [/本季度?/u, 'quarter'],
  [/本年度?/u, 'year'],
];

/**
 * Title, names and subject must agree; where they are silent, the day written in it counts, as an arrival on it would: of a duty about the
 * month before, the month before. The arrival alone says nothing.
 */
function periodSaid(
  { article, receivedAt }: ArticleFacts,
  says: Speakers,
  {
    kind,
    nothing,
    schedule,
    desk: { calendar },
  }: Pick<FilingDuty, 'schedule'> & {
    readonly kind: PeriodKind;
    readonly nothing: boolean;
    readonly desk: FilingDesk;
  },
): Period | null {
  const received = dayOf(receivedAt);
  const inName = says.names.map(({ text }) => periodsInText(text, kind, received)).find(({ length }) => length > 0);
  const inText = nothing
    ? says.lines.map((line) => periodsInText(line, kind, received)).find(({ length }) => length > 0)
    : undefined;
  const stated = [
    periodsInText(says.title, kind, received),
    inName ?? [],
    periodsInText(says.subject, kind, received),
    inText ?? [],
  ];
  const speaking = stated.filter(({ length }) => length > 0);
  if (speaking.length > 0) {
    const common = speaking.reduce((a, b) => a.filter((period) => b.includes(period)));
    const begun = common.filter((period) => firstDay(period) <= received);
    const [only] = begun;
    return begun.length === 1 && only !== undefined ? only : null;
  }
  const day =
    article?.day ?? dayInText(says.names[0]?.text ?? '') ?? (nothing && spanOf(says) === kind ? received : null);
  if (day === null || day > received) return null;
  const meant = new Set(periodsAtArrival(`${day}T00:00`, { kind, schedule, calendar }));
  // 本月 of a duty about the month before may be either.
  if (nothing && spanOf(says) === kind) meant.add(periodOf(kind, day));
  const [only] = meant;
  return meant.size === 1 && only !== undefined ? only : null;
}

/** 篇 and 例 are written as texts; 条 are rows of a table. */
function countsPieces(duty: FilingDuty, { templates }: FilingDesk): boolean {
  return templates.some(({ id, unitOfCount }) => duty.templates.includes(id) && unitOfCount !== '条');
}
