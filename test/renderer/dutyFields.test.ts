import { describe, expect, it } from 'vitest';
import type { DueRule, Duty } from '../../electron/contract/duties.ts';
import { type DutyFields, draftOf, fieldsOf, isComplete, sinceOf } from '../../renderer/features/duties/dutyFields.ts';

const DUTY: Duty = {
  id: '000-02',
  title: '归集',
  source: '',
  kind: 'scheduled',
  cadence: 'weekly',
  due: null,
  dueText: '',
  recordTerm: { days: 7, unit: 'natural', shift: 'next' },
  templates: [],
  quota: { count: null, of: '家' },
  zeroReport: 'statement',
  target: '3个100%',
  consequence: '',
  groups: ['000-G1'],
  units: [],
  lead: [],
  note: '',
};

const RULES: readonly (DueRule | null)[] = [
  null,
  { rule: 'weekday', weekday: 5, time: '18:00' },
  { rule: 'day-of-month', day: 30, time: '18:00', shift: 'next' },
  { rule: 'day-of-next-month', day: 5, time: '12:00', shift: 'none' },
  { rule: 'period-end', time: '18:00' },
  { rule: 'fixed-date', month: 12, day: 20, time: '17:30', shift: 'previous' },
  { rule: 'days-after-period', days: 3, unit: 'working', time: '18:00' },
  { rule: 'dates', dates: ['2022-03-15', '2022-06-14'], time: '18:00', shift: 'next' },
  {
    rule: 'campaign',
    campaigns: [{ title: '3·15', month: 3, day: 15, length: 1 }],
    days: 0,
    time: '18:00',
  },
];

/** What a rule needs before its year can be shown. */
const INCOMPLETE: readonly [string, Partial<DutyFields>][] = [
  ['an hour', { rule: 'period-end', time: '6点' }],
  ['a chosen date', { rule: 'dates', dates: [null] }],
  ['a campaign', { rule: 'campaign', campaigns: [] }],
  ['the name of its campaign', { rule: 'campaign', campaigns: [{ title: '', month: 3, day: 15, length: 1 }] }],
  ['the day from which it holds', { since: 'day' }],
  ['what its term counts from', { hasEventTerm: true }],
  ['a name', { title: ' ' }],
];

describe('the form of a duty', () => {
  it.each(RULES)('gives back the due rule it was shown: %j', (due) => {
    expect(draftOf({ ...DUTY, due }, fieldsOf({ ...DUTY, due })).due).toEqual(due);
  });

  it('gives back term and quota, and drops them when they are unticked', () => {
    const fields = fieldsOf(DUTY);
    expect(draftOf(DUTY, fields)).toMatchObject({ recordTerm: DUTY.recordTerm, quota: DUTY.quota });
    expect(draftOf(DUTY, { ...fields, hasTerm: false, hasQuota: false })).toMatchObject({
      recordTerm: null,
      quota: null,
    });
  });

  it('keeps how a term ends on a rest day when its days change', () => {
    const draft = draftOf(DUTY, { ...fieldsOf(DUTY), termDays: 10, termUnit: 'working' });
    expect(draft.recordTerm).toEqual({ days: 10, unit: 'working', shift: 'next' });
  });

  it('gives back zero-report rule, event term, sampling and from and to', () => {
    const duty: Duty = {
      ...DUTY,
      zeroReport: 'none',
      eventTerm: { count: 3, unit: 'months', meaning: 'not-before', from: '公示' },
      sampling: { draw: 'monthly', cover: 'yearly', share: 0.3 },
      from: '2022-05-01',
      to: null,
    };
    const { zeroReport, eventTerm, sampling, from, to } = duty;
    expect(draftOf(duty, fieldsOf(duty))).toMatchObject({ zeroReport, eventTerm, sampling, from, to });
  });

  it('sends chosen dates once each and in order', () => {
    const fields = {
      ...fieldsOf(DUTY),
      rule: 'dates',
      dates: ['2022-06-14', null, '2022-03-15', '2022-06-14'],
    } as const;
    expect(draftOf(DUTY, fields).due).toMatchObject({ dates: ['2022-03-15', '2022-06-14'] });
  });

  it.each(INCOMPLETE)('is not complete without %s', (_what, change) => {
    expect(isComplete(fieldsOf(DUTY))).toBe(true);
    expect(isComplete({ ...fieldsOf(DUTY), ...change })).toBe(false);
  });

  it('changes the past only where it says so', () => {
    expect(sinceOf({ ...fieldsOf(DUTY), since: 'always', sinceDay: '2022-05-01' })).toBeUndefined();
    expect(sinceOf({ ...fieldsOf(DUTY), since: 'day', sinceDay: '2022-05-01' })).toBe('2022-05-01');
  });
});
