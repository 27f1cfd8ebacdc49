import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApp } from './app/createApp.ts';
import { readMoment } from './app/moments.ts';
import { type CommandLine, readCommandLine } from './cli/arguments.ts';
import type { Answer } from './cli/command.ts';
import { helpAnswer, Refused, runCommand } from './cli/commands.ts';
import { systemClock } from './clock.ts';
import type { AppError, Progress } from './contract/reply.ts';
import { errorSentence } from './contract/words.ts';
import { Refusal } from './core/refusal.ts';
import { defaultDataFolder } from './dataFolder.ts';
import { printHtmlToPdf } from './io/documents/printHtmlToPdf.ts';
import { programPlaces } from './places.ts';
import { assertNoWindow } from './windowLock.ts';

// The command line (cli.md): one command, one answer on stdout, messages on stderr, exit 0 done, 1 refused, 2 usage.
const wantsJson = process.argv.includes('--json');
// A reader that stops early (`| head`) is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
try {
  const line = readCommandLine(process.argv.slice(2));
  if (line.options.help || line.command === 'help') print(helpAnswer(line.options.help ? line.command : line.paths[0]));
  else await run(line);
} catch (error) {
  fail(asAppError(error));
}

async function run(line: CommandLine): Promise<void> {
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
    print(await runCommand(line, app, showProgress));
  } finally {
    await app.close();
  }
}

function print(answer: Answer): void {
  process.stdout.write(`${wantsJson ? JSON.stringify(answer.json) : answer.text()}\n`);
}

function showProgress({ step, done, total, label }: Progress): void {
  if (process.stderr.isTTY && label !== '')
    process.stderr.write(`[${done + 1}/${total}] ${step === 'read' ? '读取' : '入库'} ${label}\n`);
}

function asAppError(error: unknown): AppError {
  if (error instanceof Refused) return error.error;
  if (error instanceof Refusal) return { code: error.code, message: errorSentence(error.code, error.subject) };
  console.error(error);
  return { code: 'internal', message: errorSentence('internal', '见上') };
}

function fail(error: AppError): void {
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === 'usage' ? 2 : 1;
}
