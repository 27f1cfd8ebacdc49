import type { Period, PeriodKind } from '../contract/time.ts';
import { lastDay, periodOf } from './period.ts';

/** What a period refused should have been: `2022-04（“十类信用信息”应填一周，如 2022-W17）`; the example ends with the period refused. */
export function periodWanted(period: Period, title: string, kind: PeriodKind): string {
  return `${period}（“${title}”应填${KINDS[kind]}，如 ${periodOf(kind, lastDay(period))}）`;
}

const KINDS: Readonly<Record<PeriodKind, string>> = {
  week: '一周',
  month: '一个月',
  quarter: '一个季度',
  half: '半年',
  year: '一年',
};
