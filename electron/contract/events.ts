import type { Day, Moment } from './time.ts';

/** One event of an event duty (异议、修复、约谈、案件): recorded by hand, with its clock. */
export interface DutyEvent {
  readonly id: number;
  readonly duty: string;
  readonly unit: string | null;
  readonly title: string;
  /** Day from which the duty's term counts. */
  readonly day: Day;
  /** By when it must be settled, or from when it is possible; null: the duty has no term. */
  readonly due: Day | null;
  readonly state: 'open' | 'overdue' | 'waiting' | 'closed';
  readonly closedOn: Day | null;
  readonly outcome: string;
  readonly note: string;
  readonly by: string;
  readonly at: Moment;
}

export interface EventDraft {
  readonly id: number | null;
  readonly duty: string;
  readonly unit: string | null;
  readonly title: string;
  readonly day: Day;
  readonly closedOn: Day | null;
  readonly outcome: string;
  readonly note: string;
}
