import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type { Refusal } from '../../../electron/core/refusal.ts';
import { findBrowser } from '../../../electron/io/browser.ts';
import { printHtmlToPdf } from '../../../electron/io/documents/printHtmlToPdf.ts';
import { missingReader, pdfPages } from './renderedPages.ts';

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

it('leaves the PDF that was there where nothing is printed', async () => {
  const out = path.join(folder, 'before.pdf');
  writeFileSync(out, 'before');
  // Ends at once and prints nothing.
  vi.stubEnv('CREDIT_DESK_BROWSER', process.execPath);
  await expect(printHtmlToPdf('<p>一</p>', out)).rejects.toMatchObject({ code: 'output_failed', subject: out });
  vi.unstubAllEnvs();
  expect(readFileSync(out, 'utf8')).toBe('before');
  expect(readdirSync(folder).filter((name) => name.includes('.partial'))).toEqual([]);
});

const missing = findBrowser() === null ? 'needs a browser' : missingReader();

it.skipIf(missing !== null)(`prints a page as its style sheet has it ${missing ?? ''}`, async () => {
  const out = path.join(folder, '通报 1.pdf');
  await printHtmlToPdf('<style>@page { size: 100mm 60mm; margin: 10mm }</style><p>一', out);
  expect(pdfPages(out).map(({ width, height }) => [width, height].map(Math.round))).toEqual([[100, 60]]);
});
