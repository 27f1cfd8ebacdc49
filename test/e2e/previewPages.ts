import type { Page } from '@playwright/test';
import { linesOf, middleOf, type RenderedPage, type RenderedWord } from '../io/documents/renderedPages.ts';

/** A page of a paper as it is read: its number and what stands on it, without blanks. */
export interface ReadPage {
  readonly number: string;
  readonly firstLine: string;
  /** Every character of the page, in the order of their codes: cells beside each other are read in no certain order. */
  readonly characters: string;
}

/** The pages of the composer's live preview, told apart by the page numbers that it draws. */
export async function previewPages(page: Page): Promise<ReadPage[]> {
  const pages = await page.locator('iframe[title="版面预览"]').evaluate(readInPage);
  return pages.map(({ number, words }) => readPage(number, words));
}

/** A page of a PDF. Its number stands alone outside the type area: below it, or left of it where the sheet lies across. */
export function pageOfPdf({ width, height, words }: RenderedPage): ReadPage {
  const isNumber = (word: RenderedWord) =>
    width > height ? (word.left + word.right) / 2 < 35 : middleOf(word) > height - 35;
  return readPage(
    words
      .filter(isNumber)
      .sort((a, b) => a.left + a.top - (b.left + b.top))
      .map(({ text }) => text)
      .join(''),
    words.filter((word) => !isNumber(word)),
  );
}

function readPage(number: string, words: readonly RenderedWord[]): ReadPage {
  return {
    number: plain(number),
    firstLine: plain(linesOf(words)[0]?.text ?? ''),
    characters: [...plain(words.map(({ text }) => text).join(''))].sort().join(''),
  };
}

/** Without blanks, and with one code for each character: typefaces give some of them two. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** Characters with their places on their page, in millimetres. Runs in the page, so it can use nothing from around it. */
function readInPage(frame: Element): { number: string; words: RenderedWord[] }[] {
  const document = (frame as HTMLIFrameElement).contentDocument; // the locator names a frame
  if (document === null) throw new Error('the preview has no page');
  const pages: { number: string; words: RenderedWord[] }[] = [];
  for (const sheet of document.querySelectorAll<HTMLElement>('.sheet')) {
    const box = sheet.getBoundingClientRect();
    const pixels = box.width / (sheet.classList.contains('wide') ? 297 : 210);
    const marks = [...sheet.querySelectorAll<HTMLElement>('.page-number')];
    const tops = marks.map((mark) => Number.parseFloat(mark.style.getPropertyValue('--page-top')));
    const ofSheet = marks.map((mark) => ({ number: mark.textContent, words: [] as RenderedWord[] }));
    const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (text.parentElement?.closest('.page-number, style, title')) continue;
      const range = document.createRange();
      for (let at = 0; at < (text.nodeValue ?? '').length; at += 1) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const place = range.getClientRects()[0];
        if (range.toString().trim() === '' || place === undefined) continue;
        const top = (place.top - box.top) / pixels;
        const index = tops.findLastIndex((start) => start <= top);
        ofSheet[index]?.words.push({
          text: range.toString(),
          left: (place.left - box.left) / pixels,
          right: (place.right - box.left) / pixels,
          top: top - (tops[index] ?? 0),
          bottom: (place.bottom - box.top) / pixels - (tops[index] ?? 0),
        });
      }
    }
    pages.push(...ofSheet);
  }
  return pages;
}
