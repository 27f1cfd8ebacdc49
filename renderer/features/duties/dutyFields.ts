import type {
  Cadence,
  Campaign,
  DueRule,
  Duty,
  DutyDraft,
  EventTerm,
  SamplingRule,
  Shift,
  ZeroReportRule,
} from '../../../electron/contract/duties.ts';
import type { Day } from '../../../electron/contract/time.ts';

type RuleName = DueRule['rule'];

/** The form of a duty: one flat set of fields; those of other rules than the chosen one are left alone. */
export interface DutyFields {
  readonly title: string;
  readonly cadence: Cadence;
  readonly templates: readonly string[];
  readonly rule: RuleName | 'none';
  readonly weekday: number;
  readonly month: number;
  readonly day: number;
  readonly days: number;
  readonly dayUnit: 'natural' | 'working';
  readonly campaigns: readonly Campaign[];
  readonly campaignDays: number;
  readonly dates: readonly (Day | null)[];
  readonly time: string;
  readonly shift: Shift | 'office';
  readonly hasTerm: boolean;
  readonly termDays: number;
  readonly termUnit: 'natural' | 'working';
  readonly hasQuota: boolean;
  readonly quotaCount: number | null;
  readonly quotaOf: string;
  readonly zeroReport: ZeroReportRule;
  readonly hasEventTerm: boolean;
  readonly eventCount: number;
  readonly eventUnit: EventTerm['unit'];
  readonly eventMeaning: EventTerm['meaning'];
  readonly eventFrom: string;
  readonly hasSampling: boolean;
  readonly draw: SamplingRule['draw'];
  readonly cover: SamplingRule['cover'];
  /** Per cent of the units, 1–100. */
  readonly share: number;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly groups: readonly string[];
  readonly lead: readonly string[];
  readonly target: string;
  readonly note: string;
  /** Whether the duty has always been so, or is from `sinceDay` on. */
  readonly since: 'always' | 'day';
  readonly sinceDay: Day | null;
  readonly sinceReason: string;
}

/** Due rules that make sense for a cadence. */
export function rulesOf(cadence: Cadence): readonly RuleName[] {
  switch (cadence) {
    case 'weekly':
      return ['weekday', 'period-end', 'days-after-period'];
    case 'monthly':
      return ['day-of-month', 'period-end', 'day-of-next-month', 'days-after-period'];
    case 'quarterly':
    case 'half-yearly':
      return ['period-end', 'day-of-next-month', 'days-after-period'];
    case 'yearly':
      return ['fixed-date', 'period-end', 'days-after-period'];
    case 'once':
      return ['dates', 'fixed-date'];
    case 'irregular':
      return ['dates', 'campaign'];
    case 'event':
      return [];
  }
}

/** The due rule of a duty that gets another cadence: its own where that makes sense still, else the first that does. */
export function ruleFor(cadence: Cadence, rule: DutyFields['rule']): DutyFields['rule'] {
  const rules = rulesOf(cadence);
  return rule === 'none' || rules.includes(rule) ? rule : (rules[0] ?? 'none');
}

/** A duty as the form shows it. */
export function fieldsOf(duty: Duty): DutyFields {
  const { due, recordTerm, quota, eventTerm, sampling } = duty;
  return {
    title: duty.title,
    cadence: duty.cadence,
    templates: duty.templates,
    rule: due?.rule ?? 'none',
    weekday: due?.rule === 'weekday' ? due.weekday : 5,
    month: due?.rule === 'fixed-date' ? due.month : 12,
    day: due && 'day' in due ? due.day : 30,
    days: due?.rule === 'days-after-period' ? due.days : 5,
    dayUnit: due?.rule === 'days-after-period' ? due.unit : 'working',
    campaigns: due?.rule === 'campaign' ? due.campaigns : [],
    campaignDays: due?.rule === 'campaign' ? due.days : 5,
    dates: due?.rule === 'dates' ? due.dates : [],
    time: due?.time ?? '18:00',
    shift: due?.shift ?? 'office',
    hasTerm: recordTerm !== null,
    termDays: recordTerm?.days ?? 7,
    termUnit: recordTerm?.unit ?? 'natural',
    hasQuota: quota !== null,
    quotaCount: quota?.count ?? null,
    quotaOf: quota?.of ?? '',
    zeroReport: duty.zeroReport,
    hasEventTerm: Boolean(eventTerm),
    eventCount: eventTerm?.count ?? 5,
    eventUnit: eventTerm?.unit ?? 'working',
    eventMeaning: eventTerm?.meaning ?? 'within',
    eventFrom: eventTerm?.from ?? '',
    hasSampling: Boolean(sampling),
    draw: sampling?.draw ?? 'quarterly',
    cover: sampling?.cover ?? 'half-yearly',
    share: sampling ? Math.round(sampling.share * 100) : 30,
    from: duty.from ?? null,
    to: duty.to ?? null,
    groups: duty.groups,
    lead: duty.lead,
    target: duty.target,
    note: duty.note,
    since: 'always',
    sinceDay: null,
    sinceReason: '',
  };
}

/** What the form sends back. The record term keeps the shift it had. */
export function draftOf(duty: Duty, fields: DutyFields): DutyDraft {
  return {
    id: duty.id,
    title: fields.title.trim(),
    cadence: fields.cadence,
    templates: fields.templates,
    due: dueOf(fields),
    recordTerm: fields.hasTerm
      ? { days: fields.termDays, unit: fields.termUnit, shift: duty.recordTerm?.shift ?? 'none' }
      : null,
    // Which tables are counted is not on the form and stays.
    quota: fields.hasQuota ? { ...duty.quota, count: fields.quotaCount ?? null, of: fields.quotaOf.trim() } : null,
    zeroReport: fields.zeroReport,
    eventTerm: fields.hasEventTerm
      ? {
          count: fields.eventCount,
          unit: fields.eventUnit,
          meaning: fields.eventMeaning,
          from: fields.eventFrom.trim(),
        }
      : null,
    sampling: fields.hasSampling ? { draw: fields.draw, cover: fields.cover, share: fields.share / 100 } : null,
    from: fields.from,
    to: fields.to,
    groups: fields.groups,
    lead: fields.lead,
    target: fields.target.trim(),
    note: fields.note.trim(),
  };
}

/** The day from which the change holds; undefined: it has always been so. */
export function sinceOf({ since, sinceDay }: DutyFields): Day | undefined {
  return since === 'day' && sinceDay !== null ? sinceDay : undefined;
}

/** Whether all that the chosen rule needs is filled in, so that its year can be shown. */
export function isComplete(fields: DutyFields): boolean {
  const { rule, since, sinceDay } = fields;
  if (fields.title.trim() === '' || (since === 'day' && sinceDay === null)) return false;
  if (rule !== 'none' && !/^([01]\d|2[0-3]):[0-5]\d$/u.test(fields.time)) return false;
  if (fields.hasEventTerm && (fields.eventFrom.trim() === '' || !fields.eventCount)) return false;
  if (fields.hasTerm && !fields.termDays) return false;
  if (fields.hasSampling && !fields.share) return false;
  switch (rule) {
    case 'dates':
      return chosenDates(fields).length > 0;
    case 'campaign':
      return (
        fields.campaigns.length > 0 &&
        fields.campaigns.every((one) => one?.title && one.month && one.day && one.length) &&
        Number.isInteger(fields.campaignDays)
      );
    case 'days-after-period':
      return Boolean(fields.days);
    case 'fixed-date':
      return Boolean(fields.month && fields.day);
    case 'day-of-month':
    case 'day-of-next-month':
      return Boolean(fields.day);
    case 'weekday':
    case 'period-end':
    case 'none':
      return true;
  }
}

function dueOf(fields: DutyFields): DueRule | null {
  const { rule, time, shift } = fields;
  const common = shift === 'office' ? { time } : { time, shift };
  switch (rule) {
    case 'none':
      return null;
    case 'weekday':
      return { rule, weekday: fields.weekday, ...common };
    case 'day-of-month':
    case 'day-of-next-month':
      return { rule, day: fields.day, ...common };
    case 'period-end':
      return { rule, ...common };
    case 'fixed-date':
      return { rule, month: fields.month, day: fields.day, ...common };
    case 'days-after-period':
      return { rule, days: fields.days, unit: fields.dayUnit, ...common };
    case 'campaign': {
      const campaigns = fields.campaigns.map(({ title, month, day, length }) => ({ title, month, day, length }));
      return { rule, campaigns, days: fields.campaignDays, ...common };
    }
    case 'dates':
      return { rule, dates: chosenDates(fields), ...common };
  }
}

/** The dates filled in, each once and in order. */
function chosenDates({ dates }: DutyFields): Day[] {
  return [...new Set(dates.flatMap((day) => (day ? [day] : [])))].sort();
}
