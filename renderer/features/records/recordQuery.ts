import { RULES, type RuleCode, type Severity } from '../../../electron/contract/findings.ts';
import type { RecordQuery } from '../../../electron/contract/records.ts';
import type { Period } from '../../../electron/contract/time.ts';

/** The filters of the records page; they live in the address, so that other pages can link to a filtered list. */
export interface RecordFilters {
  readonly search: string;
  readonly unit: string | null;
  readonly template: string | null;
  readonly rule: RuleCode | null;
  readonly severity: Severity | null;
  readonly compliant: boolean | null;
  /** True: of every period; false: of the period chosen in the header. */
  readonly everyPeriod: boolean;
}

export const SEVERITIES: readonly Severity[] = ['error', 'verify', 'notice'];

/** Reads `?unit=…&template=…&rule=…&severity=…&compliant=no&search=…&all=1`. */
export function filtersOf(params: URLSearchParams): RecordFilters {
  const compliant = params.get('compliant');
  const rule = params.get('rule');
  return {
    search: params.get('search') ?? '',
    unit: params.get('unit'),
    template: params.get('template'),
    rule: RULES.find((code) => code === rule) ?? null,
    severity: SEVERITIES.find((code) => code === params.get('severity')) ?? null,
    compliant: compliant === null ? null : compliant === 'yes',
    everyPeriod: params.get('all') === '1',
  };
}

/** The address for filters; what is not set is left out. */
export function paramsOf(filters: RecordFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.search) params.set('search', filters.search);
  if (filters.unit) params.set('unit', filters.unit);
  if (filters.template) params.set('template', filters.template);
  if (filters.rule) params.set('rule', filters.rule);
  if (filters.severity) params.set('severity', filters.severity);
  if (filters.compliant !== null) params.set('compliant', filters.compliant ? 'yes' : 'no');
  if (filters.everyPeriod) params.set('all', '1');
  return params;
}

export function queryOf(filters: RecordFilters, period: Period): RecordQuery {
  return {
    ...(filters.search.trim() ? { search: filters.search.trim() } : {}),
    ...(filters.unit ? { unit: filters.unit } : {}),
    ...(filters.template ? { template: filters.template } : {}),
    ...(filters.rule ? { finding: filters.rule } : {}),
    ...(filters.severity ? { severity: filters.severity } : {}),
    ...(filters.compliant === null ? {} : { compliant: filters.compliant }),
    ...(filters.everyPeriod ? {} : { period }),
  };
}

export function hasFilters(filters: RecordFilters): boolean {
  return paramsOf({ ...filters, everyPeriod: false }).size > 0;
}
