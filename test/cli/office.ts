import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCommandLine } from '../../electron/cli/arguments.ts';
import { Refused, runCommand } from '../../electron/cli/commands.ts';
import type { ErrorCode } from '../../electron/contract/reply.ts';
import type { Moment } from '../../electron/contract/time.ts';
import { Refusal } from '../../electron/core/refusal.ts';
import { createLocalApp } from '../../electron/localProgram.ts';

/** An office that works by commands alone. They run in this process; that a process of its own does the same, `commandLine.ts` shows. */
export interface Office {
  readonly folder: string;
  /** What the clock shows. */
  now: Moment;
  /** The JSON document of a command that is done. */
  json<T = Record<string, unknown>>(...args: string[]): Promise<T>;
  /** What a person reads. */
  text(...args: string[]): Promise<string>;
  /** Code and sentence of a command that is refused; one that is done fails the test. */
  refusal(...args: string[]): Promise<{ readonly code: ErrorCode; readonly message: string }>;
  close(): Promise<void>;
}

/** Opens an office of a county; `null`: a folder without one. */
export async function openOffice(profile: string | null = 'xixia-2022'): Promise<Office> {
  const folder = mkdtempSync(path.join(os.tmpdir(), '办公室 cli '));
  const app = createLocalApp({ dataFolder: path.join(folder, '数据'), now: () => office.now });
  const run = (args: readonly string[]) => runCommand(readCommandLine(args), app, () => {});
  const office: Office = {
    folder,
    now: '2022-05-06T09:00',
    async json<T>(...args: string[]) {
      const { json } = await run(args);
      return JSON.parse(JSON.stringify(json)) as T; // the test says what it expects
    },
    text: async (...args) => (await run(args)).text(),
    async refusal(...args) {
      try {
        await run(args);
      } catch (error) {
        if (error instanceof Refused) return error.error;
        if (error instanceof Refusal) return { code: error.code, message: error.subject };
        throw error;
      }
      throw new Error(`${args.join(' ')} was not refused`);
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (profile !== null) await run(['init', '--profile', profile]);
  return office;
}
