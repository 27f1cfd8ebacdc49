import type { Args, RequestName, Result } from '../contract.ts';
import type { CommandLine } from './arguments.ts';

/** What a command answers: the JSON document, and the same for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: () => string;
}

/** Asks the application; a refusal ends the command. */
export type Ask = <N extends RequestName>(name: N, args: Args<N>) => Promise<Result<N>>;
/** One command of the line; `paths` are the words behind its name. */
export type Command = (line: CommandLine, ask: Ask) => Promise<Answer>;

/** An answer of a document and its page, which is made only where it is read. */
export function answer(json: unknown, text: () => string): Answer {
  return { json, text };
}
