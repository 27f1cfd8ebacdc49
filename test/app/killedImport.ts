import path from 'node:path';
import Database from 'better-sqlite3';
import { createLocalApp } from '../../electron/localProgram.ts';

// Child of safety.test.ts: imports one file and dies half-way through the statements that begin with the given words.
const [, , dataFolder = '', file = '', words = ''] = process.argv;
const { prepare } = Database.prototype;
let runs = 0;
Database.prototype.prepare = function (this: Database.Database, source: string) {
  const statement = prepare.call(this, source) as Database.Statement<unknown[]>;
  if (!source.startsWith(words)) return statement;
  const run = statement.run.bind(statement);
  statement.run = (...params: unknown[]) => {
    const result = run(...params);
    runs++;
    if (runs === (words.includes('record') ? 150 : 1)) process.kill(process.pid, 'SIGKILL');
    return result;
  };
  return statement;
} as typeof prepare;

const app = createLocalApp({ dataFolder, now: () => '2022-04-29T16:00' });
await app.dispatch('imports.commit', { sources: [{ path: file, name: path.basename(file) }] });
await app.close();
