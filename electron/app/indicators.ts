import { logAction } from '../../db/queries/audit.ts';
import {
  deleteTypedValue,
  listTypedValues,
  putIndicator,
  putTypedValue,
  listIndicators as storedIndicators,
  type TypedValue,
} from '../../db/queries/indicators.ts';
import type {
  Indicator,
  IndicatorNumber,
  IndicatorSource,
  IndicatorValue,
  IndicatorYear,
} from '../contract/indicators.ts';
import type { Moment, Period } from '../contract/time.ts';
import type { Args } from '../contract.ts';
import { judgeIndicator, targetText } from '../core/indicatorValue.ts';
import { cadenceKind, dayOf, filingKind, firstDay, isPeriod, periodKind, periodsOf } from '../core/period.ts';
import { periodWanted } from '../core/periodWanted.ts';
import { Refusal } from '../core/refusal.ts';
import { type Context, readDirectory } from './context.ts';
import { createIndicatorCounts, type IndicatorCounts } from './indicatorCounts.ts';
import { nowOf } from './moments.ts';

/** Every indicator with its numbers of a year: typed ones as they stand, counted ones as of a moment. */
export function listIndicators(context: Context, { year, asOf }: Args<'indicators.list'>): readonly IndicatorYear[] {
  const db = context.store().read;
  const typed = Map.groupBy(listTypedValues(db, year), (value) => value.indicator);
  const at = nowOf(asOf, context.deps.now);
  const counts = createIndicatorCounts(context, at);
  return storedIndicators(db).map((indicator) =>
    yearOf(indicator, { year, at, counts, typed: typed.get(indicator.id) ?? [] }),
  );
}

/** Types a number of an indicator, or takes it back. What the program counts is never typed over. */
export function enterIndicator(
  context: Context,
  { indicator: id, period, numerator, denominator, note, by = '' }: Args<'indicators.enter'>,
): IndicatorYear {
  const store = context.store();
  const indicator = indicatorNamed(context, id);
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const kind = filingKind(indicator.cadence);
  if (periodKind(period) !== kind) throw new Refusal('period_not_of_duty', periodWanted(period, indicator.title, kind));
  refuseCounted(indicator.numerator, numerator);
  refuseCounted(indicator.denominator, denominator);
  const year = Number(period.slice(0, 4));
  const before = listTypedValues(store.read, year).find((value) => value.indicator === id && value.period === period);
  const now = context.deps.now();
  const value: TypedValue = {
    indicator: id,
    period,
    numerator: numerator === undefined ? (before?.numerator ?? null) : numerator,
    denominator: denominator === undefined ? (before?.denominator ?? null) : denominator,
    note: note ?? before?.note ?? '',
    by,
    at: now,
  };
  store.write((db) => {
    if (value.numerator === null && value.denominator === null && value.note === '') deleteTypedValue(db, id, period);
    else putTypedValue(db, value);
    logAction(db, now, 'indicator.enter', `${id} ${period}`, JSON.stringify({ before: before ?? null, value }), by);
  });
  const found = listIndicators(context, { year }).find((one) => one.indicator.id === id);
  if (!found) throw new Refusal('indicator_unknown', id);
  return found;
}

/** Changes an indicator, or adds one of the office's own. */
export function saveIndicator(context: Context, { indicator, by = '' }: Args<'indicators.save'>): Indicator {
  const store = context.store();
  const all = storedIndicators(store.read);
  const before = all.find((one) => one.id === indicator.id);
  const { duties } = readDirectory(store.read);
  const duty = duties.find(({ id }) => id === indicator.duty);
  if (indicator.duty !== null && duty === undefined) throw new Refusal('duty_unknown', indicator.duty);
  const isDrawn = [indicator.numerator, indicator.denominator].some((one) => one !== null && DRAWN.has(one.from));
  if (isDrawn && !duty?.sampling) throw new Refusal('not_sampled', duty?.title ?? indicator.title);
  const templates = [indicator.numerator.template, indicator.denominator?.template].filter((id) => id !== undefined);
  const unknown = templates.find((id) => !context.resources.templates.some((template) => template.id === id));
  if (unknown !== undefined) throw new Refusal('template_unknown', unknown);
  store.write((db) => {
    putIndicator(db, indicator, all.length);
    logAction(db, context.deps.now(), 'indicator.save', indicator.id, before ? JSON.stringify(before) : '', by);
  });
  return indicator;
}

/** What only the draws of a sampled duty can count. */
const DRAWN: ReadonlySet<IndicatorSource> = new Set(['units-drawn', 'units-to-draw']);

interface YearInput {
  readonly year: number;
  readonly at: Moment;
  readonly counts: IndicatorCounts;
  readonly typed: readonly TypedValue[];
}

function yearOf(indicator: Indicator, input: YearInput): IndicatorYear {
  const kind = cadenceKind(indicator.cadence) ?? 'year';
  const values = periodsOf(kind, String(input.year)).map((period) => periodValue(indicator, period, input));
  return {
    indicator,
    targetText: targetText(indicator),
    values,
    latest: values.findLast((value) => value.met !== null) ?? null,
  };
}

function periodValue(indicator: Indicator, period: Period, { at, counts, typed }: YearInput): IndicatorValue {
  const own = typed.find((value) => value.period === period);
  const begun = firstDay(period) <= dayOf(at);
  const number = (of: IndicatorNumber | null, written: number | null | undefined): number | null => {
    if (of === null) return null;
    if (of.from === 'typed') return written ?? null;
    return begun ? counts.of(of, indicator.duty, period) : null;
  };
  const numerator = number(indicator.numerator, own?.numerator);
  const denominator = number(indicator.denominator, own?.denominator);
  return {
    period,
    numerator,
    denominator,
    ...judgeIndicator(indicator, numerator, denominator),
    note: own?.note ?? '',
    at: own?.at ?? null,
    by: own?.by ?? '',
  };
}

function indicatorNamed(context: Context, id: string): Indicator {
  const found = storedIndicators(context.store().read).find((one) => one.id === id);
  if (!found) throw new Refusal('indicator_unknown', id);
  return found;
}

function refuseCounted(number: IndicatorNumber | null, given: number | null | undefined): void {
  if (given === undefined) return;
  if (number === null || number.from !== 'typed') throw new Refusal('indicator_counted', number?.title ?? '');
}
