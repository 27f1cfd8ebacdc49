import { lastBatch } from '../../db/queries/batches.ts';
import { listChases } from '../../db/queries/chases.ts';
import { listPapers } from '../../db/queries/papers.ts';
import { countRecords } from '../../db/queries/tallies.ts';
import type { AppInfo, Overview } from '../contract/overview.ts';
import { composeOverview } from '../core/overview.ts';
import { dayOf, firstDay, lastDay, periodOf } from '../core/period.ts';
import { whereKnown } from '../core/whereKnown.ts';
import { type Context, readDirectory } from './context.ts';
import { dueCells } from './dueCells.ts';
import { knownCells } from './grid.ts';
import { nowOf } from './moments.ts';
import { ratesOf } from './status.ts';

/** This week and month at a glance. */
export function getOverview(context: Context, query: { readonly asOf?: string | undefined }): Overview {
  const db = context.store().read;
  const directory = readDirectory(db);
  const asOf = nowOf(query.asOf, context.deps.now);
  // None where nothing is known of a period's year, which the to-do list names: the rest of the page stands.
  const cellsIn = (period: string) => [
    ...whereKnown(() => knownCells(db, directory, { period, asOf }, context).cells, []),
  ];
  const week = periodOf('week', dayOf(asOf));
  const month = periodOf('month', dayOf(asOf));
  const monthCells = cellsIn(month);
  // What presses is mostly about an earlier period: the month before, the quarter that ended.
  const span = {
    from: [firstDay(week), firstDay(month)].sort()[0] ?? dayOf(asOf),
    to: [lastDay(week), lastDay(month)].sort()[1] ?? dayOf(asOf),
  };
  const due = dueCells(db, directory, { ...span, asOf, onlyKnown: true }, context);
  const { records, faulty } = countRecords(db);
  const last = lastBatch(db);
  return composeOverview({
    ...directory,
    asOf,
    cells: [...cellsIn(week), ...monthCells, ...due],
    yearCells: cellsIn(periodOf('year', dayOf(asOf))),
    rates: whereKnown(() => ratesOf(db, directory, { period: month, asOf }, context, monthCells), null),
    calendar: context.calendar,
    records,
    recordsWithErrors: faulty,
    chasesOf: (units, periods) => (units.length === 0 ? [] : listChases(db, { units, periods })),
    drafts: UNISSUED.flatMap((state) => listPapers(db, { state })).sort((a, b) => b.id - a.id),
    lastBatch: last ? { id: last.id, at: last.committedAt, files: last.files } : null,
  });
}

const UNISSUED = ['draft', 'checked'] as const;

/** What the program is and where its data lives; answered before a county is chosen, too. */
export function getInfo(context: Context): AppInfo {
  const { deps, calendar } = context;
  const office = context.isInitialised() ? readDirectory(context.store().read).office : null;
  return {
    version: deps.version,
    node: process.versions.node,
    dataFolder: deps.dataFolder,
    profile: office?.id ?? null,
    office: office?.office ?? null,
    county: office?.county ?? null,
    calendarFrom: calendar.from,
    calendarTo: calendar.to,
    demo: deps.demo ?? false,
    now: deps.now(),
  };
}
