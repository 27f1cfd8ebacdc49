import { beforeAll, describe, expect, it } from 'vitest';
import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { writeCircularDocx } from '../../../electron/io/documents/circularDocx.ts';
import { missingRenderer, type RenderedPage, renderedPages } from './renderedPages.ts';
import { sampleDocument } from './sampleDocuments.ts';

const missing = missingRenderer();
const LEFT = (28 / 25.4) * 72;
const RIGHT = ((210 - 26) / 25.4) * 72;
const isNumber = (text: string) => /^—\d+—$/.test(text.replaceAll(' ', ''));

describe.skipIf(missing !== null)(`pages set by LibreOffice${missing === null ? '' : ` (${missing})`}`, () => {
  let plain: RenderedPage[];
  let month: RenderedPage[];
  let document: CircularDocument;

  beforeAll(async () => {
    document = sampleDocument({ units: 50, paragraphs: 6 });
    month = renderedPages(await writeCircularDocx(document));
    // Nothing but Chinese characters: every line is full, and no sign may hang over or be pushed to the next line.
    const text = '信用信息归集报送工作情况'.repeat(150);
    const paragraphs = [text, '无。'].map((body) => ({ key: body.slice(0, 2), level: 'body' as const, text: body }));
    const sections = [{ key: 'overview', heading: '一、基本情况', paragraphs }];
    plain = renderedPages(await writeCircularDocx({ ...document, sections, tables: [] }));
  });

  it('22 lines on a page', () => {
    const [, second, third] = plain;
    for (const page of [second, third]) expect(page?.lines.filter(({ text }) => !isNumber(text))).toHaveLength(22);
  });

  it('28 characters on a line, across the type area of 156 mm', () => {
    const lines = plain[1]?.lines.filter(({ text }) => !isNumber(text)).slice(4) ?? [];
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(line.text).toHaveLength(28);
      expect(Math.abs(line.left - LEFT)).toBeLessThan(2);
      expect(Math.abs(line.right - RIGHT)).toBeLessThan(4);
    }
  });

  it('page numbers — N — right on odd and left on even pages, one character in, below the type area', () => {
    for (const [index, page] of month.entries()) {
      if (page.width > page.height) continue;
      const number = page.lines.find(({ text, top }) => isNumber(text) && top > page.height - 110);
      expect(number?.text.replaceAll(' ', '')).toBe(`—${index + 1}—`);
      const gap = index % 2 === 0 ? RIGHT - (number?.right ?? 0) : (number?.left ?? 0) - LEFT;
      expect(Math.abs(gap - 14)).toBeLessThan(3);
    }
  });

  it('the mark on one line 35 mm below the top of the type area, and the title broken at its words', () => {
    const lines = month[0]?.lines ?? [];
    expect(lines[0]?.text).toBe(document.letterhead);
    const belowTypeArea = (((lines[0]?.top ?? 0) / 72) * 25.4 - 37).toFixed(0);
    expect(Math.abs(Number(belowTypeArea) - 35)).toBeLessThan(8);
    expect(lines.slice(2, 5).map(({ text }) => text)).toEqual([
      '西峡县社会信用体系建设工作领导小组办公室',
      '关于2022年4月信用信息归集报送',
      '工作情况的通报',
    ]);
  });

  it('the signature never alone on a page', () => {
    const page = month.find(({ lines }) => lines.some(({ text }) => text === document.date)) ?? { lines: [] };
    expect(page.lines[0]?.text).not.toMatch(/^附件：/);
    expect(page.lines.findIndex(({ text }) => text.startsWith('附件：'))).toBeGreaterThan(0);
  });

  it('each annex on a new page, the head of its table on every page', () => {
    // On a landscape page the turned page number may stand at the height of the first line.
    const top = ({ lines }: RenderedPage) => lines[0]?.text.replace(/^—/, '');
    for (const { label } of document.tables) expect(month.filter((page) => top(page) === label)).toHaveLength(1);
    const first = month.findIndex(({ lines }) => lines[0]?.text === '附件1');
    const second = month.findIndex(({ lines }) => lines[0]?.text === '附件2');
    expect(second - first).toBeGreaterThan(1);
    for (const page of month.slice(first + 1, second)) {
      expect(page.lines[0]?.text).toBe('名次单位应报已报上报率合规率及时率综合得分');
    }
  });

  it('copies and printer at the foot of the last page', () => {
    const lines = month.at(-1)?.lines.filter(({ text }) => !isNumber(text)) ?? [];
    expect(lines.slice(-2).map(({ text }) => text)).toEqual([
      '抄送：县纪委监委，县委县政府督查局。',
      '西峡县社会信用体系建设工作领导小组办公室2022年5月5日印发',
    ]);
    const typeAreaEnd = ((297 - 35) / 25.4) * 72;
    expect(typeAreaEnd - (lines.at(-1)?.top ?? 0)).toBeLessThan(40);
  });
});
