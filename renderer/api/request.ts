import type { Progress, Reply } from '../../electron/contract/reply.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { WRITES } from '../../electron/contract.ts';
import { bridge } from './bridge.ts';
import { dataChanged, listenToProgress } from './events.ts';
import { cancelled, RequestError } from './requestError.ts';

export interface RequestOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Asks the service for one thing of the contract; throws a `RequestError` when it refuses. */
export async function request<N extends RequestName>(
  name: N,
  args: Args<N>,
  options: RequestOptions = {},
): Promise<Result<N>> {
  const requestId = crypto.randomUUID();
  const stop = options.onProgress ? listenToProgress(requestId, options.onProgress) : undefined;
  try {
    const reply = await send(name, args, requestId, options.signal);
    if (!reply.ok) throw new RequestError(reply.error);
    if (WRITES.has(name)) dataChanged();
    return reply.value as Result<N>; // the service answers by the same contract
  } finally {
    stop?.();
  }
}

async function send(name: string, args: unknown, requestId: string, signal?: AbortSignal): Promise<Reply<unknown>> {
  const desk = bridge();
  if (desk) return sendOverBridge(name, args, requestId, signal);
  const response = await fetch('/api/request', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify({ name, args, requestId }),
    ...(signal ? { signal } : {}),
  });
  if (response.status === 401 || response.status === 403) {
    return { ok: false, error: { code: 'internal', message: '本页面已失效，请从程序重新打开。' } };
  }
  return (await response.json()) as Reply<unknown>; // our own host's reply
}

async function sendOverBridge(
  name: string,
  args: unknown,
  requestId: string,
  signal?: AbortSignal,
): Promise<Reply<unknown>> {
  const desk = bridge();
  if (!desk) throw new Error('no bridge');
  if (!signal) return desk.request(name, args, requestId);
  return new Promise((resolve, reject) => {
    const abort = () => {
      desk.cancel?.(requestId);
      reject(cancelled());
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    desk.request(name, args, requestId).then(resolve, reject);
  });
}
