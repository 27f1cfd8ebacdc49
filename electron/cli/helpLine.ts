/** A command as `--help` lists it: its words and options, and what it does. */
export interface CommandLineHelp {
  readonly usage: string;
  readonly what: string;
}

/** What a change must be founded on. */
export const REASON = '--note 依据';
