import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type DispatchOptions, dataFile } from '../../electron/app/context.ts';
import { createApp } from '../../electron/app/createApp.ts';
import type { ImportRequest, TablePlan } from '../../electron/contract/imports.ts';
import type { AppError, Reply } from '../../electron/contract/reply.ts';
import type { Moment } from '../../electron/contract/time.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { createIntake } from '../../electron/io/intake/createIntake.ts';
import { programPlaces } from '../../electron/places.ts';
import { type SheetContent, writeWorkbook } from './workbooks.ts';

/** An office at work in a temporary folder: the real application over a real database, with a clock that tests set. */
export interface Desk {
  readonly dataFolder: string;
  /** Where mailed files lie. */
  readonly mailFolder: string;
  /** What the clock shows. */
  now: Moment;
  /** Answer of a request; a refusal fails the test. */
  ask<N extends RequestName>(name: N, args: Args<N>, options?: DispatchOptions): Promise<Result<N>>;
  /** Refusal of a request; an answer fails the test. */
  refusal(name: RequestName, args: object, options?: DispatchOptions): Promise<AppError>;
  reply<N extends RequestName>(name: N, args: Args<N>, options?: DispatchOptions): Promise<Reply<Result<N>>>;
  /** Writes a workbook among the mailed files; returns its path. */
  mail(name: string, ...sheets: SheetContent[]): Promise<string>;
  /** Imports mailed files as of a moment. */
  receive(received: Moment, paths: readonly string[], more?: Partial<ImportRequest>): Promise<Result<'imports.commit'>>;
  /** Rows of a table of the data file, or of a query. */
  rows<T = Record<string, unknown>>(query: string): T[];
  close(): Promise<void>;
}

export const PROFILE = 'xixia-2022';

/** The desks of a test file share the thread that reads mailed files: starting one costs more than most files it reads. Idle, it holds nothing. */
const intake = createIntake({ workerUrl: programPlaces().worker });

/** Opens a desk; `init: false` leaves the county to be chosen. */
export async function openDesk({ init = true } = {}): Promise<Desk> {
  const folder = mkdtempSync(path.join(os.tmpdir(), '信用办 desk '));
  const dataFolder = path.join(folder, '数据 data');
  const mailFolder = path.join(folder, '收件 mail');
  mkdirSync(mailFolder);
  const places = programPlaces();
  const app = createApp({
    dataFolder,
    resourcesFolder: places.resources,
    migrationsFolder: places.migrations,
    workerUrl: places.worker,
    intake,
    version: 'test',
    now: () => desk.now,
  });
  const desk: Desk = {
    dataFolder,
    mailFolder,
    now: '2022-04-29T16:00',
    reply: (name, args, options) => app.dispatch(name, args, options),
    async ask(name, args, options) {
      const reply = await app.dispatch(name, args, options);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
      return reply.value;
    },
    async refusal(name, args, options) {
      const reply = await app.dispatch(name, args as never, options); // also with arguments no caller may send
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.error;
    },
    async mail(name, ...sheets) {
      const file = path.join(mailFolder, name);
      await writeWorkbook(file, sheets);
      return file;
    },
    receive(received, paths, more = {}) {
      const sources = paths.map((file) => ({ path: file, name: path.basename(file) }));
      return desk.ask('imports.commit', { sources, received, ...more });
    },
    rows: (query) => rowsOf(path.join(dataFolder, 'credit-desk.db'), query),
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (init) await chooseCounty(desk);
  return desk;
}

/** The data file right after the county was chosen, as the first office of a test file made it: the others begin with a copy. */
let chosen: Buffer | null = null;

async function chooseCounty(desk: Desk): Promise<void> {
  const file = dataFile(desk.dataFolder);
  if (chosen === null) {
    await desk.ask('profiles.init', { profile: PROFILE });
    chosen = withDatabase(file, (sqlite) => sqlite.serialize());
  } else {
    mkdirSync(desk.dataFolder);
    writeFileSync(file, chosen);
  }
}

/** The one table of the one file of a result. */
export function onlyTable(result: Result<'imports.commit'>): TablePlan {
  const tables = result.files.flatMap((file) => file.tables);
  const [only] = tables;
  if (only === undefined || tables.length !== 1) throw new Error(`${tables.length} tables`);
  return only;
}

/** What a commit did to the stored records. */
export function differenceOf({ added, changed, unchanged, removed }: TablePlan) {
  return { added, changed, unchanged, removed };
}

function rowsOf<T>(file: string, query: string): T[] {
  return withDatabase(file, (sqlite) => sqlite.prepare(query).all() as T[]); // the query says what it selects
}

function withDatabase<T>(file: string, read: (sqlite: Database.Database) => T): T {
  const sqlite = new Database(file, { readonly: true });
  try {
    return read(sqlite);
  } finally {
    sqlite.close();
  }
}
