import { and, asc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Period } from '../../electron/contract/time.ts';
import type { ClusterGroup, ClusterRecord } from '../../electron/core/clusters.ts';
import { record } from '../schema.ts';
import type { ReadDb } from '../types.ts';

export interface ClusterScope {
  readonly template: string;
  /** Field of the subject's code. */
  readonly codeField: string;
  readonly unit: string | undefined;
  readonly periods: readonly Period[] | null;
}

/**
 * Groups of current records that share one thing and differ in another; found in the database, at most `most` groups of each kind and of
 * each group at most 50 records, of every variant one before a second of any.
 */
export interface ClusterGroups {
  readonly byCode: ReadonlyMap<string, ClusterGroup>;
  readonly byName: ReadonlyMap<string, ClusterGroup>;
  readonly bySubjectAndDay: ReadonlyMap<string, ClusterGroup>;
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
  const membersOf = (key: SQL<string>, variant: SQL, differs: SQL): ReadonlyMap<string, ClusterGroup> => {
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
    const numbered = db
      .select({
        ...{ id: record.id, key: key.as('key'), record: lineage, unit, template, period, name, code: code.as('code') },
        values,
        size: sql<number>`count(*) over (partition by ${key})`.as('size'),
        nth: sql<number>`row_number() over (partition by ${key}, ${variant} order by ${record.id})`.as('nth'),
      })
      .from(record)
      .where(and(where, inArray(key, groups)))
      .as('numbered');
    const placed = db
      .select({
        ...numbered._.selectedFields,
        place: sql<number>`row_number() over (partition by "key" order by "nth", ${numbered.id})`.as('place'),
      })
      .from(numbered)
      .as('placed');
    const rows = db.select().from(placed).where(lte(placed.place, MEMBERS)).orderBy(asc(placed.id)).all();
    return new Map(
      [...Map.groupBy(rows, (row) => row.key)].map(([group, members]) => [
        group,
        { records: members.map(memberOf), size: members[0]?.size ?? 0 },
      ]),
    );
  };
  const name = sql<string>`${record.name}`;
  return {
    byCode: membersOf(code, name, sql`count(distinct ${name}) > 1`),
    byName: membersOf(name, code, sql`count(distinct ${code}) > 1`),
    bySubjectAndDay: membersOf(
      sql<string>`${code} || ' ' || ${record.decisionDate}`,
      sql`${record.hash}`,
      sql`count(*) > 1 and count(distinct ${record.hash}) > 1 and count(*) <= ${MEMBERS}`,
    ),
  };
}

function memberOf({ record: lineage, unit, template, period, name, code, values }: ClusterRecord): ClusterRecord {
  return { record: lineage, unit, template, period, name, code, values };
}

/** Rows of one subject and day of which there are more are no cluster but a habit; of other groups more are told as a number. */
const MEMBERS = 50;
