import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { circularHtml } from '../../../electron/core/circularHtml.ts';
import { findBrowser } from '../../../electron/io/browser.ts';
import { writeCircularDocx } from '../../../electron/io/documents/circularDocx.ts';
import { browserPdfs } from './browserPdfs.ts';
import { libreOfficePdfs, middleOf, missingReader, missingRenderer, pdfPages } from './renderedPages.ts';
import { sampleDocument } from './sampleDocuments.ts';

const OFFICE = '西峡县社会信用体系建设工作领导小组办公室';
/** Offices and days about as wide as the line that they share. */
const ISSUED = [`${OFFICE}处`, OFFICE, OFFICE.slice(1)].flatMap((issuer) =>
  ['2026年11月21日', '2026年1月21日', '2026年1月2日'].map((date) => ({
    issuer,
    date,
    name: `${issuer.length} ${date}`,
  })),
);
/** Rows of tables whose sum would stand alone on the next page. */
const SUMMED = [20, 21].map((rows) => ({ rows, name: `${rows} rows and a sum` }));

const DOCUMENTS: readonly (readonly [string, CircularDocument])[] = [
  ...ISSUED.map(({ issuer, date, name }) => {
    const plain = sampleDocument({ paragraphs: 0, annexes: 0 });
    return [name, { ...plain, issuer, date }] as const;
  }),
  ...SUMMED.map(({ rows, name }) => [name, summed(rows)] as const),
];

function summed(units: number): CircularDocument {
  const document = sampleDocument({ units, paragraphs: 0, annexes: 1 });
  const tables = document.tables.map((table) => ({
    ...table,
    note: '',
    rows: [...table.rows, table.columns.map((_, index) => (index === 1 ? '合计' : ''))],
  }));
  return { ...document, issuer: '', copyTo: [], tables };
}

const folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-ends-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const ENGINES = [
  {
    engine: 'LibreOffice',
    missing: missingRenderer(),
    print: async () => {
      const written = DOCUMENTS.map(async ([, document], at) => [at, await writeCircularDocx(document)] as const);
      libreOfficePdfs(folder, Object.fromEntries(await Promise.all(written)));
    },
  },
  {
    engine: 'the browser',
    missing: missingReader() ?? (findBrowser() === null ? 'needs a browser' : null),
    print: () =>
      browserPdfs(
        folder,
        DOCUMENTS.map(([, document]) => circularHtml(document)),
      ),
  },
];

describe.each(ENGINES)('$engine', ({ missing, print }) => {
  beforeAll(async () => {
    if (missing === null) await print();
  });
  const fileOf = (name: string) => path.join(folder, `${DOCUMENTS.findIndex(([one]) => one === name)}.pdf`);

  it.skipIf(missing !== null).each(ISSUED)('ends $name with all of the imprint and its last rule', (issued) => {
    const file = fileOf(issued.name);
    const pages = pdfPages(file);
    expect(pages).toHaveLength(2);
    const lines = pages.at(-1)?.lines.filter(({ top }) => top < 297 - 35 - 1) ?? [];
    const foot = lines.slice(lines.findIndex(({ text }) => text.startsWith('抄送：')) + 1);
    const texts = foot.map(({ text }) => text.replace(/\s/gu, ''));
    expect(texts.join('')).toBe(`${issued.issuer}${issued.date}印发`);
    expect(texts.at(-1)).toContain(`${issued.date}印发`);
    const last = foot.at(-1);
    expect(last === undefined ? 0 : 297 - 35 - middleOf(last)).toBeGreaterThan(1.5);
    expect(Math.abs(ruleAtFoot(file, pages.length) - (297 - 35))).toBeLessThan(0.8);
  });

  it.skipIf(missing !== null).each(SUMMED)('takes two rows along with the sum: $name', ({ name, rows }) => {
    const words =
      pdfPages(fileOf(name))
        .at(-1)
        ?.words.map(({ text }) => text) ?? [];
    expect(words).toContain('合计');
    expect(words).toContain(String(rows - 1));
    // The same rate in each row.
    expect(words.filter((text) => text === '98.50%')).toHaveLength(2);
  });
});

/** Millimetres from the top of the page to the lowest line across the middle of the type area's end; 0: none. */
function ruleAtFoot(file: string, page: number): number {
  const dotsPerInch = 200;
  const dots = (mm: number) => Math.round((mm / 25.4) * dotsPerInch);
  const [top, height, width] = [dots(259.5), dots(4), 20];
  const at = ['-x', dots(31), '-y', top, '-W', width, '-H', height].map(String);
  const args = ['-gray', '-r', String(dotsPerInch), '-f', String(page), '-l', String(page), ...at, file];
  const image = execFileSync('pdftoppm', args);
  const pixels = image.subarray(image.length - width * height);
  for (let y = height - 1; y >= 0; y -= 1)
    if (pixels.subarray(y * width, (y + 1) * width).every((value) => value < 160))
      return ((top + y + 1) / dotsPerInch) * 25.4;
  return 0;
}
