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
  resultRows,
  shownRows,
  sumOf,
  unrankedReason,
} from '../../renderer/features/assessment/resultRows.ts';
import { type PieceRule, pieceText, schemeLines } from '../../renderer/features/assessment/schemeLines.ts';
import { entryText, sheetGroups, stepText, trailOf } from '../../renderer/features/assessment/sheetLines.ts';

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
  ...{ year: 2022, asOf: '2022-12-30T09:00', mean: 75.01, open: 1, formula: '', units: UNITS },
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

it('counts the units of each band, an empty one too', () => {
  expect(bandCounts({ ...ASSESSMENT, units: UNITS.slice(0, 1) })).toEqual([
    { title: '优秀', count: 1 },
    { title: '不合格', count: 0 },
  ]);
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
  ['1.5', 'pieces', { is: 'wrong', why: '请填整件数' }],
  ['1.234', 'points', { is: 'wrong', why: '最多两位小数' }],
  ['-3', 'points', { is: 'wrong', why: '请填数字，缺项填“缺”' }],
  ['三', 'points', { is: 'wrong', why: '请填数字，缺项填“缺”' }],
] as const)('reads “%s” in the quick table as %s', (text, as, cell) => {
  expect(batchCell(text, { kind: 'item', max: 30, pieces: { is: 'each', each: 1 } }, as)).toEqual(cell);
});

it('takes a share with decimals up to 100 where a line counts in %', () => {
  const line = { kind: 'item', max: 3, pieces: { is: 'full', full: 95, unit: '%' } } as const;
  expect(batchCell('94.99', line, 'pieces')).toEqual({ is: 'number', value: 94.99 });
  expect(batchCell('100.01', line, 'pieces')).toEqual({ is: 'wrong', why: '百分比不超过 100，填的是 100.01' });
});

it('keeps who is gone out of the bands, and says why there is no rank', () => {
  const gone: UnitScore = { ...unit('c', 5, []), rank: 0, band: '已撤并', ended: '2022-02-28' };
  const units = [...UNITS, gone];
  expect(bandCounts({ ...ASSESSMENT, units }).at(-1)).toEqual({ title: '已撤并', count: 1 });
  expect(unrankedReason(gone)).toBe('已撤并（至 2022-02-28），按撤并前的应报事项计分，不排名次、不定等次');
  expect(units.map(unrankedReason).slice(0, -1)).toEqual(UNITS.map(() => null));
  expect(unrankedReason({ rank: 0 })).toBe('得分相同，不排名次');
});

it('says from what to what an objection was decided, and what an entry counts', () => {
  const decided = {
    state: 'granted',
    after: 5,
    decidedAt: '2022-12-20T10:00',
    decision: '属实',
    decidedBy: '王',
  } as const;
  const textOf = (decidedFrom: number | null) =>
    trailOf({ entries: [], objections: [objection(7, { ...decided, decidedFrom })] }).map((step) =>
      stepText(step, '家'),
    );
  expect(textOf(3.5).at(-1)).toBe('2022-12-20 10:00 王 处理：同意改分，由 3.5 分改为 5 分。属实');
  expect(textOf(null).at(-1)).toBe('2022-12-20 10:00 王 处理：同意改分，由缺项改为 5 分。属实');
  expect(entryText({ points: null, pieces: 2 }, '家')).toBe('2 家');
});

it.each<[PieceRule, string]>([
  [{ is: 'each', each: 2 }, '件数，每件 2 分'],
  [{ is: 'less', less: 0.5, unit: '条' }, '条数，每条从满分中扣 0.5 分'],
  [{ is: 'full', full: 100, unit: '家' }, '家数，达到 100 家得满分，不足按比例'],
  [{ is: 'full', full: 95, unit: '%' }, '完成百分比，达到 95%得满分，不足按比例'],
])('asks for the pieces of %j in what they count', (rule, text) => {
  expect(pieceText(rule, 'item')).toBe(text);
});

it('refuses 缺 where there is nothing that could be missing', () => {
  expect(batchCell('缺', { kind: 'deduction', max: null, pieces: null }, 'pieces').is).toBe('wrong');
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
