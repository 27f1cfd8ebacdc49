// One measured process of readBench: `node readBenchChild.ts READER FILE` prints its figures as JSON.
const [reader = '', path = ''] = process.argv.slice(2);
const started = performance.now();
let cells = 0;
let length = 0;

if (reader === 'intake') {
  const { readMailedFile } = await import('../../electron/io/intake/readMailedFile.ts');
  const { DEFAULT_LIMITS } = await import('../../electron/io/intake/limits.ts');
  const result = await readMailedFile(path, { name: path, passwords: [] }, DEFAULT_LIMITS);
  if (result.kind !== 'workbook') throw new Error(result.detail);
  for (const sheet of result.workbook.sheets) {
    for (const row of sheet.rows) {
      for (const cell of row.cells) {
        cells++;
        length += cell.text.length;
      }
    }
  }
} else if (reader === 'exceljs') {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        cells++;
        length += cell.text.length;
      });
    });
  }
} else if (reader === 'sheetjs') {
  const { read } = await import('@e965/xlsx');
  const { readFileSync } = await import('node:fs');
  for (const sheet of Object.values(read(readFileSync(path), { type: 'buffer', dense: true, raw: true }).Sheets)) {
    for (const row of sheet['!data'] ?? []) {
      for (const cell of row ?? []) {
        cells++;
        length += String(cell?.v ?? '').length;
      }
    }
  }
} else if (reader === 'unzip') {
  // What no reader of a package can undercut: its parts inflated, and nothing done with them.
  const { openZip } = await import('../../electron/io/intake/zipArchive.ts');
  const { DEFAULT_LIMITS } = await import('../../electron/io/intake/limits.ts');
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'r');
  const zip = await openZip(file, DEFAULT_LIMITS);
  for (const name of zip.names) for await (const bytes of zip.chunks(name)) length += bytes.length;
  await file.close();
}

console.log(
  JSON.stringify({
    readMs: Math.round(performance.now() - started),
    processMs: Math.round(performance.now()),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    cells,
    length,
  }),
);
