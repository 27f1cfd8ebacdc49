import { parseArgs } from 'node:util';
import { Refusal } from '../core/refusal.ts';

/** Options of the command line, as typed. Every command reads those it knows; cli.md lists them. */
export interface CommandOptions {
  readonly help?: boolean | undefined;
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
  readonly profile?: string | undefined;
  readonly county?: string | undefined;
  readonly city?: string | undefined;
  readonly office?: string | undefined;
  readonly 'document-word'?: string | undefined;
  readonly 'region-code'?: string | undefined;
  readonly year?: string | undefined;
  readonly received?: string | undefined;
  readonly password?: string[] | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly choose?: string | undefined;
  readonly unit?: string | undefined;
  readonly duty?: string | undefined;
  readonly period?: string | undefined;
  readonly kind?: string | undefined;
  readonly note?: string | undefined;
  readonly file?: string | undefined;
  readonly count?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly template?: string | undefined;
  readonly finding?: string | undefined;
  readonly limit?: string | undefined;
  readonly out?: string | undefined;
  readonly no?: string | undefined;
  readonly sheet?: string | undefined;
  readonly batch?: string | undefined;
  readonly 'include-changed'?: boolean | undefined;
  readonly search?: string | undefined;
  readonly adopted?: string | undefined;
}

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
  return message;
}

/** An option the command cannot do without. */
export function needed(options: CommandOptions, name: keyof CommandOptions): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new Refusal('usage', `缺少 --${name}`);
  return value;
}

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

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  data: text,
  json: flag,
  profile: text,
  county: text,
  city: text,
  office: text,
  'document-word': text,
  'region-code': text,
  year: text,
  received: text,
  password: { type: 'string', multiple: true },
  'dry-run': flag,
  choose: text,
  unit: text,
  duty: text,
  period: text,
  kind: text,
  note: text,
  file: text,
  count: text,
  'as-of': text,
  template: text,
  finding: text,
  limit: text,
  out: text,
  no: text,
  sheet: text,
  batch: text,
  'include-changed': flag,
  search: text,
  adopted: text,
} as const;
