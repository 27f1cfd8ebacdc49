import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApp } from '../app/createApp.ts';
import { readMoment } from '../app/moments.ts';
import { systemClock } from '../clock.ts';
import type { AppError, Progress } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';
import { Refusal } from '../core/refusal.ts';
import { defaultDataFolder } from '../dataFolder.ts';
import { printHtmlToPdf } from '../io/documents/printHtmlToPdf.ts';
import { programPlaces } from '../places.ts';
import { assertNoWindow } from '../windowLock.ts';
import { type CommandLine, readCommandLine } from './arguments.ts';
import type { Answer } from './command.ts';
import { atCommandLine } from './commandRemedies.ts';
import { helpAnswer, Refused, runCommand } from './commands.ts';

/** Where a command writes. */
export interface Terminal {
  /** The answer. */
  out(text: string): void;
  /** Sentences for people. */
  err(text: string): void;
  /** Whether somebody watches `err`, and wants to see how far the command is. */
  readonly isWatched: boolean;
}

/** Runs one command over its data folder and writes the one answer. Resolves with the exit code: 0 done, 1 refused, 2 usage. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const wantsJson = args.includes('--json');
  const print = (answer: Answer) => terminal.out(`${wantsJson ? JSON.stringify(answer.json) : answer.text()}\n`);
  try {
    const line = readCommandLine(args);
    if (line.options.help || line.command === 'help')
      print(helpAnswer(line.options.help ? line.command : line.paths[0]));
    else await run(line, print, terminal);
    return 0;
  } catch (thrown) {
    const error = atCommandLine(asAppError(thrown));
    if (wantsJson) terminal.out(`${JSON.stringify({ error })}\n`);
    else terminal.err(`${error.message}\n`);
    return error.code === 'usage' ? 2 : 1;
  }
}

async function run(line: CommandLine, print: (answer: Answer) => void, terminal: Terminal): Promise<void> {
  const places = programPlaces();
  const dataFolder = path.resolve(line.options.data ?? defaultDataFolder());
  assertNoWindow(dataFolder);
  const asOf = line.options['as-of'];
  const now = asOf === undefined ? systemClock : () => readMoment(asOf, '23:59');
  const { version } = JSON.parse(readFileSync(path.join(places.root, 'package.json'), 'utf8')) as { version: string }; // our own file
  const app = createApp({
    dataFolder,
    resourcesFolder: places.resources,
    migrationsFolder: places.migrations,
    workerUrl: places.worker,
    version,
    now,
    printHtmlToPdf,
  });
  try {
    print(await runCommand(line, app, (progress) => showProgress(progress, terminal)));
  } finally {
    await app.close();
  }
}

function showProgress({ step, done, total, label }: Progress, terminal: Terminal): void {
  if (terminal.isWatched && label !== '') terminal.err(`[${done + 1}/${total}] ${STEPS[step]} ${label}\n`);
}

const STEPS: Readonly<Record<Progress['step'], string>> = {
  read: '读取',
  check: '检查',
  commit: '入库',
  write: '写出',
};

function asAppError(error: unknown): AppError {
  if (error instanceof Refused) return error.error;
  if (error instanceof Refusal) return { code: error.code, message: errorSentence(error.code, error.subject) };
  console.error(error);
  return { code: 'internal', message: errorSentence('internal', '见上') };
}
