import { Worker } from 'node:worker_threads';
import type { IntakeResult } from '../../contract/sheets.ts';
import type { AnalyseContext } from '../../core/analyse.ts';
import { Refusal } from '../../core/refusal.ts';
import { createContextSender } from './contextDelta.ts';
import {
  type AnalysedFile,
  type IntakeReply,
  type IntakeRequest,
  type IntakeWorkerData,
  refused,
} from './intakeMessages.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { unpackSheets } from './packRecords.ts';
import type { Unpacked } from './unpack.ts';

export interface IntakeOptions {
  /** `intakeWorker.ts`, or its bundle. */
  readonly workerUrl: URL;
  /** Bound of one file in the worker. */
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly maxBytes?: number;
}

/** Reads mailed files in a thread of its own, one after the other; a bad file costs itself and nothing else. */
export interface Intake {
  /** The plain sheets of a file. `name` is the name it was sent under. Rejects with `Refusal` if it cannot be opened. */
  read(path: string, name: string, passwords?: readonly string[]): Promise<IntakeResult>;
  /** Reads and analyses in the worker, so that the cells of a big sheet never cross the thread boundary. */
  analyse(path: string, name: string, context: AnalyseContext, passwords?: readonly string[]): Promise<AnalysedFile>;
  /** Takes the files out of an archive or mail into a folder; `plain` for every other file. */
  unpack(path: string, name: string, into: string): Promise<Unpacked>;
  /** Ends the thread; files still waiting are refused as `cancelled`. */
  close(): Promise<void>;
}

/** Makes the intake. The thread starts with the first file and is kept; it never holds the process alive while idle. */
export function createIntake(options: IntakeOptions): Intake {
  const { workerUrl, timeoutMs = 20_000, memoryMb = 512, maxBytes = DEFAULT_LIMITS.maxBytes } = options;
  const waiting: Job[] = [];
  let running: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | null = null;
  let ready = false;
  let deltaOf = createContextSender();
  let lastId = 0;
  let closed = false;

  const startWorker = (): Worker => {
    deltaOf = createContextSender();
    const data: IntakeWorkerData = { maxBytes, maxStored: memoryMb * STORED_SHARE * MEGABYTE };
    const started = new Worker(workerUrl, {
      workerData: data,
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: Math.ceil(memoryMb * (1 - STORED_SHARE)),
        // A small young generation: one that is promoted whole past the limit would abort the process.
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    started.on('message', (reply: IntakeReply) => {
      if (started !== worker) return;
      if (reply.kind === 'ready') {
        ready = true;
        sendRunning();
      } else if (reply.id === running?.request.id) finish((job) => settle(job, reply));
    });
    started.on('error', (error) => {
      if (started === worker) lose(isOutOfMemory(error) ? tooMuchMemory(memoryMb) : crashed(error.message));
    });
    started.on('exit', (code) => {
      if (started === worker) lose(crashed(`退出码 ${code}`));
    });
    return started;
  };

  /** Ends the running job and goes on with the next. */
  const finish = (end: (job: Job) => void) => {
    if (!running) return;
    clearTimeout(timer);
    const job = running;
    running = null;
    worker?.unref();
    end(job);
    runNext();
  };

  /** Gives the worker up with the file it was reading; the next file gets a new one. */
  const lose = (result: AnalysedFile) => {
    const lost = worker;
    worker = null;
    ready = false;
    void lost?.terminate();
    finish((job) => job.resolve(result));
  };

  const runNext = () => {
    if (running || closed) return;
    const job = waiting.shift();
    if (!job) return;
    worker ??= startWorker();
    worker.ref();
    running = job;
    if (ready) sendRunning();
  };

  /** Hands the file over; its time does not count the loading of the thread. */
  const sendRunning = () => {
    if (!running || !worker) return;
    watch({ job: running, reader: worker, before: usageOf(worker), waited: 0 }, timeoutMs);
    const { context, ...request } = running.request;
    worker.postMessage((context ? { ...request, context: deltaOf(context) } : request) satisfies IntakeRequest);
  };

  /** Gives the file up when the thread has worked on it too long: on a busy machine, which lets it work little, it waits for longer. */
  const watch = ({ job, reader, before, waited }: Watched, wait: number) => {
    timer = setTimeout(async () => {
      const left = timeoutMs - ((await workedMs(reader, before)) ?? timeoutMs);
      if (running !== job || worker !== reader) return;
      const soFar = waited + wait;
      if (left <= 0 || soFar >= timeoutMs * LONGEST) lose(tooSlow(timeoutMs));
      else watch({ job, reader, before, waited: soFar }, Math.max(left, timeoutMs / 10));
    }, wait);
  };

  const submit = (file: Omit<WholeRequest, 'id'>) =>
    new Promise<IntakeResult | AnalysedFile | Unpacked>((resolve, reject) => {
      if (closed) reject(new Refusal('cancelled', file.name));
      else waiting.push({ request: { ...file, id: ++lastId }, resolve, reject });
      runNext();
    });

  return {
    // The worker answers a request to unpack with Unpacked, one with context with an AnalysedFile, any other with an IntakeResult.
    read: (path, name, passwords = []) => submit({ path, name, passwords }) as Promise<IntakeResult>,
    analyse: (path, name, context, passwords = []) =>
      submit({ path, name, passwords, context }) as Promise<AnalysedFile>,
    unpack: (path, name, into) => submit({ path, name, passwords: [], unpackInto: into }) as Promise<Unpacked>,
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Refusal('cancelled', job.request.name));
      const ended = worker;
      worker = null;
      finish((job) => job.reject(new Refusal('cancelled', job.request.name)));
      await ended?.terminate();
    },
  };
}

/** A request before what the worker knows already is left out of it. */
type WholeRequest = Omit<IntakeRequest, 'context'> & { readonly context?: AnalyseContext };

interface Job {
  readonly request: WholeRequest;
  resolve(result: IntakeResult | AnalysedFile | Unpacked): void;
  reject(error: Error): void;
}

/** The file that is being read, and how long it has been waited for. */
interface Watched {
  readonly job: Job;
  readonly reader: Worker;
  readonly before: Promise<NodeJS.CpuUsage | null>;
  /** ms */
  readonly waited: number;
}

/** However busy the machine, nobody waits for longer than so many times the bound. */
const LONGEST = 3;

/** What the thread has used of the processor; null where this Node cannot tell. */
async function usageOf(reader: Worker): Promise<NodeJS.CpuUsage | null> {
  try {
    return await reader.cpuUsage();
  } catch {
    return null;
  }
}

/** ms the thread has worked since; null where nobody can tell, or it does not answer within a second. */
async function workedMs(reader: Worker, since: Promise<NodeJS.CpuUsage | null>): Promise<number | null> {
  let silence: NodeJS.Timeout | undefined;
  const [before, now] = await Promise.race([
    Promise.all([since, usageOf(reader)]),
    new Promise<readonly [null, null]>((resolve) => {
      silence = setTimeout(() => resolve([null, null]), 1000);
    }),
  ]);
  clearTimeout(silence);
  if (before === null || now === null) return null;
  return (now.user + now.system - before.user - before.system) / 1000;
}

const MEGABYTE = 1024 * 1024;
/** Part of the memory for cell content outside the heap, which `resourceLimits` does not see. */
const STORED_SHARE = 0.35;
const YOUNG_MB = 24;

function settle(job: Job, reply: Exclude<IntakeReply, { kind: 'ready' }>): void {
  if (reply.kind === 'refusal') job.reject(new Refusal(reply.code, reply.subject));
  else if (reply.result.kind !== 'packed') job.resolve(reply.result);
  else job.resolve({ ...reply.result, kind: 'workbook', sheets: unpackSheets(reply.result.sheets) });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooSlow(timeoutMs: number): AnalysedFile {
  return refused('too_large', `${timeoutMs / 1000} 秒内未能读完`);
}

function tooMuchMemory(memoryMb: number): AnalysedFile {
  return refused('too_large', `读取时内存超过 ${memoryMb} MB`);
}

function crashed(message: string): AnalysedFile {
  return refused('truncated', `读取意外中断：${message}`);
}
