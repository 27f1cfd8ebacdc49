import { readFileSync } from 'node:fs';
import type {
  AssessmentEntry,
  AssessmentScheme,
  Objection,
  SchemeVersion,
} from '../../electron/contract/assessment.ts';
import type { GridCell } from '../../electron/contract/status.ts';
import type { AssessmentFacts, RecordTally } from '../../electron/core/assessmentFacts.ts';
import { computeRates } from '../../electron/core/rates.ts';
import { cell, duty, settings, unit } from './sampleDesk.ts';

export const AS_OF = '2022-12-31T18:00';

/** A scheme that ships. */
export function shipped(id: 'default' | 'suzhou-2018' | 'nanchang-2023'): AssessmentScheme {
  return JSON.parse(readFileSync(`resources/assessment/${id}.json`, 'utf8')) as AssessmentScheme; // checked by test/io
}

export function versionOf(scheme: AssessmentScheme): SchemeVersion {
  return { year: 2022, version: 1, scheme, reason: '', by: '', at: '2022-01-01T09:00' };
}

/** How many squares of a duty a unit has of each kind. */
export interface Squares {
  readonly unit: string;
  readonly duty: string;
  readonly reported?: number;
  readonly late?: number;
  readonly zero?: number;
  readonly missing?: number;
  readonly pending?: number;
  readonly exempt?: number;
}

export function squares({ unit: of, duty: about, ...counts }: Squares): GridCell[] {
  const kinds: Readonly<Record<keyof typeof counts, Partial<GridCell>>> = {
    reported: { status: 'reported' },
    late: { status: 'late', late: true },
    zero: { status: 'zero' },
    missing: { status: 'missing' },
    pending: { status: 'pending', due: '2023-01-10T18:00' },
    exempt: { status: 'exempt' },
  };
  return Object.entries(counts).flatMap(([kind, count]) =>
    Array.from(
      { length: count },
      (_, n) => cell({ unit: of, duty: about, period: `2022-W${n + 10}`, ...kinds[kind as keyof typeof kinds] }), // its own keys
    ),
  );
}

export function tally(
  of: string,
  about: string,
  template: string,
  [records, compliant, clocked = 0, timely = 0]: readonly [number, number, number?, number?],
): RecordTally {
  return { unit: of, duty: about, template, records, compliant, clocked, timely };
}

/** Facts of three units; `u3` owes nothing unless told. Rates are those of the cells and tallies. */
export function factsOf(
  given: {
    readonly squares?: readonly Squares[];
    readonly tallies?: readonly RecordTally[];
  } & Partial<AssessmentFacts>,
): AssessmentFacts {
  const { squares: some = [], tallies = [], ...rest } = given;
  const units = ['u1', 'u2', 'u3'].map((id) => unit(id));
  const cells = rest.cells ?? some.flatMap(squares);
  const sums = units.map(({ id }) => {
    const own = tallies.filter((one) => one.unit === id);
    const sum = (of: 'records' | 'compliant' | 'clocked' | 'timely') => own.reduce((n, one) => n + one[of], 0);
    return {
      ...{ unit: id, records: sum('records'), compliant: sum('compliant'), updates: 0 },
      ...{ clocked: sum('clocked'), timely: sum('timely') },
    };
  });
  return {
    year: 2022,
    asOf: AS_OF,
    units: units.map(({ id, name }) => ({ id, name })),
    duties: [
      duty('acts', { templates: ['penalty-legal'] }),
      duty('promises', { templates: ['commitment'] }),
      duty('cases', { templates: ['joint-case'], zeroReport: 'none' }),
      duty('reports', { templates: ['report-use'], zeroReport: 'none' }),
      duty('press', { templates: ['publicity'], zeroReport: 'none' }),
    ],
    templates: [
      { id: 'publicity', title: '诚信宣传教育报道', unitOfCount: '篇' },
      { id: 'joint-case', title: '联合奖惩案例', unitOfCount: '件' },
    ],
    cells,
    tallies,
    rates: computeRates({
      period: '2022',
      asOf: AS_OF,
      cells,
      tallies: sums,
      units,
      settings,
      recordTermText: '',
      minDenominator: 1,
    }).units,
    papers: [],
    adopted: [],
    chases: new Map(),
    indicators: [],
    ...rest,
  };
}

let entries = 0;
export function entry(of: string, item: string, changes: Partial<AssessmentEntry>): AssessmentEntry {
  entries += 1;
  return {
    ...{ id: entries, year: 2022, unit: of, item, points: null, pieces: null, evidence: '台账', by: '' },
    at: '2022-12-30T09:00',
    ...changes,
  };
}

export function objection(of: string, item: string, changes: Partial<Objection> = {}): Objection {
  return {
    ...{ id: 1, year: 2022, unit: of, item, claim: '系统故障', at: '2022-12-30T10:00', by: '', state: 'granted' },
    ...{ before: 0, after: 1, decision: '经核实属实', decidedBy: '', decidedAt: '2022-12-30T12:00' },
    ...{ decidedFrom: 0, lastEntry: 0 },
    ...changes,
  };
}
