import { resolve } from 'node:path';
import {
  type Contact,
  UNIT_KINDS,
  type Unit,
  type UnitDraft,
  type UnitGroup,
  type UnitImport,
} from '../contract/units.ts';
import { CONTACT_ROLE_WORDS, UNIT_KIND_WORDS } from '../contract/unitWords.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, type CommandOptions, listed, needed, oneOf, onePath, orNone } from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { unitId, unitIds, unitNamed } from './named.ts';
import { table } from './table.ts';

/** `units`, `contacts` and `groups`: who the member units are, whom to call there, and how a notice groups them. */
export const UNIT_COMMANDS = {
  async units(_line, ask) {
    const units = await ask('units.list', {});
    return answer(units, () => unitTable(units));
  },
  async 'units show'(line, ask) {
    return unitAnswer(await unitNamed(ask, onePath(line, '单位')));
  },
  async 'units add'({ options }, ask) {
    const name = needed(options, 'name');
    const unit: UnitDraft = {
      ...{ id: null, name, officialName: name, aliases: [], kind: 'department', note: '' },
      ...{ activeFrom: null, activeTo: null, contacts: [], parent: null },
    };
    return saveUnit(unit, options, ask);
  },
  async 'units edit'(line, ask) {
    return saveUnit(draftOf(await unitNamed(ask, onePath(line, '单位'))), line.options, ask);
  },
  async 'units export'({ options }, ask) {
    const written = await ask('units.write', { out: options.out === undefined ? undefined : resolve(options.out) });
    return answer({ out: written.path, size: written.size }, () => `已写入 ${written.path}`);
  },
  async 'units import'(line, ask) {
    const read = await ask('units.read', {
      path: resolve(onePath(line, '名录文件')),
      dryRun: line.options['dry-run'],
      by: line.options.by,
    });
    return answer(read, () => importText(read));
  },
  async 'units twins'(_line, ask) {
    const twins = await ask('units.twins', {});
    const lines = () =>
      twins.map(({ units, why }) => `${units.join(' ')}  ${why}`).join('\n') || '没有疑似重复的单位。';
    return answer(twins, lines);
  },
  async contacts({ options }, ask) {
    const only = await unitId(ask, options.unit);
    const units = (await ask('units.list', {})).filter(({ id }) => only === undefined || id === only);
    const contacts = units.flatMap((unit) => unit.contacts.map((contact) => ({ unit: unit.id, ...contact })));
    const without = units.filter((unit) => unit.contacts.length === 0);
    return answer(contacts, () => contactTable(contacts, without));
  },
  async 'contacts add'(line, ask) {
    const { options } = line;
    const unit = await unitNamed(ask, onePath(line, '单位'));
    const name = needed(options, 'name');
    const before = unit.contacts.find((contact) => contact.name === name);
    const role = options.role ?? before?.role;
    if (role === undefined) throw new Refusal('usage', '缺少 --role');
    const wechat = options.wechat ?? before?.wechat;
    const contact: Contact = {
      name,
      role: oneOf(role, ['leader', 'clerk'], 'role'),
      phone: options.phone ?? before?.phone ?? '',
      email: options.email ?? before?.email ?? '',
      ...(wechat === undefined ? {} : { wechat }),
    };
    const contacts = before
      ? unit.contacts.map((one) => (one === before ? contact : one))
      : [...unit.contacts, contact];
    return unitAnswer(await ask('units.save', { unit: { ...draftOf(unit), contacts }, by: options.by }));
  },
  async 'contacts remove'(line, ask) {
    const unit = await unitNamed(ask, onePath(line, '单位'));
    const name = needed(line.options, 'name');
    const contacts = unit.contacts.filter((contact) => contact.name !== name);
    if (contacts.length === unit.contacts.length) throw new Refusal('usage', `${unit.name}没有联系人 ${name}`);
    return unitAnswer(await ask('units.save', { unit: { ...draftOf(unit), contacts }, by: line.options.by }));
  },
  async groups(_line, ask) {
    const groups = await ask('groups.list', {});
    return answer(groups, () => groupTable(groups));
  },
  'groups edit': editGroup,
} satisfies Record<string, Command>;

/** What of a unit may be changed. */
function draftOf(unit: Unit): UnitDraft {
  const { id, name, officialName, aliases, kind, activeFrom, activeTo, contacts, note, parent = null } = unit;
  return { id, name, officialName, aliases, kind, activeFrom, activeTo, contacts, note, parent };
}

async function saveUnit(before: UnitDraft, options: CommandOptions, ask: Ask): Promise<Answer> {
  const parent = orNone(options.parent, before.parent ?? null);
  const unit: UnitDraft = {
    ...before,
    name: options.name ?? before.name,
    officialName: options.official ?? before.officialName,
    aliases: listed(options.aliases) ?? before.aliases,
    kind: options.kind === undefined ? before.kind : oneOf(options.kind, UNIT_KINDS, 'kind'),
    activeFrom: orNone(options['active-from'], before.activeFrom),
    activeTo: orNone(options['active-to'], before.activeTo),
    note: options.note ?? before.note,
    parent: parent === null ? null : (await unitNamed(ask, parent)).id,
  };
  return unitAnswer(await ask('units.save', { unit, by: options.by }));
}

async function editGroup(line: CommandLine, ask: Ask): Promise<Answer> {
  const id = onePath(line, '分组编号');
  const { add = [], remove = [], from, note, by } = line.options;
  if (add.length + remove.length === 0) throw new Refusal('usage', 'groups edit 缺少 --add 或 --remove');
  const group = (await ask('groups.list', {})).find((one) => one.id === id);
  if (!group) throw new Refusal('group_unknown', id);
  const gone = new Set(await unitIds(ask, remove));
  const members = membersOn(group, from);
  const stranger = [...gone].find((unit) => !members.includes(unit));
  if (stranger !== undefined) throw new Refusal('usage', `${stranger} 不在分组 ${id} 里`);
  const units = [...members.filter((unit) => !gone.has(unit)), ...(await unitIds(ask, add))];
  const saved = await ask('groups.save', { id, units, from, reason: note, by });
  return answer(saved, () => groupTable([saved]));
}

/** Who is in a group on the day from which a change is to hold; what it was changed to before then is kept. */
function membersOn({ units, revisions = [] }: UnitGroup, from: string | undefined): readonly string[] {
  return from === undefined ? units : (revisions.findLast((one) => one.from <= from)?.units ?? units);
}

/** A unit as document and page. */
export function unitAnswer(unit: Unit): Answer {
  return answer(unit, () => unitPage(unit));
}

/** A list of units for a terminal. */
export function unitTable(list: readonly Unit[]): string {
  return table(
    ['编号', '简称', '全称', '别名', '分组', '起止'],
    list.map((u) => [u.id, u.name, u.officialName, u.aliases.join('、'), u.groups.join(' '), daysOf(u)]),
  );
}

function daysOf({ activeFrom, activeTo }: Pick<Unit, 'activeFrom' | 'activeTo'>): string {
  return activeFrom === null && activeTo === null ? '' : `${activeFrom ?? ''} 至 ${activeTo ?? '今'}`;
}

function unitPage(unit: Unit): string {
  const { succession } = unit;
  const ended = succession
    ? `自 ${succession.on} 起由 ${succession.units.join('、')} 承接（${succession.reason}）`
    : '';
  const lines = [
    `${unit.id}  ${unit.name}  ${unit.officialName}  ${UNIT_KIND_WORDS[unit.kind]}`,
    unit.aliases.length > 0 ? `别名  ${unit.aliases.join('、')}` : '',
    unit.groups.length > 0 ? `分组  ${unit.groups.join(' ')}` : '',
    unit.parent == null ? '' : `上级  ${unit.parent}`,
    daysOf(unit) === '' ? '' : `起止  ${daysOf(unit)}`,
    ...(unit.formerNames ?? []).map(
      (one) => `原名  ${one.name}（${one.officialName}，至 ${one.until}，${one.reason}）`,
    ),
    ended,
    ...unit.contacts.map((one) => `${CONTACT_ROLE_WORDS[one.role]}  ${contactText(one)}`),
    unit.note === '' ? '' : `备注  ${unit.note}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function contactText({ name, phone, email, wechat = '' }: Contact): string {
  return [name, phone, email, wechat === '' ? '' : `微信 ${wechat}`].filter((part) => part !== '').join('  ');
}

function contactTable(contacts: readonly (Contact & { readonly unit: string })[], without: readonly Unit[]): string {
  const body = table(
    ['单位', '身份', '姓名', '电话', '邮箱', '微信'],
    contacts.map((one) => [one.unit, CONTACT_ROLE_WORDS[one.role], one.name, one.phone, one.email, one.wechat ?? '']),
  );
  const missing = without.map(({ name }) => name).join('、');
  return missing === '' ? body : `${body}\n还没有联系人：${missing}。`;
}

function groupTable(groups: readonly UnitGroup[]): string {
  return table(
    ['编号', '分组', '开放', '单位数', '单位'],
    groups.map((one) => [one.id, one.title, one.open ? '等' : '', one.units.length, one.units.join(' ')]),
  );
}

const ACTS = { add: '新增', change: '更改', keep: '不变', refuse: '不能读取' } as const;

function importText({ rows, added, changed, refused, unknownColumns, written }: UnitImport): string {
  const told = rows.filter(({ act }) => act !== 'keep');
  return [
    `${written ? '已写入' : '没有写入'}：新增 ${added} 个，更改 ${changed} 个，不能读取 ${refused} 行。`,
    ...told.map((one) => `  第 ${one.row} 行 ${one.name} ${ACTS[one.act]}：${one.message ?? one.changes.join('；')}`),
    ...(unknownColumns.length > 0 ? [`没有读取的列：${unknownColumns.join('、')}。`] : []),
  ].join('\n');
}
