import { runCommandLine } from './cli/runCommandLine.ts';

// The command line (cli.md): one command, one answer on stdout, messages on stderr, exit 0 done, 1 refused, 2 usage.
// A reader that stops early (`| head`) is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isWatched: process.stderr.isTTY,
});
