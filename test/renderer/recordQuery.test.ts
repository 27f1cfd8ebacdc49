import { describe, expect, it } from 'vitest';
import { filtersOf, hasFilters, paramsOf, queryOf } from '../../renderer/features/records/recordQuery.ts';

describe('filters of the records page', () => {
  it('reads back from the address what it wrote into it', () => {
    const filters = {
      search: '食品',
      unit: 'xx-scjgj',
      template: 'penalty-legal',
      rule: 'required',
      severity: 'error',
      compliant: false,
      everyPeriod: true,
    } as const;
    expect(filtersOf(paramsOf(filters))).toEqual(filters);
  });

  it('asks for the chosen period unless every period is wanted', () => {
    expect(queryOf(filtersOf(new URLSearchParams()), '2022-04')).toEqual({ period: '2022-04' });
    expect(queryOf(filtersOf(new URLSearchParams('all=1')), '2022-04')).toEqual({});
  });

  it('ignores a rule nobody knows', () => {
    expect(filtersOf(new URLSearchParams('rule=nonsense')).rule).toBeNull();
  });

  it('does not take the range of periods for a filter', () => {
    expect(hasFilters(filtersOf(new URLSearchParams('all=1')))).toBe(false);
    expect(hasFilters(filtersOf(new URLSearchParams('compliant=no')))).toBe(true);
  });
});
