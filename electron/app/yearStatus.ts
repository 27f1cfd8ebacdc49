import type { Grid } from '../contract/status.ts';
import type { Args } from '../contract.ts';
import type { Context } from './context.ts';
import { getGrid } from './grid.ts';

/** The cells of all periods that a year holds, of one unit or duty, as `getGrid` gives them. */
export function getYear(context: Context, { year, ...query }: Args<'status.year'>): Grid {
  return getGrid(context, { ...query, period: String(year) });
}
