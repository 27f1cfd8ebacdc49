import { writeFile } from 'node:fs/promises';
import { type App, createApp } from '../app/createApp.ts';
import { clockStartingAt, systemClock } from '../clock.ts';
import type { AppError } from '../contract/reply.ts';
import { errorSentence } from '../contract/words.ts';
import type { Args, RequestName } from '../contract.ts';
import { Refusal } from '../core/refusal.ts';
import { DEMO_NOW } from '../demo.ts';
import { writeWhole } from '../io/wholeFile.ts';
import type { FromService, ServiceStart, ToService } from './serviceMessages.ts';

// Entry of the utility process: the whole application, away from the window so that nothing it does can freeze it.

const port = process.parentPort;
const running = new Map<number, AbortController>();
const printing = new Map<number, (printed: Extract<ToService, { kind: 'printed' }>) => void>();
let application: App | AppError | null = null;
let prints = 0;

port.on('message', (event) => {
  // Only the main process holds the other end of this port.
  void receive(event.data as ToService);
});

async function receive(message: ToService): Promise<void> {
  switch (message.kind) {
    case 'start':
      application = openApplication(message.start);
      return;
    case 'request':
      return answer(message.id, message.name, message.args);
    case 'cancel':
      running.get(message.id)?.abort();
      return;
    case 'printed':
      printing.get(message.id)?.(message);
      return;
    case 'stop':
      for (const controller of running.values()) controller.abort();
      if (isOpen(application)) await application.close();
      return process.exit(0);
    default:
      return message satisfies never;
  }
}

/** A program that cannot start (a broken resource) says why in answer to every request, instead of dying again and again. */
function openApplication(start: ServiceStart): App | AppError {
  const { dataFolder, resourcesFolder, migrationsFolder, version, demo } = start;
  const workerUrl = new URL(start.workerUrl);
  const now = demo ? clockStartingAt(DEMO_NOW) : systemClock;
  try {
    return createApp({ dataFolder, resourcesFolder, migrationsFolder, workerUrl, version, demo, now, printHtmlToPdf });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, message: errorSentence(error.code, error.subject) };
  }
}

async function answer(id: number, name: string, args: unknown): Promise<void> {
  if (application === null) throw new Error('request before start');
  if (!isOpen(application)) return send({ kind: 'reply', id, reply: { ok: false, error: application } });
  const controller = new AbortController();
  running.set(id, controller);
  // dispatch checks name and arguments of whatever comes in; here they are only handed through.
  const reply = await application.dispatch(name as RequestName, args as Args<RequestName>, {
    signal: controller.signal,
    onProgress: (progress) => send({ kind: 'progress', id, progress }),
  });
  running.delete(id);
  send({ kind: 'reply', id, reply });
}

function isOpen(opened: App | AppError | null): opened is App {
  return opened !== null && 'dispatch' in opened;
}

/** The main process makes the PDF; it is written here, so that a locked file is reported as by every other writer. */
async function printHtmlToPdf(html: string, out: string): Promise<void> {
  const id = ++prints;
  const printed = new Promise<Extract<ToService, { kind: 'printed' }>>((resolve) => printing.set(id, resolve));
  send({ kind: 'print', id, html });
  const { pdf, error } = await printed;
  printing.delete(id);
  if (pdf === null) throw new Error(`printing failed: ${error}`);
  await writeWhole(out, (partial) => writeFile(partial, pdf));
}

function send(message: FromService): void {
  port.postMessage(message);
}
