import type { AssessmentScheme, PointSource } from '../contract/assessment.ts';
import { itemsOf } from './assessment.ts';
import { hundredths, pointsText, sumOf } from './points.ts';

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
 * duties and indicators exist; a source has what it needs and not what contradicts it; bands fall from the best to 0. The first fault, or null.
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
      if (Math.abs(hundredths(points) - points * 100) > 1e-9)
        yield { at: `${at}.points`, what: `分值最多两位小数：${points}` };
      yield* sourceFaults(source, names, `${at}.source`);
    }
  }
  const total = hundredths(scheme.total ?? 100);
  const sum = sumOf(itemsOf(scheme).map(({ points }) => hundredths(points)));
  if (sum !== total) yield { at: 'groups', what: `各项分值合计${pointsText(sum)}分，应为${pointsText(total)}分` };
  const most = sumOf(scheme.bonus.map(({ max }) => hundredths(max)));
  if (hundredths(scheme.bonusMax) > most)
    yield { at: 'bonusMax', what: `加分上限${scheme.bonusMax}分，高于各加分项合计${pointsText(most)}分` };
  for (const [n, { atLeast }] of scheme.bands.entries()) {
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
      return;
    }
    case 'rate':
      if (source.full !== undefined && source.steps !== undefined) yield { at, what: 'full 和 steps 只能写一个' };
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
      yield* unknown(source.templates, names.templates, `${at}.templates`, '模板');
      return;
    case 'indicator':
      if (!names.indicators.has(source.indicator))
        yield { at: `${at}.indicator`, what: `没有这个指标：${source.indicator}` };
      return;
    case 'zeroReports':
    case 'chases':
      return;
    default:
      source satisfies never;
  }
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
