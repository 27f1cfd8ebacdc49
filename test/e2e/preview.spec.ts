import { missingReader, NEEDS_TOOLS, pdfPages } from '../io/documents/renderedPages.ts';
import { ask } from './ask.ts';
import { type Desk, expect, test } from './fixtures.ts';
import { pageOfPdf, previewPages, type ReadPage } from './previewPages.ts';
import { INBOX_SOURCES, RECEIVED } from './sampleInbox.ts';

const missing = missingReader();

// Text, tables that go on over pages upright and across, and an imprint: all that breaks pages in its own way.
test('the live preview shows the pages that come out, before and after an edit that moves them', async ({ desk }) => {
  test.skip(missing !== null && !NEEDS_TOOLS, missing ?? '');
  expect(missing).toBeNull();
  const { page, wizard, frame, circular } = desk;
  await wizard.create();
  await ask(page, 'imports.commit', { sources: INBOX_SOURCES, received: RECEIVED.replace(' ', 'T') });
  await frame.open('通报');
  await circular.compose();
  const canPaginate = await page.evaluate(() => CSS.supports('column-wrap', 'wrap'));
  test.skip(!canPaginate && !NEEDS_TOOLS, 'this browser shows each part of a paper as one long sheet');

  const composed = await shownPages(desk);
  expect(composed.length).toBeGreaterThan(10);
  expect(composed).toEqual(await printedPages(desk));

  await circular.rewrite('引言 1', '现将有关情况通报如下。'.repeat(80));
  await expect(circular.preview.locator('body')).toContainText('通报如下。现将有关情况');
  const edited = await shownPages(desk);
  expect(edited.length).toBeGreaterThan(composed.length);
  expect(edited).toEqual(await printedPages(desk));
});

async function shownPages({ page, circular }: Desk): Promise<ReadPage[]> {
  await expect(circular.pageNumbers.first()).toBeVisible();
  const pages = await previewPages(page);
  await expect(circular.pageNumbers).toHaveCount(pages.length);
  return pages;
}

async function printedPages({ circular, save }: Desk): Promise<ReadPage[]> {
  const { path } = await save(() => circular.writeOut('导出 PDF'));
  return pdfPages(path).map(pageOfPdf);
}
