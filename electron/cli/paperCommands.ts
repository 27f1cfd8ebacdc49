import { resolve } from 'node:path';
import { DOCUMENT_FORMATS } from '../contract/circulars.ts';
import {
  CIRCULAR_KINDS,
  PAPER_KINDS,
  PAPER_STATES,
  type PaperChange,
  type PaperKind,
  type PaperScope,
} from '../contract/papers.ts';
import type { Args, RequestName } from '../contract.ts';
import {
  type CommandLine,
  type CommandOptions,
  listed,
  NONE,
  needed,
  oneOf,
  rowNumber,
  wholeNumber,
} from './arguments.ts';
import { type Answer, type Ask, answer, type Command } from './command.ts';
import { readJsonObject } from './jsonFile.ts';
import { dutyNamed, unitIds } from './named.ts';
import { outFormat } from './outFormat.ts';
import { paperPage, paperTable } from './paperText.ts';

/** `papers …`: begin a paper, change, check, issue, correct and write it; the register of all that left the office. */
export const PAPER_COMMANDS = {
  async papers({ options }, ask) {
    const { search, kind, state, period } = options;
    const list = await ask('papers.list', {
      ...{ search, period, year: wholeNumber(options, 'year') },
      kind: kind === undefined ? undefined : oneOf(kind, PAPER_KINDS, 'kind'),
      state: state === undefined ? undefined : oneOf(state, PAPER_STATES, 'state'),
    });
    return answer(list, () => paperTable(list));
  },
  async 'papers new'({ options }, ask) {
    const view = await ask('papers.create', {
      kind: oneOf(needed(options, 'kind'), NEW_KINDS, 'kind'),
      period: needed(options, 'period'),
      asOf: options['as-of'],
      scope: await scopeOf(options, ask),
      by: options.by,
    });
    return answer(view, () => paperPage(view));
  },
  async 'papers show'(line, ask) {
    const view = await ask('papers.get', { id: rowNumber(line) });
    return answer(view, () => paperPage(view));
  },
  async 'papers edit'(line, ask) {
    const { options } = line;
    const id = rowNumber(line);
    const file = readJsonObject(resolve(needed(options, 'file')), ['revision', ...CHANGES]);
    const { revision: written, form, ...change } = file;
    const { paper } = await ask('papers.get', { id });
    // A script that names no revision changes the paper as it stands.
    const revision = typeof written === 'number' ? written : paper.revision;
    // What the file leaves out of the form stays as it is, as with `office edit`.
    const whole = isObject(form) ? { ...paper.form, ...form } : form;
    const changed = { ...change, ...(form === undefined ? {} : { form: whole }) } as PaperChange; // checked with the request
    const args = { id, revision, change: changed, by: options.by };
    const view = await ask('papers.save', args);
    return answer(view, () => paperPage(view));
  },
  async 'papers check'(line, ask) {
    return stepped(ask, 'papers.check', { id: rowNumber(line), note: line.options.note, by: line.options.by });
  },
  async 'papers reopen'(line, ask) {
    return stepped(ask, 'papers.reopen', { id: rowNumber(line), ...reasonOf(line) });
  },
  async 'papers issue'(line, ask) {
    const { options } = line;
    const numbered = options.no !== NONE;
    const no = numbered ? wholeNumber(options, 'no') : undefined;
    return stepped(ask, 'papers.issue', { id: rowNumber(line), numbered, no, date: options.day, by: options.by });
  },
  async 'papers void'(line, ask) {
    return stepped(ask, 'papers.void', { id: rowNumber(line), ...reasonOf(line) });
  },
  async 'papers correct'(line, ask) {
    return stepped(ask, 'papers.correct', { id: rowNumber(line), by: line.options.by });
  },
  async 'papers remove'(line, ask) {
    const gone = await ask('papers.remove', { id: rowNumber(line), by: line.options.by });
    return answer(gone, () => `已删除草稿：${gone.title}`);
  },
  async 'papers write'(line, ask) {
    const { options } = line;
    const id = rowNumber(line);
    const out = resolve(needed(options, 'out'));
    const format = outFormat(out, DOCUMENT_FORMATS) ?? 'docx';
    const template = options.template === undefined ? undefined : oneOf(options.template, ['office'], 'template');
    const written = await ask('papers.write', { id, format, template, out });
    return answer({ ...written, out: written.path }, () => `已写入 ${written.path}`);
  },
  async 'papers page'(line, ask) {
    const { html } = await ask('papers.page', { id: rowNumber(line) });
    return answer({ html }, () => html);
  },
} satisfies Record<string, Command>;

/** What is begun by itself: letters come of `remind letters`, corrections of `papers correct`. */
const NEW_KINDS = [...CIRCULAR_KINDS, 'assessment'] as const satisfies readonly PaperKind[];

/** What a file of changes may hold. */
const CHANGES = ['asOf', 'scope', 'form', 'annexes', 'edits', 'date'] as const satisfies readonly (keyof PaperChange)[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Step = Extract<RequestName, `papers.${'check' | 'reopen' | 'issue' | 'void' | 'correct'}`>;

async function stepped<N extends Step>(ask: Ask, name: N, args: Args<N>): Promise<Answer> {
  const view = await ask(name, args);
  return answer(view, () => paperPage(view));
}

function reasonOf({ options }: CommandLine): { reason: string; by: string | undefined } {
  return { reason: options.note ?? '', by: options.by };
}

/** The duties and units written, each list by commas; nothing written: all. */
async function scopeOf(options: CommandOptions, ask: Ask): Promise<PaperScope | undefined> {
  const duties = listed(options.duty);
  const units = listed(options.unit);
  if (duties === undefined && units === undefined) return undefined;
  const ids: string[] = [];
  for (const duty of duties ?? []) ids.push((await dutyNamed(ask, duty)).id);
  return { duties: duties ? ids : null, units: units ? await unitIds(ask, units) : null };
}
