import { basename, resolve } from 'node:path';
import type { App } from '../app/createApp.ts';
import type { AppError, Progress } from '../contract/reply.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, needed, onePath, wholeNumber } from './arguments.ts';
import { ASSESSMENT_COMMANDS } from './assessmentCommands.ts';
import { CALENDAR_COMMANDS } from './calendarCommands.ts';
import { CASE_COMMANDS } from './caseCommands.ts';
import { CHART_COMMANDS } from './chartCommands.ts';
import { readChoices } from './choices.ts';
import { CIRCULAR_COMMANDS } from './circularCommands.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { DUTY_COMMANDS } from './dutyCommands.ts';
import { EVENT_COMMANDS } from './eventCommands.ts';
import { HELP, helpText, knownTo } from './help.ts';
import { COMMAND_EXAMPLES } from './helpExamples.ts';
import { INDICATOR_COMMANDS } from './indicatorCommands.ts';
import { dutyId, dutyNamed, unitId } from './named.ts';
import { NUMBER_COMMANDS } from './numberCommands.ts';
import { OFFICE_COMMANDS } from './officeCommands.ts';
import { PAPER_COMMANDS } from './paperCommands.ts';
import { PART_COMMANDS } from './partCommands.ts';
import { PROFILE_COMMANDS } from './profileCommands.ts';
import { RECEIPT_COMMANDS } from './receiptCommands.ts';
import { RECORD_COMMANDS } from './recordCommands.ts';
import { REMINDER_COMMANDS } from './reminderCommands.ts';
import * as show from './show.ts';
import { SUCCESSION_COMMANDS } from './successionCommands.ts';
import { UNIT_COMMANDS } from './unitCommands.ts';
import { WORD_TEMPLATE_COMMANDS } from './wordTemplateCommands.ts';

/** A refusal of the application on its way to the exit code. */
export class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.error = error;
  }
}

/** The commands there are, or those of one noun, as a document and as a page; it takes neither application nor data. */
export function helpAnswer(noun = ''): Answer {
  const all = Object.keys(HELP)
    .filter(isCommand)
    .map((command) => ({
      command,
      ...HELP[command],
      example: COMMAND_EXAMPLES[command],
    }));
  const own = all.filter(({ command }) => command.split(' ')[0] === noun);
  const commands = own.length > 0 ? own : all;
  return answer(commands, () => helpText(commands));
}

/** Runs one command through the application. */
export async function runCommand(
  typed: CommandLine,
  app: App,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const line = namedCommand(typed);
  refuseUseless(line);
  return COMMANDS[line.command](line, async (name, args) => {
    const reply = await app.dispatch(name, args, { onProgress });
    if (!reply.ok) throw new Refused(reply.error);
    return reply.value;
  });
}

interface NamedLine extends CommandLine {
  readonly command: keyof typeof HELP;
}

/** `units rename 丹水镇` is the command `units rename` with one word behind it; `units` alone is one, too. */
function namedCommand(line: CommandLine): NamedLine {
  const { command, paths } = line;
  const [first, ...rest] = paths;
  const long = `${command} ${first ?? ''}`;
  if (isCommand(long)) return { ...line, command: long, paths: rest };
  const actions = COMMAND_NAMES.filter((name) => name.startsWith(`${command} `)).map((name) => name.split(' ')[1]);
  if (isCommand(command)) {
    if (first !== undefined && actions.length > 0)
      throw new Refusal('usage', `${command} 没有 ${first}，可用：${actions.join(' ')}`);
    return { ...line, command };
  }
  if (actions.length > 0)
    throw new Refusal(
      'usage',
      `${command} 后面${first === undefined ? '缺少动作' : `没有 ${first}`}，可用：${actions.join(' ')}`,
    );
  const nouns = [...new Set(COMMAND_NAMES.map((name) => name.split(' ')[0]))].join(' ');
  throw new Refusal('usage', command === '' ? `请写命令：${nouns}` : `没有命令 ${command}，可用：${nouns}`);
}

/** Refuses words and options that the command does not read: whoever writes them expects them to count. */
function refuseUseless({ command, paths, options }: NamedLine): void {
  const known = knownTo(command);
  const useless = Object.keys(options).find((option) => !known.options.has(option));
  if (useless !== undefined)
    throw new Refusal('usage', `${command} 没有选项 --${useless}，写法：${command} ${HELP[command].usage}`.trimEnd());
  if (!known.takesPaths && paths.length > 0)
    throw new Refusal('usage', `${command} 后面不写 ${paths[0]}，写法：${command} ${HELP[command].usage}`.trimEnd());
}

const COMMANDS: Readonly<Record<keyof typeof HELP, Command>> = {
  ...ASSESSMENT_COMMANDS,
  ...CHART_COMMANDS,
  ...WORD_TEMPLATE_COMMANDS,
  ...CALENDAR_COMMANDS,
  ...CASE_COMMANDS,
  ...CIRCULAR_COMMANDS,
  ...DUTY_COMMANDS,
  ...EVENT_COMMANDS,
  ...INDICATOR_COMMANDS,
  ...NUMBER_COMMANDS,
  ...OFFICE_COMMANDS,
  ...PAPER_COMMANDS,
  ...PART_COMMANDS,
  ...PROFILE_COMMANDS,
  ...RECEIPT_COMMANDS,
  ...RECORD_COMMANDS,
  ...REMINDER_COMMANDS,
  ...SUCCESSION_COMMANDS,
  ...UNIT_COMMANDS,
  async 'templates-list'(_line, ask) {
    const templates = await ask('templates.list', {});
    return answer(templates, () => show.templates(templates));
  },
  async template(line, ask) {
    const template = await ask('templates.get', { id: onePath(line, '模板编号') });
    return answer(template, () => show.template(template));
  },
  import: importFiles,
  async read(line, ask) {
    const { options } = line;
    const listing = await ask('imports.read', {
      path: resolve(onePath(line, '文件')),
      sheet: options.sheet,
      passwords: options.password,
    });
    return answer(listing, () => show.listing(listing));
  },
  async return({ options }, ask) {
    const returned = await ask('returns.write', {
      batch: options.batch,
      file: options.file,
      passwords: options.password,
      out: resolve(needed(options, 'out')),
      by: options.by,
      asOf: options['as-of'],
    });
    return answer(returned, () => show.returned(returned));
  },
  async uploads(_line, ask) {
    const uploads = await ask('uploads.list', {});
    return answer(uploads, () => show.uploads(uploads));
  },
  async export({ options }, ask) {
    if (options['dry-run']) {
      const query = { template: needed(options, 'template'), period: needed(options, 'period') };
      const preview = await ask('uploads.preview', query);
      return answer(preview, () => show.uploadPreview(preview));
    }
    const out = resolve(needed(options, 'out'));
    const result = await ask('uploads.write', {
      template: needed(options, 'template'),
      period: needed(options, 'period'),
      includeChanged: options['include-changed'],
      out,
      by: options.by,
    });
    return answer({ ...result, out: result.written?.path ?? null }, () => show.uploaded(result));
  },
  async blank({ options }, ask) {
    const made = await ask('blanks.write', {
      duty: (await dutyNamed(ask, needed(options, 'duty'))).id,
      unit: await unitId(ask, options.unit),
      period: options.period,
      out: resolve(needed(options, 'out')),
    });
    return answer(made, () => show.blanks(made));
  },
  async batches(_line, ask) {
    const batches = await ask('batches.list', {});
    return answer(batches, () => show.batches(batches));
  },
  async 'batches show'(line, ask) {
    const batch = await ask('batches.get', { batch: onePath(line, '批次') });
    return answer(batch, () => show.batch(batch));
  },
  async undo(line, ask) {
    const id = onePath(line, '批次或汇总编号');
    const { by } = line.options;
    // Batches and uploads are numbered apart: `B20220429-001`, `U20220429-001`.
    if (/^U\d/u.test(id)) {
      const upload = await ask('uploads.undo', { id, by });
      return answer(upload, () => show.undoneUpload(upload));
    }
    const result = await ask('batches.undo', { batch: id, by });
    return answer(result, () => show.undo(result));
  },
  async status({ options }, ask) {
    const square = { duty: await dutyId(ask, options.duty), unit: await unitId(ask, options.unit) };
    const at = { ...square, asOf: options['as-of'] };
    const year = wholeNumber(options, 'year');
    if (year !== undefined && options.period !== undefined) throw new Refusal('usage', '--period 和 --year 只写一个');
    const grid =
      year === undefined
        ? await ask('status.grid', { ...at, period: needed(options, 'period') })
        : await ask('status.year', { ...at, year });
    return answer(grid, () => show.grid(grid));
  },
  async rates({ options }, ask) {
    const rates = await ask('rates.compute', { period: needed(options, 'period'), asOf: options['as-of'] });
    return answer(rates, () => show.rates(rates));
  },
  async verify(_line, ask) {
    const result = await ask('app.verify', {});
    return answer(result, () => show.verify(result));
  },
};

const COMMAND_NAMES = Object.keys(COMMANDS);
const isCommand = (name: string): name is keyof typeof HELP => Object.hasOwn(COMMANDS, name);

async function importFiles({ paths, options }: CommandLine, ask: Ask): Promise<Answer> {
  if (paths.length === 0) throw new Refusal('usage', '缺少要导入的文件或文件夹');
  const request = {
    sources: paths.map((path) => ({ path: resolve(path), name: basename(path) })),
    received: options.received,
    by: options.by,
    passwords: options.password,
    overrides: options.choose === undefined ? undefined : readChoices(options.choose),
  };
  const result = await ask(options['dry-run'] ? 'imports.preview' : 'imports.commit', request);
  return answer(result, () => show.importResult(result));
}
