import dayjs from 'dayjs';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Period } from '../../electron/contract/time.ts';
import { periodHolding } from '../parts/periods.ts';
import { useAppInfo } from './appInfo.ts';
import { usePeriodStore } from './period.ts';

/** The chosen period; by default the month of the program's "now". A link may bring one along (`?period=2022-W17`). */
export function usePeriod(): readonly [Period, (period: Period) => void] {
  const { now } = useAppInfo();
  const [params, setParams] = useSearchParams();
  const linked = params.get('period');
  const chosen = usePeriodStore((state) => state.period);
  const choose = usePeriodStore((state) => state.choose);
  const change = useCallback(
    (period: Period) => {
      choose(period);
      setParams((before) => {
        before.delete('period');
        return before;
      });
    },
    [choose, setParams],
  );
  return [linked ?? chosen ?? periodHolding('month', dayjs(now)), change];
}
