import { useCallback, useRef, useState } from 'react';
import type { Progress } from '../../electron/contract/reply.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { request } from './request.ts';
import { asRequestError, type RequestError } from './requestError.ts';

export interface Action<N extends RequestName> {
  /** Sends the request; the answer, or undefined when it was refused (see `error`). */
  readonly run: (args: Args<N>) => Promise<Result<N> | undefined>;
  readonly busy: boolean;
  readonly progress: Progress | undefined;
  readonly error: RequestError | undefined;
  readonly clearError: () => void;
  readonly cancel: () => void;
}

/** One request sent by a button: busy state, progress, refusal and cancelling. */
export function useAction<N extends RequestName>(name: N): Action<N> {
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<RequestError>();
  const controller = useRef<AbortController>(undefined);

  const run = useCallback(
    async (args: Args<N>) => {
      controller.current = new AbortController();
      setBusy(true);
      setError(undefined);
      setProgress(undefined);
      try {
        return await request(name, args, { onProgress: setProgress, signal: controller.current.signal });
      } catch (thrown) {
        setError(asRequestError(thrown));
        return undefined;
      } finally {
        setBusy(false);
        setProgress(undefined);
      }
    },
    [name],
  );
  const clearError = useCallback(() => setError(undefined), []);
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { run, busy, progress, error, clearError, cancel };
}
