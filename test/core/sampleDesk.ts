import type { Duty } from '../../electron/contract/duties.ts';
import type { Office, OfficeSettings } from '../../electron/contract/profiles.ts';
import type { GridCell } from '../../electron/contract/status.ts';
import type { Unit } from '../../electron/contract/units.ts';
import type { ReceivedSubmission } from '../../electron/core/grid.ts';

/** Settings of 西峡县's office as the notice of 2022 leaves them. */
export const settings: OfficeSettings = {
  weeklyDue: { weekday: 5, time: '18:00' },
  dueTime: '18:00',
  shift: 'next',
  effectiveFrom: '2022-01-01',
  scoreWeights: { report: 1, compliance: 1, timeliness: 1 },
};

export const office: Office = {
  id: 'xixia-2022',
  county: '西峡县',
  city: '南阳市',
  office: '西峡县社会信用体系建设领导小组办公室',
  shortName: '县信用办',
  letterhead: '',
  documentNoPattern: '西信用办〔{year}〕{no}号',
  notice: { documentNo: '西信用办〔2022〕5号', title: '' },
  addressee: '',
  copyTo: [],
  regionCode: '411323',
  contact: { place: '', person: '张三', phone: '0377-69660000', email: 'xyb@example.cn' },
  settings,
};

/** A unit with nothing special; `order` is taken from its id (`u3` → 3). */
export function unit(id: string, changes: Partial<Unit> = {}): Unit {
  return {
    id,
    name: `${id}局`,
    officialName: `西峡县${id}局`,
    aliases: [],
    kind: 'department',
    order: Number(id.slice(1)),
    groups: [],
    activeFrom: null,
    activeTo: null,
    contacts: [],
    note: '',
    ...changes,
  };
}

/** A scheduled monthly duty due on the 30th, owed by `u1` and `u2`. */
export function duty(id: string, changes: Partial<Duty> = {}): Duty {
  return {
    id,
    title: `事项${id}`,
    source: '',
    kind: 'scheduled',
    cadence: 'monthly',
    due: { rule: 'day-of-month', day: 30, time: '18:00' },
    dueText: '',
    recordTerm: null,
    templates: [],
    quota: null,
    zeroReport: 'statement',
    target: '',
    consequence: '',
    groups: [],
    units: ['u1', 'u2'],
    lead: [],
    note: '',
    ...changes,
  };
}

/** A weekly duty due on Friday 18:00. */
export function weeklyDuty(id: string, changes: Partial<Duty> = {}): Duty {
  return duty(id, { cadence: 'weekly', due: { rule: 'weekday', weekday: 5, time: '18:00' }, ...changes });
}

/** A received file of three records for April's monthly duty `d1` of `u1`. */
export function submission(changes: Partial<ReceivedSubmission> = {}): ReceivedSubmission {
  return {
    unit: 'u1',
    duty: 'd1',
    period: '2022-04',
    kind: 'file',
    receivedAt: '2022-04-29T16:00',
    count: 3,
    ...changes,
  };
}

/** A cell of the grid: missing unless told otherwise, due on 29 April 2022. */
export function cell(changes: Partial<GridCell> = {}): GridCell {
  return {
    unit: 'u1',
    duty: 'd1',
    period: '2022-04',
    due: '2022-04-29T18:00',
    status: 'missing',
    receivedAt: null,
    late: false,
    quota: null,
    count: 0,
    assigned: true,
    ...changes,
  };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
