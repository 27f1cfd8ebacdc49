import type { Pitfall } from './pitfall.ts';

export const VALUES: readonly Pitfall[] = [];
