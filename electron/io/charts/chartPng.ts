import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ChartSpec } from '../../contract/charts.ts';
import { chineseFont } from '../fonts.ts';
import type { ChartReply, ChartRequest } from './chartWorker.ts';
import type { ChartPicture } from './drawChart.ts';

/**
 * A chart as PNG at 300 dpi for a width on paper, drawn in a thread of its own: the charts of a county of 120 units take seconds, in which
 * every window would wait. The pictures drawn last are kept: a paper is looked at, issued and written with the same ones.
 */
export function chartPng(spec: ChartSpec, widthMm: number): Promise<ChartPicture> {
  const key = `${widthMm} ${JSON.stringify(spec)}`;
  const picture = kept.get(key) ?? ordered(spec, widthMm);
  kept.delete(key);
  kept.set(key, picture);
  picture.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return picture;
}

/** By what they show, those used last at the end; a picture takes up to half a megabyte. */
const kept = new Map<string, Promise<ChartPicture>>();
const MOST_KEPT = 40;

interface Waiting {
  readonly request: ChartRequest;
  readonly resolve: (picture: ChartPicture) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let orders = 0;

function ordered(spec: ChartSpec, widthMm: number): Promise<ChartPicture> {
  const request: ChartRequest = { id: ++orders, spec, widthMm };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { request, resolve, reject });
    send(request);
  });
}

function send(request: ChartRequest): void {
  thread ??= started();
  // The process stays until the picture is there, and no longer.
  thread.ref();
  thread.postMessage(request);
}

function started(): Worker {
  const worker = new Worker(workerFile(), { workerData: chineseFont(), execArgv: [] });
  worker.unref();
  worker.on('message', (reply: ChartReply) => {
    if (worker !== thread) return;
    const order = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('picture' in reply) order?.resolve(reply.picture);
    else {
      order?.reject(new Error(reply.error));
      if (reply.isOver) replace(worker);
    }
  });
  worker.on('error', (error) => lose(worker, error));
  worker.on('exit', (code) => lose(worker, new Error(`the thread that draws charts ended with ${code}`)));
  return worker;
}

/** What waits for a thread that can draw no more is drawn by a new one. */
function replace(worker: Worker): void {
  thread = null;
  // How it ends does not matter: nothing waits for it.
  void worker.terminate();
  for (const { request } of waiting.values()) send(request);
}

/** What the thread was to draw is not drawn; the next chart gets a new one. */
function lose(worker: Worker, error: Error): void {
  if (worker !== thread) return;
  thread = null;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

/** Beside this file in the sources; of a built program above its chunks. */
function workerFile(): URL {
  const places = import.meta.filename.endsWith('.ts') ? ['chartWorker.ts'] : ['chartWorker.js', '../chartWorker.js'];
  const found = places.map((place) => path.join(import.meta.dirname, place)).find((place) => existsSync(place));
  if (found === undefined) throw new Error('chartWorker has been taken out of the program');
  return pathToFileURL(found);
}
