import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { App } from '../../electron/app/createApp.ts';
import type { Args, RequestName, Result } from '../../electron/contract.ts';
import { createLocalApp } from '../../electron/localProgram.ts';
import { fillDesk } from './fillDesk.ts';

const NOW = '2025-01-06T09:00';
const PERIOD = '2024-06';

/** What the office asks for every day, in the order printed. */
const REQUESTS: readonly [string, <T>(ask: Ask) => Promise<T | unknown>][] = [
  ['status of a month', (ask) => ask('status.grid', { period: PERIOD })],
  ['rates of a month', (ask) => ask('rates.compute', { period: PERIOD })],
  ['reminder list of a month', (ask) => ask('reminders.list', { period: PERIOD })],
  ['circular of a month', (ask) => ask('circulars.compose', { period: PERIOD })],
  ['circular of a year', (ask) => ask('circulars.compose', { period: '2024' })],
  ['reminder list of all that is owed', (ask) => ask('reminders.list', {})],
  ['charts of a month', (ask) => ask('charts.list', { period: PERIOD })],
  ['score of a year', (ask) => ask('assessment.get', { year: 2024 })],
  ['overview', (ask) => ask('overview.get', {})],
  ['first page of all records', (ask) => ask('records.list', { limit: 100 })],
  ['first page of a unit’s records', (ask) => ask('records.list', { unit: 'xx-scjgj', limit: 100 })],
  [
    'first page of a month’s faulty records',
    (ask) => ask('records.list', { period: PERIOD, compliant: false, limit: 100 }),
  ],
  ['rates of a month as they once stood', (ask) => ask('rates.compute', { period: PERIOD, asOf: '2024-06-20T12:00' })],
];
type Ask = <N extends RequestName>(name: N, args: Args<N>) => Promise<Result<N>>;

/**
 * Prints what the daily requests take over three years of 50 units with few and with a hundred times as many records, and the ratio:
 * what an office sees must not grow with what it has stored. Needs about 2 GB of temporary disk for a million records.
 */
export async function scaleBench(
  print: (line: string) => void,
  { small = 10_000, large = 1_000_000 }: { readonly small?: number; readonly large?: number } = {},
): Promise<void> {
  const [few, many] = [await measure(small, print), await measure(large, print)];
  print(
    `${'ms'.padStart(8)} ${'ms'.padStart(8)} ${'ratio'.padStart(6)}   ${small} and ${large} records, medians of ${ROUNDS}`,
  );
  for (const [index, [what]] of REQUESTS.entries()) line(what, few[index] ?? 0, many[index] ?? 0);
  const upTo = REQUESTS.findIndex(([what]) => what.startsWith('circular of a month'));
  const sum = (times: readonly number[]): number => times.slice(0, upTo + 1).reduce((a, b) => a + b, 0);
  line('status + rates + list + circular', sum(few), sum(many));

  function line(what: string, a: number, b: number): void {
    print(`${a.toFixed(1).padStart(8)} ${b.toFixed(1).padStart(8)} ${(b / a).toFixed(1).padStart(6)}   ${what}`);
  }
}

const ROUNDS = 5;

/** Median milliseconds of each request over a data folder with so many records. */
async function measure(records: number, print: (line: string) => void): Promise<number[]> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-scale-'));
  const open = () => createLocalApp({ dataFolder, now: () => NOW });
  try {
    const making = open();
    await askOf(making)('profiles.init', { profile: 'xixia-2022' });
    await making.close();
    const startedAt = performance.now();
    const file = path.join(dataFolder, 'credit-desk.db');
    fillDesk(file, records);
    const seconds = (performance.now() - startedAt) / 1000;
    print(`${records} records written in ${seconds.toFixed(1)} s, ${(statSync(file).size / 2 ** 20).toFixed(0)} MB`);
    const app = open();
    try {
      return await medians(askOf(app));
    } finally {
      await app.close();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function medians(ask: Ask): Promise<number[]> {
  const found: number[] = [];
  for (const [, request] of REQUESTS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now();
      await request(ask);
      times.push(performance.now() - startedAt);
    }
    found.push(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0);
  }
  return found;
}

function askOf(app: App): Ask {
  return async (name, args) => {
    const reply = await app.dispatch(name, args);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value;
  };
}
