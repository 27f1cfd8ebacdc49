import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Period } from '../../electron/contract/time.ts';
import type { ClusterRecord } from '../../electron/core/clusters.ts';
import { record } from '../schema.ts';
import type { ReadDb } from '../types.ts';

export interface ClusterScope {
  readonly template: string;
  /** Field of the subject's code. */
  readonly codeField: string;
  readonly unit: string | undefined;
  readonly periods: readonly Period[] | null;
}

/** Groups of current records that share one thing and differ in another; found in the database, at most `most` of each kind. */
export interface ClusterGroups {
  readonly byCode: ReadonlyMap<string, readonly ClusterRecord[]>;
  readonly byName: ReadonlyMap<string, readonly ClusterRecord[]>;
  readonly bySubjectAndDay: ReadonlyMap<string, readonly ClusterRecord[]>;
}

/** The groups worth a look among the records of a template. */
export function clusterGroups(db: ReadDb, scope: ClusterScope, most: number): ClusterGroups {
  const code = sql<string>`json_extract(${record.values}, ${`$.${scope.codeField}`})`;
  const where = and(
    eq(record.template, scope.template),
    eq(record.state, 'current'),
    scope.unit === undefined ? undefined : eq(record.unit, scope.unit),
    scope.periods === null ? undefined : inArray(record.period, [...scope.periods]),
    sql`${code} is not null`,
  );
  const membersOf = (key: SQL<string>, differs: SQL): ReadonlyMap<string, ClusterRecord[]> => {
    const groups = db
      .select({ key: key.as('key') })
      .from(record)
      .where(where)
      .groupBy(key)
      .having(differs)
      .orderBy(key)
      .limit(most)
      .all()
      .map((group) => group.key);
    if (groups.length === 0) return new Map();
    const { lineage, unit, template, period, name, values } = record;
    const rows = db
      .select({ key: key.as('key'), record: lineage, unit, template, period, name, code: code.as('code'), values })
      .from(record)
      .where(and(where, inArray(key, groups)))
      .orderBy(asc(record.id))
      .limit(most * MEMBERS)
      .all();
    return Map.groupBy(
      rows.map(({ key: _key, ...row }) => row),
      (_row, index) => rows[index]?.key ?? '',
    );
  };
  return {
    byCode: membersOf(code, sql`count(distinct ${record.name}) > 1`),
    byName: membersOf(sql<string>`${record.name}`, sql`count(distinct ${code}) > 1`),
    bySubjectAndDay: membersOf(
      sql<string>`${code} || ' ' || ${record.decisionDate}`,
      sql`count(*) > 1 and count(distinct ${record.hash}) > 1 and count(*) <= ${MEMBERS}`,
    ),
  };
}

/** A group of more is no cluster but a habit (one company penalised every day). */
const MEMBERS = 50;
