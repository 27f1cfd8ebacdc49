import type { Progress } from '../../electron/contract/reply.ts';
import { bridge } from './bridge.ts';

type ProgressListener = (progress: Progress) => void;

const progressListeners = new Map<string, ProgressListener>();
const versionListeners = new Set<() => void>();
let version = 0;
let connected = false;
/** The host tells its version on every (re)connection; only another one than the last known is a change. */
let hostVersion: number | undefined;
let bump: ReturnType<typeof setTimeout> | undefined;

/** Files may fly by in milliseconds; an eye and a render need no more than this. */
const PROGRESS_MS = 80;

/** Listens to the progress of one request, the newest every 80 ms; returns the way to stop. */
export function listenToProgress(requestId: string, listener: ProgressListener): () => void {
  connectEvents();
  let newest: Progress | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  progressListeners.set(requestId, (progress) => {
    newest = progress;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (newest) listener(newest);
    }, PROGRESS_MS);
  });
  return () => {
    clearTimeout(timer);
    progressListeners.delete(requestId);
  };
}

/** Grows by one after every write, here or in another window. For `useSyncExternalStore`. */
export function dataVersion(): number {
  return version;
}

export function subscribeDataVersion(listener: () => void): () => void {
  connectEvents();
  versionListeners.add(listener);
  return () => versionListeners.delete(listener);
}

/** The host and this page both tell of the same write; waiting a moment makes one refetch of the two. */
export function dataChanged(): void {
  clearTimeout(bump);
  bump = setTimeout(() => {
    version += 1;
    for (const listener of versionListeners) listener();
  }, 60);
}

/** Opens the one event stream of the page: the bridge's events, or server-sent events of the loopback host. */
export function connectEvents(): void {
  if (connected) return;
  connected = true;
  const desk = bridge();
  if (desk) {
    desk.onProgress((event) => progressListeners.get(event.requestId)?.(event.progress));
    desk.onDataVersion(dataChanged);
    return;
  }
  const source = new EventSource('/api/events');
  source.onmessage = (message) => receive(String(message.data));
}

function receive(text: string): void {
  const event = JSON.parse(text) as { requestId?: string; progress?: Progress; dataVersion?: number }; // our own host's events
  if (event.requestId && event.progress) progressListeners.get(event.requestId)?.(event.progress);
  if (event.dataVersion === undefined) return;
  if (hostVersion !== undefined && hostVersion !== event.dataVersion) dataChanged();
  hostVersion = event.dataVersion;
}
