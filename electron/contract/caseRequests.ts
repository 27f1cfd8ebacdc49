import type { AsOf } from './asOf.ts';
import type { CaseCheck, CaseCounts, CaseDraft, CaseItem, CasePage, CaseQuery, CaseTemplate } from './cases.ts';
import type { WrittenFile } from './circulars.ts';
import type { CommitmentLedger } from './commitments.ts';
import type { Indicator, IndicatorEntry, IndicatorYear } from './indicators.ts';
import type { Moment, Period } from './time.ts';

/** The ledgers of cases, commitments and indicators: part of the one map of requests. */
export interface CaseRequests {
  'cases.list': { args: CaseQuery; result: CasePage };
  'cases.counts': { args: { readonly template: CaseTemplate; readonly year: number } & AsOf; result: CaseCounts };
  /** What the checks find of a case to be typed in; nothing is written. Refuses what `cases.add` would. */
  'cases.check': {
    args: { readonly draft: CaseDraft; readonly received?: Moment | undefined };
    result: CaseCheck;
  };
  /** Types a case in: the same checks as a row of a mailed table, a batch of its own that can be undone. */
  'cases.add': {
    args: { readonly draft: CaseDraft; readonly received?: Moment | undefined; readonly by?: string | undefined };
    result: CaseItem;
  };
  'cases.write': { args: { readonly query: CaseQuery; readonly out?: string | undefined }; result: WrittenFile };
  'commitments.get': { args: AsOf & { readonly period: Period }; result: CommitmentLedger };
  /** Number of enterprises (含个体工商户) of a year, the denominator of the ratio; `count: null` forgets it. */
  'commitments.setEnterprises': {
    args: {
      readonly year: number;
      readonly count: number | null;
      readonly source: string;
      readonly by?: string | undefined;
    };
    result: { readonly year: number; readonly count: number | null };
  };

  'indicators.list': { args: AsOf & { readonly year: number }; result: readonly IndicatorYear[] };
  'indicators.enter': { args: IndicatorEntry; result: IndicatorYear };
  'indicators.save': { args: { readonly indicator: Indicator; readonly by?: string | undefined }; result: Indicator };
}
