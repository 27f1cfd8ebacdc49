import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App } from '../electron/app/createApp.ts';
import type { Args, RequestName, Result } from '../electron/contract.ts';
import { DEMO_NOW, DEMO_RECEIVED, filesBelow } from '../electron/demo.ts';
import { createLocalApp, INBOX_FOLDER, ROOT } from '../electron/localProgram.ts';

/** What the sample inbox is expected to come to; written by `npm run golden`, compared by a test. */
export const GOLDEN_FILE = path.join(ROOT, 'test', 'fixtures', 'inbox.expected.json');

/** A week after the files came: nothing of April is pending any more. */
const AS_OF = '2022-05-06T09:00';

export type Golden = Readonly<Record<string, unknown>>;

/** Imports the sample inbox into a new data folder and gives what the office sees of it. */
export async function goldenInbox(): Promise<Golden> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-golden-'));
  const app = createLocalApp({ dataFolder, now: () => DEMO_NOW });
  try {
    await ask(app, 'profiles.init', { profile: 'xixia-2022' });
    const sources = await filesBelow(INBOX_FOLDER);
    const imported = await ask(app, 'imports.commit', { sources, received: DEMO_RECEIVED });
    const month = { period: '2022-04', asOf: AS_OF };
    const week = { period: '2022-W17', asOf: AS_OF };
    const golden = {
      batch: imported.batch,
      import: Object.fromEntries(imported.files.map(({ name, sha256: _hash, size: _size, ...file }) => [name, file])),
      gridOfMonth: byCell(await ask(app, 'status.grid', month)),
      gridOfWeek: byCell(await ask(app, 'status.grid', week)),
      ratesOfMonth: await ask(app, 'rates.compute', month),
      ratesOfWeek: await ask(app, 'rates.compute', week),
      reminders: await ask(app, 'reminders.list', month),
      circular: asRead(await ask(app, 'circulars.compose', { ...month, no: 7 })),
    };
    return JSON.parse(JSON.stringify(golden)) as Golden; // as it is read back from the file
  } finally {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One line per square, so that a changed cell is a changed line. */
function byCell({ cells }: Result<'status.grid'>): Record<string, string> {
  return Object.fromEntries(
    cells.map(({ unit, duty, period, due, status, receivedAt, quota, count, late, assigned }) => [
      `${unit} ${duty} ${period}`,
      `${status}${late ? ' late' : ''}${assigned ? '' : ' unassigned'}, due ${due}, received ${receivedAt}, ${count} of ${quota}`,
    ]),
  );
}

/** The circular as a reader has it; that every number opens its rows is tested where figures are (`figures.test.ts`). */
function asRead({ introduction, sections, tables, ...rest }: Result<'circulars.compose'>): unknown {
  return {
    ...rest,
    introduction: introduction.map(({ text }) => text),
    sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(({ text }) => text) })),
    tables: tables.map(({ figures: _figures, ...table }) => table),
  };
}

async function ask<N extends RequestName>(app: App, name: N, args: Args<N>): Promise<Result<N>> {
  const reply = await app.dispatch(name, args);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
}
