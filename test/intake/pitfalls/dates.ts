import type { Pitfall } from './pitfall.ts';

export const DATES: readonly Pitfall[] = [];
