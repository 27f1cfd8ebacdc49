import { listCommitments, typedDenominators } from '../../db/queries/commitments.ts';
import { getSetting } from '../../db/queries/settings.ts';
import { hasLaterFiles } from '../../db/queries/submissions.ts';
import type { ReadDb } from '../../db/types.ts';
import type { CommitmentLedger } from '../contract/commitments.ts';
import type { IndicatorSource } from '../contract/indicators.ts';
import type { Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { commitmentLedger } from '../core/commitmentLedger.ts';
import { dayOf, lastDay } from '../core/period.ts';
import { templateOf } from './cases.ts';
import { type Context, readDirectory } from './context.ts';
import { nowOf } from './moments.ts';
import { periodsIn } from './status.ts';

/** The commitments of a period as they stood at a moment: coverage, fulfilment, overdue, and the ratio to the enterprises. */
export function getCommitments(context: Context, { period, asOf }: Args<'commitments.get'>): CommitmentLedger {
  const db = context.store().read;
  const directory = readDirectory(db);
  const moment = nowOf(asOf, context.deps.now);
  const periods = periodsIn(directory, period, context.calendar);
  const column = templateOf(context, 'commitment').columns.find(({ id }) => id === 'promiseKind');
  return commitmentLedger({
    period,
    asOf: dayOf(moment),
    commitments: listCommitments(db, periods, hasLaterFiles(db, periods, moment) ? moment : null),
    kinds: column?.codes ?? { values: [], synonyms: {}, multiple: false, otherWithText: false },
    enterprises: enterprisesAt(db, period),
    units: directory.units.map((unit) => unit.id),
  });
}

/** Number of enterprises of the county: typed in last for an indicator up to the period, else the setting; null: unknown. */
function enterprisesAt(db: ReadDb, period: Period): number | null {
  const until = lastDay(period);
  const typed = typedDenominators(db)
    .filter(({ title, divides }) => ENTERPRISES.test(title) || (title.includes('企业') && OF_COMMITMENTS.has(divides)))
    .filter((one) => lastDay(one.period) <= until)
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? 1 : lastDay(a.period) > lastDay(b.period) ? -1 : 0));
  return typed[0]?.value ?? getSetting<number>(db, 'enterprises') ?? null;
}

/** 辖区内企业（含个体工商户）总数 and the like. */
const ENTERPRISES = /企业.*总数/u;
const OF_COMMITMENTS: ReadonlySet<IndicatorSource> = new Set<IndicatorSource>([
  'commitments',
  'fulfilments',
  'commitments-and-fulfilments',
]);
