import { and, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { LearnedName, RememberedMapping } from '../../electron/contract/memory.ts';
import { learnedName, mapping } from '../schema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Remembered mappings in force: one per unit, template and header line, as last confirmed; those of units first, the newest before. */
export function listMappings(db: ReadDb): RememberedMapping[] {
  const rows = db.select().from(mapping).where(isNull(mapping.forgottenAt)).orderBy(desc(mapping.id)).all();
  return newestOf(rows, (row) => [row.unit, row.template, row.fingerprint])
    .map(({ batch: _batch, forgottenAt: _forgotten, ...row }) => row)
    .sort((a, b) => Number(a.unit === null) - Number(b.unit === null) || compare(b.usedAt, a.usedAt) || b.id - a.id);
}

/**
 * Names and addresses in force that clerks' answers gave to units, the newest first. The newest answer counts; a name whose last two answers
 * differ is in force for both units, and so asked. An address may be that of several units for good.
 */
export function listNames(db: ReadDb): LearnedName[] {
  const rows = db.select().from(learnedName).where(isNull(learnedName.forgottenAt)).orderBy(desc(learnedName.id)).all();
  const answers = Map.groupBy(rows, ({ kind, text }) => `${kind} ${text}`);
  const inForce = rows.filter(({ kind, text, unit }) => unitsOf(answers.get(`${kind} ${text}`) ?? []).has(unit));
  return newestOf(inForce, (row) => [row.kind, row.text, row.unit]).map(
    ({ batch: _batch, forgottenAt: _forgotten, ...row }) => row,
  );
}

/** The units that a name is in force for, by its answers, newest first. */
function unitsOf(answers: readonly Pick<LearnedName, 'kind' | 'unit'>[]): ReadonlySet<string> {
  const deciding = answers[0]?.kind === 'name' ? answers.slice(0, 2) : answers;
  return new Set(deciding.map(({ unit }) => unit));
}

/** What a batch learns is a line of its own, so that taking the batch back brings back what was remembered before. */
export function insertMapping(
  db: WriteDb,
  row: Omit<RememberedMapping, 'id' | 'uses' | 'usedAt'> & { readonly batch: string },
): void {
  const { unit, template, fingerprint, batch } = row;
  const before = and(ofLine({ unit, template, fingerprint }), eq(mapping.batch, batch));
  // Two files of one batch may answer alike.
  if (db.select({ id: mapping.id }).from(mapping).where(before).get())
    db.update(mapping).set({ columns: row.columns }).where(before).run();
  else
    db.insert(mapping)
      .values({ ...row, uses: 0, usedAt: row.learnedAt })
      .run();
}

/** Writes a name or address that an answer gave to a unit. */
export function insertName(db: WriteDb, row: Omit<LearnedName, 'id' | 'uses'> & { readonly batch: string }): void {
  const { kind, text, unit, batch } = row;
  const before = and(ofName({ kind, text, unit }), eq(learnedName.batch, batch));
  if (db.select({ id: learnedName.id }).from(learnedName).where(before).get()) return;
  db.insert(learnedName)
    .values({ ...row, uses: 0 })
    .run();
}

type Line = Pick<RememberedMapping, 'unit' | 'template' | 'fingerprint'>;
type Name = Pick<LearnedName, 'kind' | 'text' | 'unit'>;

/** Counts that a remembered mapping was applied. */
export function countMapping(db: WriteDb, line: Line, at: string): void {
  const newest = db.select({ id: mapping.id }).from(mapping).where(ofLine(line)).orderBy(desc(mapping.id)).limit(1);
  db.update(mapping)
    .set({ uses: sql`${mapping.uses} + 1`, usedAt: at })
    .where(inArray(mapping.id, newest))
    .run();
}

/** Counts that a learned name or address named its unit. */
export function countName(db: WriteDb, name: Name): void {
  const newest = db
    .select({ id: learnedName.id })
    .from(learnedName)
    .where(ofName(name))
    .orderBy(desc(learnedName.id))
    .limit(1);
  db.update(learnedName)
    .set({ uses: sql`${learnedName.uses} + 1` })
    .where(inArray(learnedName.id, newest))
    .run();
}

/** Forgets a mapping, whoever confirmed it how often, and what the same answers taught the whole office. False: there is none. */
export function forgetMapping(db: WriteDb, id: number, at: string): boolean {
  const row = db
    .select()
    .from(mapping)
    .where(and(eq(mapping.id, id), isNull(mapping.forgottenAt)))
    .get();
  if (!row) return false;
  const batches = db.select({ batch: mapping.batch }).from(mapping).where(ofLine(row)).all();
  const taught = and(
    ofLine({ ...row, unit: null }),
    inArray(
      mapping.batch,
      batches.map(({ batch }) => batch),
    ),
  );
  db.update(mapping).set({ forgottenAt: at }).where(taught).run();
  db.update(mapping).set({ forgottenAt: at }).where(ofLine(row)).run();
  return true;
}

/** Forgets a name or address of a unit. False: there is none. */
export function forgetName(db: WriteDb, id: number, at: string): boolean {
  const row = db
    .select()
    .from(learnedName)
    .where(and(eq(learnedName.id, id), isNull(learnedName.forgottenAt)))
    .get();
  if (!row) return false;
  const { kind, text } = row;
  const isOne = and(eq(learnedName.kind, kind), eq(learnedName.text, text), isNull(learnedName.forgottenAt));
  const left = [...unitsOf(db.select().from(learnedName).where(isOne).orderBy(desc(learnedName.id)).all())].filter(
    (unit) => unit !== row.unit,
  );
  // An answer that a newer one has put out of force does not come back.
  db.update(learnedName)
    .set({ forgottenAt: at })
    .where(and(isOne, notInArray(learnedName.unit, left)))
    .run();
  return true;
}

/** Forgets what a batch taught; what was known before it holds again. */
export function forgetBatch(db: WriteDb, batch: string, at: string): void {
  db.update(mapping)
    .set({ forgottenAt: at })
    .where(and(eq(mapping.batch, batch), isNull(mapping.forgottenAt)))
    .run();
  db.update(learnedName)
    .set({ forgottenAt: at })
    .where(and(eq(learnedName.batch, batch), isNull(learnedName.forgottenAt)))
    .run();
}

const ofLine = ({ unit, template, fingerprint }: Line) =>
  and(
    unit === null ? isNull(mapping.unit) : eq(mapping.unit, unit),
    eq(mapping.template, template),
    eq(mapping.fingerprint, fingerprint),
    isNull(mapping.forgottenAt),
  );

const ofName = ({ kind, text, unit }: Name) =>
  and(
    eq(learnedName.kind, kind),
    eq(learnedName.text, text),
    eq(learnedName.unit, unit),
    isNull(learnedName.forgottenAt),
  );

/** Of rows that say the same, newest first, the newest, with the uses of all. */
function newestOf<Row extends { readonly uses: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly unknown[],
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const before = newest.get(key);
    newest.set(key, before ? { ...before, uses: before.uses + row.uses } : row);
  }
  return [...newest.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
