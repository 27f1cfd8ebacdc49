import { logAction } from '../../db/queries/audit.ts';
import {
  deleteTypedValue,
  listTypedValues,
  putIndicator,
  putTypedValue,
  listIndicators as storedIndicators,
  type TypedValue,
} from '../../db/queries/indicators.ts';
import type { ReadDb } from '../../db/types.ts';
import type {
  Indicator,
  IndicatorNumber,
  IndicatorSource,
  IndicatorValue,
  IndicatorYear,
} from '../contract/indicators.ts';
import type { Moment, Period } from '../contract/time.ts';
import { errorSentence } from '../contract/words.ts';
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
  const now = context.deps.now();
  const year = Number(period.slice(0, 4));
  const store = context.store();
  const indicator = store.write((db) => {
    const found = indicatorNamed(db, id);
    refuseEntry(found, { period, numerator, denominator });
    const before = listTypedValues(db, year).find((value) => value.indicator === id && value.period === period);
    const value: TypedValue = {
      indicator: id,
      period,
      numerator: numerator === undefined ? (before?.numerator ?? null) : numerator,
      denominator: denominator === undefined ? (before?.denominator ?? null) : denominator,
      note: note ?? before?.note ?? '',
      by,
      at: now,
    };
    if (value.numerator === null && value.denominator === null && value.note === '') deleteTypedValue(db, id, period);
    else putTypedValue(db, value);
    logAction(db, now, 'indicator.enter', `${id} ${period}`, JSON.stringify({ before: before ?? null, value }), by);
    return found;
  });
  // Only what was typed is answered: the others' numbers cost much and did not change.
  const typed = listTypedValues(store.read, year).filter((value) => value.indicator === id);
  return yearOf(indicator, { year, at: now, counts: createIndicatorCounts(context, now), typed });
}

/** Changes an indicator, or adds one of the office's own. */
export function saveIndicator(context: Context, { indicator, by = '' }: Args<'indicators.save'>): Indicator {
  return context.store().write((db) => {
    const all = storedIndicators(db);
    const before = all.find((one) => one.id === indicator.id);
    const duty = readDirectory(db).duties.find(({ id }) => id === indicator.duty);
    if (indicator.duty !== null && duty === undefined) throw new Refusal('duty_unknown', indicator.duty);
    const isDrawn = [indicator.numerator, indicator.denominator].some((one) => one !== null && DRAWN.has(one.from));
    if (isDrawn && !duty?.sampling) throw new Refusal('not_sampled', duty?.title ?? indicator.title);
    const templates = [indicator.numerator.template, indicator.denominator?.template].filter((id) => id !== undefined);
    const unknown = templates.find((id) => !context.resources.templates.some((template) => template.id === id));
    if (unknown !== undefined) throw new Refusal('template_unknown', unknown);
    putIndicator(db, indicator, all.length);
    logAction(db, context.deps.now(), 'indicator.save', indicator.id, before ? JSON.stringify(before) : '', by);
    return indicator;
  });
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
  let refused: string | undefined;
  const number = (of: IndicatorNumber | null, written: number | null | undefined): number | null => {
    if (of === null) return null;
    if (of.from === 'typed') return written ?? null;
    if (!begun) return null;
    try {
      return counts.of(of, indicator.duty, period);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'year_unknown')) throw error;
      refused = errorSentence(error.code, error.subject);
      return null;
    }
  };
  const numerator = number(indicator.numerator, own?.numerator);
  const denominator = number(indicator.denominator, own?.denominator);
  return {
    period,
    numerator,
    denominator,
    ...judgeIndicator(indicator, numerator, denominator),
    ...(refused === undefined ? {} : { refused }),
    note: own?.note ?? '',
    at: own?.at ?? null,
    by: own?.by ?? '',
  };
}

function indicatorNamed(db: ReadDb, id: string): Indicator {
  const found = storedIndicators(db).find((one) => one.id === id);
  if (!found) throw new Refusal('indicator_unknown', id);
  return found;
}

/** Refuses a period that is none of the indicator's, and a number that the program counts. */
function refuseEntry(
  indicator: Indicator,
  { period, numerator, denominator }: Pick<Args<'indicators.enter'>, 'period' | 'numerator' | 'denominator'>,
): void {
  if (!isPeriod(period)) throw new Refusal('period_invalid', period);
  const kind = filingKind(indicator.cadence);
  if (periodKind(period) !== kind) throw new Refusal('period_not_of_duty', periodWanted(period, indicator.title, kind));
  refuseCounted(indicator.numerator, numerator);
  refuseCounted(indicator.denominator, denominator);
}

function refuseCounted(number: IndicatorNumber | null, given: number | null | undefined): void {
  if (given === undefined) return;
  if (number === null || number.from !== 'typed') throw new Refusal('indicator_counted', number?.title ?? '');
}
