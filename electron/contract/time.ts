/** A calendar day, `2022-04-29`. Never a `Date`: a day has no time zone. */
export type Day = string;

/** A local moment to the minute or second, `2022-04-29T16:00` or `2022-04-29T16:00:30`. Compares as text. */
export type Moment = string;

/** A reporting period (报送期): `2022-W17` (ISO week), `2022-04`, `2022-Q2`, `2022-H1` or `2022`. Only `core/period.ts` parses it. */
export type Period = string;

export type PeriodKind = 'week' | 'month' | 'quarter' | 'half' | 'year';
