import type { Pitfall } from './pitfall.ts';

export const ROWS: readonly Pitfall[] = [];
