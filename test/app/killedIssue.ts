import Database from 'better-sqlite3';
import { createLocalApp } from '../../electron/localProgram.ts';

// Child of paperNumbers.test.ts: issues a paper and dies right after the statement that begins with the given words.
const [, , dataFolder = '', id = '', words = ''] = process.argv;
const { prepare } = Database.prototype;
Database.prototype.prepare = function (this: Database.Database, source: string) {
  const statement = prepare.call(this, source) as Database.Statement<unknown[]>;
  if (!source.startsWith(words)) return statement;
  const run = statement.run.bind(statement);
  statement.run = (...params: unknown[]) => {
    run(...params);
    process.kill(process.pid, 'SIGKILL');
    throw new Error('alive');
  };
  return statement;
} as typeof prepare;

const app = createLocalApp({ dataFolder, now: () => '2022-05-05T10:00' });
await app.dispatch('papers.issue', { id: Number(id), by: '王五' });
await app.close();
