import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeTextXls } from './textXls.ts';

/**
 * Measures reading binary workbooks of 26 text columns by the intake, up to the most rows a `.xls` can hold, beside SheetJS,
 * which takes four times as long for twice the rows and is therefore asked for the small one only.
 */
export async function xlsBench(
  print: (line: string) => void,
  sizes = [5000, 50_000, 65_536],
  theirMost = 5000,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-desk-bench-'));
  try {
    for (const rows of sizes) {
      const path = join(folder, `${rows}.xls`);
      await writeTextXls(path, rows);
      for (const reader of rows <= theirMost ? ['intake', 'sheetjs'] : ['intake']) {
        const { readMs, processMs, peakMb } = await measure(reader, path);
        print(`read ${rows} × 26 .xls ${reader}: ${readMs} ms reading, ${processMs} ms process, ${peakMb} MiB peak`);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

const CHILD = join(import.meta.dirname, 'readBenchChild.ts');

interface Figure {
  readonly readMs: number;
  readonly processMs: number;
  readonly peakMb: number;
}

/** The middle one of three runs by time. */
async function measure(reader: string, path: string): Promise<Figure> {
  const runs: Figure[] = [];
  for (let i = 0; i < 3; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, reader, path]);
    runs.push(JSON.parse(stdout) as Figure); // our own child's output
  }
  runs.sort((a, b) => a.readMs - b.readMs);
  return runs[1] ?? { readMs: 0, processMs: 0, peakMb: 0 };
}

if (process.argv[1] === import.meta.filename) {
  const most = Number(process.argv[2] ?? 5000);
  await xlsBench((line) => console.log(line), undefined, most);
}
