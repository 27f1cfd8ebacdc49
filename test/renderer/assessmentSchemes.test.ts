import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { AssessmentEntry, AssessmentScheme, PointSource } from '../../electron/contract/assessment.ts';
import { assessmentSchemeSchema } from '../../electron/io/assessmentSchemes.ts';
import {
  moved,
  newItem,
  orphanedEntries,
  schemeProblems,
  schemeTotal,
  withGroup,
  withNewGroup,
  withTotal,
} from '../../renderer/features/assessment/schemeEdit.ts';
import {
  SOURCE_KINDS,
  type SourceKind,
  sourceKind,
  sourceOf,
  sourceProblem,
  sourceSentence,
} from '../../renderer/features/assessment/schemeSources.ts';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'resources', 'assessment');
const NAMES = { template: (id: string) => id, duty: (id: string) => id, indicator: (id: string) => id };

function shipped(id: string): AssessmentScheme {
  return assessmentSchemeSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, `${id}.json`), 'utf8')));
}

it.each(['default', 'suzhou-2018', 'nanchang-2023'])('finds nothing to mend in the shipped scheme %s', (id) => {
  expect(schemeProblems(shipped(id))).toEqual([]);
});

it('adds a group of one item under ids that are free', () => {
  const once = withNewGroup(shipped('default'), { group: '新的大项', item: '新的项目' });
  const twice = withNewGroup(once, { group: '又一个', item: '又一项' });
  const added = twice.groups.slice(-2);
  expect(new Set(added.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])).size).toBe(4);
  expect(assessmentSchemeSchema.safeParse(twice).success).toBe(true);
  expect(schemeTotal(twice)).toBe(110);
  expect(schemeProblems(twice)).toEqual([expect.stringContaining('合计 110 分，应为 100 分')]);
});

it('writes the sum down only where it is to be scaled', () => {
  const more = withNewGroup(shipped('default'), { group: '新的大项', item: '新的项目' });
  expect(withTotal(more, true).total).toBe(105);
  expect(schemeProblems(withTotal(more, true))).toEqual([]);
  expect(withTotal(withTotal(more, true), false)).not.toHaveProperty('total');
  expect(withTotal(shipped('default'), true)).not.toHaveProperty('total');
});

it('drops a group whose last item was removed', () => {
  const scheme = shipped('default');
  const [first] = scheme.groups;
  if (first === undefined) throw new Error('no group');
  expect(withGroup(scheme, 0, { ...first, items: [] }).groups).toEqual(scheme.groups.slice(1));
  expect(withGroup(scheme, 0, { ...first, title: '改名' }).groups[0]?.title).toBe('改名');
});

it('moves within the list and no further', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

it.each<[string, (scheme: AssessmentScheme) => AssessmentScheme, string]>([
  ['a scheme without a name', (scheme) => ({ ...scheme, title: ' ' }), '方案没有名称'],
  ['a scheme without groups', (scheme) => ({ ...scheme, groups: [] }), '至少要有一个大项'],
  ['more bonus than there is', (scheme) => ({ ...scheme, bonusMax: 13 }), '加分合计最多 13 分，超过各加分项之和 12 分'],
  [
    'bands that do not fall',
    (scheme) => ({
      ...scheme,
      bands: [
        { title: '合格', atLeast: 60 },
        { title: '优秀', atLeast: 85 },
        { title: '差', atLeast: 0 },
      ],
    }),
    '等次“优秀”的分数线要低于“合格”',
  ],
  [
    'bands that do not end at 0',
    (scheme) => ({ ...scheme, bands: scheme.bands.slice(0, 1) }),
    '最后一个等次要从 0 分起',
  ],
  [
    'a deduction of nothing',
    (scheme) => ({ ...scheme, deductions: scheme.deductions.map((one) => ({ ...one, each: 0 })).slice(0, 1) }),
    '扣分项“迟报”每次的分要大于 0',
  ],
])('names %s', (_what, change, problem) => {
  expect(schemeProblems(change(shipped('default')))).toContain(problem);
});

it('gives a new item an id that no bonus or deduction has', () => {
  const scheme = { ...shipped('default'), bonus: [{ id: 'own-item-1', title: '甲', each: null, max: 10 }] };
  expect(newItem(scheme, '乙').id).toBe('own-item-2');
});

it('counts typed points that a changed scheme would have no item for, each once', () => {
  const entry = (id: number, unit: string, item: string): AssessmentEntry => ({
    ...{ id, unit, item, year: 2022, points: 1, pieces: null },
    ...{ evidence: '台账', by: '', at: '2022-12-01T09:00' },
  });
  const entries = [entry(1, 'a', 'mechanism'), entry(2, 'a', 'mechanism'), entry(3, 'b', 'praise')];
  expect(orphanedEntries(shipped('default'), entries)).toBe(0);
  expect(orphanedEntries(shipped('nanchang-2023'), entries)).toBe(2);
});

it.each(SOURCE_KINDS)('begins %s as that way and says it in words', (kind) => {
  const source = sourceOf(kind, { from: 'rate', rate: 'compliance', templates: ['publicity'] });
  expect(sourceKind(source)).toBe(kind);
  expect(sourceSentence(source, NAMES)).toMatch(/^(手工|程序计算)/u);
});

it('keeps the tables chosen and the rate when the way changes', () => {
  const before: PointSource = { from: 'rate', rate: 'timeliness', templates: ['publicity'] };
  expect(sourceOf('rate-steps', before)).toMatchObject({ rate: 'timeliness', templates: ['publicity'] });
  expect(sourceOf('count-each', before)).toMatchObject({ templates: ['publicity'] });
});

it.each(['default', 'suzhou-2018', 'nanchang-2023'])('keeps all of %s through the editor', (id) => {
  const scheme = shipped(id);
  const edited = scheme.groups.reduce<AssessmentScheme>((before, group, place) => {
    const items = group.items.map((item) => ({ ...item, source: sourceOf(sourceKind(item.source), item.source) }));
    return withTotal(withGroup(before, place, { ...group, items }), before.total !== undefined);
  }, scheme);
  expect(assessmentSchemeSchema.parse(JSON.parse(JSON.stringify(edited)))).toEqual(scheme);
});

it.each<[PointSource, SourceKind, PointSource]>([
  [{ from: 'typed', full: 95, unit: '%' }, 'typed-less', { from: 'typed', less: 0.5, unit: '%' }],
  [{ from: 'typed', each: 1, unit: '家' }, 'typed-full', { from: 'typed', full: 100, unit: '家' }],
  [
    { from: 'count', templates: ['x'], each: 1, adoptedOnly: true },
    'count-full',
    { from: 'count', templates: ['x'], atLeast: 1, adoptedOnly: true },
  ],
])('keeps what %j counts when the way changes to %s', (before, kind, after) => {
  expect(sourceOf(kind, before)).toEqual(after);
});

it.each<[PointSource, string]>([
  [{ from: 'typed', each: 2 }, '手工填件数，每件 2 分'],
  [{ from: 'typed', less: 0.5 }, '手工填次数，每次从满分扣 0.5 分'],
  [{ from: 'typed', full: 100, unit: '家' }, '手工填家数，达到 100 家得满分，不足按比例'],
  [{ from: 'typed', full: 95, unit: '%' }, '手工填百分比，达到 95%得满分，不足按比例'],
])('says of %j what is counted', (source, sentence) => {
  expect(sourceSentence(source, NAMES)).toBe(sentence);
});

it.each<[PointSource, string | null]>([
  [{ from: 'count', templates: [], each: 1 }, '请选要数的数据表'],
  [{ from: 'duties' }, '请选数据表或事项'],
  [{ from: 'duties', duties: ['x'] }, null],
  [{ from: 'indicator', indicator: '' }, '请选一个指标'],
  [{ from: 'rate', rate: 'report', steps: [] }, '请至少写一档'],
  [
    {
      ...{ from: 'rate', rate: 'report' },
      steps: [
        { atLeast: 98, share: 0.5 },
        { atLeast: 100, share: 1 },
      ],
    },
    '各档要从高到低写',
  ],
  [{ from: 'chases', each: 0.5 }, null],
])('says what %j lacks', (source, problem) => {
  expect(sourceProblem(source)).toBe(problem);
});
