import type { Cadence, DueRule, Duty, DutyDraft, Shift } from '../../../electron/contract/duties.ts';

type RuleName = DueRule['rule'];

/** The form of a duty: one flat set of fields; those of other rules than the chosen one are left alone. */
export interface DutyFields {
  readonly title: string;
  readonly rule: RuleName | 'none';
  readonly weekday: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
  readonly shift: Shift | 'office';
  readonly hasTerm: boolean;
  readonly termDays: number;
  readonly termUnit: 'natural' | 'working';
  readonly hasQuota: boolean;
  readonly quotaCount: number | null;
  readonly quotaOf: string;
  readonly groups: readonly string[];
  readonly lead: readonly string[];
  readonly target: string;
  readonly note: string;
}

/** Due rules that make sense for a cadence. */
export function rulesOf(cadence: Cadence): readonly RuleName[] {
  switch (cadence) {
    case 'weekly':
      return ['weekday'];
    case 'monthly':
      return ['day-of-month', 'period-end', 'day-of-next-month'];
    case 'quarterly':
    case 'half-yearly':
      return ['period-end', 'day-of-next-month'];
    case 'yearly':
    case 'once':
      return ['fixed-date', 'period-end'];
    case 'event':
    case 'irregular':
      return [];
  }
}

/** A duty as the form shows it. */
export function fieldsOf(duty: Duty): DutyFields {
  const { due, recordTerm, quota } = duty;
  return {
    title: duty.title,
    rule: due?.rule ?? 'none',
    weekday: due?.rule === 'weekday' ? due.weekday : 5,
    month: due?.rule === 'fixed-date' ? due.month : 12,
    day: due && 'day' in due ? due.day : 30,
    time: due?.time ?? '18:00',
    shift: due?.shift ?? 'office',
    hasTerm: recordTerm !== null,
    termDays: recordTerm?.days ?? 7,
    termUnit: recordTerm?.unit ?? 'natural',
    hasQuota: quota !== null,
    quotaCount: quota?.count ?? null,
    quotaOf: quota?.of ?? '',
    groups: duty.groups,
    lead: duty.lead,
    target: duty.target,
    note: duty.note,
  };
}

/** What the form sends back. The record term keeps the shift it had. */
export function draftOf(duty: Duty, fields: DutyFields): DutyDraft {
  return {
    id: duty.id,
    title: fields.title.trim(),
    due: dueOf(fields, duty.due),
    recordTerm: fields.hasTerm
      ? { days: fields.termDays, unit: fields.termUnit, shift: duty.recordTerm?.shift ?? 'none' }
      : null,
    quota: fields.hasQuota ? { count: fields.quotaCount, of: fields.quotaOf.trim() } : null,
    groups: fields.groups,
    lead: fields.lead,
    target: fields.target.trim(),
    note: fields.note.trim(),
  };
}

function dueOf({ rule, weekday, month, day, time, shift }: DutyFields, before: DueRule | null): DueRule | null {
  const common = shift === 'office' ? { time } : { time, shift };
  switch (rule) {
    case 'none':
      return null;
    case 'weekday':
      return { rule, weekday, ...common };
    case 'day-of-month':
    case 'day-of-next-month':
      return { rule, day, ...common };
    case 'period-end':
      return { rule, ...common };
    case 'fixed-date':
      return { rule, month, day, ...common };
    case 'days-after-period':
    case 'campaign':
    case 'dates':
      return before?.rule === rule ? { ...before, ...common } : null;
  }
}
