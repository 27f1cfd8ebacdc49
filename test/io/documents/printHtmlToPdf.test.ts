import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { circularHtml } from '../../../electron/core/circularHtml.ts';
import type { Refusal } from '../../../electron/core/refusal.ts';
import { findBrowser } from '../../../electron/io/browser.ts';
import { printHtmlToPdf } from '../../../electron/io/documents/printHtmlToPdf.ts';
import { missingReader, pdfPages } from './renderedPages.ts';
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

const missing = findBrowser() === null ? 'needs a browser' : missingReader();

it.skipIf(missing !== null)(`prints a page as its style sheet has it ${missing ?? ''}`, async () => {
  const out = path.join(folder, '通报 1.pdf');
  await printHtmlToPdf('<style>@page { size: 100mm 60mm; margin: 10mm }</style><p>一', out);
  expect(pdfPages(out).map(({ width, height }) => [width, height].map(Math.round))).toEqual([[100, 60]]);
});

it.skipIf(missing !== null)(
  `carries the last line of the text to the page of the signature ${missing ?? ''}`,
  async () => {
    const sample = sampleDocument({ units: 20, annexes: 2 });
    // So many lines that the text fits on the first page and the date would be the first line of the second.
    const paragraphs = Array.from({ length: 7 }, (_, index) => ({
      key: `lines/${index}`,
      level: 'body' as const,
      text: `第${index + 1}段一行文字。`,
    }));
    const document = {
      ...sample,
      remark: '',
      form: { ...sample.form, redHead: false, seal: true },
      sections: [{ key: 'lines', heading: '一、情况', paragraphs }],
      tables: sample.tables.slice(1),
    };
    const out = path.join(folder, '落款.pdf');
    await printHtmlToPdf(circularHtml(document), out);
    const lines = pdfPages(out)[1]?.lines.map(({ text }) => text);
    expect(lines?.slice(0, 1)).toEqual(['第7段一行文字。']);
    expect(lines).toContain(document.date);
  },
);
