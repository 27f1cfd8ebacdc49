import { describe, expect, it } from 'vitest';
import { CADENCES, type DueRule, type Duty } from '../../electron/contract/duties.ts';
import { fitsCadence } from '../../electron/core/schedule.ts';
import {
  type DutyFields,
  draftOf,
  fieldsOf,
  isComplete,
  ruleFor,
  rulesOf,
  sinceOf,
} from '../../renderer/features/duties/dutyFields.ts';

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

  it('keeps which tables a quota counts when its number changes', () => {
    const quota = { count: 1, of: '份统计表', templates: ['stats-total'] };
    const draft = draftOf({ ...DUTY, quota }, { ...fieldsOf({ ...DUTY, quota }), quotaCount: 2 });
    expect(draft.quota).toEqual({ ...quota, count: 2 });
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

  it('sends cadence and templates as they are shown', () => {
    const duty: Duty = { ...DUTY, templates: ['permit', 'penalty'] };
    expect(draftOf(duty, fieldsOf(duty))).toMatchObject({ cadence: 'weekly', templates: ['permit', 'penalty'] });
    const fields = { ...fieldsOf(duty), cadence: 'monthly', templates: [] } as const;
    expect(draftOf(duty, fields)).toMatchObject({ cadence: 'monthly', templates: [] });
  });

  it.each([
    ['weekly', 'day-of-month', 'weekday'],
    ['weekly', 'period-end', 'period-end'],
    ['monthly', 'weekday', 'day-of-month'],
    ['monthly', 'none', 'none'],
    ['event', 'weekday', 'none'],
    ['once', 'fixed-date', 'fixed-date'],
  ] as const)(
    'of a duty that becomes %s keeps a due rule that makes sense, else offers one: %s → %s',
    (cadence, rule, is) => {
      expect(ruleFor(cadence, rule)).toBe(is);
    },
  );

  it('offers for every cadence only rules that the service takes for it', () => {
    for (const cadence of CADENCES)
      for (const rule of rulesOf(cadence)) {
        const due = RULES.find((one) => one?.rule === rule);
        expect([cadence, rule, due && fitsCadence(due, cadence)]).toEqual([cadence, rule, true]);
      }
  });

  it('changes the past only where it says so', () => {
    expect(sinceOf({ ...fieldsOf(DUTY), since: 'always', sinceDay: '2022-05-01' })).toBeUndefined();
    expect(sinceOf({ ...fieldsOf(DUTY), since: 'day', sinceDay: '2022-05-01' })).toBe('2022-05-01');
  });
});
