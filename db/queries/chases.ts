import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Chase } from '../../electron/contract/chases.ts';
import type { Day, Moment, Period } from '../../electron/contract/time.ts';
import { chase, paper as paperTable } from '../paperSchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

export interface ChaseFilter {
  readonly unit?: string | undefined;
  readonly units?: readonly string[] | undefined;
  readonly duty?: string | undefined;
  readonly periods?: readonly Period[] | undefined;
  /** First day, and the first that is not in it any more. */
  readonly from?: Day | undefined;
  readonly before?: Day | undefined;
  /** The very moment. */
  readonly at?: Moment | undefined;
  /** Only so many of the newest. */
  readonly limit?: number | undefined;
  /** Also those whose 催报函 was made void. */
  readonly withVoid?: boolean | undefined;
  /** `paper.id` */
  readonly paper?: number | undefined;
}

/** Logged contacts (催报), newest first; those withdrawn are left out. Every filter may be left out. */
export function listChases(
  db: ReadDb,
  { unit, units, duty, periods, from, before, at, limit, paper, withVoid = false }: ChaseFilter = {},
): Chase[] {
  return chosen(
    db,
    and(
      withVoid ? or(IN_FORCE, OF_VOID_PAPER) : IN_FORCE,
      unit === undefined ? undefined : eq(chase.unit, unit),
      units === undefined ? undefined : inArray(chase.unit, [...units]),
      duty === undefined ? undefined : eq(chase.duty, duty),
      periods === undefined ? undefined : inArray(chase.period, [...periods]),
      from === undefined ? undefined : gte(chase.at, from),
      at === undefined ? undefined : eq(chase.at, at),
      before === undefined ? undefined : lt(chase.at, before),
      paper === undefined ? undefined : eq(chase.paper, paper),
    ),
    limit,
  );
}

/** One logged contact in force, or undefined. */
export function getChase(db: ReadDb, id: number): Chase | undefined {
  return chosen(db, and(IN_FORCE, eq(chase.id, id)))[0];
}

/** Logs contacts; returns their lines. Lines are only ever added. */
export function insertChases(db: WriteDb, lines: readonly Omit<Chase, 'id'>[]): Chase[] {
  // Letters to a hundred units are some thousand lines: the statement is made once.
  const insert = db
    .insert(chase)
    .values({
      unit: sql.placeholder('unit'),
      duty: sql.placeholder('duty'),
      period: sql.placeholder('period'),
      at: sql.placeholder('at'),
      how: sql.placeholder('how'),
      whom: sql.placeholder('whom'),
      answer: sql.placeholder('answer'),
      promised: sql.placeholder('promised'),
      by: sql.placeholder('by'),
      paper: sql.placeholder('paper'),
      withdrawnAt: null,
    })
    .prepare();
  return lines.map((line) => ({ id: Number(insert.run({ ...line }).lastInsertRowid), ...line }));
}

/** Takes a contact back; its line stays. */
export function withdrawChase(db: WriteDb, id: number, at: string): void {
  db.update(chase).set({ withdrawnAt: at }).where(eq(chase.id, id)).run();
}

const IN_FORCE = isNull(chase.withdrawnAt);
const OF_VOID_PAPER = sql`${chase.paper} in (select ${paperTable.id} from ${paperTable} where ${paperTable.state} = 'void')`;

function chosen(db: ReadDb, filter: SQL | undefined, limit?: number): Chase[] {
  return (
    db
      .select()
      .from(chase)
      .where(filter)
      .orderBy(desc(chase.at), desc(chase.id))
      // SQLite: -1 is no limit.
      .limit(limit ?? -1)
      .all()
      .map(({ withdrawnAt, how, ...row }) => ({
        ...row,
        how: how as Chase['how'], // only the program writes them
        ...(withdrawnAt === null ? {} : { isVoid: true as const }),
      }))
  );
}
