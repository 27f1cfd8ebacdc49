import type { AssessmentScheme, PointSource } from '../contract/assessment.ts';
import { itemsOf } from './assessment.ts';
import { hasDecimals, hundredths, pointsText, sumOf } from './points.ts';

/** What a scheme may name. */
export interface SchemeNames {
  readonly templates: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
}

/** Where in a scheme what is wrong: `groups[1].items[0].source.templates[0]`. */
export interface SchemeFault {
  readonly at: string;
  readonly what: string;
}

/**
 * What the shape of a scheme cannot say: ids are unique; the items' points add up to its total (100 unless it says otherwise); templates,
 * duties and indicators exist; a source has what it needs and not what contradicts it; no number is finer than points are counted in; bands
 * have names of their own and fall from the best to 0. The first fault, or null.
 */
export function schemeFault(scheme: AssessmentScheme, names: SchemeNames): SchemeFault | null {
  return firstOf(faultsOf(scheme, names));
}

function* faultsOf(scheme: AssessmentScheme, names: SchemeNames): Generator<SchemeFault> {
  const seen = new Set<string>();
  for (const { id, at } of idsOf(scheme)) {
    if (seen.has(id)) yield { at, what: `编号重复：${id}` };
    seen.add(id);
  }
  for (const [g, { items }] of scheme.groups.entries()) {
    for (const [i, { source, points }] of items.entries()) {
      const at = `groups[${g}].items[${i}]`;
      yield* tooFine(points, 2, `${at}.points`, '分值');
      yield* sourceFaults(source, names, `${at}.source`);
    }
  }
  const total = hundredths(scheme.total ?? 100);
  const sum = sumOf(itemsOf(scheme).map(({ points }) => hundredths(points)));
  if (sum !== total) yield { at: 'groups', what: `各项分值合计${pointsText(sum)}分，应为${pointsText(total)}分` };
  const most = sumOf(scheme.bonus.map(({ max }) => hundredths(max)));
  if (hundredths(scheme.bonusMax) > most)
    yield { at: 'bonusMax', what: `加分上限${scheme.bonusMax}分，高于各加分项合计${pointsText(most)}分` };
  yield* tooFine(scheme.total, 2, 'total', '总分');
  yield* tooFine(scheme.bonusMax, 2, 'bonusMax', '加分上限');
  for (const [n, { each, max }] of scheme.bonus.entries()) {
    yield* tooFine(each ?? undefined, 4, `bonus[${n}].each`, '每件加分');
    yield* tooFine(max, 2, `bonus[${n}].max`, '分值');
  }
  for (const [n, { each, max }] of scheme.deductions.entries()) {
    yield* tooFine(each, 4, `deductions[${n}].each`, '每次扣分');
    yield* tooFine(max ?? undefined, 2, `deductions[${n}].max`, '扣分上限');
  }
  for (const [n, { title, atLeast }] of scheme.bands.entries()) {
    yield* tooFine(atLeast, 4, `bands[${n}].atLeast`, '等次线');
    if (scheme.bands.findIndex((one) => one.title === title) < n)
      yield { at: `bands[${n}].title`, what: `等次名称重复：${title}` };
    const above = scheme.bands[n - 1]?.atLeast ?? Number.POSITIVE_INFINITY;
    if (atLeast >= above) yield { at: `bands[${n}].atLeast`, what: '等次线须从高到低' };
  }
  if (scheme.bands.at(-1)?.atLeast !== 0)
    yield { at: `bands[${scheme.bands.length - 1}].atLeast`, what: '最后一个等次须从0分起' };
}

function* idsOf(scheme: AssessmentScheme): Generator<{ readonly id: string; readonly at: string }> {
  for (const [g, { items }] of scheme.groups.entries())
    for (const [i, { id }] of items.entries()) yield { id, at: `groups[${g}].items[${i}].id` };
  for (const [n, { id }] of scheme.bonus.entries()) yield { id, at: `bonus[${n}].id` };
  for (const [n, { id }] of scheme.deductions.entries()) yield { id, at: `deductions[${n}].id` };
}

function* sourceFaults(source: PointSource, names: SchemeNames, at: string): Generator<SchemeFault> {
  switch (source.from) {
    case 'typed': {
      const rules = [source.each, source.less, source.full].filter((rule) => rule !== undefined);
      if (rules.length > 1) yield { at, what: 'each、less、full 只能写一个' };
      yield* tooFine(source.each, 4, `${at}.each`, '每件分值');
      yield* tooFine(source.less, 4, `${at}.less`, '每件扣分');
      yield* tooFine(source.full, 4, `${at}.full`, '满分条件');
      return;
    }
    case 'rate':
      if (source.full !== undefined && source.steps !== undefined) yield { at, what: 'full 和 steps 只能写一个' };
      yield* tooFine(source.full, 4, `${at}.full`, '满分条件');
      for (const [n, { atLeast, share }] of (source.steps ?? []).entries()) {
        yield* tooFine(atLeast, 4, `${at}.steps[${n}].atLeast`, '分档线');
        yield* tooFine(share, 4, `${at}.steps[${n}].share`, '分档比例');
      }
      yield* unknown(source.templates, names.templates, `${at}.templates`, '模板');
      yield* unknown(source.duties, names.duties, `${at}.duties`, '报送事项');
      return;
    case 'duties':
      if ((source.duties ?? []).length + (source.templates ?? []).length === 0)
        yield { at, what: '须写明 duties 或 templates' };
      yield* unknown(source.templates, names.templates, `${at}.templates`, '模板');
      yield* unknown(source.duties, names.duties, `${at}.duties`, '报送事项');
      return;
    case 'count':
      if ((source.each === undefined) === (source.atLeast === undefined))
        yield { at, what: 'each、atLeast 须写且只写一个' };
      yield* tooFine(source.each, 4, `${at}.each`, '每件分值');
      yield* unknown(source.templates, names.templates, `${at}.templates`, '模板');
      return;
    case 'indicator':
      if (!names.indicators.has(source.indicator))
        yield { at: `${at}.indicator`, what: `没有这个指标：${source.indicator}` };
      return;
    case 'chases':
      yield* tooFine(source.each, 4, `${at}.each`, '每次扣分');
      return;
    case 'zeroReports':
      return;
    default:
      source satisfies never;
  }
}

/** A number that is finer than points are counted in: `4` decimals of what is multiplied, `2` of points themselves. */
function* tooFine(value: number | undefined, most: 2 | 4, at: string, noun: string): Generator<SchemeFault> {
  if (value !== undefined && !hasDecimals(value, most))
    yield { at, what: `${noun}最多${most === 2 ? '两' : '四'}位小数：${value}` };
}

function* unknown(
  ids: readonly string[] | undefined,
  known: ReadonlySet<string>,
  at: string,
  noun: string,
): Generator<SchemeFault> {
  for (const [n, id] of (ids ?? []).entries())
    if (!known.has(id)) yield { at: `${at}[${n}]`, what: `没有这个${noun}：${id}` };
}

function firstOf<T>(all: Iterable<T>): T | null {
  for (const one of all) return one;
  return null;
}
