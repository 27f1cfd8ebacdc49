import { and, asc, desc, eq, exists, inArray, isNull, like, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { type AnySQLiteColumn, alias, unionAll } from 'drizzle-orm/sqlite-core';
import type { StoredFinding } from '../../electron/contract/findings.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { attachment, batch, record, submission } from '../schema.ts';
import type { ReadDb } from '../types.ts';
import { findingsOf } from './records.ts';

/** What is asked of a ledger of cases. */
export interface CaseFilter {
  readonly template: string;
  /** Duties whose papers and articles are cases of the template. */
  readonly duties: readonly string[];
  readonly unit: string | undefined;
  readonly periods: readonly Period[] | null;
  readonly search: string | undefined;
  readonly adopted: boolean | undefined;
  /** First characters of an 采用情况 that says no. */
  readonly refusing: readonly string[];
  readonly offset: number;
  /** -1: all. */
  readonly limit: number;
}

/** An entry of the ledger: a record, or a paper submission; `id` is `record.id` or `submission.id`. */
export interface CaseEntry {
  readonly source: 'record' | 'paper';
  readonly id: number;
}

/** The entries that meet a filter, newest period and receipt first, with how many there are and how many pieces they count. */
export function listCaseEntries(
  db: ReadDb,
  filter: CaseFilter,
): { readonly total: number; readonly pieces: number; readonly entries: readonly CaseEntry[] } {
  const records = db
    .select({
      source: sql<CaseEntry['source']>`'record'`.as('source'),
      id: sql<number>`${record.id}`.as('id'),
      period: sql<Period>`${record.period}`.as('period'),
      receivedAt: sql<Moment>`${record.receivedAt}`.as('received'),
      pieces: sql<number>`1`.as('pieces'),
    })
    .from(record)
    .where(and(...recordConditions(filter)));
  const papers = db
    .select({
      source: sql<CaseEntry['source']>`'paper'`.as('source'),
      id: sql<number>`${submission.id}`.as('id'),
      period: sql<Period>`${submission.period}`.as('period'),
      receivedAt: sql<Moment>`${submission.receivedAt}`.as('received'),
      pieces: sql<number>`${submission.count}`.as('pieces'),
    })
    .from(submission)
    .where(and(...paperConditions(db, filter)));
  const all = unionAll(records, papers).as('entries');
  const sums = db
    .select({ total: sql<number>`count(*)`, pieces: sql<number>`coalesce(sum(${all.pieces}), 0)` })
    .from(all)
    .get();
  const entries = db
    .select({ source: all.source, id: all.id })
    .from(all)
    .orderBy(desc(all.period), desc(all.receivedAt), asc(all.source), desc(all.id))
    .limit(filter.limit)
    .offset(filter.offset)
    .all();
  return { total: sums?.total ?? 0, pieces: sums?.pieces ?? 0, entries };
}

/** A record of a ledger; `isTyped`: by hand, and in no file since. */
export interface CaseRecord {
  readonly row: typeof record.$inferSelect;
  readonly findings: readonly StoredFinding[];
  readonly isTyped: boolean;
}

/** Records by `record.id`, with their findings. */
export function caseRecords(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, CaseRecord> {
  const rows = inChunks(ids, (some) => db.select().from(record).where(inArray(record.id, some)).all());
  const findings = findingsOf(db, ids);
  const typed = new Set(
    inChunks(
      rows.map((row) => row.lineage),
      (some) => typedLineages(db, some),
    ),
  );
  return new Map(
    rows.map((row) => [row.id, { row, findings: findings.get(row.id) ?? [], isTyped: typed.has(row.lineage) }]),
  );
}

/** A paper submission with the article it was made of, if any. */
export interface CasePaper {
  readonly submission: typeof submission.$inferSelect;
  readonly article: typeof attachment.$inferSelect | null;
}

/** Paper submissions by id. */
export function casePapers(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, CasePaper> {
  const rows = inChunks(ids, (some) =>
    db
      .select({ submission, article: attachment })
      .from(submission)
      .leftJoin(attachment, and(eq(attachment.submission, submission.id), isNull(attachment.withdrawnAt)))
      .where(inArray(submission.id, some))
      .all(),
  );
  return new Map(rows.map((row) => [row.submission.id, row]));
}

/** Papers beside the submissions of some units, duties and periods: those that are no case of their own. */
export function papersBeside(db: ReadDb, periods: readonly Period[]) {
  const { id, name, unit, duty, period } = attachment;
  return db
    .select({ id, name, unit, duty, period })
    .from(attachment)
    .where(and(isNull(attachment.withdrawnAt), ne(attachment.kind, 'article'), inArray(period, [...periods])))
    .orderBy(asc(id))
    .all();
}

/** Pieces handed in, as the grid counts them: of the template's tables, and papers of its duties, received up to a moment. */
export function countPieces(
  db: ReadDb,
  { template, duties, year, moment }: { template: string; duties: readonly string[]; year: number; moment: Moment },
): { readonly unit: string; readonly period: Period; readonly count: number }[] {
  return db
    .select({ unit: submission.unit, period: submission.period, count: sql<number>`sum(${submission.count})` })
    .from(submission)
    .where(
      and(
        isNull(submission.withdrawnAt),
        like(submission.period, `${year}%`),
        lte(submission.receivedAt, moment),
        or(
          and(eq(submission.kind, 'file'), eq(submission.template, template)),
          and(eq(submission.kind, 'paper'), inArray(submission.duty, [...duties])),
        ),
      ),
    )
    .groupBy(submission.unit, submission.period)
    .all();
}

/** Records in force of a unit and template under a key, in any period. */
export function recordsUnderKey(db: ReadDb, unit: string, template: string, key: string) {
  const { lineage, period, duty, values } = record;
  return db
    .select({ lineage, period, duty, values })
    .from(record)
    .where(and(eq(record.template, template), eq(record.state, 'current'), eq(record.unit, unit), eq(record.key, key)))
    .all();
}

function recordConditions({ template, unit, periods, search, adopted, refusing }: CaseFilter): (SQL | undefined)[] {
  const answer = sql`trim(coalesce(json_extract(${record.values}, '$.adopted'), ''))`;
  const isYes = sql`(${answer} <> '' and substr(${answer}, 1, 1) not in ${[...refusing]})`;
  return [
    eq(record.template, template),
    eq(record.state, 'current'),
    unit === undefined ? undefined : eq(record.unit, unit),
    periods === null ? undefined : inArray(record.period, [...periods]),
    adopted === undefined ? undefined : adopted ? isYes : sql`not ${isYes}`,
    search === undefined || search === ''
      ? undefined
      : sql`exists (select 1 from json_each(${record.values}) each where ${holds(sql`each.value`, search)})`,
  ];
}

function paperConditions(db: ReadDb, { duties, unit, periods, search, adopted }: CaseFilter): (SQL | undefined)[] {
  const text = (column: AnySQLiteColumn): SQL => holds(sql`${column}`, search ?? '');
  const article = alias(attachment, 'article');
  return [
    isNull(submission.withdrawnAt),
    eq(submission.kind, 'paper'),
    inArray(submission.duty, [...duties]),
    unit === undefined ? undefined : eq(submission.unit, unit),
    periods === null ? undefined : inArray(submission.period, [...periods]),
    // Of an article nobody knows: it has no field to say so.
    adopted === true ? sql`0` : undefined,
    search === undefined || search === ''
      ? undefined
      : or(
          text(submission.note),
          exists(
            db
              .select({ one: sql`1` })
              .from(article)
              .where(
                and(
                  eq(article.submission, submission.id),
                  isNull(article.withdrawnAt),
                  or(text(article.title), text(article.name), text(article.text)),
                ),
              ),
          ),
        ),
  ];
}

const holds = (where: SQL, text: string): SQL => sql`instr(lower(${where}), lower(${text})) > 0`;

/** Lineages whose row in force, corrections aside, was typed in and came in no file since. */
function typedLineages(db: ReadDb, lineages: readonly number[]): number[] {
  const rows = db
    .select({ lineage: record.lineage, kind: batch.kind })
    .from(record)
    .innerJoin(batch, eq(batch.id, record.batch))
    .where(
      and(
        inArray(record.lineage, [...lineages]),
        inArray(record.state, ['current', 'superseded']),
        ne(batch.kind, 'correction'),
      ),
    )
    .orderBy(asc(record.id))
    .all();
  const newest = new Map(rows.map(({ lineage, kind }) => [lineage, kind]));
  return [...newest].flatMap(([lineage, kind]) => (kind === 'entry' ? [lineage] : []));
}

const CHUNK = 500;

function inChunks<T>(ids: readonly number[], read: (some: number[]) => T[]): T[] {
  const all: T[] = [];
  for (let i = 0; i < ids.length; i += CHUNK) all.push(...read(ids.slice(i, i + CHUNK)));
  return all;
}
