import { z } from 'zod';
import { ARGUMENT_WORDS } from '../contract/argumentWords.ts';

/** What is wrong with a value of a request, in a clerk's words and not in the checker's. A schema's own sentence goes before it. */
export const argumentFault: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '没有填写';
      return `应为${KINDS[issue.expected] ?? '另一种写法'}${shown(issue.input)}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')}${issue.values.length > 1 ? ' 之一' : ''}${shown(issue.input)}`;
    case 'too_small':
      if (UNITS[issue.origin] === undefined) return `${issue.inclusive ? '不能小于' : '应大于'} ${issue.minimum}`;
      return Number(issue.minimum) <= 1 ? '不能空着' : `至少 ${issue.minimum} ${UNITS[issue.origin]}`;
    case 'too_big':
      if (UNITS[issue.origin] === undefined) return `${issue.inclusive ? '不能大于' : '应小于'} ${issue.maximum}`;
      return `最多 ${issue.maximum} ${UNITS[issue.origin]}`;
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.map((key) => `“${key}”`).join('、')}`;
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return `写法不对${shown(issue.input)}`;
    default:
      return z.locales.zhCN().localeError(issue);
  }
};

/** Where a value of a request stands: `承诺日期`, `settings.dueTime`; an answer (`--choose`) is called by its number. */
export function argumentPlace(path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  if (first === 'overrides' && typeof index === 'number')
    return [`第 ${index + 1} 条选择`, rest.map(String).join('.')].filter((part) => part !== '').join(' ');
  if (typeof first === 'string' && typeof index === 'string' && CARRIERS.has(first))
    return argumentPlace(path.slice(1));
  const place = path.map(String).join('.');
  return ARGUMENT_WORDS[place] ?? place;
}

/** Fields that only carry what a clerk typed, or the file a clerk wrote. */
const CARRIERS: ReadonlySet<string> = new Set(['change', 'draft', 'duty', 'form', 'names', 'office', 'scheme', 'unit']);

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '一个列表',
  object: '一组“名称: 值”',
  record: '一组“名称: 值”',
  null: ' null',
};

const UNITS: Readonly<Record<string, string>> = { string: '个字', array: '项', set: '项' };

function shown(input: unknown): string {
  const isShort = typeof input === 'number' || typeof input === 'boolean' || typeof input === 'string';
  return isShort && String(input).length <= 40 ? `，写的是“${input}”` : '';
}
