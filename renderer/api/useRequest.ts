import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { dataVersion, subscribeDataVersion } from './events.ts';
import { request } from './request.ts';
import { asRequestError, type RequestError } from './requestError.ts';

export interface Requested<T> {
  /** The last answer; it stays while a newer one is under way. */
  readonly data: T | undefined;
  readonly error: RequestError | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** Asks on first show, when the arguments change and after every write. `args: null` waits. */
export function useRequest<N extends RequestName>(name: N, args: Args<N> | null): Requested<Result<N>> {
  const version = useSyncExternalStore(subscribeDataVersion, dataVersion);
  const [round, setRound] = useState(0);
  const [data, setData] = useState<Result<N>>();
  const [error, setError] = useState<RequestError>();
  const [loading, setLoading] = useState(args !== null);
  const key = args === null ? null : JSON.stringify(args);
  const latest = useRef(args);
  latest.current = args;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the arguments; version and round ask again.
  useEffect(() => {
    const wanted = latest.current;
    if (wanted === null) {
      setLoading(false);
      return;
    }
    const controller = new AbortController();
    setLoading(true);
    request(name, wanted, { signal: controller.signal }).then(
      (answer) => {
        if (controller.signal.aborted) return;
        setData(answer);
        setError(undefined);
        setLoading(false);
      },
      (thrown: unknown) => {
        if (controller.signal.aborted) return;
        setError(asRequestError(thrown));
        setLoading(false);
      },
    );
    return () => controller.abort();
  }, [name, key, version, round]);

  const reload = useCallback(() => setRound((n) => n + 1), []);
  return { data, error, loading, reload };
}
