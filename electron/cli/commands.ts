import { basename, extname, resolve } from 'node:path';
import type { App } from '../app/createApp.ts';
import { DOCUMENT_FORMATS } from '../contract/circulars.ts';
import { RULES } from '../contract/findings.ts';
import type { AppError, Progress } from '../contract/reply.ts';
import { REGISTER_KINDS } from '../contract/status.ts';
import { Refusal } from '../core/refusal.ts';
import { type CommandLine, needed, oneOf, wholeNumber } from './arguments.ts';
import { CALENDAR_COMMANDS } from './calendarCommands.ts';
import { CASE_COMMANDS } from './caseCommands.ts';
import { readChoices } from './choices.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { HELP, helpText } from './help.ts';
import { INDICATOR_COMMANDS } from './indicatorCommands.ts';
import { PROFILE_COMMANDS } from './profileCommands.ts';
import * as show from './show.ts';

/** A refusal of the application on its way to the exit code. */
export class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.error = error;
  }
}

/** The commands there are, as a document and as a page; it takes neither application nor data. */
export function helpAnswer(): Answer {
  const commands = Object.entries(HELP).map(([command, { usage, what }]) => ({ command, usage, what }));
  return answer(commands, () => helpText(commands));
}

/** Runs one command through the application. */
export async function runCommand(
  line: CommandLine,
  app: App,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  if (!isCommand(line.command))
    throw new Refusal(
      'usage',
      line.command === '' ? `请写命令：${COMMAND_NAMES}` : `没有命令 ${line.command}，可用：${COMMAND_NAMES}`,
    );
  return COMMANDS[line.command](line, async (name, args) => {
    const reply = await app.dispatch(name, args, { onProgress });
    if (!reply.ok) throw new Refused(reply.error);
    return reply.value;
  });
}

const COMMANDS: Readonly<Record<keyof typeof HELP, Command>> = {
  ...CALENDAR_COMMANDS,
  ...CASE_COMMANDS,
  ...INDICATOR_COMMANDS,
  ...PROFILE_COMMANDS,
  async units(_line, ask) {
    const units = await ask('units.list', {});
    return answer(units, () => show.units(units));
  },
  async duties({ options }, ask) {
    const duties = await ask('duties.list', { year: wholeNumber(options, 'year') });
    // `quota` is a number as in the grid; what is counted stands beside it.
    const listed = duties.map(({ quota, ...duty }) => ({
      ...duty,
      quota: quota?.count ?? null,
      quotaOf: quota?.of ?? null,
    }));
    return answer(listed, () => show.duties(duties));
  },
  async 'templates-list'(_line, ask) {
    const templates = await ask('templates.list', {});
    return answer(templates, () => show.templates(templates));
  },
  import: importFiles,
  async read({ paths, options }, ask) {
    const listing = await ask('imports.read', {
      path: resolve(onePath(paths)),
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
      asOf: options['as-of'],
    });
    return answer(returned, () => show.returned(returned));
  },
  async export({ options }, ask) {
    const out = resolve(needed(options, 'out'));
    const result = await ask('uploads.write', {
      template: needed(options, 'template'),
      period: needed(options, 'period'),
      includeChanged: options['include-changed'],
      out,
    });
    return answer({ ...result, out: result.written?.path ?? null }, () => show.uploaded(result));
  },
  async blank({ options }, ask) {
    const { unit, period } = options;
    const made = await ask('blanks.write', {
      duty: needed(options, 'duty'),
      unit,
      period,
      out: resolve(needed(options, 'out')),
    });
    return answer(made, () => show.blanks(made));
  },
  async batches(_line, ask) {
    const batches = await ask('batches.list', {});
    return answer(batches, () => show.batches(batches));
  },
  async undo({ paths }, ask) {
    const id = onePath(paths);
    // Batches and uploads are numbered apart: `B20220429-001`, `U20220429-001`.
    if (/^U\d/u.test(id)) {
      const upload = await ask('uploads.undo', { id });
      return answer(upload, () => show.undoneUpload(upload));
    }
    const result = await ask('batches.undo', { batch: id });
    return answer(result, () => show.undo(result));
  },
  async register({ options }, ask) {
    const submission = await ask('submissions.register', {
      unit: needed(options, 'unit'),
      duty: needed(options, 'duty'),
      period: needed(options, 'period'),
      kind: oneOf(needed(options, 'kind'), REGISTER_KINDS, 'kind'),
      received: options.received,
      note: options.note,
      file: options.file === undefined ? undefined : resolve(options.file),
      count: wholeNumber(options, 'count'),
    });
    return answer(submission, () => show.submission(submission));
  },
  async status({ options }, ask) {
    const { duty, unit } = options;
    const grid = await ask('status.grid', { period: needed(options, 'period'), asOf: options['as-of'], duty, unit });
    return answer(grid, () => show.grid(grid));
  },
  async rates({ options }, ask) {
    const rates = await ask('rates.compute', { period: needed(options, 'period'), asOf: options['as-of'] });
    return answer(rates, () => show.rates(rates));
  },
  async records({ options }, ask) {
    const { template, unit, period } = options;
    const finding = options.finding === undefined ? undefined : oneOf(options.finding, RULES, 'finding');
    const page = await ask('records.list', { template, unit, period, finding, limit: wholeNumber(options, 'limit') });
    return answer(page.records, () => show.records(page));
  },
  async remind({ options }, ask) {
    const at = { period: needed(options, 'period'), asOf: options['as-of'] };
    const format = outFormat(options.out, ['xlsx', 'docx'] as const);
    const list = await ask('reminders.list', at);
    const written =
      format === null ? null : await ask('reminders.write', { ...at, format, out: resolve(options.out ?? '') });
    return answer({ ...list, out: written?.path ?? null }, () => show.reminders(list, written));
  },
  async circular({ options }, ask) {
    const format = outFormat(options.out, DOCUMENT_FORMATS);
    const document = await ask('circulars.compose', {
      period: needed(options, 'period'),
      asOf: options['as-of'],
      no: wholeNumber(options, 'no'),
    });
    const written =
      format === null ? null : await ask('circulars.write', { document, format, out: resolve(options.out ?? '') });
    const json = {
      ...document,
      sections: document.sections.map(({ heading, paragraphs }) => ({
        heading,
        paragraphs: paragraphs.map((p) => p.text),
      })),
      tables: document.tables.map((table) => ({ ...table, columns: table.columns.map((column) => column.title) })),
      out: written?.path ?? null,
    };
    return answer(json, () => show.circular(document, written));
  },
  async verify(_line, ask) {
    const result = await ask('app.verify', {});
    return answer(result, () => show.verify(result));
  },
};

const COMMAND_NAMES = Object.keys(COMMANDS).join(' ');
const isCommand = (name: string): name is keyof typeof HELP => Object.hasOwn(COMMANDS, name);

async function importFiles({ paths, options }: CommandLine, ask: Ask): Promise<Answer> {
  if (paths.length === 0) throw new Refusal('usage', '缺少要导入的文件或文件夹');
  const request = {
    sources: paths.map((path) => ({ path: resolve(path), name: basename(path) })),
    received: options.received,
    passwords: options.password,
    overrides: options.choose === undefined ? undefined : readChoices(options.choose),
  };
  const result = await ask(options['dry-run'] ? 'imports.preview' : 'imports.commit', request);
  return answer(result, () => show.importResult(result));
}

function onePath(paths: readonly string[]): string {
  const [only] = paths;
  if (only === undefined || paths.length > 1) throw new Refusal('usage', '需要且只需要一个参数');
  return only;
}

function outFormat<T extends string>(out: string | undefined, formats: readonly T[]): T | null {
  if (out === undefined) return null;
  const extension = extname(out).slice(1).toLowerCase();
  const format = formats.find((candidate) => candidate === extension);
  if (format === undefined) throw new Refusal('format_unsupported', out);
  return format;
}
