import type { CaseCounts, CaseTemplate } from '../contract/cases.ts';
import type { Moment, Period } from '../contract/time.ts';
import { dayOf, lastDay, periodsOf } from './period.ts';

interface CaseCountInput {
  readonly template: CaseTemplate;
  readonly year: number;
  readonly asOf: Moment;
  /** In the order they are listed. */
  readonly units: readonly string[];
  /** Pieces handed in. */
  readonly pieces: readonly { readonly unit: string; readonly period: Period; readonly count: number }[];
  /** Squares of the grid that are owed. `isSettled`: nothing more is due whatever the count (exempt, a zero report that fulfils). */
  readonly owed: readonly {
    readonly unit: string;
    readonly period: Period;
    readonly quota: number | null;
    readonly count: number;
    readonly isSettled: boolean;
  }[];
}

/** Lays pieces out by month and unit and finds the periods that are over and short (西信用办〔2022〕5号 五：每月至少一篇). */
export function caseCounts({ template, year, asOf, units, pieces, owed }: CaseCountInput): CaseCounts {
  const months = periodsOf('month', String(year));
  const piecesOf = Map.groupBy(pieces, (one) => one.unit);
  const owedBy = Map.groupBy(owed, (one) => one.unit);
  const today = dayOf(asOf);
  const listed = units.filter((unit) => owedBy.has(unit) || piecesOf.has(unit));
  const rows = listed.map((unit) => {
    const counts = months.map((month) =>
      sumOf((piecesOf.get(unit) ?? []).filter((one) => monthOf(one.period) === month)),
    );
    const own = (owedBy.get(unit) ?? []).filter((one) => one.quota !== null);
    const short = own.filter((one) => lastDay(one.period) < today && !one.isSettled && one.count < (one.quota ?? 0));
    return {
      unit,
      counts,
      total: counts.reduce((sum, count) => sum + count, 0),
      quota: own.length === 0 ? null : Math.max(...own.map((one) => one.quota ?? 0)),
      short: [...new Set(short.map((one) => one.period))],
    };
  });
  const totals = months.map((_, index) => rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0));
  return { template, year, months, units: rows, totals };
}

const monthOf = (period: Period): string => lastDay(period).slice(0, 7);

const sumOf = (pieces: CaseCountInput['pieces']): number => pieces.reduce((sum, one) => sum + one.count, 0);
