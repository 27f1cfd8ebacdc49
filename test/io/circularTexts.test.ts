import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    ['a rate above 100', shipped.replace('"reportRateBelow": 60', '"reportRateBelow": 120'), 'limits.reportRateBelow'],
    ['a section without a key', shipped.replace('"key": "basics",', ''), 'sections.0.key'],
    ['an annex of an unknown kind', shipped.replace('"kinds": ["annual"]', '"kinds": ["yearly"]'), 'annexes.4.kinds.0'],
    ['a text that is no JSON', shipped.slice(1), 'JSON'],
  ])('refuses %s and names file and place', (_, text, place) => {
    writeFileSync(file, text);
    expect(() => loadCircularTexts(folder)).toThrow(expect.objectContaining({ code: 'resource_invalid' }));
    expect(() => loadCircularTexts(folder)).toThrow(file);
    expect(() => loadCircularTexts(folder)).toThrow(place);
  });
});

describe('wording of a county', () => {
  const COUNTIES = ['xixia-2022', 'jishan-2022', 'xingshan-2024', 'weidong-2021', 'zhaoling-2018', 'blank'];
  const whole = (profile: string) => JSON.stringify(loadCircularTexts('resources', profile));

  it.each([
    ['年度绩效考评', 'xixia-2022'],
    ['报送县主要领导', 'xixia-2022'],
    ['通报批评', 'xixia-2022'],
    ['县直部门目标责任考核', 'xingshan-2024'],
    ['评估结果按程序报区政府', 'weidong-2021'],
    ['每季度通报一次', 'zhaoling-2018'],
    ['省信息中心每周推送的不合规信息数据', 'jishan-2022'],
  ])('says “%s” only in the circular of %s, whose notice says it', (words, county) => {
    expect(COUNTIES.filter((one) => whole(one).includes(words))).toEqual([county]);
  });

  it('names no county where the notice is the office’s own', () => {
    expect(whole('blank')).not.toMatch(/县主要领导|南阳|西峡|考评|考核/u);
    expect(loadCircularTexts('resources', 'another')).toEqual(loadCircularTexts('resources', 'blank'));
  });

  it('that is broken is refused with file and place', () => {
    const own = path.join(folder, 'profiles', 'own', 'circular.json');
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(file, shipped);
    writeFileSync(own, '{"demands":[{"when":"always","heading":"一","text":"{office}"}]}');
    expect(() => loadCircularTexts(folder, 'own')).toThrow(/own.circular\.json demands\.0\.text: unknown placeholder/u);
    writeFileSync(own, '{"sentences":{"praise":"{names}好。"},"limits":{"namesInText":3}}');
    const { sentences, limits, demands } = loadCircularTexts(folder, 'own');
    expect([sentences.praise, limits.namesInText, limits.rowsPerUnit]).toEqual(['{names}好。', 3, 30]);
    expect(demands).toEqual(loadCircularTexts(folder).demands);
  });
});
