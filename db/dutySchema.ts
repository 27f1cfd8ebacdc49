import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CalendarDay } from '../electron/contract/calendar.ts';

// Who owes a duty and by which calendar, and the numbers typed beside it: the rest of `schema.ts`.

/** A unit's own part in a duty (责任分工), beside its groups. */
export const assignment = sqliteTable(
  'assignment',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    unit: text().notNull(),
    duty: text().notNull(),
    role: text().$type<'responsible' | 'lead' | 'none'>().notNull(),
    from: text(),
    to: text(),
    reason: text().notNull(),
    documentNo: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('assignment_duty').on(t.duty, t.unit)],
);

/** 免报 and 延期: with reason, approver and document number. */
export const exemption = sqliteTable(
  'exemption',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().$type<'exempt' | 'extended'>().notNull(),
    unit: text().notNull(),
    duty: text(),
    from: text(),
    to: text(),
    period: text(),
    until: text(),
    reason: text().notNull(),
    approver: text().notNull(),
    documentNo: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('exemption_unit').on(t.unit, t.duty)],
);

/** How many pieces a unit owes in a period. */
export const allotment = sqliteTable(
  'allotment',
  {
    duty: text().notNull(),
    period: text().notNull(),
    unit: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.duty, t.period, t.unit] })],
);

/** A drawn sample (抽查). */
export const draw = sqliteTable(
  'draw',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    duty: text().notNull(),
    period: text().notNull(),
    seed: text().notNull(),
    units: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    at: text().notNull(),
    by: text().notNull(),
    note: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('draw_duty').on(t.duty, t.period)],
);

/** An event of an event duty with its clock. */
export const dutyEvent = sqliteTable(
  'duty_event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    duty: text().notNull(),
    unit: text(),
    title: text().notNull(),
    day: text().notNull(),
    closedOn: text(),
    outcome: text().notNull(),
    note: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('duty_event_duty').on(t.duty, t.day)],
);

/** A year's holiday notice that the office imported; it beats what ships. */
export const calendarYear = sqliteTable('calendar_year', {
  year: integer().primaryKey(),
  days: text({ mode: 'json' }).$type<readonly CalendarDay[]>().notNull(),
  source: text().notNull(),
  at: text().notNull(),
  by: text().notNull(),
});

/** A day this county is off or works besides. */
export const countyDay = sqliteTable('county_day', {
  day: text().primaryKey(),
  kind: text().$type<'off' | 'work'>().notNull(),
  name: text().notNull(),
  reason: text().notNull(),
  by: text().notNull(),
  at: text().notNull(),
});

/** An indicator as the profile gives it (`Indicator`), with the office's changes. */
export const indicator = sqliteTable('indicator', {
  id: text().primaryKey(),
  position: integer().notNull(),
  data: text({ mode: 'json' }).notNull(),
});

/** Numbers typed in for an indicator. */
export const indicatorValue = sqliteTable(
  'indicator_value',
  {
    indicator: text().notNull(),
    period: text().notNull(),
    numerator: real(),
    denominator: real(),
    note: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicator, t.period] })],
);
