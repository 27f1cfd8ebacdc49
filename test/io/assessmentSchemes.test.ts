import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AssessmentScheme } from '../../electron/contract/assessment.ts';
import { Refusal } from '../../electron/core/refusal.ts';
import { loadAssessmentSchemes } from '../../electron/io/assessmentSchemes.ts';
import { loadAssessmentTexts } from '../../electron/io/assessmentTexts.ts';
import { loadResources } from '../../electron/io/resources.ts';

const { assessmentSchemes, templates } = loadResources(path.resolve('resources'));
const names = {
  templates: new Set(templates.map(({ id }) => id)),
  duties: new Set(['000-02']),
  indicators: new Set(['000-05-20']),
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function copied(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), '考核 resources '));
  folders.push(folder);
  cpSync(path.resolve('resources/assessment'), path.join(folder, 'assessment'), { recursive: true });
  return folder;
}

function refusalOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'resource_invalid') return error.subject;
    throw error;
  }
  return 'loaded';
}

/** What is told when a scheme is changed so. */
function changed(file: string, change: (scheme: AssessmentScheme & Record<string, unknown>) => unknown): string {
  const folder = copied();
  const target = path.join(folder, 'assessment', file);
  const scheme = JSON.parse(readFileSync(target, 'utf8')) as AssessmentScheme & Record<string, unknown>;
  writeFileSync(target, JSON.stringify(change(scheme)));
  return refusalOf(() => loadAssessmentSchemes(folder, names));
}

/** The scheme with another source for its first item. */
const sourced = (source: unknown) => (scheme: AssessmentScheme) => ({
  ...scheme,
  groups: scheme.groups.map((group, g) =>
    g === 0 ? { ...group, items: group.items.map((item, i) => (i === 0 ? { ...item, source } : item)) } : group,
  ),
});

describe('the schemes that ship', () => {
  it.each([
    ['default', 100, [40, 15, 15, 10, 10, 10], 10, 4],
    ['nanchang-2023', 24, [4, 20], 0, 0],
    ['suzhou-2018', 100, [40, 30, 30], 10, 0],
  ])('%s has its points', (id, total, groups, bonusMax, deductions) => {
    const scheme = assessmentSchemes.find((one) => one.id === id);
    expect(scheme?.total ?? 100).toBe(total);
    expect(scheme?.groups.map(({ items }) => items.reduce((sum, { points }) => sum + points, 0))).toEqual(groups);
    expect([scheme?.bonusMax, scheme?.deductions.length]).toEqual([bonusMax, deductions]);
  });

  it('begin with the default one, and name no duty or indicator of one county', () => {
    expect(assessmentSchemes[0]?.id).toBe('default');
    const text = JSON.stringify(assessmentSchemes);
    expect([text.includes('"duties":['), text.includes('"indicator"')]).toEqual([false, false]);
  });
});

describe('a broken scheme is refused with file and place', () => {
  it.each<[string, (scheme: AssessmentScheme & Record<string, unknown>) => unknown, string]>([
    ['points that do not add up', (s) => ({ ...s, total: 90 }), 'groups: 各项分值合计100.00分，应为90.00分'],
    [
      'an unknown template',
      sourced({ from: 'duties', templates: ['news'] }),
      'groups[0].items[0].source.templates[0]: 没有这个模板：news',
    ],
    [
      'an unknown duty',
      sourced({ from: 'duties', duties: ['000-02', 'x'] }),
      'groups[0].items[0].source.duties[1]: 没有这个报送事项：x',
    ],
    [
      'an unknown indicator',
      sourced({ from: 'indicator', indicator: 'x' }),
      'groups[0].items[0].source.indicator: 没有这个指标：x',
    ],
    [
      'a source that says nothing',
      sourced({ from: 'duties' }),
      'groups[0].items[0].source: 须写明 duties 或 templates',
    ],
    ['two rules for pieces', sourced({ from: 'typed', each: 1, less: 1 }), 'source: each、less、full 只能写一个'],
    [
      'no rule for pieces',
      sourced({ from: 'count', templates: ['publicity'] }),
      'source: each、atLeast 须写且只写一个',
    ],
    [
      'two rules for a rate',
      sourced({ from: 'rate', rate: 'report', full: 95, steps: [{ atLeast: 90, share: 1 }] }),
      'source: full 和 steps 只能写一个',
    ],
    ['an unknown key', sourced({ from: 'chases', each: 1, max: 3 }), 'groups[0].items[0].source: 出现未知的键'],
    [
      'an id twice',
      (s) => ({ ...s, bonus: s.bonus.map((one) => ({ ...one, id: 'late' })) }),
      'bonus[1].id: 编号重复：late',
    ],
    ['bands that rise', (s) => ({ ...s, bands: s.bands.toReversed() }), 'bands[1].atLeast: 等次线须从高到低'],
    ['no last band', (s) => ({ ...s, bands: s.bands.slice(0, 2) }), 'bands[1].atLeast: 最后一个等次须从0分起'],
    ['a bonus nobody can reach', (s) => ({ ...s, bonusMax: 20 }), 'bonusMax: 加分上限20分，高于各加分项合计12.00分'],
    ['another id than its file', (s) => ({ ...s, id: 'mine' }), 'id: 与文件名不符：mine'],
  ])('%s', (_what, change, told) => {
    const refused = changed('default.json', change);
    expect(refused).toContain(told);
    expect(refused).toMatch(/^assessment\/default\.json /);
  });

  it('also when it is no JSON, or the default one is missing', () => {
    const folder = copied();
    rmSync(path.join(folder, 'assessment', 'default.json'));
    expect(refusalOf(() => loadAssessmentSchemes(folder, names))).toBe('assessment/default.json: 缺少文件');
    writeFileSync(path.join(folder, 'assessment', 'default.json'), '{');
    expect(refusalOf(() => loadAssessmentSchemes(folder, names))).toMatch(/^assessment\/default\.json: /);
  });
});

it('refuses wording with a placeholder that is none', () => {
  const folder = copied();
  const file = path.join(folder, 'assessment', 'texts.json');
  const before = readFileSync(file, 'utf8');
  expect(loadAssessmentTexts(folder).limits.namesInText).toBeGreaterThan(0);
  writeFileSync(file, before.replace('{bands}', '{grades}'));
  expect(refusalOf(() => loadAssessmentTexts(folder))).toContain('sentences.overall: 没有这个占位：{grades}');
});
