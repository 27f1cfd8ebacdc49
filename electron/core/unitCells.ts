import type { Day } from '../contract/time.ts';
import { type Contact, type FormerName, UNIT_KINDS, type UnitKind } from '../contract/units.ts';
import { CONTACT_ROLE_WORDS, UNIT_KIND_WORDS } from '../contract/unitWords.ts';
import { cleanText, foldText } from './fold.ts';
import { isDay } from './period.ts';
import type { ProfileUnit } from './profile.ts';
import { impossible } from './unitHistory.ts';
import type { UnitCells } from './unitListTable.ts';

/** What the texts of a unit need to know of others. */
export interface CellNames {
  readonly unitName: (id: string) => string;
  /** Ids of the groups it is in. */
  readonly groups: readonly string[];
}

/** A unit as the texts of a row; `readContacts` and its like read them back. */
export function unitCells(unit: ProfileUnit, { unitName, groups }: CellNames): Required<UnitCells> {
  const people = (role: Contact['role'], of: (contact: Contact) => string): string => {
    const own = unit.contacts.filter((contact) => contact.role === role).map(of);
    // In a column of several a blank keeps its place.
    return own.length > 1 && own.some((text) => text !== '')
      ? own.map((text) => text || NOTHING).join('\n')
      : own.join('');
  };
  const { succession, parent } = unit;
  return {
    id: unit.id,
    name: unit.name,
    officialName: unit.officialName,
    formerNames: (unit.formerNames ?? [])
      .map(({ name, officialName, until, reason }) => [name, officialName, `至${until}`, reason].join(' | '))
      .join('\n'),
    aliases: unit.aliases.join('、'),
    kind: UNIT_KIND_WORDS[unit.kind],
    parent: parent ? unitName(parent) : '',
    activeFrom: unit.activeFrom ?? '',
    activeTo: unit.activeTo ?? '',
    fate: succession
      ? `${succession.on} 起${succession.kind === 'merge' ? '并入' : '分设为'} ${succession.units.map(unitName).join('、')}`
      : '',
    groups: groups.join('；'),
    leader: people('leader', ({ name }) => name),
    leaderPhone: people('leader', ({ phone }) => phone),
    leaderEmail: people('leader', ({ email }) => email),
    leaderWechat: people('leader', ({ wechat = '' }) => wechat),
    clerk: people('clerk', ({ name }) => name),
    clerkPhone: people('clerk', ({ phone }) => phone),
    clerkEmail: people('clerk', ({ email }) => email),
    clerkWechat: people('clerk', ({ wechat = '' }) => wechat),
    note: unit.note,
  };
}

/** `教育局、体育局`. Texts that cannot be read are refused, here and below, with the reason. */
export function readAliases(text: string): readonly string[] {
  const aliases = [...new Set(listOf(text, /[、，,；;\n]/u))];
  const short = aliases.find((alias) => foldText(alias).length < 2);
  if (short !== undefined) throw impossible(`别名“${short}”太短，至少两个字`);
  return aliases;
}

/** Ids of groups: `000-G1；000-G3`. */
export const readGroupIds = (text: string): string[] => [...new Set(listOf(text, /[；;、，,\s]/u))];

/** 县直部门 or its English word. */
export function readKind(text: string): UnitKind {
  const kind = UNIT_KINDS.find((one) => one === text || foldText(UNIT_KIND_WORDS[one]) === foldText(text));
  const known = Object.values(UNIT_KIND_WORDS).join('；');
  if (!kind) throw impossible(`类别“${text}”不在列表里（可填：${known}）`);
  return kind;
}

/** A day, or none. */
export function readDay(text: string, title: string): Day | null {
  if (text === '') return null;
  if (!isDay(text)) throw impossible(`${title}“${text}”不是日期，请写成 2022-05-01`);
  return text;
}

/** One former name per line: `环保局 | 西峡县环境保护局 | 至2019-02-28 | 西编〔2019〕3号`. */
export function readFormerNames(text: string): readonly FormerName[] {
  const names: FormerName[] = [];
  for (const line of listOf(text, /\n/u)) {
    const [name = '', officialName = '', until = '', ...reason] = line.split(/[|｜]/u).map((part) => part.trim());
    const day = until.replace(/^至/u, '').trim();
    if (name === '' || officialName === '' || !isDay(day))
      throw impossible(`曾用名“${line}”写法不对，应为：简称 | 全称 | 至2019-02-28 | 依据`);
    names.push({ until: day, name, officialName, reason: reason.join('|') });
  }
  return names.sort((a, b) => (a.until < b.until ? -1 : 1));
}

/**
 * The people of one role. What a column that is not in the list would say is kept from the person of that name; null: the column of names is
 * not in the list.
 */
export function readContacts(
  role: Contact['role'],
  cells: UnitCells,
  stored: readonly Contact[],
): readonly Contact[] | null {
  const names = cells[role];
  const title = CONTACT_ROLE_WORDS[role];
  const columns = { phone: cells[`${role}Phone`], email: cells[`${role}Email`], wechat: cells[`${role}Wechat`] };
  if (names === undefined) return null;
  const lines = listOf(names, PEOPLE);
  const given: Record<string, string[]> = {};
  for (const [key, text] of Object.entries(columns)) {
    if (text === undefined) continue;
    const own = listOf(text, PEOPLE).map((one) => (one === NOTHING ? '' : one));
    if (own.length > lines.length)
      throw impossible(
        `${title}填了 ${lines.length} 人，${KEY_WORDS[key] ?? key}却有 ${own.length} 个；请一人一行，依次对应，没有的填“${NOTHING}”`,
      );
    given[key] = own;
  }
  return lines.map((name, index): Contact => {
    const before = stored.find((one) => one.role === role && one.name === name);
    const of = (key: 'phone' | 'email' | 'wechat'): string =>
      given[key] === undefined ? (before?.[key] ?? '') : (given[key][index] ?? '');
    const wechat = of('wechat');
    const contact = { name, role, phone: of('phone'), email: of('email') };
    return wechat === '' ? contact : { ...contact, wechat };
  });
}

const NOTHING = '-';
const PEOPLE = /[\n；;、]/u;
const KEY_WORDS: Readonly<Record<string, string>> = { phone: '电话', email: '邮箱', wechat: '微信' };

function listOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map(cleanText)
    .filter((one) => one !== '');
}
