import { describe, expect, it } from 'vitest';
import type { DueRule, Duty } from '../../electron/contract/duties.ts';
import { draftOf, fieldsOf } from '../../renderer/features/duties/dutyFields.ts';

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
});
