import { resolve } from 'node:path';
import { REMINDER_HEADS, reminderLines } from '../app/reminderLines.ts';
import { CHASE_WAY_NAMES, CHASE_WAYS, type Chase } from '../contract/chases.ts';
import {
  REMINDER_FORMATS,
  type ReminderList,
  type ReminderSettings,
  type ReminderWording,
} from '../contract/reminders.ts';
import { WORDING_NAMES } from '../contract/reminderWords.ts';
import type { Result } from '../contract.ts';
import { type CommandLine, listed, needed, oneOf, rowNumber, wholeNumber } from './arguments.ts';
import { type Ask, answer, type Command } from './command.ts';
import { readJsonObject } from './jsonFile.ts';
import { dutyId, dutyNamed, namesOf, unitId, unitIds, unitNamed } from './named.ts';
import { outFormat } from './outFormat.ts';
import { table } from './table.ts';

/** `remind …` and `chases …`: who owes what, the papers that say so, and the log of who was chased. */
export const REMINDER_COMMANDS = {
  async remind(line, ask) {
    const { out } = line.options;
    const query = await queryOf(line, ask);
    const format = outFormat(out, REMINDER_FORMATS);
    const list = await ask('reminders.list', query);
    const written =
      format === null ? null : await ask('reminders.write', { ...query, format, out: resolve(out ?? '') });
    return answer({ ...list, out: written?.path ?? null }, () =>
      [...owedTable(list), list.groupText, ...(written ? [`已写入 ${written.path}`] : [])].join('\n\n'),
    );
  },
  async 'remind letters'(line, ask) {
    const { merged = false, numbered = false, again, day, by, out } = line.options;
    const made = await ask('reminders.letters', {
      ...(await queryOf(line, ask)),
      ...{ merged, numbered, again, date: day, by, out: folderOf(out) },
    });
    return answer(made, () =>
      [
        table(
          ['编号', '发文字号', '主送', '日期'],
          made.papers.map(({ id, documentNo, addressee, date }) => [id, documentNo || null, addressee, date]),
        ),
        ...made.files.map(({ path }) => `已写入 ${path}`),
      ].join('\n'),
    );
  },
  async 'remind mails'(line, ask) {
    const query = await queryOf(line, ask);
    const { files, without } = await ask('reminders.mails', { ...query, out: folderOf(line.options.out) });
    return answer({ files, without }, () =>
      [
        ...files.map(({ path }) => `已写入 ${path}`),
        ...(without.length === 0 ? [] : [`没有可用的邮箱：${without.join('、')}。`]),
      ].join('\n'),
    );
  },
  async 'remind settings'({ options: { file, by } }, ask) {
    if (file === undefined) {
      const now = await ask('reminders.settings', {});
      return answer(now, () => settingsText(now));
    }
    // Its values are checked with the request.
    const { settings, wording } = readJsonObject(file, ['settings', 'wording', 'isOwn']) as {
      readonly settings?: Partial<ReminderSettings>;
      readonly wording?: Partial<ReminderWording> | null;
    };
    // Only what the file says is changed, as with `office edit`.
    const now = await ask('reminders.settings', {});
    const saved = await ask('reminders.saveSettings', {
      settings: settings && { ...now.settings, ...settings },
      wording: wording && { ...now.wording, ...wording },
      by,
    });
    return answer(saved, () => settingsText(saved));
  },
  async chases({ options }, ask) {
    const { unit, duty, period, from, to } = options;
    const square = { unit: await unitId(ask, unit), duty: await dutyId(ask, duty) };
    const limit = wholeNumber(options, 'limit');
    const list = await ask('chases.list', { ...square, period, from, to, limit });
    const names = await namesOf(ask);
    return answer(list, () => chaseTable(list, names));
  },
  async 'chases add'({ options }, ask) {
    const unit = await unitNamed(ask, needed(options, 'unit'));
    const duty = await dutyNamed(ask, needed(options, 'duty'));
    const item = { unit: unit.id, duty: duty.id, period: needed(options, 'period') };
    const { whom = '', answer: said = '', promised = null, by } = options;
    const how = oneOf(needed(options, 'via'), CHASE_WAYS, 'via');
    const added = await ask('chases.add', { draft: { items: [item], how, whom, answer: said, promised }, by });
    const names = await namesOf(ask);
    return answer(added, () => chaseTable(added, names));
  },
  async 'chases remove'(line, ask) {
    const gone = await ask('chases.withdraw', { id: rowNumber(line), by: line.options.by });
    const names = await namesOf(ask);
    return answer(gone, () => `已撤回：\n${chaseTable([gone], names)}`);
  },
} satisfies Record<string, Command>;

/** What is owed, a line an item, as the list prints it; nothing owed: no table. */
function owedTable(list: ReminderList): string[] {
  const lines = reminderLines(list);
  return lines.length === 0 ? [] : [table(REMINDER_HEADS, lines)];
}

/** What of all that is owed is asked for; several units or duties are apart by commas. */
async function queryOf({ options }: CommandLine, ask: Ask) {
  const { period, unit, duty } = options;
  const units = listed(unit);
  return {
    period,
    asOf: options['as-of'],
    units: units && (await unitIds(ask, units)),
    duties: duty === undefined ? undefined : await dutyIds(ask, duty),
  };
}

/** A title may itself hold a 顿号: only commas part duties. */
async function dutyIds(ask: Ask, text: string): Promise<string[]> {
  const ids: string[] = [];
  for (const part of text.split(/[,，]/u)) ids.push((await dutyNamed(ask, part.trim())).id);
  return ids;
}

function folderOf(out: string | undefined): string | undefined {
  return out === undefined ? undefined : resolve(out);
}

const WORDINGS = ['unit', 'group', 'letter', 'mailSubject'] as const;

function settingsText({ settings, wording, isOwn }: Result<'reminders.settings'>): string {
  const { soonDays, redAfterDays, redWhenLateBefore, periodsBefore, redWhenChased, since = null } = settings;
  return [
    `到期前 ${soonDays} 天起提醒；逾期超过 ${redAfterDays} 天为红色。`,
    redWhenLateBefore === 0
      ? '不看以前各期。'
      : `之前 ${periodsBefore} 期有 ${redWhenLateBefore} 期未按时报送的，一逾期就是红色。`,
    redWhenChased === 0 ? '不看催报次数。' : `催报 ${redWhenChased} 次仍未办结的为红色。`,
    ...(since === null ? [] : [`只催 ${since} 起到期的（since）。`]),
    `用语：${isOwn ? '本办改过的' : '程序自带的'}`,
    ...WORDINGS.map((name) => `\n${WORDING_NAMES[name]}（${name}）\n${wording[name]}`),
  ].join('\n');
}

function chaseTable(list: readonly Chase[], names: Awaited<ReturnType<typeof namesOf>>): string {
  if (list.length === 0) return '没有催报记录。';
  return table(
    ['编号', '时间', '方式', '单位', '事项', '报送期', '联系人', '答复', '承诺日期', '经办人'],
    list.map((c) => [
      ...[c.id, c.at, CHASE_WAY_NAMES[c.how], names.unit(c.unit), names.duty(c.duty), c.period],
      ...[c.whom, c.answer, c.promised, c.by],
    ]),
  );
}
