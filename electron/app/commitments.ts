import { logAction } from '../../db/queries/audit.ts';
import { listCommitments, typedDenominators } from '../../db/queries/commitments.ts';
import { getSetting, putSetting } from '../../db/queries/settings.ts';
import { hasLaterFiles } from '../../db/queries/submissions.ts';
import type { ReadDb } from '../../db/types.ts';
import type { CommitmentLedger, EnterpriseSource } from '../contract/commitments.ts';
import type { IndicatorSource } from '../contract/indicators.ts';
import type { Day, Period } from '../contract/time.ts';
import type { Args, Result } from '../contract.ts';
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

/** Says how many enterprises (含个体工商户) the county has in a year, or forgets that. */
export function setEnterprises(
  context: Context,
  { year, count, source, by = '' }: Args<'commitments.setEnterprises'>,
): Result<'commitments.setEnterprises'> {
  const store = context.store();
  const { [year]: before, ...others } = storedEnterprises(store.read);
  store.write((db) => {
    putSetting(db, ENTERPRISES_KEY, count === null ? others : { ...others, [year]: { count, source: source.trim() } });
    logAction(db, context.deps.now(), 'commitments.enterprises', String(year), JSON.stringify({ before, count }), by);
  });
  return { year, count };
}

/**
 * Number of enterprises of the county: what the office set for the year, else what was typed in last for an indicator up to the period, else
 * what the office set for the nearest year before; null: unknown.
 */
function enterprisesAt(db: ReadDb, period: Period): { readonly count: number; readonly from: EnterpriseSource } | null {
  const until = lastDay(period);
  const stored = storedEnterprises(db);
  const ofOffice = (year: number) => {
    const found = stored[year];
    return found ? { count: found.count, from: { kind: 'office' as const, year, source: found.source } } : null;
  };
  const year = Number(until.slice(0, 4));
  const earlier = Object.keys(stored)
    .map(Number)
    .filter((one) => one < year)
    .sort((a, b) => b - a)[0];
  return ofOffice(year) ?? typedEnterprises(db, until) ?? (earlier === undefined ? null : ofOffice(earlier));
}

function typedEnterprises(db: ReadDb, until: Day) {
  const [latest] = typedDenominators(db)
    .filter(({ title, divides }) => ENTERPRISES.test(title) || (title.includes('企业') && OF_COMMITMENTS.has(divides)))
    .filter((one) => lastDay(one.period) <= until)
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? 1 : lastDay(a.period) > lastDay(b.period) ? -1 : 0));
  if (latest === undefined) return null;
  return { count: latest.value, from: { kind: 'indicator' as const, period: latest.period, title: latest.title } };
}

const ENTERPRISES_KEY = 'enterprises';

/** By year. */
type StoredEnterprises = Readonly<Record<string, { readonly count: number; readonly source: string }>>;

const storedEnterprises = (db: ReadDb): StoredEnterprises => getSetting<StoredEnterprises>(db, ENTERPRISES_KEY) ?? {};

/** 辖区内企业（含个体工商户）总数 and the like. */
const ENTERPRISES = /企业.*总数/u;
const OF_COMMITMENTS: ReadonlySet<IndicatorSource> = new Set<IndicatorSource>([
  'commitments',
  'fulfilments',
  'commitments-and-fulfilments',
]);
