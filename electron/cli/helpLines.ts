import { DIRECTORY_LINES } from './helpDirectory.ts';
import { INTAKE_LINES } from './helpIntake.ts';
import { LEDGER_LINES } from './helpLedgers.ts';
import { OUTPUT_LINES } from './helpOutput.ts';

/** The commands in the order of a working week, each with the options that it reads: `help` and the check of a command line read the same. */
export const COMMAND_LINES = { ...DIRECTORY_LINES, ...INTAKE_LINES, ...OUTPUT_LINES, ...LEDGER_LINES } as const;
