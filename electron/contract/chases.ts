import type { Day, Moment, Period } from './time.ts';

export const CHASE_WAYS = ['phone', 'wechat', 'sms', 'mail', 'letter', 'visit'] as const;
export type ChaseWay = (typeof CHASE_WAYS)[number];

/** Ways of chasing as printed. */
export const CHASE_WAY_NAMES: Readonly<Record<ChaseWay, string>> = {
  phone: '电话',
  wechat: '微信',
  sms: '短信',
  mail: '邮件',
  letter: '催报函',
  visit: '上门',
};

/** One logged contact (催报) about one thing a unit owes. */
export interface Chase {
  readonly id: number;
  readonly unit: string;
  readonly duty: string;
  readonly period: Period;
  readonly at: Moment;
  readonly how: ChaseWay;
  /** Whom, as spoken to: `张三（经办人）`. */
  readonly whom: string;
  readonly answer: string;
  /** Day the unit promised it for. */
  readonly promised: Day | null;
  readonly by: string;
  /** The paper, where it was a 催报函. */
  readonly paper: number | null;
  /** The 催报函 was made void: the contact counts no more and stays in the log as a trace. Absent: it counts. */
  readonly isVoid?: true;
}

/** What to log at once for several things: one line each. */
export interface ChaseDraft {
  readonly items: readonly { readonly unit: string; readonly duty: string; readonly period: Period }[];
  readonly at?: Moment | undefined;
  readonly how: ChaseWay;
  readonly whom: string;
  readonly answer: string;
  readonly promised: Day | null;
}
