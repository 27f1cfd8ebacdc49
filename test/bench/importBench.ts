import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import ExcelJS from 'exceljs';
import type { Template } from '../../electron/contract/templates.ts';
import { isDay } from '../../electron/core/period.ts';
import { usccPasses } from '../../electron/core/uscc.ts';
import { createLocalApp } from '../../electron/localProgram.ts';
import { penalties, writeWorkbook } from '../app/workbooks.ts';

/**
 * Prints what one big workbook takes from drop to commit (preview and commit, as the window does it), against the program a clerk's nephew would write: exceljs loads it whole, each
 * row is checked for filled cells, lengths, dates and check digits, and inserted in one transaction. Ours does all of its checks,
 * compares, archives and keeps findings, history and tallies besides.
 */
export async function importBench(
  print: (line: string) => void,
  sizes: readonly number[] = [5000, 50_000],
): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'credit-desk-import-'));
  try {
    const small = path.join(folder, '一行.xlsx');
    await writeWorkbook(small, [penalties([1])]);
    for (const rows of sizes) {
      const file = path.join(folder, `市监局处罚${rows}.xlsx`);
      await writeWorkbook(file, [penalties(Array.from({ length: rows }, (_, i) => i + 1))]);
      const ours = await oursFor(file, small, path.join(folder, `desk${rows}`));
      const naive = await naiveFor(file, path.join(folder, `naive${rows}.db`), ours.template);
      const total = ours.preview + ours.commit;
      const ratio = (milliseconds: number): string => (milliseconds / naive.milliseconds).toFixed(2);
      print(
        `${rows} rows: drop to commit ${total.toFixed(0)} ms, naive ${naive.milliseconds.toFixed(0)} ms, ratio ${ratio(total)}`,
      );
      print(
        `${' '.repeat(String(rows).length)}       preview ${ours.preview.toFixed(0)} ms, commit ${ours.commit.toFixed(0)} ms (ratio ${ratio(ours.commit)}), undo ${ours.undo.toFixed(0)} ms`,
      );
      if (ours.records !== naive.rows) throw new Error(`${ours.records} records, naive ${naive.rows}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function oursFor(file: string, warmUp: string, dataFolder: string) {
  const app = createLocalApp({ dataFolder, now: () => '2022-04-29T16:00' });
  try {
    await app.dispatch('profiles.init', { profile: 'xixia-2022' });
    const template = await app.dispatch('templates.get', { id: 'penalty-legal' });
    if (!template.ok) throw new Error(template.error.message);
    const request = { sources: [{ path: file, name: path.basename(file) }] };
    // The thread that reads is started by the program's start, not by the file.
    await app.dispatch('imports.read', { path: warmUp });
    const [, preview] = await timed(() => app.dispatch('imports.preview', request));
    const [reply, commit] = await timed(() => app.dispatch('imports.commit', request));
    if (!reply.ok) throw new Error(reply.error.message);
    const records = reply.value.files[0]?.tables[0]?.records ?? 0;
    const [, undo] = await timed(() => app.dispatch('batches.undo', { batch: reply.value.batch ?? '' }));
    return { template: template.value, records, preview, commit, undo };
  } finally {
    await app.close();
  }
}

async function naiveFor(file: string, database: string, template: Template) {
  const [rows, milliseconds] = await timed(async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const sqlite = new Database(database);
    sqlite.pragma('journal_mode = WAL');
    sqlite.exec(`CREATE TABLE record (id INTEGER PRIMARY KEY, unit, period, template, key, "values", raw, decided, compliant);
      CREATE INDEX a ON record (period, unit); CREATE INDEX b ON record (template); CREATE INDEX c ON record (key);
      CREATE INDEX d ON record (decided)`);
    const insert = sqlite.prepare('INSERT INTO record VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)');
    let count = 0;
    sqlite.transaction(() => {
      const sheet = book.worksheets[0];
      const fields = new Map<number, Template['columns'][number]>();
      sheet?.eachRow((row, number) => {
        if (number < 4) return;
        if (number === 4) {
          row.eachCell((cell, column) => {
            const found = template.columns.find((c) => c.name === cell.text);
            if (found) fields.set(column, found);
          });
          return;
        }
        const values: Record<string, string> = {};
        for (const [column, field] of fields) values[field.id] = row.getCell(column).text.trim();
        const faults = [...fields.values()].filter((field) => isFaulty(field, values[field.id] ?? '')).length;
        const json = JSON.stringify(values);
        insert.run(
          'xx-scjgj',
          '2022-W17',
          template.id,
          values.CF_WSH,
          json,
          json,
          values.CF_JDRQ,
          Number(faults === 0),
        );
        count++;
      });
    })();
    sqlite.close();
    return count;
  });
  return { rows, milliseconds };
}

function isFaulty(field: Template['columns'][number], text: string): boolean {
  if (text === '') return field.required;
  if (field.length !== null && text.length > field.length) return true;
  if (field.type === 'date') return !isDay(text);
  if (field.type === 'uscc') return !usccPasses(text);
  return field.codes !== null && !field.codes.values.includes(text);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now();
  const value = await work();
  return [value, performance.now() - startedAt];
}
