import { App } from 'antd';
import { useState } from 'react';
import type { Day, Period } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import { useRequest } from '../../api/useRequest.ts';
import { byOperator } from '../../state/operator.ts';
import { withdrawEach, withdrawnText } from './withdrawals.ts';

/** Which logged chases; absent parts do not narrow. */
export interface ChaseFilters {
  readonly unit?: string | undefined;
  readonly duty?: string | undefined;
  readonly period?: Period | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** The chase log under its filters, and withdrawing a line. `filters: null` waits. */
export function useChaseLog(filters: ChaseFilters | null) {
  const { message } = App.useApp();
  const answer = useRequest('chases.list', filters);
  const withdrawing = useAction('chases.withdraw');
  return {
    chases: filters === null || answer.error ? undefined : answer.data,
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
  const log = useChaseLog(isShown ? filters : null);
  return { ...log, filters, change: (part: ChaseFilters) => setFilters((before) => ({ ...before, ...part })) };
}
