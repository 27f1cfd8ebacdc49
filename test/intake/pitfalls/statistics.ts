import type { Pitfall } from './pitfall.ts';

export const STATISTICS: readonly Pitfall[] = [];
