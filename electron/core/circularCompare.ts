import { RATE_WORDS } from '../contract/figureWords.ts';
import type { RateRow } from '../contract/status.ts';
import { ratePrinted } from '../contract/words.ts';
import { shortPeriod } from './circularFacts.ts';
import type { CircularInput } from './circularInput.ts';
import type { PartLine } from './circularOverview.ts';
import { circularPeriod } from './circularPeriod.ts';
import { type CircularRefs, refsOfPeriod } from './circularRefs.ts';
import { sentence } from './circularTexts.ts';
import { growthPrinted, type PeriodRates, pointsBetween, pointsPrinted } from './comparison.ts';
import { officialMoment } from './officialMoment.ts';
import { counted, joined, plain, type Worded } from './worded.ts';

const RATES = [
  { name: RATE_WORDS.report, rate: 'reportRate' },
  { name: RATE_WORDS.compliance, rate: 'complianceRate' },
  { name: RATE_WORDS.timeliness, rate: 'timelinessRate' },
] as const;

/** One sentence per period compared with; a rate without denominator in either period is left out. */
export function compareLines(input: CircularInput): PartLine[] {
  return input.comparisons.flatMap((before, index) => {
    const changes = changesOf(input, before);
    if (changes.length === 0) return [];
    const said = sentence(input.texts, 'compare', {
      before: circularPeriod(before.period),
      beforeAsOf: officialMoment(before.asOf),
      changes: joined(changes, '，'),
    });
    return [{ key: index === 0 ? 'compare' : `compare/${index + 1}`, said }];
  });
}

/** A change opens what the earlier number was counted from: the later one stands beside it in the paper. */
function changesOf({ texts, rates, scope }: CircularInput, before: PeriodRates): Worded[] {
  const refs = refsOfPeriod(before, scope);
  const [now, then] = [rates.total, before.rates.total];
  const changes = RATES.flatMap(({ name, rate }): Worded[] => {
    const [a, b] = [now[rate], then[rate]];
    if (a === null || b === null) return [];
    const change = pointsBetween(a, b);
    if (change === 0) return [sentence(texts, 'compareSame', { what: name })];
    const points = counted(pointsPrinted(change), denominator(refs, rate));
    return [sentence(texts, change > 0 ? 'compareUp' : 'compareDown', { what: name, points })];
  });
  if (now.records + then.records === 0) return changes;
  return [...changes, recordsChange()];

  function recordsChange(): Worded {
    const difference = now.records - then.records;
    if (difference === 0) return sentence(texts, 'compareCountSame', {});
    const number = counted(Math.abs(difference), refs.rated('all'));
    if (then.records === 0) return sentence(texts, 'compareCountFromZero', { number });
    const share = counted(growthPrinted(difference, then.records), refs.rated('all'));
    return sentence(texts, difference > 0 ? 'compareCountUp' : 'compareCountDown', { number, share });
  }
}

function denominator(refs: CircularRefs, rate: (typeof RATES)[number]['rate']) {
  switch (rate) {
    case 'reportRate':
      return refs.cells('expected');
    case 'complianceRate':
      return refs.rated('all');
    case 'timelinessRate':
      return refs.rated('clocked');
    default:
      return rate satisfies never;
  }
}

/** The rates month by month, of a paper about several months; a rate no month has is left out. */
export function trendLines({ texts, months, scope }: CircularInput): PartLine[] {
  const lists = RATES.flatMap(({ name, rate }): Worded[] => {
    const items = months.flatMap((month): Worded[] => {
      const value = month.rates.total[rate];
      if (value === null) return [];
      const printed = counted(ratePrinted(value), denominator(refsOfPeriod(month, scope), rate));
      return [joined([plain(shortPeriod(month.period)), printed])];
    });
    return items.length < 2 ? [] : [sentence(texts, 'trendRate', { what: name, list: joined(items, '、') })];
  });
  return lists.length === 0 ? [] : [{ key: 'trend', said: sentence(texts, 'trend', { rates: joined(lists, '；') }) }];
}

/** How a unit's score changed against the period before, `+1.25`; `—` where either has none. */
export function scoreChange(now: Pick<RateRow, 'score'>, before: Pick<RateRow, 'score'> | undefined): string {
  if (now.score === null || before === undefined || before.score === null) return '—';
  const change = pointsBetween(now.score, before.score);
  if (change === 0) return '持平';
  return `${change > 0 ? '+' : '-'}${Math.abs(change).toFixed(2)}`;
}
