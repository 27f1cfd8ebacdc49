import { resolve } from 'node:path';
import type { Memory } from '../contract/memory.ts';
import type { Overview, Todo } from '../contract/overview.ts';
import type { Office } from '../contract/profiles.ts';
import { ratePrinted } from '../contract/words.ts';
import { Refusal } from '../core/refusal.ts';
import { needed, oneOf } from './arguments.ts';
import { answer, type Command } from './command.ts';
import { readJsonObject } from './jsonFile.ts';
import { table } from './table.ts';

/** `overview`, `info`, `office` and `memory`: how the office stands, what it calls itself, what the program has learned. */
export const OFFICE_COMMANDS = {
  async overview({ options }, ask) {
    const overview = await ask('overview.get', { asOf: options['as-of'] });
    return answer(overview, () => overviewText(overview));
  },
  async info(_line, ask) {
    const info = await ask('app.info', {});
    const { version, dataFolder, office, calendarFrom, calendarTo } = info;
    const lines = [`版本 ${version}`, `数据文件夹 ${dataFolder}`, `办公室 ${office ?? '尚未建立'}`];
    return answer(info, () => [...lines, `日历 ${calendarFrom} 至 ${calendarTo} 年`].join('\n'));
  },
  async office(_line, ask) {
    const office = await ask('office.get', {});
    return answer(office, () => officeText(office));
  },
  async 'office edit'({ options }, ask) {
    const before = await ask('office.get', {});
    const changes = readJsonObject(resolve(needed(options, 'file')), Object.keys(before));
    // The parts of `settings` and `contact` that the file leaves out stay; the request checks what it holds.
    const settings = { ...before.settings, ...(changes.settings as object | undefined) };
    const contact = { ...before.contact, ...(changes.contact as object | undefined) };
    const after = { ...before, ...changes, settings, contact } as Office;
    const office = await ask('office.save', { office: after, by: options.by });
    return answer(office, () => officeText(office));
  },
  async memory(_line, ask) {
    const memory = await ask('memory.list', {});
    return answer(memory, () => memoryText(memory));
  },
  async 'memory forget'({ paths, options }, ask) {
    const [id = '', ...more] = paths;
    if (more.length > 0 || !/^\d{1,9}$/u.test(id)) throw new Refusal('usage', 'memory forget 后面须写且只写一个编号');
    const kind = oneOf(needed(options, 'kind'), ['mapping', 'name'], 'kind');
    const memory = await ask('memory.forget', { kind, id: Number(id), by: options.by });
    return answer(memory, () => memoryText(memory));
  },
} satisfies Record<string, Command>;

function overviewText({ asOf, progress, rates, records, recordsWithErrors, todo }: Overview): string {
  const due = table(
    ['截止', '编号', '事项', '报送期', '应报', '已报', '未报', '待报'],
    progress.map((p) => [
      p.due.replace('T', ' '),
      ...[p.duty, p.title, p.period, p.expected, p.met, p.missing, p.pending],
    ]),
  );
  return [
    `截至 ${asOf.replace('T', ' ')}：${monthText(rates)}；记录 ${records} 条，有错误 ${recordsWithErrors} 条。`,
    due,
    ...todo.map(todoText),
  ].join('\n');
}

function monthText(rates: Overview['rates']): string {
  if (rates === null) return '应报 —，已报 —，上报率 —（放假调休安排尚未载入）';
  const { expected, met, reportRate } = rates.total;
  return `应报 ${expected}，已报 ${met}，上报率 ${ratePrinted(reportRate)}`;
}

function todoText(todo: Todo): string {
  switch (todo.code) {
    case 'group_empty':
      return `  分组还没有单位：${todo.subject}`;
    case 'calendar_missing':
      return `  年份尚未载入放假安排：${todo.subject}`;
    case 'contacts_missing':
      return `  单位还没有联系人：${todo.subject}`;
    case 'numbers_missing':
      return `  ${todo.subject} ${todo.title} ${todo.period} 有 ${todo.count} 个单位还没有分配数量`;
  }
}

function officeText(office: Office): string {
  const { settings } = office;
  return [
    `${office.county}  ${office.office}（${office.shortName}）`,
    `红头  ${office.letterhead}  ${office.documentNoPattern}`,
    `依据  ${office.notice.title} ${office.notice.documentNo}`,
    `主送  ${office.addressee}`,
    `周报  周${'一二三四五六日'.charAt(settings.weeklyDue.weekday - 1)} ${settings.weeklyDue.time}；其他 ${settings.dueTime}；自 ${settings.effectiveFrom} 起报送`,
  ].join('\n');
}

function memoryText({ mappings, names }: Memory): string {
  if (mappings.length + names.length === 0) return '还没有记住任何列或名称。';
  const rows = [
    ...mappings.map((one) => [
      'mapping',
      one.id,
      `${one.unit ?? '全办'} ${one.template}`,
      one.headers.join('、'),
      one.uses,
    ]),
    ...names.map((one) => ['name', one.id, one.unit, one.text, one.uses]),
  ];
  return table(['类别', '编号', '单位', '内容', '使用次数'], rows);
}
