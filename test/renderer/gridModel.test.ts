import { describe, expect, it } from 'vitest';
import type { Duty } from '../../electron/contract/duties.ts';
import type { CellStatus, GridCell } from '../../electron/contract/status.ts';
import type { Unit } from '../../electron/contract/units.ts';
import { type GridFilters, gridModel, isHighlighted } from '../../renderer/features/status/gridModel.ts';

const ALL: GridFilters = {
  duties: [],
  cadences: [],
  kinds: [],
  groups: [],
  statuses: [],
  search: '',
  onlyUnmet: false,
  grouped: false,
};
const AS_OF = '2022-04-25T10:00';

const UNITS = [
  unit('b', '乙镇', 'township', 2),
  { ...unit('a', '甲局', 'department', 1, ['甲管理局']), groups: ['000-G1'] },
  unit('c', '丙局', 'department', 3),
];
const DUTIES = [duty('000-02', '归集'), { ...duty('000-14', '宣传'), cadence: 'monthly' as const }];
const CELLS = [
  cell('a', '000-14', '2022-04', 'pending', '2022-04-30T18:00'),
  cell('a', '000-02', '2022-W16', 'missing', '2022-04-22T18:00'),
  cell('a', '000-02', '2022-W15', 'late', '2022-04-15T18:00'),
  cell('b', '000-14', '2022-04', 'partial', '2022-04-30T18:00'),
  cell('c', '000-02', '2022-W16', 'exempt', '2022-04-22T18:00'),
  { ...cell('c', '000-14', '2022-04', 'reported', '2022-04-30T18:00'), assigned: false },
];

describe('the grid as it is laid out', () => {
  it('puts the weeks of a month side by side under their duty, in the order of the duties and of their due moments', () => {
    const model = show({});
    expect(model.columns.map(({ duty: id, period, first }) => [id, period, first])).toEqual([
      ['000-02', '2022-W15', true],
      ['000-02', '2022-W16', false],
      ['000-14', '2022-04', true],
    ]);
    expect(model.heads).toEqual([
      { duty: '000-02', title: '归集', note: '', from: 0, span: 2 },
      { duty: '000-14', title: '宣传', note: '', from: 2, span: 1 },
    ]);
  });

  it('marks a duty of which a period is left out, the others not', () => {
    const refused = [{ duty: '000-14', period: '2022-12', year: '2023', message: '2023 年…' }];
    const { heads } = gridModel({ period: '2022', asOf: AS_OF, cells: CELLS, refused }, UNITS, DUTIES, ALL);
    expect(heads.map(({ duty, note }) => [duty, note])).toEqual([
      ['000-02', ''],
      ['000-14', '未列全'],
    ]);
  });

  it('lists the units in their order and leaves a hole where nothing is owed', () => {
    const rows = show({}).rows.map((row) => [row.unit.id, row.cells.map((one) => one?.status ?? null)]);
    expect(rows).toEqual([
      ['a', ['late', 'missing', 'pending']],
      ['b', [null, null, 'partial']],
      ['c', [null, 'exempt', 'reported']],
    ]);
  });

  it('counts what is owed, due and met without exempt and unassigned cells', () => {
    const { expected, due, met, extra, counts } = show({});
    expect({ expected, due, met, extra }).toEqual({ expected: 4, due: 2, met: 1, extra: 1 });
    expect(counts).toMatchObject({ late: 1, missing: 1, pending: 1, partial: 1, exempt: 1, reported: 0, zero: 0 });
  });

  it('says how much of a unit is late and still owed; what is not yet due is not', () => {
    expect(show({}).rows.map((row) => [row.unit.id, row.owes])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 0],
    ]);
  });

  it.each<[string, Partial<GridFilters>, string[]]>([
    ['a duty', { duties: ['000-02'] }, ['a', 'c']],
    ['a kind of unit', { kinds: ['township'] }, ['b']],
    ['part of a name', { search: '镇' }, ['b']],
    ['an alias', { search: '甲管理' }, ['a']],
    ['a rhythm', { cadences: ['monthly'] }, ['a', 'b', 'c']],
    ['a group of units', { groups: ['000-G1'] }, ['a']],
    ['a status', { statuses: ['exempt'] }, ['c']],
    ['what is unmet', { onlyUnmet: true }, ['a', 'b']],
  ])('keeps only the units with %s', (_, filters, units) => {
    expect(show(filters).rows.map((row) => row.unit.id)).toEqual(units);
  });

  it('lists the units by kind when asked to, each kind with its counts', () => {
    const { rows, groups } = show({ grouped: true });
    expect(rows.map((row) => row.unit.id)).toEqual(['a', 'c', 'b']);
    expect(groups.map(({ kind, from, span, due, met }) => ({ kind, from, span, due, met }))).toEqual([
      { kind: 'department', from: 0, span: 2, due: 2, met: 1 },
      { kind: 'township', from: 2, span: 1, due: 0, met: 0 },
    ]);
    expect(groups[0]?.columns).toEqual([
      { expected: 1, met: 1 },
      { expected: 1, met: 0 },
      { expected: 1, met: 0 },
    ]);
  });

  it.each([
    [{ from: '2022-04-11' }, '自4月11日起'],
    [{ to: '2022-04-20' }, '4月20日止'],
    [{ to: '2022-03-31' }, '2022-03-31止'],
    [{ from: '2022-01-01', to: '2022-12-31' }, ''],
  ])('says over its columns that a duty lasts %j', (lasting, note) => {
    const duties = [{ ...duty('000-02', '归集'), ...lasting }];
    const { heads } = gridModel({ cells: CELLS, asOf: AS_OF, period: '2022-04' }, UNITS, duties, ALL);
    expect(heads[0]?.note).toBe(note);
  });

  it('keeps all cells of a shown unit and makes the others pale', () => {
    const filters = { statuses: ['missing' as const], onlyUnmet: false };
    const [row] = show(filters).rows;
    expect(row?.cells.map((one) => one !== null && isHighlighted(one, filters))).toEqual([false, true, false]);
  });
});

function show(filters: Partial<GridFilters>) {
  return gridModel({ cells: CELLS, asOf: AS_OF, period: '2022-04' }, UNITS, DUTIES, { ...ALL, ...filters });
}

function unit(id: string, name: string, kind: Unit['kind'], order: number, aliases: string[] = []): Unit {
  return {
    id,
    name,
    officialName: `某县${name}`,
    aliases,
    kind,
    order,
    groups: [],
    activeFrom: null,
    activeTo: null,
    contacts: [],
    note: '',
  };
}

function duty(id: string, title: string): Duty {
  return {
    id,
    title,
    source: '',
    kind: 'scheduled',
    cadence: 'weekly',
    due: null,
    dueText: '',
    recordTerm: null,
    templates: [],
    quota: null,
    zeroReport: 'statement',
    target: '',
    consequence: '',
    groups: [],
    units: [],
    lead: [],
    note: '',
  };
}

function cell(unitId: string, dutyId: string, period: string, status: CellStatus, due: string): GridCell {
  return {
    unit: unitId,
    duty: dutyId,
    period,
    due,
    status,
    receivedAt: null,
    late: status === 'late',
    quota: null,
    count: 0,
    assigned: true,
  };
}
