import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCircularTexts } from '../../electron/io/circularTexts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'credit-desk-texts-'));
const file = path.join(folder, 'circular', 'circular.json');
cpSync(path.join('resources', 'circular'), path.join(folder, 'circular'), { recursive: true });
const shipped = readFileSync(file, 'utf8');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('wording of the circular', () => {
  it('is complete as shipped', () => {
    expect(loadCircularTexts('resources').sections.length).toBeGreaterThan(0);
  });

  it.each([
    ['a sentence that is missing', shipped.replace('"none"', '"nothing"'), 'sentences.none'],
    [
      'a placeholder nobody fills',
      shipped.replace('{names}按时', '{units}按时'),
      'sentences.praise: unknown placeholder {units}',
    ],
    ['an unknown part', shipped.replace('"part": "late"', '"part": "lazy"'), 'sections.1.parts.1.part'],
    ['a limit of nothing', shipped.replace('"namesInText": 12', '"namesInText": 0'), 'limits.namesInText'],
    ['a text that is no JSON', shipped.slice(1), 'JSON'],
  ])('refuses %s and names file and place', (_, text, place) => {
    writeFileSync(file, text);
    expect(() => loadCircularTexts(folder)).toThrow(expect.objectContaining({ code: 'resource_invalid' }));
    expect(() => loadCircularTexts(folder)).toThrow(file);
    expect(() => loadCircularTexts(folder)).toThrow(place);
  });
});
