import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { circularHtml } from '../../../electron/core/circularHtml.ts';
import { findBrowser } from '../../../electron/io/browser.ts';
import { writeCircularDocx } from '../../../electron/io/documents/circularDocx.ts';
import { browserPdfs } from './browserPdfs.ts';
import { ALL_OWE, ENDS, LETTERS, LONG_NAMES, letter, NUMBERS, SCORES, SIGNED, signed } from './edgeDocuments.ts';
import {
  libreOfficePdfs,
  linesOf,
  middleOf,
  missingReader,
  missingRenderer,
  NEEDS_TOOLS,
  pdfPages,
  type RedRule,
  type RenderedPage,
  type RenderedWord,
  redRule,
} from './renderedPages.ts';
import { sampleDocument } from './sampleDocuments.ts';

const sample = sampleDocument();
/** Circulars by length; nothing but Chinese characters in the text of `lines`, so that every line is full. */
const DOCUMENTS: Readonly<Record<string, { readonly document: CircularDocument; readonly pages: number }>> = {
  '1 page, plain, for 20 units': { document: onePage(), pages: 1 },
  '3 pages for 20 units': {
    document: {
      ...sampleDocument({ units: 20, paragraphs: 1 }),
      tables: sampleDocument({ units: 20 })
        .tables.slice(1, 2)
        .map((table) => ({ ...table, label: '附件' })),
      form: { ...sample.form, seal: true },
    },
    pages: 3,
  },
  '15 pages for 120 units': { document: sampleDocument({ units: 120, paragraphs: 13, annexes: 2 }), pages: 15 },
  'a wide annex of 50 units': {
    document: {
      ...sampleDocument({ units: 50, annexes: 3 }),
      form: { ...sample.form, copyNo: '000012', secrecy: '秘密★1年', urgency: '特急', signer: '张三、李四五、王六' },
    },
    pages: 16,
  },
  'full lines': { document: fullLines(), pages: 5 },
};

function onePage(): CircularDocument {
  const title = '关于2022年4月信用信息归集报送工作情况的通报';
  const document = { ...sampleDocument({ units: 20, paragraphs: 0, annexes: 0 }), title };
  return { ...document, form: { ...document.form, redHead: false } };
}

function fullLines(): CircularDocument {
  const text = '信用信息归集报送工作情况'.repeat(180);
  const paragraphs = [text, '无。'].map((words) => ({ key: words.slice(0, 2), level: 'body' as const, text: words }));
  return { ...sample, sections: [{ key: 'overview', heading: '一、基本情况', paragraphs }], tables: [] };
}

const PRINTED: Readonly<Record<string, CircularDocument>> = {
  ...Object.fromEntries(Object.entries(DOCUMENTS).map(([name, { document }]) => [name, document])),
  ...Object.fromEntries(SIGNED.map(({ name, lines }) => [name, signed(lines)])),
  ...Object.fromEntries(LETTERS.map(({ name, lines }) => [name, letter(lines)])),
  ...Object.fromEntries(LONG_NAMES.map(({ name, issuer }) => [name, { ...onePage(), issuer, date: '2026年12月10日' }])),
  ...Object.fromEntries(ENDS.map(({ name, document }) => [name, document])),
  ...Object.fromEntries(ALL_OWE.map(({ name, document }) => [name, document])),
  'numbers in brackets': NUMBERS,
  'numbers in narrow columns': SCORES,
};

interface Rendered {
  readonly pages: readonly RenderedPage[];
  readonly rule: RedRule | null;
}

const folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-geometry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

async function byLibreOffice(): Promise<Record<string, Rendered>> {
  const own = path.join(folder, 'office');
  mkdirSync(own);
  const documents = Object.values(PRINTED);
  const files = await Promise.all(documents.map(async (document, i) => [i, await writeCircularDocx(document)]));
  libreOfficePdfs(own, Object.fromEntries(files));
  return readAll(own);
}

/** One browser for all: `printHtmlToPdf`, which starts one for each, has its own test. */
async function byBrowser(): Promise<Record<string, Rendered>> {
  const own = path.join(folder, 'browser');
  mkdirSync(own);
  await browserPdfs(
    own,
    Object.values(PRINTED).map((document) => circularHtml(document)),
  );
  return readAll(own);
}

function readAll(own: string): Record<string, Rendered> {
  const read = (name: string, index: number): Rendered => {
    const file = path.join(own, `${index}.pdf`);
    return { pages: pdfPages(file), rule: RULES.includes(name) ? redRule(file) : null };
  };
  return Object.fromEntries(Object.keys(PRINTED).map((name, index) => [name, read(name, index)]));
}

/** Whose first page is looked at for a red rule. */
const RULES = ['1 page, plain, for 20 units', '3 pages for 20 units'];

/** Milliseconds: forty documents on a busy machine. */
const SLOW = 600_000;

const noBrowser = findBrowser() === null ? 'needs a browser' : missingReader();
const ENGINES = [
  { engine: 'LibreOffice, the .docx', missing: missingRenderer(), render: byLibreOffice },
  { engine: 'the browser, the print page', missing: noBrowser, render: byBrowser },
];

const flat = (text: string) => text.replaceAll(/[\s\u3000]/gu, '');
const isWide = ({ width, height }: RenderedPage) => width > height;
/** The words of the page number: on a wide page it stands turned, left of the type area. */
function numberWords(page: RenderedPage): readonly RenderedWord[] {
  const edge = page.lines.map(middleOf).at(-1) ?? 0;
  const words = isWide(page)
    ? page.words.filter(({ right }) => right < 34.5).sort((a, b) => a.top - b.top)
    : page.words.filter((word) => middleOf(word) > edge - 3.2).sort((a, b) => a.left - b.left);
  return /^—\d+—$/.test(words.map((word) => flat(word.text)).join('')) ? words : [];
}
/** What is no page number, by line. */
function text(page: RenderedPage): RenderedWord[] {
  const number = numberWords(page);
  return linesOf(page.words.filter((word) => !number.includes(word)));
}
const LINE = (28.95 / 72) * 25.4;

describe.each(ENGINES)('$engine', ({ missing, render }) => {
  describe.skipIf(missing !== null)(missing ?? 'every circular', () => {
    let rendered: Record<string, Rendered>;
    beforeAll(async () => {
      rendered = await render();
    }, SLOW);
    const of = (name: string): Rendered => rendered[name] ?? { pages: [], rule: null };
    /** Pages of an annex. */
    const annexPages = (name: string, label: string) => {
      const { pages } = of(name);
      const begins = (page: RenderedPage) => /^附件\d?$/.test(text(page)[0]?.text ?? '');
      const from = pages.findIndex((page) => text(page)[0]?.text === label);
      const next = pages.findIndex((page, index) => index > from && begins(page));
      return from === -1 ? [] : pages.slice(from, next === -1 ? undefined : next);
    };

    describe.each(Object.entries(DOCUMENTS))('%s', (name, { document, pages: count }) => {
      it('has its number of pages, all A4', () => {
        const { pages } = of(name);
        expect(pages).toHaveLength(count);
        for (const { width, height } of pages)
          expect([width, height].sort((a, b) => a - b).map(Math.round)).toEqual([210, 297]);
      });

      it('keeps all text inside margins of 37, 35, 28 and 26 mm, page numbers outside', () => {
        for (const page of of(name).pages) {
          const { width, height } = page;
          const area =
            width > height
              ? { left: 35, right: width - 37, top: 28, bottom: height - 26 }
              : { left: 28, right: width - 26, top: 37, bottom: height - 35 };
          for (const line of text(page)) {
            expect(line.left).toBeGreaterThan(area.left - 0.6);
            expect(line.right).toBeLessThan(area.right + 1);
            // Half of the smallest size of text.
            expect(middleOf(line)).toBeGreaterThan(area.top + 1.8);
            expect(middleOf(line)).toBeLessThan(area.bottom - 1.8);
          }
        }
      });

      it('numbers pages — N — right on odd and left on even ones, one character in, 7 mm below the type area', () => {
        for (const [index, page] of of(name).pages.entries()) {
          if (isWide(page)) continue;
          const [number] = linesOf(numberWords(page));
          expect(flat(number?.text ?? '')).toBe(`—${index + 1}—`);
          const gap = index % 2 === 0 ? page.width - 26 - (number?.right ?? 0) : (number?.left ?? 0) - 28;
          expect(Math.abs(gap - (14 / 72) * 25.4)).toBeLessThan(1);
          expect(number && Math.abs(middleOf(number) - (page.height - 35 + 7))).toBeLessThan(1.2);
        }
      });

      it('signs on a page that holds text', () => {
        const page = of(name).pages.find(({ lines }) => lines.some((line) => flat(line.text) === document.date));
        const lines = text(page as RenderedPage).map((line) => flat(line.text));
        const before = lines.slice(0, lines.indexOf(document.date));
        const others = before.filter(
          (line) => line !== document.signature && !/^附件：|^\d+\.2022年4月.*表$/.test(line),
        );
        expect(others.length).toBeGreaterThan(0);
      });

      it('has copies and printer at the foot of the last page, nowhere else', () => {
        const { pages } = of(name);
        const holding = pages.filter(({ lines }) => lines.some((line) => line.text.endsWith('印发')));
        expect(holding).toEqual([pages.at(-1)]);
        const lines = text(pages.at(-1) as RenderedPage);
        expect(lines.slice(-2).map((line) => flat(line.text))).toEqual([
          `抄送：${document.copyTo.join('，')}。`,
          `${document.issuer}${document.date}印发`,
        ]);
        const end = (pages.at(-1)?.height ?? 0) - 35;
        const last = lines.at(-1);
        expect(last && end - middleOf(last)).toBeLessThan(7);
      });
    });

    describe.each(Object.entries(DOCUMENTS).filter(([, { document }]) => document.tables.length > 0))(
      '%s',
      (name, { document }) => {
        it('begins each annex on a page of its own and repeats the head of its table above every row', () => {
          for (const { label, columns, rows } of document.tables) {
            const pages = annexPages(name, label);
            expect(pages.length).toBeGreaterThan(0);
            const head = columns.map(({ title }) => title).join('');
            const first = new Set(rows.map(([cell]) => cell));
            const counts = pages.map((page) => {
              const lines = text(page);
              const at = lines.findIndex((line) => flat(line.text) === head);
              if (at !== -1) expect(flat(lines[at + 1]?.text ?? '')).toMatch(/^(?!注：|抄送：)\S/);
              // A page without a head holds the note or the imprint, never a row.
              const number = numberWords(page);
              const below = page.words.filter(
                (word) => word.left < 55 && !number.includes(word) && first.has(word.text),
              );
              if (at === -1) expect(below).toEqual([]);
              return at;
            });
            expect(counts[0]).not.toBe(-1);
          }
        });

        it('tears no row', () => {
          for (const { label, rows } of document.tables) {
            const longest = rows.flat().reduce((a, b) => (b.length > a.length ? b : a));
            // Of a cell's words only the first can begin as it does and only the last end so.
            const counts = annexPages(name, label).map(({ words }) => [
              words.filter((word) => longest.startsWith(word.text)).length,
              words.filter((word) => longest.endsWith(word.text)).length,
            ]);
            for (const [begun, ended] of counts) expect(begun).toBe(ended);
            const holding = rows.filter((row) => row.includes(longest)).length;
            expect(counts.reduce((sum, [begun = 0]) => sum + begun, 0)).toBe(holding);
          }
        });
      },
    );

    it('sets 22 lines on a full page and 28 characters on a full line, across 156 mm', () => {
      for (const page of of('full lines').pages.slice(1, 3)) {
        const lines = text(page);
        expect(lines).toHaveLength(22);
        for (const [index, line] of lines.entries()) {
          expect(line.text).toHaveLength(28);
          expect(Math.abs(line.left - 28)).toBeLessThan(0.7);
          expect(Math.abs(line.right - 184)).toBeLessThan(1.4);
          if (index > 0) expect(Math.abs(line.top - (lines[index - 1]?.top ?? 0) - LINE)).toBeLessThan(0.3);
        }
      }
    });

    it('prints the mark 35 mm below the top of the type area and the red rule across it, 4 mm below the number', () => {
      const { pages, rule } = of('3 pages for 20 units');
      const [mark, number, ...below] = pages[0]?.lines ?? [];
      expect(below.slice(0, 3).map((line) => line.text)).toEqual([
        '西峡县社会信用体系建设工作领导小组办公室',
        '关于2022年4月信用信息归集报送',
        '工作情况的通报',
      ]);
      expect(mark?.text).toBe(sample.letterhead);
      // Ink of the 29.5 pt mark is 9.7 mm high, that of the number 5.3 mm.
      expect(mark && Math.abs(middleOf(mark) - (37 + 35 + 9.7 / 2))).toBeLessThan(2.5);
      expect(number?.text).toBe(sample.documentNo);
      expect(Math.abs((rule?.left ?? 0) - 28)).toBeLessThan(0.5);
      expect(Math.abs((rule?.right ?? 0) - 184)).toBeLessThan(0.5);
      expect((rule?.bottom ?? 0) - (rule?.top ?? 0)).toBeLessThan(0.9);
      expect(number && Math.abs((rule?.top ?? 0) - middleOf(number) - 5.3 / 2 - 4)).toBeLessThan(1.5);
      expect(of('1 page, plain, for 20 units').rule).toBeNull();
    });

    it('puts 份号, 密级 and 紧急程度 at the top left and 签发人 on the right, the last beside the number', () => {
      const lines = of('a wide annex of 50 units').pages[0]?.lines ?? [];
      expect(lines.slice(0, 3).map((line) => flat(line.text))).toEqual(['000012', '秘密★1年', '特急']);
      for (const line of lines.slice(0, 3)) expect(Math.abs(line.left - 28)).toBeLessThan(0.7);
      expect(lines.slice(3, 6).map((line) => flat(line.text))).toEqual([
        sample.letterhead,
        '签发人：张三李四五',
        '西信用办〔2022〕6号王六',
      ]);
      expect(Math.abs((lines[4]?.right ?? 0) - (184 - 5.56))).toBeLessThan(1.5);
    });

    it('turns the page number of a wide page to where it stands on the upright one', () => {
      const { pages } = of('a wide annex of 50 units');
      const wide = [...pages.entries()].filter(([, page]) => isWide(page));
      expect(new Set(wide.map(([index]) => index % 2)).size).toBe(2);
      for (const [index, page] of wide) {
        const number = numberWords(page);
        expect(flat(number.map((word) => word.text).join(''))).toBe(`—${index + 1}—`);
        const [left, right] = [
          Math.min(...number.map((word) => word.left)),
          Math.max(...number.map((word) => word.right)),
        ];
        expect(Math.abs((left + right) / 2 - (35 - 7))).toBeLessThan(1.2);
        const [top, bottom] = [number[0]?.top ?? 0, number.at(-1)?.bottom ?? 0];
        const gap = index % 2 === 0 ? page.height - 26 - bottom : top - 28;
        expect(Math.abs(gap - (14 / 72) * 25.4)).toBeLessThan(1);
      }
    });

    it.each(SIGNED)('takes the last line of the text to the page of the signature: $lines lines', ({ name, lines }) => {
      const page = of(name).pages.findIndex((one) => one.lines.some((line) => flat(line.text) === sample.date));
      const words = text(of(name).pages[page] as RenderedPage).map((line) => flat(line.text));
      expect(words).toContain(`第${lines}段一行文字。`);
      expect(words).toContain(sample.signature);
      expect(words.some((line) => line.startsWith('附件：'))).toBe(true);
    });

    it.each(LETTERS)('prints no page with nothing but the imprint: $lines lines', ({ name }) => {
      const { pages } = of(name);
      expect(pages.map((page) => text(page).filter((line) => /^第\d+段/.test(line.text)).length)).not.toContain(0);
      expect(pages.at(-1)?.lines.some((line) => line.text.endsWith('印发'))).toBe(true);
    });

    it.each(LONG_NAMES)('cuts neither name nor date in the imprint of $name', ({ name, issuer }) => {
      const lines = text(of(name).pages.at(-1) as RenderedPage);
      const foot = lines.slice(lines.findIndex((line) => line.text.startsWith('抄送：')) + 1);
      expect(foot.map((line) => flat(line.text)).join('')).toBe(`${issuer}2026年12月10日印发`);
      expect(flat(foot.at(-1)?.text ?? '')).toContain('2026年12月10日印发');
      for (const line of foot) {
        expect(line.left).toBeGreaterThan(28 + 4.5);
        expect(line.right).toBeLessThan(184 - 4.5);
      }
      expect(297 - 35 - middleOf(foot.at(-1) as RenderedWord)).toBeLessThan(7);
    });

    it('stretches no line for a number in brackets that goes to the next one', () => {
      const words = of('numbers in brackets').pages.flatMap((page) => page.words);
      const whole = words.map((word) => word.text).join('');
      expect(whole).toContain('自然资源局（20.00%）、');
      // Words far apart come as words of their own.
      expect(words.filter((word) => /^[自然资源局科技]$/u.test(word.text))).toEqual([]);
    });

    it('breaks no number of a table', () => {
      const words = of('numbers in narrow columns').pages.flatMap((page) => page.words.map((word) => word.text));
      expect(words.filter((word) => word === '1234.5')).toHaveLength(30);
      expect(words.filter((word) => word === '100.00%').length).toBeGreaterThanOrEqual(30);
      expect(words).toContain('应报');
    });

    it.each(ALL_OWE)('prints each part of a list of names whole on one page: $name', ({ name, label, parts, left }) => {
      const pages = annexPages(name, label).map(({ words }) => linesOf(words.filter((word) => word.left > left)));
      const texts = pages.map((lines) => lines.map((line) => flat(line.text)).join(''));
      expect(parts.length).toBeGreaterThan(2);
      for (const part of parts) expect(texts.filter((page) => page.includes(part))).toHaveLength(1);
    });

    it('sets the note of a wide table below it, as of any other', () => {
      const pages = annexPages('a wide annex of 50 units', '附件3');
      const notes = pages.map((page) => text(page).findIndex((line) => flat(line.text).startsWith('注：')));
      expect(notes.slice(0, -1).every((at) => at === -1)).toBe(true);
      expect(notes.at(-1)).toBeGreaterThan(0);
    });

    it.each(ENDS)('ends on a page with a row, its note and the imprint: $name', ({ name, landscape }) => {
      const { pages } = of(name);
      const last = pages.at(-1) as RenderedPage;
      expect(isWide(last)).toBe(landscape);
      const lines = text(last).map((line) => flat(line.text));
      const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
      const head = lines.findIndex((line) => /^(?:序号|名次)单位/.test(line));
      expect(head).not.toBe(-1);
      expect(at('注：')).toBeGreaterThan(head + 1);
      expect(at('抄送：')).toBeGreaterThan(at('注：'));
      // The foot of the type area, whichever way the page lies.
      const foot = last.height - (landscape ? 26 : 35) - middleOf(text(last).at(-1) as RenderedWord);
      expect(foot).toBeGreaterThan(1.5);
      expect(foot).toBeLessThan(7);
    });
  });
});

it('has the tools to look at pages', (context) => {
  const missing = ENGINES.flatMap((one) => (one.missing === null ? [] : [`${one.engine}: ${one.missing}`]));
  if (missing.length > 0 && !NEEDS_TOOLS) context.skip(missing.join('; '));
  expect(missing).toEqual([]);
});
