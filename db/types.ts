import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema.ts';

type Db = BetterSQLite3Database<typeof schema>;

/** What a preview or a list gets: it cannot write. */
export type ReadDb = Pick<Db, 'select' | 'selectDistinct' | '$count'>;

/** What a command gets inside its transaction. */
export type WriteDb = Pick<Db, 'select' | 'selectDistinct' | '$count' | 'insert' | 'update' | 'delete'> & {
  /** A statement in plain SQL, for the thousands of rows of a big file. */
  readonly prepare: (source: string) => PlainStatement;
};

export interface PlainStatement {
  run(...values: readonly (string | number | null)[]): unknown;
}
