import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ask } from './ask.ts';
import { expect, NOW, test } from './fixtures.ts';
import { INBOX, RECEIVED } from './sampleInbox.ts';
import { ROOT } from './served.ts';

test('the command line comes to the same grid, rates, list and circular as the window', async ({ desk }) => {
  const { wizard, frame, imports, page, dataFolder } = desk;
  await wizard.create();
  await expect(frame.office).toBeVisible();
  await frame.open('导入');
  await imports.setReceived(RECEIVED);
  await imports.drop([INBOX]);
  await imports.planned();
  await imports.commit();

  const other = path.join(dataFolder, 'other');
  const cli = (...args: string[]) => commandLine([...args, '--data', other]);
  const span = ['--period', '2022-04', '--as-of', NOW];
  cli('init', '--profile', 'xixia-2022');
  cli('import', INBOX, '--received', RECEIVED.replace(' ', 'T'), '--as-of', NOW);

  const about = { period: '2022-04', asOf: NOW };
  const grid = await ask(page, 'status.grid', about);
  expect(grid.cells.length).toBeGreaterThan(100);
  expect(cli('status', ...span)).toEqual(grid);

  const rates = await ask(page, 'rates.compute', about);
  expect(cli('rates', ...span)).toMatchObject({ formula: rates.formula, total: rates.total, units: rates.units });

  const reminders = await ask(page, 'reminders.list', about);
  const list = path.join(dataFolder, '催报清单.xlsx');
  expect(cli('remind', ...span, '--out', list)).toMatchObject({
    items: reminders.items,
    groupText: reminders.groupText,
  });
  expect(existsSync(list)).toBe(true);

  const document = await ask(page, 'circulars.compose', about);
  const notice = path.join(dataFolder, '通报.docx');
  expect(cli('circular', ...span, '--out', notice)).toMatchObject({
    title: document.title,
    documentNo: document.documentNo,
    sections: document.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map(({ text }) => text),
    })),
    tables: document.tables.map(({ caption, rows }) => ({ caption, rows })),
  });
  expect(existsSync(notice)).toBe(true);
});

test('the command line stops while a window has the data folder', async ({ desk }) => {
  await desk.wizard.offered();
  const refused = () => commandLine(['init', '--profile', 'xixia-2022', '--data', desk.dataFolder]);
  expect(refused).toThrow(/data_folder_busy/);
});

/** One command with `--json`; throws what it refused. */
function commandLine(args: readonly string[]): unknown {
  const script = path.join(ROOT, 'electron', 'cli.ts');
  try {
    const text = execFileSync(process.execPath, [script, ...args, '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64e6,
    });
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) throw new Error(String(error.stdout));
    throw error;
  }
}
