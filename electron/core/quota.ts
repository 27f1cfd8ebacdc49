import type { Duty } from '../contract/duties.ts';
import type { Period } from '../contract/time.ts';
import { dutyAt } from './dutyHistory.ts';
import { lastDay } from './period.ts';

/**
 * Whether a table counts towards the number a duty owes in a period. All do, unless the quota names its own; where the duty collects none of
 * those any more, all do again: a number nobody can reach would be owed for ever.
 */
export function countsTable(
  duty: Pick<Duty, 'templates' | 'quota' | 'revisions'> | undefined,
  period: Period,
  template: string,
): boolean {
  if (duty === undefined || !namesTables(duty)) return true;
  const { templates, quota } = dutyAt(duty, lastDay(period));
  const asked = quota?.templates?.filter((id) => templates.includes(id)) ?? [];
  return asked.length === 0 || asked.includes(template);
}

/** Whether its quota ever named tables; most duties never do, and need not be looked up by day. */
function namesTables({ quota, revisions = [] }: Pick<Duty, 'quota' | 'revisions'>): boolean {
  return quota?.templates !== undefined || revisions.some((one) => one.quota?.templates !== undefined);
}
