import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { seeded } from '../fixtures/seeded.ts';
import { tableText } from './textWorkbook.ts';

/** Measures reading texts of 26 columns by the intake, in UTF-8 and GB18030, beside SheetJS, which garbles both and is only timed. */
export async function csvBench(print: (line: string) => void, sizes = [5000, 50_000]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-desk-bench-'));
  try {
    for (const rows of sizes) {
      for (const encoding of ['utf-8', 'gb18030']) {
        const path = join(folder, `${rows}-${encoding}.csv`);
        await writeFile(path, iconv.encode(tableCsv(rows), encoding));
        for (const reader of ['intake', 'sheetjs']) {
          const { readMs, processMs, peakMb } = await measure(reader, path);
          print(
            `read ${rows} × 26 .csv ${encoding} ${reader}: ${readMs} ms reading, ${processMs} ms process, ${peakMb} MiB peak`,
          );
        }
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function tableCsv(rows: number): string {
  const random = seeded(20261120);
  const line = () => Array.from({ length: 26 }, (_, column) => tableText(column % 6, random)).join(',');
  return Array.from({ length: rows }, line).join('\r\n');
}

interface Figure {
  readonly readMs: number;
  readonly processMs: number;
  readonly peakMb: number;
}

/** The middle one of three runs by time. */
async function measure(reader: string, path: string): Promise<Figure> {
  const runs: Figure[] = [];
  for (let i = 0; i < 3; i++) {
    const child = join(import.meta.dirname, 'readBenchChild.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [child, reader, path]);
    runs.push(JSON.parse(stdout) as Figure); // our own child's output
  }
  runs.sort((a, b) => a.readMs - b.readMs);
  return runs[1] ?? { readMs: 0, processMs: 0, peakMb: 0 };
}

if (process.argv[1] === import.meta.filename) await csvBench((line) => console.log(line));
