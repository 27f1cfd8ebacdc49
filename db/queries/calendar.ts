import { asc, eq } from 'drizzle-orm';
import type { CountyDay, HolidayNotice } from '../../electron/contract/calendar.ts';
import type { Day, Moment } from '../../electron/contract/time.ts';
import { calendarYear, countyDay } from '../dutySchema.ts';
import type { ReadDb, WriteDb } from '../types.ts';

/** Notices the office imported, and the days of its county. */
export function calendarExtra(db: ReadDb): {
  readonly years: readonly HolidayNotice[];
  readonly county: readonly CountyDay[];
} {
  const years = db.select().from(calendarYear).orderBy(asc(calendarYear.year)).all();
  return {
    years: years.map(({ year, days, source }) => ({ year, days, source })),
    county: db.select().from(countyDay).orderBy(asc(countyDay.day)).all(),
  };
}

/** Writes or replaces the notice of a year. */
export function putNotice(
  db: WriteDb,
  { year, days, source }: HolidayNotice,
  written: { readonly at: Moment; readonly by: string },
): void {
  const row = { days, source, ...written };
  db.insert(calendarYear)
    .values({ year, ...row })
    .onConflictDoUpdate({ target: calendarYear.year, set: row })
    .run();
}

/** Takes the notice of a year away; false: there was none. */
export function removeNotice(db: WriteDb, year: number): boolean {
  return db.delete(calendarYear).where(eq(calendarYear.year, year)).run().changes > 0;
}

/** Writes or replaces a day of the county. */
export function putCountyDay(db: WriteDb, row: CountyDay): void {
  db.insert(countyDay).values(row).onConflictDoUpdate({ target: countyDay.day, set: row }).run();
}

/** Takes a day of the county away; false: there was none. */
export function removeCountyDay(db: WriteDb, day: Day): boolean {
  return db.delete(countyDay).where(eq(countyDay.day, day)).run().changes > 0;
}
