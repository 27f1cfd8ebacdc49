import { parseArgs } from 'node:util';
import { Refusal } from '../core/refusal.ts';

export interface CommandLine {
  readonly command: string;
  readonly paths: readonly string[];
  readonly options: CommandOptions;
}

/** Reads a command line; refuses unknown options as `usage`. */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [command = '', ...paths] = positionals;
    return { command, paths, options: values };
  } catch (error) {
    throw new Refusal('usage', misspelt(error));
  }
}

/** What Node found wrong with the options, in Chinese. */
function misspelt(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(?:-\w, )?(-[^\s']*)/u.exec(message)?.[1] ?? '';
  if (message.startsWith('Unknown option')) return `没有选项 ${option}，--help 列出全部写法`;
  if (message.includes('ambiguous')) return `${option} 的值以“-”开头时请写成 ${option}=值`;
  if (message.includes('argument missing')) return `${option} 后面缺少值`;
  if (message.includes('does not take an argument')) return `${option} 不带值`;
  return option === '' ? '选项写法不对，--help 列出全部写法' : `选项 ${option} 写法不对，--help 列出全部写法`;
}

/** An option the command cannot do without. */
export function needed(options: CommandOptions, name: keyof CommandOptions): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new Refusal('usage', `缺少 --${name}`);
  return value;
}

/** The one value of a command that takes one; `what` names it in the refusal. */
export function onePath({ command, paths }: CommandLine, what: string): string {
  const [only] = paths;
  if (only === undefined || paths.length > 1) throw new Refusal('usage', `${command} 后面须写且只写一个${what}`);
  return only;
}

/** The number of a row of a list, as the list shows it. */
export function rowNumber(line: CommandLine): number {
  const text = onePath(line, '编号');
  if (!/^\d{1,9}$/u.test(text)) throw new Refusal('usage', `编号应为整数：${text}`);
  return Number(text);
}

/** Values written in one option, apart by commas: `a,b`, `a、b`. Absent stays absent; `none` is no value. */
export function listed(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const values = text.split(/[,，、]/u).map((value) => value.trim());
  return text === NONE ? [] : values.filter((value) => value !== '');
}

/** A value that `none` takes away; absent stays as it is. */
export function orNone(text: string | undefined, before: string | null): string | null {
  if (text === undefined) return before;
  return text === NONE ? null : text;
}

/** Takes a value away. */
export const NONE = 'none';

/** A whole number option; absent stays absent. */
export function wholeNumber(options: CommandOptions, name: keyof CommandOptions): number | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{1,9}$/u.test(value)) throw new Refusal('usage', `--${name} 应为整数`);
  return Number(value);
}

/** One of the listed values. */
export function oneOf<T extends string>(value: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Refusal('usage', `--${name} 应为 ${allowed.join(' | ')}`);
  return found;
}

/** Options of the command line. Which of them a command knows stands in its line of the help. */
const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  data: text,
  json: flag,
  by: text,
  'as-of': text,
  'active-from': text,
  'active-to': text,
  add: texts,
  again: flag,
  adopted: text,
  aliases: text,
  answer: text,
  approver: text,
  batch: text,
  cadence: text,
  choose: text,
  city: text,
  count: text,
  county: text,
  day: text,
  denominator: text,
  document: text,
  'document-word': text,
  'dry-run': flag,
  due: text,
  duty: text,
  email: text,
  'event-term': text,
  field: text,
  file: text,
  finding: text,
  from: text,
  groups: text,
  'include-changed': flag,
  into: texts,
  item: text,
  kind: text,
  lead: text,
  limit: text,
  merged: flag,
  mistyped: flag,
  name: text,
  new: texts,
  no: text,
  note: text,
  numbered: flag,
  numerator: text,
  of: text,
  office: text,
  official: text,
  open: flag,
  out: text,
  outcome: text,
  parent: text,
  password: texts,
  period: text,
  phone: text,
  pieces: text,
  points: text,
  profile: text,
  promised: text,
  quota: text,
  received: text,
  'region-code': text,
  remark: text,
  remove: texts,
  role: text,
  sampling: text,
  search: text,
  seed: text,
  sheet: text,
  shift: text,
  state: text,
  target: text,
  template: text,
  templates: text,
  term: text,
  time: text,
  title: text,
  to: text,
  unit: text,
  until: text,
  value: text,
  via: text,
  wechat: text,
  whom: text,
  year: text,
  'zero-report': text,
} as const;

/** Options as typed. */
export type CommandOptions = {
  readonly [K in keyof typeof OPTIONS]?: ValueOf<(typeof OPTIONS)[K]> | undefined;
};
type ValueOf<O> = O extends { readonly multiple: true }
  ? string[]
  : O extends { readonly type: 'boolean' }
    ? boolean
    : string;
