import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, max, sql } from 'drizzle-orm';
import type {
  AssessmentEntry,
  AssessmentScheme,
  Objection,
  SchemeVersion,
} from '../../electron/contract/assessment.ts';
import type { Moment, Period } from '../../electron/contract/time.ts';
import { assessmentEntry, assessmentObjection, assessmentScheme, chase, paper } from '../paperSchema.ts';
import { record, submission } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';
import { inForce } from './standing.ts';

/** Versions of a year's scheme, newest first. */
export function listSchemeVersions(db: ReadDb, year: number): SchemeVersion[] {
  return db
    .select()
    .from(assessmentScheme)
    .where(eq(assessmentScheme.year, year))
    .orderBy(desc(assessmentScheme.version))
    .all()
    .map(toVersion);
}

/** The newest version of a year, or of the latest year before it that has one, saved up to a moment; undefined: no year has. */
export function schemeInForce(db: ReadDb, year: number, moment: Moment): SchemeVersion | undefined {
  const row = db
    .select()
    .from(assessmentScheme)
    .where(and(lte(assessmentScheme.year, year), lte(assessmentScheme.at, moment)))
    .orderBy(desc(assessmentScheme.year), desc(assessmentScheme.version))
    .get();
  return row && toVersion(row);
}

/** The newest version of each year, newest year first. */
export function newestSchemes(db: ReadDb): SchemeVersion[] {
  const newest = db
    .select({ id: max(assessmentScheme.id) })
    .from(assessmentScheme)
    .groupBy(assessmentScheme.year);
  return db
    .select()
    .from(assessmentScheme)
    .where(inArray(assessmentScheme.id, newest))
    .orderBy(desc(assessmentScheme.year))
    .all()
    .map(toVersion);
}

/** The years for which points were given, objected to or put on paper. */
export function scoredYears(db: ReadDb): ReadonlySet<number> {
  const typed = db.selectDistinct({ year: assessmentEntry.year }).from(assessmentEntry).all();
  const claimed = db.selectDistinct({ year: assessmentObjection.year }).from(assessmentObjection).all();
  const printed = db
    .selectDistinct({ period: paper.period })
    .from(paper)
    .where(and(eq(paper.kind, 'assessment'), isNull(paper.removedAt)))
    .all();
  return new Set([...typed, ...claimed].map(({ year }) => year).concat(printed.map(({ period }) => Number(period))));
}

/** Writes a version; none is ever changed. */
export function insertScheme(db: WriteDb, { scheme, ...values }: SchemeVersion): void {
  db.insert(assessmentScheme)
    .values({ ...values, data: scheme })
    .run();
}

interface EntryFilter {
  readonly year: number;
  readonly unit?: string | undefined;
  readonly item?: string | undefined;
  /** As it was then: without what was typed later, with what was withdrawn later. */
  readonly asOf?: Moment | undefined;
}

/** What was typed for a year and stands, oldest first; every other filter may be left out. */
export function listEntries(db: ReadDb, filter: EntryFilter): AssessmentEntry[] {
  const { asOf } = filter;
  return listStoredEntries(db, filter)
    .filter(({ withdrawnAt }) => withdrawnAt === null || (asOf !== undefined && withdrawnAt > asOf))
    .map(({ withdrawnAt: _at, withdrawnBy: _by, ...entry }) => entry);
}

/** An entry with when it was withdrawn, if it was. */
export type StoredEntry = AssessmentEntry & {
  readonly withdrawnAt: Moment | null;
  readonly withdrawnBy: string | null;
};

/** The same with what was withdrawn. */
export function listStoredEntries(db: ReadDb, { year, unit, item, asOf }: EntryFilter): StoredEntry[] {
  return db
    .select()
    .from(assessmentEntry)
    .where(
      and(
        eq(assessmentEntry.year, year),
        unit === undefined ? undefined : eq(assessmentEntry.unit, unit),
        item === undefined ? undefined : eq(assessmentEntry.item, item),
        asOf === undefined ? undefined : lte(assessmentEntry.at, asOf),
      ),
    )
    .orderBy(asc(assessmentEntry.id))
    .all();
}

/** One entry, or undefined; also a withdrawn one. */
export function getEntry(db: ReadDb, id: number): StoredEntry | undefined {
  return db.select().from(assessmentEntry).where(eq(assessmentEntry.id, id)).get();
}

/** Takes an entry back; its line stays. */
export function withdrawEntry(db: WriteDb, { id, at, by }: Pick<AssessmentEntry, 'id' | 'at' | 'by'>): void {
  db.update(assessmentEntry).set({ withdrawnAt: at, withdrawnBy: by }).where(eq(assessmentEntry.id, id)).run();
}

/** Writes what was typed; a line is only ever added. */
export function insertEntry(db: WriteDb, values: Omit<AssessmentEntry, 'id'>): AssessmentEntry {
  return { id: Number(db.insert(assessmentEntry).values(values).run().lastInsertRowid), ...values };
}

/** Objections of a year, oldest first; of a moment as they stood then: one decided later is still open. */
export function listObjections(
  db: ReadDb,
  { year, unit, asOf }: { readonly year: number; readonly unit?: string | undefined; readonly asOf?: Moment },
): Objection[] {
  return db
    .select()
    .from(assessmentObjection)
    .where(
      and(
        eq(assessmentObjection.year, year),
        unit === undefined ? undefined : eq(assessmentObjection.unit, unit),
        asOf === undefined ? undefined : lte(assessmentObjection.at, asOf),
      ),
    )
    .orderBy(asc(assessmentObjection.id))
    .all()
    .map((one) =>
      asOf !== undefined && one.decidedAt !== null && one.decidedAt > asOf ? { ...one, ...UNDECIDED } : one,
    );
}

/** What an objection has not got before it is decided. */
export const UNDECIDED = {
  ...{ state: 'open', after: null, decision: '', decidedBy: '', decidedAt: null, decidedFrom: null, lastEntry: 0 },
} as const satisfies Partial<Objection>;

/** One objection, or undefined. */
export function getObjection(db: ReadDb, id: number): Objection | undefined {
  return db.select().from(assessmentObjection).where(eq(assessmentObjection.id, id)).get();
}

/** Writes an objection. */
export function insertObjection(db: WriteDb, values: Omit<Objection, 'id'>): Objection {
  return { id: Number(db.insert(assessmentObjection).values(values).run().lastInsertRowid), ...values };
}

/** Writes the decision of an open objection. */
export function decideObjection(db: WriteDb, { id, ...decided }: Objection): void {
  const { state, after, decision, decidedBy, decidedAt, decidedFrom, lastEntry } = decided;
  db.update(assessmentObjection)
    .set({ state, after, decision, decidedBy, decidedAt, decidedFrom, lastEntry })
    .where(eq(assessmentObjection.id, id))
    .run();
}

/** Contacts with each unit to chase what it owed for the periods of a year; one contact about several things counts once. */
export function countChases(db: ReadDb, year: number, moment: Moment): ReadonlyMap<string, number> {
  const rows = db
    .select({
      unit: chase.unit,
      times: sql<number>`count(distinct ${chase.at} || char(10) || ${chase.how} || char(10) || ${chase.whom} || char(10) || coalesce(${chase.paper}, ''))`,
    })
    .from(chase)
    .where(
      and(
        isNull(chase.withdrawnAt),
        gte(chase.period, String(year)),
        lt(chase.period, String(year + 1)),
        lte(chase.at, moment),
      ),
    )
    .groupBy(chase.unit)
    .all();
  return new Map(rows.map(({ unit, times }) => [unit, times]));
}

/** Pieces handed in on paper by unit and duty, received up to a moment. */
export function countPapers(
  db: ReadDb,
  periods: readonly Period[],
  moment: Moment,
): { readonly unit: string; readonly duty: string; readonly count: number }[] {
  const { unit, duty, period, kind, receivedAt, withdrawnAt } = submission;
  return db
    .select({ unit, duty, count: sql<number>`sum(${submission.count})` })
    .from(submission)
    .where(and(isNull(withdrawnAt), eq(kind, 'paper'), inArray(period, [...periods]), lte(receivedAt, moment)))
    .groupBy(unit, duty)
    .all();
}

/** Compliant records that their unit says were adopted (采用): those of `refusing` begin a no. `moment` null: now. */
export function countAdopted(
  db: ReadDb,
  periods: readonly Period[],
  refusing: readonly string[],
  moment: Moment | null,
): { readonly unit: string; readonly template: string; readonly count: number }[] {
  const answer = sql`trim(coalesce(json_extract(${record.values}, '$.adopted'), ''))`;
  const { unit, template, period, compliant } = record;
  return db
    .select({ unit, template, count: sql<number>`count(*)` })
    .from(record)
    .where(
      and(
        inForce(db, moment),
        inArray(period, [...periods]),
        eq(compliant, true),
        sql`(${answer} <> '' and substr(${answer}, 1, 1) not in ${[...refusing]})`,
      ),
    )
    .groupBy(unit, template)
    .all();
}

function toVersion({ id: _id, data, ...row }: typeof assessmentScheme.$inferSelect): SchemeVersion {
  return { ...row, scheme: data as AssessmentScheme }; // only `insertScheme` writes it
}
