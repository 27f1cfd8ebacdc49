import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { docxParts } from '../io/documents/docxParts.ts';
import { closeCounties, openCounty } from './counties.ts';

// A machine as the clerks' own often are: Office is there, the typefaces of official papers are not.
vi.mock('../../electron/io/fonts.ts', async (original) => ({
  ...(await original<typeof import('../../electron/io/fonts.ts')>()),
  installedFamilies: () => new Set(['宋体', '仿宋', '楷体', '黑体']),
}));

closeCounties();

const WANTED = /方正小标宋|_GB2312/u;

describe('on a machine without the typefaces of official papers', () => {
  it.each(['reminders', 'score sheets'] as const)('%s are written in what stands for them', async (what) => {
    const desk = await openCounty('xixia-2022', '2022-05-06T09:00');
    const { path } =
      what === 'reminders'
        ? await desk.ask('reminders.write', { units: ['xx-czj'], format: 'docx' })
        : await desk.ask('assessment.write', { year: 2022, unit: 'xx-czj', format: 'docx' });
    const parts = await docxParts(readFileSync(path));
    const text = `${parts.get('word/document.xml')}${parts.get('word/styles.xml')}`;
    expect(text).toMatch(/<w:b\/>(?:(?!<\/w:rPr>).)*w:ascii="宋体"|w:ascii="宋体"(?:(?!<\/w:rPr>).)*<w:b\/>/u);
    expect(text).toContain('w:eastAsia="仿宋"');
    expect(text).not.toMatch(WANTED);
  });
});
