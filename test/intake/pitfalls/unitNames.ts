import type { Pitfall } from './pitfall.ts';

export const UNIT_NAMES: readonly Pitfall[] = [];
