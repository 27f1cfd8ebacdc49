import type { Period } from '../../../electron/contract/time.ts';

/** A period within its year, short enough for an axis: 4月, 二季度, 2022年. */
export function shortTitle(period: Period): string {
  const [year = '', part = ''] = period.split('-');
  if (part.startsWith('Q')) return `${'一二三四'.charAt(Number(part.slice(1)) - 1)}季度`;
  return part === '' ? `${year}年` : `${Number(part)}月`;
}
