import type { Pitfall } from './pitfall.ts';

export const CODES: readonly Pitfall[] = [];
