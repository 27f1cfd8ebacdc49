import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Progress } from '../contract/reply.ts';

/** What the host tells its pages: progress of one request, or that the data changed and answers should be asked for again. */
export type HostEvent = { readonly requestId: string; readonly progress: Progress } | { readonly dataVersion: number };

export interface EventHub {
  /** Answers `GET /api/events`: a stream of server-sent events, first of all the present data version. */
  connect(request: IncomingMessage, response: ServerResponse): void;
  progress(requestId: string, progress: Progress): void;
  bumpDataVersion(): void;
  close(): void;
}

/**
 * One hub per host; a page that reconnects gets the present data version and so misses no change. `onDeserted` is told when the
 * last page has gone and none has come back for `graceMs` (a reload takes a moment).
 */
export function createEventHub(options: { onDeserted?: (() => void) | undefined; graceMs?: number } = {}): EventHub {
  const pages = new Set<ServerResponse>();
  let dataVersion = 0;
  let farewell: NodeJS.Timeout | undefined;
  const beat = setInterval(() => sendAll(pages, ': beat\n\n'), BEAT_MS);
  beat.unref();

  return {
    connect(request, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', Connection: 'keep-alive' });
      response.write(`retry: 1000\n${frame({ dataVersion })}`);
      pages.add(response);
      clearTimeout(farewell);
      const forget = () => {
        if (!pages.delete(response) || pages.size > 0 || options.onDeserted === undefined) return;
        farewell = setTimeout(options.onDeserted, options.graceMs ?? GRACE_MS);
      };
      request.on('close', forget);
      response.on('close', forget);
      response.on('error', forget);
    },
    progress(requestId, progress) {
      sendAll(pages, frame({ requestId, progress }));
    },
    bumpDataVersion() {
      dataVersion += 1;
      sendAll(pages, frame({ dataVersion }));
    },
    close() {
      clearInterval(beat);
      const open = [...pages];
      pages.clear();
      clearTimeout(farewell);
      for (const page of open) page.end();
    },
  };
}

const GRACE_MS = 15_000;

// Keeps the connection from looking dead to the browser.
const BEAT_MS = 20_000;

function frame(event: HostEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

function sendAll(pages: ReadonlySet<ServerResponse>, text: string): void {
  for (const page of pages) page.write(text);
}
