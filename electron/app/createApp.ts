import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../contract/reply.ts';
import type { Args, RequestName, Result } from '../contract.ts';
import { clearUnpacked } from '../io/unpackedFolder.ts';
import { type AppDeps, createContext, type DispatchOptions } from './context.ts';
import { dispatch } from './dispatch.ts';

export type { AppDeps, DispatchOptions } from './context.ts';

/** The application over one data folder: one door, `dispatch`. */
export interface App {
  dispatch<N extends RequestName>(name: N, args: Args<N>, options?: DispatchOptions): Promise<Reply<Result<N>>>;
  close(): Promise<void>;
}

/** Makes the application. A broken resource refuses here, naming file and path. */
export function createApp(deps: AppDeps): App {
  const context = createContext(deps);
  clearUnpacked(deps.dataFolder);
  const logBug = (error: unknown): string => writeBug(deps, error);
  return {
    dispatch: (name, args, options = {}) => dispatch(context, name, args, options, logBug),
    async close() {
      await context.close();
      clearUnpacked(deps.dataFolder);
    },
  };
}

/** Logs a bug and returns the number it can be found by. */
function writeBug(deps: AppDeps, error: unknown): string {
  const id = randomBytes(3).toString('hex');
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    const folder = join(deps.dataFolder, 'logs');
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, 'errors.log'), `${deps.now()} ${id} ${text}\n`);
  } catch {
    // Without a log the number still stands in the message.
  }
  return id;
}
