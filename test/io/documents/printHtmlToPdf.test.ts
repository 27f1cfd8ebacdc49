import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { circularHtml } from '../../../electron/core/circularHtml.ts';
import type { Refusal } from '../../../electron/core/refusal.ts';
import { findBrowser } from '../../../electron/io/browser.ts';
import { printHtmlToPdf } from '../../../electron/io/documents/printHtmlToPdf.ts';
import { missingRenderer, pdfPages } from './renderedPages.ts';
import { sampleDocument } from './sampleDocuments.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-print-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('refuses in words where no browser is installed', async () => {
  vi.stubEnv('CREDIT_DESK_BROWSER', path.join(folder, 'no-browser'));
  const out = path.join(folder, 'a.pdf');
  await expect(printHtmlToPdf('<p>一</p>', out)).rejects.toMatchObject({
    code: 'output_failed',
  } satisfies Partial<Refusal>);
  vi.unstubAllEnvs();
  expect(existsSync(out)).toBe(false);
});

const missing = findBrowser() === null ? 'needs a browser' : missingRenderer();

it.skipIf(missing !== null)(`prints the circular on A4 with page numbers on their sides ${missing ?? ''}`, async () => {
  const out = path.join(folder, '通报 1.pdf');
  await printHtmlToPdf(circularHtml(sampleDocument()), out);
  const pages = pdfPages(out);
  expect(pages.length).toBeGreaterThan(5);
  for (const [index, page] of pages.entries()) {
    const isWide = page.width > page.height;
    expect([page.width, page.height].map(Math.round).sort((a, b) => a - b)).toEqual([595, 842]);
    if (isWide) continue;
    const number = page.lines.find(({ text, top }) => text === `—${index + 1}—` && top > page.height - 110);
    expect(
      index % 2 === 0 ? (number?.left ?? 0) > page.width / 2 : (number?.right ?? page.width) < page.width / 2,
    ).toBe(true);
  }
});
