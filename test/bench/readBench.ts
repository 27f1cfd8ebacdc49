import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeTextWorkbook } from './textWorkbook.ts';

/** What one reader needed for one file; medians of several runs. */
export interface ReadFigure {
  readonly rows: number;
  readonly reader: (typeof READERS)[number];
  /** Milliseconds of reading every cell, without the start of the process. */
  readonly readMs: number;
  /** Milliseconds of the whole process. */
  readonly processMs: number;
  /** Peak memory of the process. */
  readonly peakMb: number;
}

/**
 * Measures reading 26 columns of text by the intake beside exceljs and SheetJS, each in a process of its own, interleaved, and
 * prints the ratios. `unzip` only inflates the parts; `nothing` is the bare process, for what reading itself needs.
 */
export async function readBench(
  print: (line: string) => void,
  sizes = [200, 5000, 50_000],
  runs = 3,
): Promise<ReadFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-desk-bench-'));
  const figures: ReadFigure[] = [];
  try {
    for (const rows of sizes) {
      const path = join(folder, `${rows}.xlsx`);
      await writeTextWorkbook(path, rows);
      const measured = new Map(READERS.map((reader) => [reader, [] as Run[]]));
      for (let i = 0; i < runs; i++)
        for (const reader of READERS) measured.get(reader)?.push(await measure(reader, path));
      const found = READERS.map((reader) => ({ rows, reader, ...medians(measured.get(reader) ?? []) }));
      figures.push(...found);
      report(found, print);
    }
    const growth = exponent(figures.filter(({ reader }) => reader === 'intake'));
    if (growth !== null) print(`read growth: time ~ rows^${growth.toFixed(2)}`);
    return figures;
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Run = Omit<ReadFigure, 'rows' | 'reader'>;

const READERS = ['intake', 'exceljs', 'sheetjs', 'unzip', 'nothing'] as const;
const CHILD = join(import.meta.dirname, 'readBenchChild.ts');

async function measure(reader: string, path: string): Promise<Run> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, reader, path]);
  return JSON.parse(stdout) as Run; // our own child's output
}

function medians(runs: readonly Run[]): Run {
  const median = (of: (run: Run) => number) => runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return {
    readMs: median((run) => run.readMs),
    processMs: median((run) => run.processMs),
    peakMb: median((run) => run.peakMb),
  };
}

function report(found: readonly ReadFigure[], print: (line: string) => void): void {
  const of = (reader: ReadFigure['reader']) => found.find((figure) => figure.reader === reader);
  const [ours, theirs, sheetjs, unzip, bare] = READERS.map(of);
  if (!ours || !theirs || !sheetjs || !unzip || !bare) return;
  for (const { rows, reader, readMs, processMs, peakMb } of found) {
    print(`read ${rows} × 26 ${reader}: ${readMs} ms reading, ${processMs} ms process, ${peakMb} MiB peak`);
  }
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  const above = ratio(ours.peakMb - bare.peakMb, theirs.peakMb - bare.peakMb);
  print(
    `read ${ours.rows} × 26 intake / exceljs: time ${ratio(ours.readMs, theirs.readMs)} (process ${ratio(ours.processMs, theirs.processMs)}), ` +
      `memory ${ratio(ours.peakMb, theirs.peakMb)} (above a bare process ${above}); bar 0.45 and 0.25 at 50000 rows`,
  );
  print(
    `read ${ours.rows} × 26 intake / SheetJS: time ${ratio(ours.readMs, sheetjs.readMs)}, memory ${ratio(ours.peakMb, sheetjs.peakMb)}; ` +
      `intake / unzip: time ${ratio(ours.readMs, unzip.readMs)}`,
  );
}

function exponent(figures: readonly ReadFigure[]): number | null {
  // The smallest size is mostly the start of the process.
  const [first, last] = [figures.at(-2), figures.at(-1)];
  if (!first || !last || first.rows === last.rows) return null;
  return Math.log(last.readMs / first.readMs) / Math.log(last.rows / first.rows);
}

if (process.argv[1] === import.meta.filename) await readBench((line) => console.log(line));
