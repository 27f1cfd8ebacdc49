import { parseArgs } from 'node:util';
import { errorSentence } from './contract/words.ts';
import { Refusal } from './core/refusal.ts';
import { defaultDataFolder } from './dataFolder.ts';

export interface EntryArguments {
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly port: number | undefined;
}

/** Reads `--data DIR`, `--demo` and `--port N`; throws `Refusal('usage')` on anything else. */
export function entryArguments(args: readonly string[]): EntryArguments {
  const { data, demo, port } = parsed(args);
  if (demo === true && data !== undefined) throw new Refusal('usage', '--demo 自带临时数据文件夹，不能与 --data 同用');
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new Refusal('usage', `--port ${port}`);
  return {
    dataFolder: data ?? defaultDataFolder(),
    demo: demo ?? false,
    port: port === undefined ? undefined : Number(port),
  };
}

/** Prints a refusal as its Chinese sentence, anything else as it is, and ends with the exit code of `cli.md`. */
export function exitWithError(error: unknown): never {
  if (!(error instanceof Refusal)) {
    console.error(error);
    process.exit(1);
  }
  console.error(errorSentence(error.code, error.subject));
  process.exit(error.code === 'usage' ? 2 : 1);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, demo: { type: 'boolean' }, port: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new Refusal('usage', error instanceof Error ? error.message : String(error));
  }
}
