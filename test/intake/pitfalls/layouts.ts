import type { Pitfall } from './pitfall.ts';

export const LAYOUTS: readonly Pitfall[] = [];
