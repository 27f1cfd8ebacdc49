import { App } from 'antd';
import { useMemo, useState } from 'react';
import type { Day, Period } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { newestTalks } from './chaseTalks.ts';
import { withdrawEach, withdrawnText } from './withdrawals.ts';

/** Which logged chases; absent parts do not narrow. */
export interface ChaseFilters {
  readonly unit?: string | undefined;
  readonly duty?: string | undefined;
  readonly period?: Period | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Lines that are shown at first, and that are added each time: a log of years is some 100,000. */
const PORTION = 1000;

/** The chase log under its filters, its newest part first, and withdrawing a line. `filters: null` waits. */
export function useChaseLog(filters: ChaseFilters | null, limit = PORTION) {
  const { message } = App.useApp();
  const answer = useRequest('chases.list', filters && { ...filters, withVoid: true, limit: limit + 1 });
  const log = useMemo(() => (answer.data ? newestTalks(answer.data, limit) : undefined), [answer.data, limit]);
  const withdrawing = useAction('chases.withdraw');
  return {
    log: filters === null || answer.error ? undefined : log,
    loading: answer.loading,
    error: answer.error ?? withdrawing.error,
    reload: answer.reload,
    busy: withdrawing.busy,
    withdraw: async (ids: readonly number[]) => {
      const done = await withdrawEach(
        ids,
        async (id) => (await withdrawing.run({ id, ...byOperator() })) !== undefined,
      );
      const text = withdrawnText(done, ids.length);
      if (text !== null) message[done === ids.length ? 'success' : 'warning'](text);
    },
  };
}

export type ChaseLogView = ReturnType<typeof useChaseLog>;

/** The log's own tab: all of it, narrowed by the clerk. */
export function useChaseLogTab(isShown: boolean) {
  const [filters, setFilters] = useState<ChaseFilters>({});
  const [limit, setLimit] = useState(PORTION);
  const log = useChaseLog(isShown ? filters : null, limit);
  return {
    ...log,
    filters,
    change: (part: ChaseFilters) => {
      setFilters((before) => ({ ...before, ...part }));
      setLimit(PORTION);
    },
    showMore: () => setLimit((before) => before + PORTION),
  };
}
