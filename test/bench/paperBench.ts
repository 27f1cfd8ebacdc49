import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { dataFile } from '../../electron/app/context.ts';
import type { App } from '../../electron/app/createApp.ts';
import { clockStartingAt } from '../../electron/clock.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { DEMO_RECEIVED, filesBelow } from '../../electron/demo.ts';
import { createLocalApp, INBOX_FOLDER } from '../../electron/localProgram.ts';

const MONTH = '2022-04';
const NOW = '2022-05-06T09:00';

/**
 * Prints what papers, reminders, charts and the year's score take on the sample inbox, each beside the month's circular composed in the same run;
 * then how the first page and the reminder list grow with the log of chases, which grows for ever.
 */
export async function paperBench(
  print: (line: string) => void,
  { rounds = 5, chases = 100_000 }: { readonly rounds?: number; readonly chases?: number } = {},
): Promise<void> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-papers-'));
  const app = createLocalApp({ dataFolder, now: clockStartingAt(NOW) });
  const ask = askOf(app);
  const median = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now();
      await work();
      times.push(performance.now() - startedAt);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  };
  try {
    await ask('profiles.init', { profile: 'xixia-2022' });
    await ask('imports.commit', { sources: await filesBelow(INBOX_FOLDER), received: DEMO_RECEIVED });
    // The first one loads what is loaded once.
    await ask('circulars.compose', { period: MONTH });
    const month = await median(() => ask('circulars.compose', { period: MONTH }));
    const line = (what: string, took: number, beside = month): void =>
      print(`${took.toFixed(0).padStart(8)} ms ${(took / beside).toFixed(2).padStart(7)} ×  ${what}`);

    line('circular of a month composed', month);
    line('circular of a year', await median(() => ask('circulars.compose', { period: '2022' })));
    line('reminder list of a month', await median(() => ask('reminders.list', { period: MONTH })));
    line('reminder list of all that is owed', await median(() => ask('reminders.list', {})));
    line('charts of a month', await median(() => ask('charts.list', { period: MONTH })));
    line('score of a year', await median(() => ask('assessment.get', { year: 2022 })));

    const drafts: number[] = [];
    const create = async () => {
      drafts.push((await ask('papers.create', { kind: 'monthly', period: MONTH, by: '张三' })).paper.id);
    };
    line('paper begun', await median(create));
    const [first = 0] = drafts;
    line('draft opened', await median(() => ask('papers.get', { id: first })));
    line('draft saved, a paragraph rewritten', await median(() => rewrite(ask, first)));
    let checked = 0;
    line('draft checked', await median(() => ask('papers.check', { id: drafts[checked++] ?? 0, by: '李四' })));
    let issued = 0;
    line('paper issued', await median(() => ask('papers.issue', { id: drafts[issued++] ?? 0, by: '王五' })));
    line('issued paper opened, compared with the data', await median(() => ask('papers.get', { id: first })));
    line('issued paper as a page', await median(() => ask('papers.page', { id: first })));
    let written = 0;
    const write = () =>
      ask('papers.write', { id: first, format: 'docx', out: path.join(dataFolder, `${written++}.docx`) });
    line('issued paper as .docx', await median(write));

    const looks = [
      ['first page', () => ask('overview.get', {})],
      ['reminder list of a month', () => ask('reminders.list', { period: MONTH })],
    ] as const;
    const before: number[] = [];
    for (const [, look] of looks) before.push(await median(look));
    logChases(dataFile(dataFolder), chases);
    for (const [index, [what, look]] of looks.entries())
      line(`${what} with ${chases} chases logged, beside none`, await median(look), before[index]);
  } finally {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function rewrite(ask: Ask, id: number): Promise<void> {
  const { paper, document } = await ask('papers.get', { id });
  const [first] = document.introduction;
  const { key = '', text: base = '' } = first ?? {};
  const edits = [{ edit: 'replace' as const, key, text: `现将有关情况通报如下（${paper.revision}）：`, base }];
  await ask('papers.save', { id, revision: paper.revision, change: { edits }, by: '张三' });
}

/** Five years of calls about every unit and duty, written straight into the data file. */
function logChases(file: string, count: number): void {
  const sqlite = new Database(file);
  try {
    const units = sqlite.prepare('SELECT id FROM unit').pluck().all() as string[]; // the one text column asked for
    const duties = sqlite.prepare('SELECT id FROM duty').pluck().all() as string[];
    const insert = sqlite.prepare(
      `INSERT INTO chase (unit, duty, period, at, how, whom, answer, promised, "by", paper, withdrawn_at)
       VALUES (?, ?, ?, ?, 'phone', '经办人', '', NULL, '张三', NULL, NULL)`,
    );
    sqlite.transaction(() => {
      for (let n = 0; n < count; n++) {
        const month = `${2018 + (n % 4)}-${String((n % 12) + 1).padStart(2, '0')}`;
        insert.run(units[n % units.length], duties[n % duties.length], month, `${month}-28T09:00`);
      }
    })();
  } finally {
    sqlite.close();
  }
}

type Ask = <N extends RequestName>(name: N, args: Args<N>) => Promise<Result<N>>;

function askOf(app: App): Ask {
  return async (name, args) => {
    const reply = await app.dispatch(name, args);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value;
  };
}
