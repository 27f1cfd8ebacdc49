import { COMMAND_LINES } from './helpLines.ts';
import { table } from './table.ts';

/** A command of the line as `--help` lists it. */
export interface CommandHelp {
  readonly command: string;
  readonly usage: string;
  readonly what: string;
  readonly example?: string | undefined;
}

/** Every command with its options and what it does. */
export const HELP: Readonly<Record<keyof typeof COMMAND_LINES, Omit<CommandHelp, 'command'>>> = COMMAND_LINES;

/** What a person reads who asks for help: every command with what it does, then what holds for all. */
export function helpText(commands: readonly CommandHelp[]): string {
  return [
    '用法：credit-desk-cli 命令 … [--data 文件夹] [--json]',
    '',
    table(
      ['命令', '作用', '写法'],
      commands.map(({ command, usage, what }) => [command, what, usage]),
    ),
    ...examplesOf(commands),
    '',
    ...FOR_ALL,
  ].join('\n');
}

/** Of a noun; the list of all commands is long enough without them. */
function examplesOf(commands: readonly CommandHelp[]): string[] {
  const nouns = new Set(commands.map(({ command }) => command.split(' ')[0]));
  const examples = commands.flatMap(({ example }) => (example === undefined ? [] : [`  credit-desk-cli ${example}`]));
  return nouns.size > 1 || examples.length === 0 ? [] : ['', '例如：', ...examples];
}

/** The options that a command reads, and whether words stand behind it: what its line of the help says, so that neither says more. */
export function knownTo(command: keyof typeof HELP): { options: ReadonlySet<string>; takesPaths: boolean } {
  const { usage } = HELP[command];
  const own = [...usage.matchAll(/--([a-z-]+)/gu)].map(([, name = '']) => name);
  return { options: new Set([...OF_ALL, ...own]), takesPaths: /^\[?[^-[]/u.test(usage) };
}

const OF_ALL = ['data', 'json', 'as-of', 'by', 'help'];

const FOR_ALL = [
  '--data 文件夹   数据文件夹；不写的用系统的应用数据文件夹',
  '--json          只输出一个 JSON 文档，进度和提示写到标准错误',
  '--as-of 时间    以这个时间为“现在”，如 2022-04-29 或 2022-04-29T16:00',
  '--by 姓名       经办人，记入操作日志',
  '--help          本说明；help units 只列 units 的写法',
  '单位可写编号、简称、全称或别名，事项可写编号或全名。',
  '报送期写作 2022-W17、2022-04、2022-Q2、2022-H1 或 2022。退出码：0 完成，1 拒绝或失败，2 写法不对。',
];
