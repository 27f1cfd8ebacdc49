import { parentPort, workerData } from 'node:worker_threads';
import type { IntakeResult } from '../../contract/sheets.ts';
import { analyseWorkbook } from '../../core/analyse.ts';
import { createCalendar, type WorkCalendar } from '../../core/calendar.ts';
import { Refusal } from '../../core/refusal.ts';
import { createContextReceiver } from './contextDelta.ts';
import { digestContent } from './digestContent.ts';
import { allowedHeap } from './heapGuard.ts';
import {
  type IntakeReply,
  type IntakeRequest,
  type IntakeWorkerData,
  type PackedFile,
  refused,
} from './intakeMessages.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { packSheets } from './packRecords.ts';
import { plainWorkbook } from './plainWorkbook.ts';
import { proseOf } from './proseText.ts';
import { ReadFault } from './readFault.ts';
import { readMailedFile } from './readMailedFile.ts';
import { type Unpacked, unpack } from './unpack.ts';

// Entry of the worker thread: one file at a time, each answered with exactly one message.
// `workerData` is what `createIntake` passes; nothing else starts this file.
const given = workerData as IntakeWorkerData;
let calendar = createCalendar();
const receiveContext = createContextReceiver();
const limits = { ...DEFAULT_LIMITS, ...given, maxHeap: allowedHeap() };

parentPort?.on('message', (request: IntakeRequest) => {
  answer(request).then((reply) => parentPort?.postMessage(reply));
});

const ready: IntakeReply = { id: 0, kind: 'ready' };
parentPort?.postMessage(ready);

async function answer(request: IntakeRequest): Promise<IntakeReply> {
  const { id } = request;
  try {
    return { id, kind: 'done', result: await resultOf(request) };
  } catch (error) {
    if (error instanceof Refusal) return { id, kind: 'refusal', code: error.code, subject: error.subject };
    // Memory may run short while the rows are analysed.
    if (error instanceof ReadFault) return { id, kind: 'done', result: refused(error.code, error.detail) };
    // A bug of ours costs this file only; the trace goes to the log.
    console.error(`intake: ${request.name}`, error);
    const message = error instanceof Error ? error.message : String(error);
    return { id, kind: 'done', result: refused('truncated', `读取时程序出错：${message}`) };
  }
}

async function resultOf(request: IntakeRequest): Promise<IntakeResult | PackedFile | Unpacked> {
  const { path, name, passwords, unpackInto } = request;
  // Taken in whatever comes of the file: the next request builds on it.
  const context = request.context && receiveContext(request.context);
  if (unpackInto !== undefined) return unpack(path, name, unpackInto, limits);
  const result = await readMailedFile(path, { name, passwords }, limits);
  if (result.kind !== 'workbook') return result;
  const { workbook } = result;
  if (!context) return { kind: 'workbook', workbook: plainWorkbook(workbook) };
  const sheets = analyseWorkbook(workbook, context, calendarOf(context.calendarExtra), digestContent);
  const prose = proseOf(name, workbook, sheets);
  if (prose) return { kind: 'attachment', code: null, detail: '文本文件', article: prose };
  return { kind: 'packed', sheets: packSheets(sheets), locked: workbook.locked === true };
}

/** The calendar of a context; files of one call have the very same. */
function calendarOf(extra: WorkCalendar['extra']): WorkCalendar {
  if (extra !== calendar.extra) calendar = createCalendar(extra);
  return calendar;
}
