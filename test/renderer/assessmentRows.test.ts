import { expect, it } from 'vitest';
import type {
  Assessment,
  AssessmentEntry,
  AssessmentScheme,
  ItemScore,
  Objection,
  UnitScore,
} from '../../electron/contract/assessment.ts';
import { batchCell, batchChanges, enteredText, newestByUnit } from '../../renderer/features/assessment/batchCells.ts';
import {
  bandCounts,
  groupPoints,
  meanScore,
  resultRows,
  shownRows,
  sumOf,
} from '../../renderer/features/assessment/resultRows.ts';
import { schemeLines } from '../../renderer/features/assessment/schemeLines.ts';
import { sheetGroups, trailOf } from '../../renderer/features/assessment/sheetLines.ts';

const SCHEME: AssessmentScheme = {
  id: 'small',
  title: '小方案',
  source: '',
  groups: [
    {
      id: 'sent',
      title: '报送',
      items: [
        { id: 'rate', title: '上报率', points: 60, basis: '', source: { from: 'rate', rate: 'report' } },
        { id: 'meetings', title: '会议', points: 10, basis: '', source: { from: 'typed', less: 0.5 } },
      ],
    },
    {
      id: 'work',
      title: '机制',
      items: [{ id: 'work', title: '工作机制', points: 30, basis: '', source: { from: 'typed' } }],
    },
  ],
  bonus: [{ id: 'praise', title: '表彰', each: null, max: 4 }],
  bonusMax: 4,
  deductions: [
    { id: 'late', title: '迟报', each: 0.5, max: null, source: { from: 'late' } },
    { id: 'hidden', title: '瞒报', each: 5, max: null, source: { from: 'typed' } },
  ],
  notApplicable: 'rescale',
  bands: [
    { title: '优秀', atLeast: 85 },
    { title: '不合格', atLeast: 0 },
  ],
};

const WORDS = { bonus: '加分', deduction: '扣分' };

function score(item: string, points: number | null, state: ItemScore['state'] = 'computed', max = 10): ItemScore {
  return { item, title: item, points, max, state, how: '', evidence: '', ref: null };
}

function unit(id: string, total: number, items: readonly ItemScore[]): UnitScore {
  return {
    ...{ unit: id, name: `${id}局`, score: total, rank: 1, band: total >= 85 ? '优秀' : '不合格' },
    ...{ sum: total, full: 100, base: total, bonus: 0, deducted: 0, items, openObjections: 0 },
    bonuses: [score('praise', 0, 'typed')],
    deductions: [score('late', 1.5), score('hidden', 0, 'typed')],
  };
}

const UNITS = [
  unit('a', 90, [score('rate', 59.9, 'computed', 60), score('meetings', 0.1), score('work', 30, 'typed', 30)]),
  unit('b', 60.01, [score('rate', 60, 'computed', 60), score('meetings', null, 'na'), score('work', 0, 'open', 30)]),
];

const ASSESSMENT: Assessment = {
  ...{ year: 2022, asOf: '2022-12-30T09:00', open: 1, formula: '', units: UNITS },
  version: { year: 2022, version: 1, scheme: SCHEME, reason: '', by: '', at: '2022-01-01T00:00' },
};

function entry(id: number, own: Partial<AssessmentEntry>): AssessmentEntry {
  return {
    ...{ id, year: 2022, unit: 'a', item: 'work', points: null, pieces: null, evidence: '台账', by: '王' },
    ...{ at: `2022-12-${10 + id}T09:00`, ...own },
  };
}

function objection(id: number, own: Partial<Objection>): Objection {
  return {
    ...{ id, year: 2022, unit: 'a', item: 'work', claim: '少算了', at: '2022-12-15T00:00', by: '王', state: 'open' },
    ...{ before: 3, after: null, decision: '', decidedBy: '', decidedAt: null, decidedFrom: null, lastEntry: 0 },
    ...own,
  };
}

it('adds a unit’s points up by group, without the noise of binary fractions', () => {
  const [a, b] = resultRows(ASSESSMENT);
  expect(a?.groups).toEqual([
    { points: 60, max: 70, open: 0, left: 0 },
    { points: 30, max: 30, open: 0, left: 0 },
  ]);
  // What does not apply is in neither sum; what is not typed yet is told.
  expect(b?.groups).toEqual([
    { points: 60, max: 60, open: 0, left: 1 },
    { points: 0, max: 30, open: 1, left: 0 },
  ]);
  expect(sumOf([0.1, 0.2, 0.3])).toBe(0.6);
  expect(groupPoints([score('meetings', null, 'na')])).toEqual({ points: 0, max: 0, open: 0, left: 1 });
});

it('counts the units of each band, an empty one too, and the mean of all', () => {
  expect(bandCounts({ ...ASSESSMENT, units: UNITS.slice(0, 1) })).toEqual([
    { title: '优秀', count: 1 },
    { title: '不合格', count: 0 },
  ]);
  expect(meanScore(UNITS)).toBeCloseTo(75.005);
  expect(meanScore([])).toBeNull();
});

it.each([
  ['all', { band: null, search: '' }, ['a', 'b']],
  ['those of a band', { band: '优秀', search: '' }, ['a']],
  ['those with a name', { band: null, search: ' b ' }, ['b']],
  ['none', { band: '优秀', search: 'b' }, []],
] as const)('shows %s', (_what, filter, shown) => {
  expect(shownRows(resultRows(ASSESSMENT), filter).map(({ score: { unit: id } }) => id)).toEqual(shown);
});

it('lists the lines of a scheme: its groups, then bonus and deductions, with what pieces of each mean', () => {
  const groups = schemeLines(SCHEME, WORDS);
  expect(groups.map(({ title }) => title)).toEqual(['报送', '机制', '加分', '扣分']);
  const lines = groups.flatMap((group) => group.lines);
  expect(lines.filter(({ isTyped }) => isTyped).map(({ id }) => id)).toEqual(['meetings', 'work', 'praise', 'hidden']);
  expect(lines.find(({ id }) => id === 'meetings')?.pieces).toEqual({ is: 'less', less: 0.5 });
  expect(lines.find(({ id }) => id === 'praise')?.pieces).toBeNull();
  expect(lines.find(({ id }) => id === 'hidden')).toMatchObject({ max: null, pieces: { is: 'each', each: 5 } });
  expect(schemeLines({ ...SCHEME, bonus: [], deductions: [] }, WORDS)).toHaveLength(2);
});

it('puts on a score sheet what was decided about each line of that unit', () => {
  const entries = [
    entry(1, { points: 3 }),
    entry(2, { unit: 'b', points: 9 }),
    entry(3, { item: 'hidden', pieces: 1 }),
  ];
  const open = objection(1, {});
  const [, work, bonus, deductions] = sheetGroups(
    SCHEME,
    UNITS[0] ?? unit('a', 0, []),
    { entries, objections: [open] },
    WORDS,
  );
  expect(work?.lines[0]).toMatchObject({ entries: [entries[0]], openObjection: open, isJudged: true });
  expect(bonus?.lines[0]?.isJudged).toBe(false);
  expect(deductions?.lines.map(({ isJudged }) => isJudged)).toEqual([true, true]);
});

it('tells what happened to a line in its order', () => {
  const decided = objection(7, { state: 'granted', after: 5, decidedAt: '2022-12-20T10:00' });
  const steps = trailOf({ entries: [entry(1, { points: 3 }), entry(12, { points: 4 })], objections: [decided] });
  expect(steps.map(({ key }) => key)).toEqual(['e1', 'c7', 'd7', 'e12']);
});

it.each([
  ['', 'points', { is: 'empty' }],
  [' 3.5 ', 'points', { is: 'number', value: 3.5 }],
  ['３．５', 'points', { is: 'number', value: 3.5 }],
  ['缺', 'points', { is: 'na' }],
  ['-', 'pieces', { is: 'na' }],
  ['31', 'points', { is: 'wrong', why: '满分 30 分，填的是 31' }],
  ['31', 'pieces', { is: 'number', value: 31 }],
  ['1.234', 'points', { is: 'wrong', why: '最多两位小数' }],
  ['-3', 'points', { is: 'wrong', why: '请填数字，缺项填“缺”' }],
  ['三', 'points', { is: 'wrong', why: '请填数字，缺项填“缺”' }],
] as const)('reads “%s” in the quick table as %s', (text, as, cell) => {
  expect(batchCell(text, { kind: 'item', max: 30 }, as)).toEqual(cell);
});

it('refuses 缺 where there is nothing that could be missing', () => {
  expect(batchCell('缺', { kind: 'deduction', max: null }, 'pieces').is).toBe('wrong');
});

it('sends what was typed, with the unit’s own evidence or the common one, and nothing of lines left alone', () => {
  const line = schemeLines(SCHEME, WORDS)[0]?.lines[1];
  if (line === undefined) throw new Error('no line');
  const typed = {
    texts: new Map([
      ['b', '2'],
      ['a', '缺'],
      ['c', ' '],
      ['d', 'x'],
    ]),
    evidence: new Map([['a', ' 会议通知 ']]),
  };
  expect(batchChanges(['a', 'b', 'c', 'd', 'e'], typed, { line, as: 'pieces', common: ' 签到表 ' })).toEqual([
    { unit: 'a', points: null, pieces: null, evidence: '会议通知' },
    { unit: 'b', points: null, pieces: 2, evidence: '签到表' },
  ]);
});

it('shows the newest entry of a unit as it would be typed', () => {
  const entries = [entry(2, { points: 4 }), entry(1, { points: 3 }), entry(3, { unit: 'b' }), entry(4, { item: 'x' })];
  const newest = newestByUnit(entries, 'work');
  expect(enteredText(newest.get('a'), 'points')).toBe('4');
  expect(enteredText(newest.get('a'), 'pieces')).toBe('');
  expect(enteredText(newest.get('b'), 'points')).toBe('缺');
  expect(enteredText(newest.get('c'), 'points')).toBe('');
});
