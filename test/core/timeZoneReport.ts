// Run by timeZone.test.ts as a process of its own, because a time zone is fixed when a process begins.
import fc from 'fast-check';
import { createCalendar } from '../../electron/core/calendar.ts';
import { recordDueDay } from '../../electron/core/due.ts';
import { expectationsOf } from '../../electron/core/expectation.ts';
import { gridCells } from '../../electron/core/grid.ts';
import { addDays, periodOf, periodTitle, weekdayOf } from '../../electron/core/period.ts';
import { computeRates } from '../../electron/core/rates.ts';
import { composeReminders } from '../../electron/core/reminders.ts';
import { anyBook } from './anyBook.ts';
import { dutyBook } from './dutyBook.ts';
import { REMINDING } from './reminderSample.ts';
import { duty, office, settings, submission, unit, weeklyDuty } from './sampleDesk.ts';

const calendar = createCalendar();
const asOf = '2022-11-06T01:30';
const units = [unit('u1'), unit('u2')];
const duties = [weeklyDuty('d1'), duty('d2')];
const days = Array.from({ length: 400 }, (_, n) => addDays('2022-01-01', n));
const expectations = expectationsOf({ ...dutyBook(duties, units), period: '2022', settings, calendar });
const anyBooks = fc.sample(anyBook, { numRuns: 120, seed: 20_221_106 });
const cells = gridCells(expectations, [submission({ duty: 'd2' })], asOf, () => null);

const report = {
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: days.map((day) => [day, weekdayOf(day), periodOf('week', day), calendar.isWorkday(day)]),
  terms: days.map((day) => recordDueDay(day, { days: 7, unit: 'working', shift: 'none' }, calendar)),
  titles: expectations.map((expectation) => periodTitle(expectation.period)),
  expectations,
  anyExpectations: anyBooks.flatMap((book) => expectationsOf({ ...book, period: '2022', settings, calendar })),
  cells,
  rates: computeRates({
    period: '2022',
    asOf,
    cells,
    tallies: [],
    units,
    settings,
    recordTermText: '',
    minDenominator: 1,
  }),
  reminders: composeReminders({ ...REMINDING, period: '2022', asOf, cells, units, duties, office }),
};
process.stdout.write(JSON.stringify(report));
