import { type UtilityProcess, utilityProcess } from 'electron';
import type { Progress, Reply } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';
import type { FromService, ServiceStart, ToService } from './serviceMessages.ts';

export interface ServiceHost {
  /** Always answers: a service that dies or is not there yet gives a `service_stopped` reply. */
  request(call: ServiceCall): Promise<Reply<unknown>>;
  /** Stops the running request the page calls `requestId`; unknown ones are ignored. */
  cancel(requestId: string): void;
  /** Ends the service for good; resolves when it is gone or, at the latest, after three seconds. */
  stop(): Promise<void>;
}

export interface ServiceCall {
  readonly name: string;
  readonly args: unknown;
  readonly requestId: string;
  readonly onProgress: (progress: Progress) => void;
}

export interface ServiceHostOptions {
  readonly entry: string;
  readonly start: ServiceStart;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly log: (sentence: string) => void;
  /** Told once when the service died too often to be started again. */
  readonly onGivenUp: () => void;
}

/** Runs the service in a utility process and starts it again when it dies, each time after a longer pause. */
export function startServiceHost(options: ServiceHostOptions): ServiceHost {
  const pending = new Map<number, Pending>();
  let service: UtilityProcess | null = null;
  let calls = 0;
  let deathsInARow = 0;
  let stopping = false;

  launch();
  return { request, cancel, stop };

  function launch(): void {
    const startedAt = performance.now();
    const child = utilityProcess.fork(options.entry, [], { serviceName: 'credit-desk-service', stdio: 'inherit' });
    service = child;
    child.on('message', (message: FromService) => receive(child, message));
    child.once('exit', (code) => {
      if (service === child) service = null;
      dropPending();
      if (stopping) return;
      deathsInARow = performance.now() - startedAt > STEADY_MS ? 1 : deathsInARow + 1;
      options.log(`service exited with code ${code}, ${deathsInARow} in a row`);
      if (deathsInARow > MOST_DEATHS) return options.onGivenUp();
      setTimeout(() => {
        if (!stopping) launch();
      }, pauseAfter(deathsInARow));
    });
    post(child, { kind: 'start', start: options.start });
  }

  function request(call: ServiceCall): Promise<Reply<unknown>> {
    const child = service;
    if (child === null) return Promise.resolve(stoppedReply());
    const id = ++calls;
    return new Promise((resolve) => {
      pending.set(id, { requestId: call.requestId, resolve, onProgress: call.onProgress });
      post(child, { kind: 'request', id, name: call.name, args: call.args });
    });
  }

  function cancel(requestId: string): void {
    for (const [id, call] of pending) {
      if (call.requestId === requestId && service !== null) post(service, { kind: 'cancel', id });
    }
  }

  function receive(child: UtilityProcess, message: FromService): void {
    switch (message.kind) {
      case 'reply': {
        const call = pending.get(message.id);
        pending.delete(message.id);
        call?.resolve(message.reply);
        return;
      }
      case 'progress':
        pending.get(message.id)?.onProgress(message.progress);
        return;
      case 'print':
        void options.print(message.html).then(
          (pdf) => post(child, { kind: 'printed', id: message.id, pdf, error: null }),
          (error: unknown) => post(child, { kind: 'printed', id: message.id, pdf: null, error: String(error) }),
        );
        return;
      default:
        message satisfies never;
    }
  }

  function dropPending(): void {
    const calls = [...pending.values()];
    pending.clear();
    for (const call of calls) call.resolve(stoppedReply());
  }

  function stop(): Promise<void> {
    stopping = true;
    const child = service;
    if (child === null) return Promise.resolve();
    return new Promise((resolve) => {
      const kill = setTimeout(() => child.kill(), LONGEST_GOODBYE_MS);
      child.once('exit', () => {
        clearTimeout(kill);
        resolve();
      });
      post(child, { kind: 'stop' });
    });
  }
}

interface Pending {
  readonly requestId: string;
  readonly resolve: (reply: Reply<unknown>) => void;
  readonly onProgress: (progress: Progress) => void;
}

const STEADY_MS = 60_000;
const MOST_DEATHS = 5;
const LONGEST_GOODBYE_MS = 3_000;

/** 0.2 s, 0.4 s, … at most 5 s. */
function pauseAfter(deaths: number): number {
  return Math.min(200 * 2 ** (deaths - 1), 5_000);
}

function post(child: UtilityProcess, message: ToService): void {
  child.postMessage(message);
}

function stoppedReply(): Reply<unknown> {
  return { ok: false, error: { code: 'service_stopped', message: errorSentence('service_stopped', '') } };
}
