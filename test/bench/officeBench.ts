import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App } from '../../electron/app/createApp.ts';
import { clockStartingAt } from '../../electron/clock.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { DEMO_NOW, DEMO_RECEIVED, filesBelow } from '../../electron/demo.ts';
import { createLocalApp, INBOX_FOLDER } from '../../electron/localProgram.ts';

/** One line of the report. */
export interface Figure {
  readonly what: string;
  readonly milliseconds: number;
  readonly remark?: string;
}

/** The office's work on the sample inbox: setting up, from drop to commit, and one month's grid, rates, list and circular. */
export async function officeBench(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-bench-'));
  const app = createLocalApp({ dataFolder: folder, now: clockStartingAt(DEMO_NOW) });
  const figures: Figure[] = [];
  const time = async <T>(what: string, work: () => Promise<T>, remark?: (value: T) => string): Promise<T> => {
    const startedAt = performance.now();
    const value = await work();
    const milliseconds = performance.now() - startedAt;
    figures.push({ what, milliseconds, ...(remark ? { remark: remark(value) } : {}) });
    return value;
  };
  try {
    await time('make the data folder of a county', () => ask(app, 'profiles.init', { profile: 'xixia-2022' }));
    const sources = await filesBelow(INBOX_FOLDER);
    const request = { sources, received: DEMO_RECEIVED };
    const plan = await time('sample inbox: drop to preview', () => ask(app, 'imports.preview', request), countsOf);
    await time('sample inbox: preview to commit', () =>
      ask(app, 'imports.commit', { ...request, planHash: plan.planHash }),
    );
    await time('sample inbox: the same once more', () => ask(app, 'imports.commit', request));
    const period = '2022-04';
    await time(
      'one month: status',
      () => ask(app, 'status.grid', { period }),
      (grid) => `${grid.cells.length} cells`,
    );
    await time('one month: rates', () => ask(app, 'rates.compute', { period }));
    await time('one month: reminder list', () => ask(app, 'reminders.list', { period }));
    const document = await time('one month: circular composed', () => ask(app, 'circulars.compose', { period }));
    await time('one month: circular written as .docx', () =>
      ask(app, 'circulars.write', { document, format: 'docx', out: path.join(folder, 'bench.docx') }),
    );
    return figures;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function countsOf(plan: Result<'imports.preview'>): string {
  const tables = plan.files.flatMap((file) => file.tables);
  const records = tables.reduce((sum, table) => sum + table.records, 0);
  return `${plan.files.length} files, ${tables.length} tables, ${records} records`;
}

async function ask<N extends RequestName>(app: App, name: N, args: Args<N>): Promise<Result<N>> {
  const reply = await app.dispatch(name, args);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
}
