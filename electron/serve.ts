import { entryArguments, exitWithError } from './entryArguments.ts';
import { startLocalProgram } from './localProgram.ts';

// Serves the program on 127.0.0.1 until it is told to stop, and prints one line: the address to open.
try {
  const program = await startLocalProgram(entryArguments(process.argv.slice(2)));
  console.log(program.url);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      program.close().then(() => process.exit(0), exitWithError);
    });
  }
} catch (error) {
  exitWithError(error);
}
