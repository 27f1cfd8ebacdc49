import type { Duty } from '../contract/duties.ts';
import type { GridCell } from '../contract/status.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { CircularInput } from './circularInput.ts';
import { CASE_TEMPLATES, type CaseTemplate } from './circularTexts.ts';
import { isMet, isOverdue, isOwed } from './grid.ts';
import { isAfter, periodTitle } from './period.ts';

/** Why a duty of a unit is complained of: nothing came, too few came, or what came was sent back. */
export type OwedStatus = 'missing' | 'partial' | 'returned';

/** What one unit did not send, or sent late, of one duty; all periods of the circular together. */
export interface OwedDuty<Status = OwedStatus> {
  readonly unit: string;
  readonly duty: string;
  readonly status: Status;
  readonly periods: readonly Period[];
}

/** A unit with a number behind its name. */
export interface UnitTimes {
  readonly unit: string;
  readonly times: number;
}

/**
 * What annex 4 says of one unit and one kind of case: a number, a stated zero, or `null` where nothing is owed and nothing came. Silence is
 * no zero (`owed`): it is a debt, told with the other debts and nowhere else. `none`: what came holds no case.
 */
export interface CaseCount {
  readonly unit: string;
  readonly counts: Readonly<Record<CaseTemplate, { readonly count: number; readonly status: CaseStatus } | null>>;
}
export type CaseStatus = 'sent' | 'stated' | 'exempt' | 'pending' | 'owed' | 'none';

/** `many`: it owes at least `criticiseFrom` items; `rate`: fewer, but its 上报率 is below the limit. */
export type Severity = 'many' | 'rate';

/** What the circular says, as facts in the office's order of units; the sentences and tables only word them. */
export interface CircularFacts {
  /** Units that owe anything in the period. */
  readonly units: number;
  readonly zero: number;
  readonly pending: number;
  readonly owed: readonly OwedDuty[];
  /** Units criticised, and for what: the same limits for every unit and every duty. */
  readonly severe: ReadonlyMap<string, Severity>;
  /** Units named for a rate, the worst first. */
  readonly lowReport: readonly string[];
  readonly lowCompliance: readonly string[];
  /** Those of `lowCompliance` that are criticised, not only asked to mend. */
  readonly faulty: ReadonlySet<string>;
  readonly late: readonly OwedDuty<'late'>[];
  /** Records past their term, and those of which nobody can tell for their decision date. */
  readonly lateRecords: readonly UnitTimes[];
  readonly undatedRecords: readonly UnitTimes[];
  readonly quality: readonly UnitTimes[];
  readonly praised: readonly string[];
  readonly cases: readonly CaseCount[];
}

/** Derives what the circular says from the grid, the rates and the records; nothing is counted twice or guessed. */
export function circularFacts(input: CircularInput): CircularFacts {
  const order = new Map(input.units.map((unit) => [unit.id, unit.order]));
  const byOrder = (a: { unit: string }, b: { unit: string }) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0);
  const cells = input.cells.filter((cell) => cell.assigned).sort(byOrder);
  const owing = cells.filter(isOwed);
  const overdue = owing.filter((cell) => isOverdue(cell, input.asOf));
  const owed = perDuty(overdue, input.duties, owedStatus);
  const { reportRateBelow, complianceRateBelow, minDenominator } = input.texts.limits;
  const lowReport = unitsBelow(
    input.rates.units.map(({ unit, reportRate, expected }) => ({ unit, rate: reportRate, of: expected })),
    { limit: reportRateBelow, least: minDenominator },
    byOrder,
  );
  const lowCompliance = unitsBelow(
    input.rates.units.map(({ unit, complianceRate, records }) => ({ unit, rate: complianceRate, of: records })),
    { limit: complianceRateBelow, least: minDenominator },
    byOrder,
  );
  const severe = severeUnits(owed, lowReport, input.texts.limits.criticiseFrom);
  return {
    units: new Set(owing.map((cell) => cell.unit)).size,
    zero: cells.filter((cell) => cell.status === 'zero').length,
    pending: owing.filter((cell) => !isMet(cell) && !isOverdue(cell, input.asOf)).length,
    owed,
    severe,
    lowReport,
    lowCompliance,
    faulty: new Set(isSilenceSpared(input, severe) ? [] : lowCompliance.filter(hasManyFaulty(input))),
    late: perDuty(cells, input.duties, (cell) => (isMet(cell) && cell.late ? 'late' : null)),
    lateRecords: most(
      input.rates.units.map(({ unit, clocked, timely }) => ({
        unit,
        times: clocked - (timely ?? 0) - (input.undated.get(unit) ?? 0),
      })),
      byOrder,
    ),
    undatedRecords: most(
      input.rates.units.map(({ unit }) => ({ unit, times: input.undated.get(unit) ?? 0 })),
      byOrder,
    ),
    quality: most(
      [...Map.groupBy(input.findings, (row) => row.unit)].map(([unit, rows]) => ({
        unit,
        times: input.findingTotals?.get(unit) ?? rows.length,
      })),
      byOrder,
    ),
    praised: praisedUnits(cells, input),
    cases: caseCounts(input, byOrder),
  };
}

/** The one case template a duty is about; null for a duty about other tables. */
export function caseTemplateOf(duty: Duty | undefined): CaseTemplate | null {
  return CASE_TEMPLATES.find((template) => duty?.templates.length === 1 && duty.templates[0] === template) ?? null;
}

/** Period inside a circular whose title already names the year: `第17周`, `4月`, `第二季度`. */
export function shortPeriod(period: Period): string {
  const title = periodTitle(period);
  return title.replace(/^\d{4}年/, '').replace(/（.*）$/, '') || title;
}

function owedStatus({ status }: GridCell): OwedStatus | null {
  return status === 'missing' || status === 'partial' || status === 'returned' ? status : null;
}

/** Cells of one kind put together per unit and duty, in the order of the cells' units and of the duties. */
function perDuty<Status>(
  cells: readonly GridCell[],
  duties: readonly Duty[],
  statusOf: (cell: GridCell) => Status | null,
): OwedDuty<Status>[] {
  const groups = new Map<string, { unit: string; duty: string; status: Status; periods: Period[] }>();
  for (const cell of cells) {
    const status = statusOf(cell);
    if (status === null) continue;
    const key = `${cell.unit} ${cell.duty} ${status}`;
    const group = groups.get(key) ?? { unit: cell.unit, duty: cell.duty, status, periods: [] };
    group.periods.push(cell.period);
    groups.set(key, group);
  }
  const place = new Map(duties.map((duty, index) => [duty.id, index]));
  const unitPlace = new Map([...new Set(cells.map((cell) => cell.unit))].map((unit, index) => [unit, index]));
  const rank = (item: OwedDuty<Status>) =>
    (unitPlace.get(item.unit) ?? 0) * duties.length + (place.get(item.duty) ?? 0);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/** Units whose rate is below the limit, the worst first; those with too small a base are left out. */
function unitsBelow(
  rows: readonly { readonly unit: string; readonly rate: number | null; readonly of: number }[],
  { limit, least }: { readonly limit: number; readonly least: number },
  byOrder: (a: { unit: string }, b: { unit: string }) => number,
): string[] {
  return rows
    .flatMap(({ unit, rate, of }) => (rate !== null && rate < limit && of >= least ? [{ unit, rate }] : []))
    .sort((a, b) => a.rate - b.rate || byOrder(a, b))
    .map(({ unit }) => unit);
}

function severeUnits(owed: readonly OwedDuty[], low: readonly string[], from: number): Map<string, Severity> {
  const items = new Map<string, number>();
  for (const item of owed) items.set(item.unit, (items.get(item.unit) ?? 0) + item.periods.length);
  const severe = new Map<string, Severity>(low.map((unit) => [unit, 'rate']));
  for (const [unit, number] of items) if (number >= from) severe.set(unit, 'many');
  return severe;
}

/**
 * Whether units that sent nothing of what they owed are only asked for it. Then nobody is criticised for the quality of what was sent: that
 * would be harder on who reports than on who does not.
 */
function isSilenceSpared({ rates }: CircularInput, severe: ReadonlyMap<string, Severity>): boolean {
  const silent = rates.units.filter(({ expected, met }) => expected > 0 && met === 0);
  return silent.length > 0 && silent.every(({ unit }) => !severe.has(unit));
}

/** Whether a unit's faulty records are enough to criticise it: one of three is a low rate, and little to blame. */
function hasManyFaulty({ rates, texts }: CircularInput): (unit: string) => boolean {
  const faulty = new Map(rates.units.map(({ unit, records, compliant }) => [unit, records - compliant]));
  return (unit) => (faulty.get(unit) ?? 0) >= texts.limits.criticiseFaultyFrom;
}

function most(rows: readonly UnitTimes[], byOrder: (a: UnitTimes, b: UnitTimes) => number): UnitTimes[] {
  return rows.filter((row) => row.times > 0).sort((a, b) => b.times - a.times || byOrder(a, b));
}

/** Praised: nothing of the period is open, all of it came on time, something really sent was due, and every record of it is compliant and timely. */
function praisedUnits(cells: readonly GridCell[], { rates, asOf }: CircularInput): string[] {
  const perfect = (rate: number | null) => rate === null || rate === 100;
  const rows = new Map(rates.units.map((row) => [row.unit, row]));
  return [...Map.groupBy(cells, (cell) => cell.unit)].flatMap(([unit, own]) => {
    const row = rows.get(unit);
    const isBlameless = own.every((cell) => !isOwed(cell) || (isMet(cell) && !cell.late));
    const isPraised =
      isBlameless &&
      own.some((cell) => cell.status === 'reported') &&
      own.some((cell) => isOwed(cell) && isAfter(asOf, cell.due)) &&
      row !== undefined &&
      perfect(row.complianceRate) &&
      perfect(row.timelinessRate);
    return isPraised ? [unit] : [];
  });
}

function caseCounts(input: CircularInput, byOrder: (a: CaseCount, b: CaseCount) => number): CaseCount[] {
  const templates = new Map(input.duties.map((duty) => [duty.id, caseTemplateOf(duty)]));
  const units = new Map<string, GridCell[]>();
  for (const cell of input.cells) {
    if (templates.get(cell.duty)) units.set(cell.unit, [...(units.get(cell.unit) ?? []), cell]);
  }
  return [...units]
    .map(([unit, cells]) => {
      const count = (template: CaseTemplate) =>
        countOf(
          cells.filter((cell) => templates.get(cell.duty) === template),
          input.asOf,
        );
      return {
        unit,
        counts: {
          'joint-case': count('joint-case'),
          'report-use': count('report-use'),
          publicity: count('publicity'),
        },
      };
    })
    .sort(byOrder);
}

function countOf(cells: readonly GridCell[], asOf: Moment): { count: number; status: CaseStatus } | null {
  if (cells.length === 0) return null;
  const count = cells.reduce((sum, cell) => sum + (cell.status === 'zero' ? 0 : cell.count), 0);
  const has = (status: GridCell['status']) => cells.some((cell) => cell.status === status);
  if (count > 0) return { count, status: 'sent' };
  if (cells.some((cell) => isOverdue(cell, asOf))) return { count, status: 'owed' };
  if (cells.some((cell) => isOwed(cell) && !isMet(cell))) return { count, status: 'pending' };
  if (has('zero')) return { count, status: 'stated' };
  return { count, status: has('exempt') ? 'exempt' : 'none' };
}
