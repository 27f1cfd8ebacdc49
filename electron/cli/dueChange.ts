import type { DueRule, Shift } from '../contract/duties.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandOptions, listed, NONE, oneOf } from './arguments.ts';
import type { Ask } from './command.ts';

/**
 * The due rule that `--due`, `--time` and `--shift` make of the one before: `weekday:5`, `day-of-month:30`, `day-of-next-month:5`,
 * `period-end`, `fixed-date:12-20`, `days-after-period:5:working`, `dates:2022-04-08,2022-07-08`, `none`. The hour stays, else it is the
 * office's; `--shift office` leaves rest days to the office's setting.
 */
export async function changedDue(before: DueRule | null, options: CommandOptions, ask: Ask): Promise<DueRule | null> {
  const { due, time, shift } = options;
  if (due === NONE) return null;
  if (due === undefined && time === undefined && shift === undefined) return before;
  if (due === undefined && before === null) throw new Refusal('usage', '还没有截止规则，须写 --due');
  const hour = time ?? before?.time ?? (await ask('office.get', {})).settings.dueTime;
  const rule = due === undefined ? before : ruleOf(due);
  if (rule === null) return null;
  const { shift: _own, ...plain } = { shift: undefined, ...rule };
  const chosen = shift === undefined ? before?.shift : oneOf(shift, [...SHIFTS, 'office'] as const, 'shift');
  return { ...plain, time: hour, ...(chosen === undefined || chosen === 'office' ? {} : { shift: chosen }) };
}

/** A due rule as written, still without its own hour. */
function ruleOf(text: string): DueRule {
  const [name = '', first = '', second = '', ...more] = text.split(':');
  if (more.length > 0) throw wrong(text);
  const time = '';
  switch (name) {
    case 'weekday':
      return { rule: name, weekday: numberOf(first, 'due'), time };
    case 'day-of-month':
    case 'day-of-next-month':
      return { rule: name, day: numberOf(first, 'due'), time };
    case 'period-end':
      return { rule: name, time };
    case 'fixed-date': {
      const [, month, day] = /^(\d{1,2})-(\d{1,2})$/u.exec(first) ?? [];
      if (month === undefined) throw wrong(text);
      return { rule: name, month: Number(month), day: Number(day), time };
    }
    case 'days-after-period':
      return { rule: name, days: numberOf(first, 'due'), unit: dayUnit(second, 'due'), time };
    case 'dates':
      return { rule: name, dates: listed(first) ?? [], time };
    default:
      throw wrong(text);
  }
}

function wrong(text: string): Refusal {
  return new Refusal(
    'usage',
    `--due 应为 weekday:5、day-of-month:30、day-of-next-month:5、period-end、fixed-date:12-20、days-after-period:5:working、dates:2022-04-08 或 none：${text}`,
  );
}

/** What happens to a due day that is no working day. */
export const SHIFTS = ['none', 'next', 'previous'] as const satisfies readonly Shift[];

/** A whole number inside an option. */
export function numberOf(text: string, option: string): number {
  if (!/^\d{1,4}$/u.test(text)) throw new Refusal('usage', `--${option} 里应有整数：${text}`);
  return Number(text);
}

/** The unit in which days are counted. */
export function dayUnit(text: string, option: string): 'natural' | 'working' {
  return oneOf(text, ['natural', 'working'] as const, option);
}
