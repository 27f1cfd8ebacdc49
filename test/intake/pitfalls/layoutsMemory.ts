import type { Pitfall } from './pitfall.ts';

export const MEMORY_LAYOUTS: readonly Pitfall[] = [];
