import { describe, expect, it } from 'vitest';
import type { UnitScore } from '../../../electron/contract/assessment.ts';
import { assess, itemsOf } from '../../../electron/core/assessment.ts';
import { writeScoreSheets } from '../../../electron/io/documents/scoreSheet.ts';
import { entry, factsOf, shipped, versionOf } from '../../core/assessmentSample.ts';
import { docxParts } from './docxParts.ts';
import { missingRenderer, renderedPages } from './renderedPages.ts';

const LONG = '依据县信用办2022年度工作台账第12页、市发展改革委信用科通报（宛发改信用〔2022〕31号）及单位报送的佐证材料';

/** The score sheet of `u1`, by Suzhou's scheme unless told, every typed item with this evidence, and so many points deducted each time. */
async function sheetOf(evidence: string, units = ['u1'], { scheme = shipped('suzhou-2018'), deducted = 0 } = {}) {
  const facts = factsOf({ squares: ['u1', 'u2'].map((unit) => ({ unit, duty: 'acts', reported: 9, missing: 1 })) });
  const entries = itemsOf(scheme).flatMap(({ id, points, source }) =>
    source.from === 'typed' ? [entry('u1', id, { points, evidence })] : [],
  );
  const assessment = assess({ version: versionOf(scheme), facts, entries, objections: [] });
  const own = assessment.units
    .filter(({ unit }) => units.includes(unit))
    .map((unit) => (deducted === 0 ? unit : withDeductions(unit, deducted)));
  const office = { office: '西峡县社会信用体系建设领导小组办公室', shortName: '县信用办' };
  const bytes = await writeScoreSheets({ assessment, units: own, scored: assessment.units.length, office, fonts: {} });
  const xml = (await docxParts(bytes)).get('word/document.xml') ?? '';
  const [table = ''] = /<w:tbl>.*?<\/w:tbl>/su.exec(xml) ?? [];
  return {
    bytes,
    xml,
    table,
    text: [...xml.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, part]) => part).join(''),
    /** Half points of the table's type. */
    size: Number(/<w:sz w:val="(\d+)"/u.exec(table)?.[1]),
  };
}

function withDeductions(unit: UnitScore, points: number): UnitScore {
  return { ...unit, deductions: unit.deductions.map((line) => ({ ...line, points })) };
}

describe('a score sheet', () => {
  it('has absolute widths within the page, a header that repeats and rows that do not tear', async () => {
    const { table } = await sheetOf('台账');
    const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(6);
    const sum = widths.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - (170 / 25.4) * 1440)).toBeLessThan(6);
    expect(table.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/gu)?.length).toBe(table.match(/<w:tr>|<w:tr /gu)?.length);
  });

  it('prints evidence in full while the page holds it in type that reads well', async () => {
    const { text, size } = await sheetOf('台账第3页');
    expect(text).toContain('评定2.00分（台账第3页）');
    expect(text).not.toContain('依据较长的只印开头');
    expect(size).toBeGreaterThanOrEqual(16);
  });

  it('cuts long evidence and says so before the type becomes too small', async () => {
    const { text, size } = await sheetOf(LONG);
    expect(text).toContain('评定2.00分（依据县信用办2022年度工作台账……）');
    expect(text).toContain('依据较长的只印开头，全文见得分总表的“得分说明”。');
    expect(size).toBeGreaterThanOrEqual(15);
  });

  it('begins a page for each unit', async () => {
    const { xml } = await sheetOf('台账', ['u1', 'u2']);
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(2);
    expect(xml).not.toContain('w:val="continuous"');
  });
});

const missing = missingRenderer();

it.skipIf(missing !== null)(`prints no points over two lines ${missing ?? ''}`, async () => {
  const [page] = renderedPages((await sheetOf('', ['u1'], { scheme: shipped('default'), deducted: 999.99 })).bytes);
  const texts = page?.lines.map(({ text }) => text) ?? [];
  expect(texts.some((line) => line.includes('−999.99'))).toBe(true);
});

it.skipIf(missing !== null)(`keeps the longest sheet on one page, to the line to sign ${missing ?? ''}`, async () => {
  const pages = renderedPages((await sheetOf(LONG, ['u1', 'u2'])).bytes);
  expect(pages).toHaveLength(2);
  for (const { lines } of pages) {
    const texts = lines.map(({ text }) => text);
    expect(texts.some((line) => line.includes('年度社会信用体系建设工作考核得分表'))).toBe(true);
    expect(texts.some((line) => line.includes('单位确认（签字、盖章）'))).toBe(true);
  }
});
