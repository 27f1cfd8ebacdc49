import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../electron/core/refusal.ts';
import { createIntake, type Intake } from '../../electron/io/intake/createIntake.ts';
import type { AnalysedFile } from '../../electron/io/intake/intakeMessages.ts';
import { DESK } from '../core/sheetOf.ts';
import { seeded } from '../fixtures/seeded.ts';
import { fuzzCorpus, PASSWORD, type Specimen } from './fuzzCorpus.ts';
import { makeInput } from './mutate.ts';

export interface FuzzReport {
  readonly inputs: number;
  /** How many inputs came back as what. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  readonly failures: readonly FuzzFailure[];
}

/** An input after which something other than a value came back. */
export interface FuzzFailure {
  readonly number: number;
  readonly name: string;
  readonly what: string;
  /** Where the input was put. */
  readonly saved: string;
}

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** Number of the first input: one alone can be run again. */
  readonly from?: number;
  /** Folder for inputs that fail. */
  readonly keep: string;
  readonly onProgress?: (done: number) => void;
}

/**
 * Sends made-up and damaged files through the real worker, with its limits. Whatever they are, each must come back as a
 * value: a bug of ours, a lost thread, a file that runs into the clock or any rejection but a refusal is a failure.
 */
export async function runFuzz({ count, seed, from = 0, keep, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'credit-desk-fuzz-'));
  const intake = createIntake({ workerUrl: pathToFileURL(path.resolve('electron/io/intake/intakeWorker.ts')) });
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', onUnhandled);
  const outcomes = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let slowestMs = 0;
  try {
    const corpus = await fuzzCorpus();
    for (let number = from; number < from + count; number++) {
      const input = inputOf(corpus, seed, number);
      const started = performance.now();
      const { outcome, bug } = await outcomeOf(intake, input, folder);
      slowestMs = Math.max(slowestMs, performance.now() - started);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const what = bug ?? (unhandled.length > 0 ? `unhandled: ${unhandled.splice(0).map(String).join('; ')}` : null);
      if (what !== null)
        failures.push({ number, name: input.name, what, saved: await save(keep, seed, number, input) });
      onProgress?.(number - from + 1);
    }
  } finally {
    process.off('unhandledRejection', onUnhandled);
    await intake.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { inputs: count, outcomes, slowestMs, failures };
}

function inputOf(corpus: readonly Specimen[], seed: number, number: number): Specimen {
  return makeInput(corpus, seeded(seed * 1_000_003 + number));
}

interface Outcome {
  readonly outcome: string;
  readonly bug: string | null;
}

/** Details that only a lost thread, the clock or a bug of ours gives. */
const BUGS = /程序出错|意外中断|秒内未能读完|读取时内存超过/u;

async function outcomeOf(intake: Intake, { name, bytes }: Specimen, folder: string): Promise<Outcome> {
  const file = path.join(folder, 'input.bin');
  await writeFile(file, bytes);
  try {
    const unpacked = await intake.unpack(file, name, path.join(folder, 'unpacked'));
    if (unpacked.kind === 'refused') return resultOf(`container ${unpacked.code}`, unpacked.detail);
    if (unpacked.kind === 'members') {
      for (const member of unpacked.members) {
        if (member.file === null) continue;
        const at = path.join(unpacked.folder, member.file);
        const { bug } = ofFile(await intake.analyse(at, member.name, { ...DESK, file: member.name }, [PASSWORD]));
        if (bug !== null) return { outcome: 'member', bug };
      }
      return { outcome: `container of ${unpacked.members.length}`, bug: null };
    }
    const read = await intake.read(file, name, [PASSWORD]);
    const { bug } = read.kind === 'workbook' ? { bug: null } : resultOf('', read.detail);
    const analysed = ofFile(await intake.analyse(file, name, { ...DESK, file: name }, [PASSWORD]));
    return bug === null ? analysed : { outcome: analysed.outcome, bug: `read: ${bug}` };
  } catch (error) {
    if (error instanceof Refusal) return { outcome: `refusal ${error.code}`, bug: null };
    return { outcome: 'rejected', bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function ofFile(file: AnalysedFile): Outcome {
  if (file.kind !== 'workbook') return resultOf(`${file.kind} ${file.code ?? ''}`.trim(), file.detail);
  const kinds = [...new Set(file.sheets.map((sheet) => sheet.kind))].sort();
  return { outcome: `workbook: ${kinds.join(' ') || 'no sheet'}`, bug: null };
}

function resultOf(outcome: string, detail: string): Outcome {
  return { outcome, bug: BUGS.test(detail) ? detail : null };
}

async function save(keep: string, seed: number, number: number, { name, bytes }: Specimen): Promise<string> {
  await mkdir(keep, { recursive: true });
  const file = path.join(keep, `${seed}-${number}-${name.replaceAll(/[^\p{L}\p{N}.]/gu, '_')}`);
  await writeFile(file, bytes);
  return file;
}
