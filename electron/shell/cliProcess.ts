// Entry of the utility process behind `credit-desk-cli`. Unlike Node, a utility process does not end when nothing is left to do
// (electron #47228), so this ends it, after the last byte is out: pipes are asynchronous on Windows.
await import('../cli.ts');
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit(process.exitCode ?? 0);

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}

export {};
